import assert from 'node:assert/strict';
import { readTree, type Line, type SyntaxTree } from '../../../grammar/index.ts';
import { bindReport, lineOf, readReport, sameEnds, tableOf, type Report } from '../../../model/index.ts';
import { ruleById, type Finding } from '../../../rules/index.ts';
import { applyEdits, rangeOf } from '../../../text/index.ts';
import {
  finds,
  findingsOf,
  makeStatedReport,
  mended,
  numeral,
  pick,
  seeded,
  type Random,
  type StatedReport,
  type WrittenNumber,
} from '../../kit/index.ts';
import { applications, disclosure, fees, lines, TITLE, TITLE_2019 } from '../snippets.ts';

const rule = 'prose-figure';

const received = '| 一、本年新收政府信息公开申请数量 | 11 | 2 | 0 | 0 | 0 | 0 | 13 |';
const withProse = (text: string, ...rows: readonly string[]): string =>
  lines(TITLE, '', '一、总体情况', '', '（二）依申请公开', `　　${text}`, '') +
  applications(...(rows.length > 0 ? rows : [received]));

/** A report that says this and has no table. */
const withoutTable = (text: string): string => lines(TITLE, '', '一、总体情况', '', '（二）依申请公开', `　　${text}`);

describe('rule: prose-figure', () => {
  it('finds a number that differs from the table, at the number', () => {
    const [finding] = finds(rule, withProse('全年收到政府信息公开申请⟦12⟧件，其中自然人11件。'));
    assert.deepEqual(finding?.cells, ['applications.received.total']);
    assert.deepEqual([finding.expected, finding.actual], [13, 12]);
    assert.match(finding.message.zh, /12.*13/);
  });

  it('finds words that say another number', () => {
    const [finding] = finds(rule, withProse('全年⟦未收到政府信息公开申请⟧。'));
    assert.deepEqual([finding?.expected, finding?.actual], [13, 0]);
    assert.deepEqual(finding?.mends, []);
    finds(rule, withProse('⟦政府信息公开申请未⟧出现。'));
    finds(rule, withProse('收到政府信息公开申请13件，均为⟦自然人⟧提出。'));
  });

  it('finds a 无 that is all that the part says', () => {
    finds(rule, withProse('⟦无⟧。'));
    finds(rule, withProse('无。\n　　群众有疑问的，可以拨打电话咨询。'));
  });

  it('looks at any section, and over the quotes of the others', () => {
    finds(rule, withProse('收到申请{本年新收}件，其中自然人⟦10⟧件。'));
    finds(rule, withProse('按时答复。\n\n五、存在的主要问题及改进情况\n　　全年收到政府信息公开申请⟦12⟧件。'));
  });

  it('takes 办理 with what was left from last year for all that there was, or for all that has ended', () => {
    const rows = [
      received,
      '| 二、上年结转政府信息公开申请数量 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |',
      '| 三、本年度办理结果 |',
      '| （七）总计 | 12 | 2 | 0 | 0 | 0 | 0 | 14 |',
    ];
    for (const number of [14, 15]) {
      assert.deepEqual(findingsOf(rule, withProse(`办理申请${number}件，含上年结转2件。`, ...rows)), []);
    }
    finds(rule, withProse('办理申请⟦13⟧件，含上年结转2件。', ...rows));
    finds(rule, withProse('受理申请⟦14⟧件，含上年结转2件。', ...rows));
    finds(rule, withProse('办理申请⟦14⟧件，含上年结转2件。', ...rows.slice(0, 2)));
  });

  it('says nothing where the table says nothing', () => {
    finds(rule, withProse('收到申请12件。', received.replace('13', ' ')));
    finds(rule, lines(TITLE, '', '一、总体情况', '　　收到政府信息公开申请12件。'));
  });

  it('says nothing of another year', () => {
    finds(rule, withProse('2024年收到政府信息公开申请9件。2025年收到政府信息公开申请⟦12⟧件。'));
  });

  it('says nothing of what is not exact, not of the whole year, or of a part of the organ', () => {
    for (const text of [
      '收到申请近12件',
      '收到申请10余件',
      '上半年收到申请6件',
      '收到申请较上年的9件有所增加',
      '县政府办公室收到政府信息公开申请5件',
      '通过网络收到政府信息公开申请5件',
    ]) {
      finds(rule, withProse(`${text}。`));
    }
  });

  it('counts money in the unit that is written', () => {
    const source = lines(
      TITLE,
      '',
      '一、总体情况',
      '　　收取行政事业性收费⟦203000⟧元。',
      '二、主动公开政府信息情况',
      '第二十条第（八）项',
      '| 信息内容 | 本年收费金额（单位：万元） |',
      '| 行政事业性收费 | 20.4 |',
    );
    finds(rule, source);
    assert.match(mended(rule, source), /收费204000元/);
    finds(rule, source.replace('⟦203000⟧', '204000'));
    finds(rule, source.replace('⟦203000⟧元', '⟦204000⟧万元'));
  });

  it('offers money in the unit that is written, and a quote only where that is the table’s', () => {
    const offered = (said: string, cell = '20.4'): (string | undefined)[] | undefined =>
      findingsOf(
        lines(TITLE, '', '一、总体情况', `　　收取行政事业性收费${said}。`) + fees(`| 行政事业性收费 | ${cell} |`),
        rule,
      )[0]?.mends?.map(({ edits }) => edits[0]?.text);
    assert.deepEqual(offered('203000元'), ['204000', '20.3']);
    assert.deepEqual(offered('21万元'), ['20.4', '{行政事业性收费}', '21']);
    assert.deepEqual(offered('0.01亿元'), ['0.00204', '100']);
    assert.deepEqual(offered('2亿元', '10000'), ['1', '20000']);
    assert.deepEqual(offered('2亿元', '0.0001'), ['0.00000001', '20000']);
  });

  it('takes an amount for the same in either unit where the head of the form names none', () => {
    const says = (said: string, cell: string): void => {
      finds(
        rule,
        lines(TITLE_2019, '', '一、总体情况', `　　政府集中采购项目8个，采购总金额${said}。`) +
          disclosure('九', '| 信息内容 | 采购项目数量 | 采购总金额 |', `| 政府集中采购 | 8 | ${cell} |`),
      );
    };
    for (const cell of ['5.2', '52000']) for (const said of ['5.2万元', '52000元']) says(said, cell);
    says('52000万元', '5.2');
    says('⟦520⟧万元', '5.2');
    says('⟦52⟧元', '5.2');
  });

  it('offers the table’s number, a quote and the cell, all as guesses', () => {
    const source = withProse('全年收到政府信息公开申请⟦12⟧件。', received.replace('| 13 |', '| = |'));
    assert.equal(mended(rule, source), source.replace('⟦12⟧', '13'));
    const [finding] = finds(rule, source);
    assert.equal(finding?.mends?.[1]?.edits[0]?.text, '{本年新收}');
    assert.ok(finding.mends.every(({ guess }) => guess));
    const carried = '| 二、上年结转政府信息公开申请数量 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |';
    const [sum] = finds(rule, withProse('新收申请13件、上年结转3件，共⟦15⟧件。', received, carried));
    assert.equal(sum?.mends?.[1]?.edits[0]?.text, '{本年新收+上年结转}');
    assert.equal(sum.message.zh, '文中为 15，表中“本年新收”+“上年结转”合计为 16');
  });

  it('offers to change the cell only where no sum breaks by that', () => {
    const mendsOf = (row: string): number =>
      findingsOf(withProse('收到政府信息公开申请12件。', row), rule)[0]?.mends?.length ?? 0;
    assert.equal(mendsOf(received), 2);
    assert.equal(mendsOf(received.replace('| 11 |', '| 10 |')), 3);
  });

  it('finds parts that are more than their whole without any table', () => {
    for (const text of [
      '收到政府信息公开申请⟦12⟧件，其中自然人10件、法人或其他组织3件',
      '收到政府信息公开申请⟦12⟧件。其中，网上申请9件，信函申请4件',
      '受理政府信息公开申请⟦15⟧件（其中新收12件、结转4件），均已答复',
      '办结政府信息公开申请⟦9⟧件，其中予以公开5件、不予公开2件（属于国家秘密2件）、无法提供3件',
      '答复政府信息公开申请9件，其中不予公开⟦3⟧件（其中属于国家秘密2件、属于行政查询事项2件），予以公开6件',
      '因政府信息公开被申请行政复议⟦3⟧件，其中结果维持2件，结果纠正2件',
      '因政府信息公开被提起行政诉讼⟦3⟧件，其中未经复议直接起诉2件，复议后起诉2件',
      '县政府办公室收到政府信息公开申请⟦18⟧件，其中自然人20件',
      '主动公开政府信息⟦120⟧条，其中政府网站公开130条',
      '主动公开政府信息⟦120⟧条，其中政府门户网站和公众号公开130条',
      '予以公开、部分公开和不予公开⟦9⟧件，其中属于国家秘密8件、属于行政查询事项2件',
    ]) {
      finds(rule, withoutTable(`${text}。`));
    }
  });

  it('says of parts and of a sum what is wrong with them', () => {
    const said = (text: string): string[] =>
      findingsOf(withoutTable(text), rule).map(({ message, related = [] }) =>
        [message, ...related.map(one => one.message)].map(({ zh }) => zh).join(),
      );
    assert.deepEqual(said('收到政府信息公开申请12件，其中自然人10件、法人或其他组织3件。'), [
      '“其中”10+3=13，多于 12,其中的一部分,其中的一部分',
    ]);
    assert.deepEqual(said('收到政府信息公开申请18件，其中自然人20件。'), ['“其中”20，多于 18,其中的一部分']);
    assert.deepEqual(said('新收政府信息公开申请12件、上年结转3件，共16件。'), [
      '合计写的是 16，前面 12+3=15,加在一起的数,加在一起的数',
    ]);
  });

  it('offers as many mends as there are numbers, and of many only that of the whole; none below 0', () => {
    const right = (text: string): (string | undefined)[] | undefined =>
      findingsOf(withoutTable(text), rule)[0]?.mends?.map(({ edits }) => edits[0]?.text);
    const whole = '办结政府信息公开申请4件，其中予以公开';
    assert.deepEqual(right(`${whole}2件、不予公开2件、无法提供1件。`), ['5', '1', '1', '0']);
    assert.deepEqual(right(`${whole}6件、不予公开1件。`), ['7', '3']);
    assert.deepEqual(right(`${whole}2件、部分公开1件、不予公开1件、无法提供1件。`), ['5']);
  });

  it('finds a sum that is not that of its addends without any table', () => {
    const [finding] = finds(rule, withoutTable('新收政府信息公开申请12件、上年结转3件，共⟦16⟧件。'));
    assert.match(finding?.message.zh ?? '', /16.*12\+3=15/);
    assert.deepEqual([finding?.expected, finding?.actual], [15, 16]);
    const right = finding?.mends?.map(({ edits }) => edits[0]?.text);
    assert.deepEqual(right, ['15', '13', '4']);
    assert.ok(finding?.mends?.every(({ guess }) => guess));
    finds(rule, withoutTable('因政府信息公开被申请行政复议3件，提起行政诉讼2件，共⟦6⟧件。'));
    finds(rule, withoutTable('收到政府信息公开申请，自然人8件、法人或其他组织3件，合计⟦10⟧件。'));
  });

  it('says nothing of numbers of a sentence that can all be right', () => {
    for (const text of [
      // Parts that are fewer than their whole, that overlap, or that are parts of something else.
      '收到政府信息公开申请12件，其中自然人8件、法人或其他组织3件',
      '收到政府信息公开申请12件，其中自然人10件，网上申请8件，予以公开9件',
      '收到政府信息公开申请12件，办结11件，其中自然人12件',
      '收到政府信息公开申请12件，其中网上申请10件（网站8件、邮箱2件），信函申请2件',
      '收到政府信息公开申请12件，其中法人或其他组织8件，商业企业8件',
      '收到政府信息公开申请12件，其中予以公开8件、不予公开5件',
      '收到政府信息公开申请约12件，其中自然人13件',
      '主动公开政府信息120条，其中网站公开120条、公众号公开80条',
      '主动公开政府信息120条，其中市政府门户网站和公众号公开130条',
      '主动公开政府信息1,234,567条，其中网站公开1,234,000条',
      '发布信息8条，其中第12条被转载',
      '发布信息8条，其中第二十一条被转载',
      '开展培训3次，其中参训人员120人次',
      '新收政府信息公开申请12件、上年结转3件，共15件，其中予以公开9件',
      '新收政府信息公开申请12件、上年结转约3件，共16件',
      '新收政府信息公开申请12件、上年结转3件，共办结14件',
      '新收政府信息公开申请12件、上年结转3件，近五年累计236件',
      '予以公开5件、不予公开2件，全年共12件',
      '办理人大建议6件、政协提案4件，共召开会议3次',
      '新收政府信息公开申请{本年新收}件、上年结转3件，共16件',
    ]) {
      finds(rule, withoutTable(`${text}。`));
    }
  });

  it('says nothing of ways in where nothing is said of requests', () => {
    const text = '作出行政许可决定12件。网上办理8件，窗口办理4件，共11件。已经公示。';
    finds(rule, lines(TITLE, '', '一、总体情况', `　　${text}`));
  });

  it('tells one fault once: where the table tells which number is wrong, the sentence is not told', () => {
    finds(rule, withProse('收到政府信息公开申请⟦12⟧件，其中自然人11件、法人或其他组织2件。'));
    finds(rule, withProse('收到政府信息公开申请13件，其中自然人11件、法人或其他组织⟦3⟧件。'));
    finds(rule, withProse('收到政府信息公开申请⟦13⟧件，其中网上申请11件、信函申请3件。'));
    finds(rule, withProse('收到政府信息公开申请⟦12⟧件。主动公开政府信息⟦120⟧条，其中政府网站公开130条。'));
  });

  it('compares what is said of an organ with the report of that organ alone', () => {
    const said = (organ: string, text: string): void => {
      finds(rule, withProse(text).replace(/^.*2025年/, `${organ}2025年`));
    };
    said('示范县', '全县各级行政机关共收到政府信息公开申请⟦12⟧件，办结5件。');
    said('示范县人民政府', '县政府及其部门共收到政府信息公开申请⟦12⟧件。');
    said('示范县教育局', '全县共收到政府信息公开申请12件，办结5件。');
    said('示范县', '县政府办公室收到政府信息公开申请12件，其中自然人10件。办结5件。');
    said('示范县人民政府办公室', '县政府办公室收到政府信息公开申请⟦12⟧件，其中自然人⟦10⟧件。');
    said('示范县石桥镇人民政府', '镇政府共收到政府信息公开申请⟦12⟧件。');
    said('示范县石桥镇', '全县收到政府信息公开申请312件，我镇收到⟦12⟧件。');
    said('示范县', '县教育局收到政府信息公开申请12件，县住建局收到政府信息公开申请35件。');
    said('示范县', '县教育局收到政府信息公开申请12件，位居前列。');
    said('示范县教育局', '县教育局收到政府信息公开申请⟦12⟧件。');
    said('示范市', '全州收到政府信息公开申请12件。');
    said('示范经济开发区管理委员会', '全区收到政府信息公开申请⟦12⟧件。');
    said('示范高新区管委会', '全区收到政府信息公开申请⟦12⟧件。');
    said('示范街道办事处', '全街道收到政府信息公开申请⟦12⟧件。');
    said('示范镇', '全县收到政府信息公开申请12件。');
    said('示范县教育局', '全局收到政府信息公开申请⟦12⟧件。');
    said('示范县', '县政府和各部门收到政府信息公开申请⟦12⟧件。');
    said('示范县教育局', '县政府和各部门收到政府信息公开申请12件。');
    said('示范县人民政府', '县政府收到政府信息公开申请12件。');
    said('示范县石桥镇', '石桥镇政府收到政府信息公开申请⟦12⟧件。');
    said('示范县', '示范县教育局收到政府信息公开申请12件。');
    said('示范县', '县直机关收到政府信息公开申请12件。');
  });

  it('finds after any edit what it finds in the text anew', () => {
    const random = seeded(7);
    const pieces = [
      '　　收到政府信息公开申请12件，其中自然人9件。',
      '　　收到申请13件，其中自然人11件、法人或其他组织3件。',
      '　　无。',
      '',
      '（一）主动公开',
      '（二）依申请公开',
      '　　办结5件。',
    ];
    // Of a long section only the lines in hand are heard again.
    for (const more of [0, 60]) {
      const begin = withProse(['收到申请12件。', ...Array<string>(more).fill('按期答复。')].join('\n　　'), received);
      let all = begin.split('\n');
      let report = readReport(begin);
      for (let step = 0; step < 100; step++) {
        const at = 3 + random(all.length - 8);
        all = all.toSpliced(at, random(2), ...(random(3) > 0 ? [pick(random, pieces)] : []));
        if (!all.some(line => line.startsWith('三、'))) all = begin.split('\n');
        const text = all.join('\n');
        report = bindReport(keptLines(report, text), report.forms, report);
        assert.deepEqual(draftsIn(report), draftsOf(text), text);
      }
    }
  });

  it('finds it on its line when lines come and go below the tables', () => {
    const text =
      withProse('按期答复。') + lines('', '五、存在的主要问题及改进情况', '　　共收到申请12件。', '　　收到申请12件。');
    let report = readReport(text);
    draftsIn(report);
    for (const other of [
      text.replace('　　共', '　　按期答复。\n　　共'),
      text,
      text.replace('　　共收到申请12件。\n', ''),
    ]) {
      report = bindReport(keptLines(report, other), report.forms, report);
      assert.deepEqual(draftsIn(report), draftsOf(other), other);
    }
  });

  // In parts, none of which takes long.
  for (const from of [0, 200, 400, 600, 800]) {
    const seeds = Array.from({ length: 200 }, (_, index) => from + index);

    it(`says nothing of right reports whose prose tells their figures, from seed ${from} on`, () => {
      for (const seed of seeds) {
        const { text } = makeStatedReport(seed);
        assert.deepEqual(
          draftsOf(text).map(({ message }) => message.zh),
          [],
          text,
        );
      }
    });

    it(`finds the one number that was changed in the prose, with its cells, from seed ${from} on`, () => {
      for (const { report, number, random } of pickNumbers(seeds)) {
        const value = number.value + 1 + random(9);
        const isMoney = number.cells[0] === 'fees.fee.amount';
        const written = isMoney ? String(value) : numeral(value, random);
        const [start, end] = [number.start, number.start + written.length];
        const text = withText(report.text, number, written);
        assert.deepEqual(
          draftsOf(text).map(({ range, cells, actual }) => ({ range, cells: [...(cells ?? [])].sort(), actual })),
          [{ range: rangeOf(number.line, { start, end }), cells: [...number.cells].sort(), actual: value }],
          text,
        );
      }
    });

    it(`finds the one number that was changed in a table, wherever it is told, from seed ${from} on`, () => {
      for (const { report, number } of pickNumbers(seeds)) {
        const [address = ''] = number.cells;
        const cell = cellAt(report.text, address);
        if (!cell) continue;
        const text = withText(report.text, cell, String(cell.value + 1));
        const at = draftsOf(text).filter(({ cells }) => cells?.includes(address));
        assert.ok(
          at.some(({ range }) => range.start.line === number.line && range.start.character === number.start),
          `${address}\n${text}`,
        );
      }
    });
  }
});

/** What the rule itself finds: a thousand reports need not be checked by all the others. */
const draftsOf = (text: string): Draft[] => draftsIn(readReport(text));

function draftsIn(report: Report): Draft[] {
  const found = ruleById(rule);
  assert.ok(found?.scope === 'report');
  return [...found.check(report)];
}

/** The tree of a text, with the lines of the report before that are in it too: they stay the objects that they are. */
function keptLines({ tree }: Report, text: string): SyntaxTree {
  const { lines: now } = readTree(text);
  const isSame = (a: Line | undefined, b: Line | undefined): boolean => a?.text === b?.text && a?.ending === b?.ending;
  const { above, below, belowBefore } = sameEnds(tree.lines, now, isSame);
  return {
    lines: [...tree.lines.slice(0, above), ...now.slice(above, below), ...tree.lines.slice(belowBefore)],
  };
}

type Draft = Omit<Finding, 'rule' | 'severity'>;

/** A number in each of many reports. */
function* pickNumbers(
  seeds: readonly number[],
): Generator<{ report: StatedReport; number: WrittenNumber; random: Random }> {
  for (const seed of seeds) {
    const report = makeStatedReport(seed);
    const random = seeded(seed);
    const number = report.numbers[random(report.numbers.length)];
    if (number) yield { report, number, random };
  }
}

function withText(text: string, at: { line: number; start: number; end: number }, written: string): string {
  return applyEdits(text, [{ range: rangeOf(at.line, at), text: written }]);
}

/** A cell with a number of its own, by its address. */
function cellAt(
  text: string,
  address: string,
): { line: number; start: number; end: number; value: number } | undefined {
  const report = readReport(text);
  const [id = '', ...keys] = address.split('.');
  const column = keys.pop();
  const table = tableOf(report, id);
  const block = report.blocks.findIndex(one => table && one.tables.includes(table));
  const row = table?.byKey.get(keys.join('.'));
  const cell = row?.row.cells[table?.form.columns.findIndex(({ key }) => key === column) ?? -1];
  return row && cell?.kind === 'integer'
    ? { line: lineOf(report, block, row.line), start: cell.start, end: cell.end, value: cell.value }
    : undefined;
}
