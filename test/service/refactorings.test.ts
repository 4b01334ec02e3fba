import assert from 'node:assert/strict';
import { forms, tablesOf } from '../../forms/index.ts';
import { equationsOf, readReport, tableOf } from '../../model/index.ts';
import { rewriteKinds } from '../../service/features/refactorings.ts';
import { numberText } from '../../service/features/table-cells.ts';
import { checkSnapshot, checkText, openSnapshot } from '../../service/index.ts';
import { rangeOf } from '../../text/index.ts';
import { makeReport, seeded } from '../kit/index.ts';
import { actionsAt, actionsIn, after, done, titlesAt } from './acting.ts';

const head = '示范市2025年政府信息公开工作年度报告\n';
const disputes =
  '四、政府信息公开行政复议、行政诉讼情况\n\n| 案件类型 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n';
const report = (prose: string, licences = '1374'): string =>
  `${head}
机关：示范市人民政府

一、总体情况

　　${prose}

二、主动公开政府信息情况

第二十条第（五）项
| 信息内容 | 本年处理决定数量 |
| 行政许可 | ${licences} |

第二十条第（八）项
| 信息内容       | 本年收费金额（单位：万元） |
| 行政事业性收费 | 31.5 |

三、收到和处理政府信息公开申请情况

| 申请人情况 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
| 一、本年新收政府信息公开申请数量 | 52 | 8 | 0 | 0 | 0 | 0 | 60 |
| 二、上年结转政府信息公开申请数量 | 8 | 0 | 0 | 0 | 0 | 0 | 8 |

${disputes}| 行政诉讼 |
| 未经复议直接起诉 | 1 | 1 | 1 | 0 | 3 |
| 复议后起诉 | 2 | 2 | 0 | 0 | 4 |
`;

describe('totals', () => {
  it('become = in the room they had, and numbers again', () => {
    const source = `${disputes}| 行政复议 | 10 | 20 | 0 | 3 | 3‸3 |\n`;
    const computed = after(source, '改为“=”，由勾稽关系算出');
    assert.equal(computed, `${disputes}| 行政复议 | 10 | 20 | 0 | 3 |  = |\n`);
    assert.equal(after(computed.replace('=', '‸='), '“=”改为数字 33'), source.replace('‸', ''));
    assert.equal(
      after(`${disputes}|行政复议|10|20|0|3|‸=|\n`, '“=”改为数字 33'),
      `${disputes}|行政复议|10|20|0|3|33|\n`,
    );
  });

  it('stay numbers where the sum fails, is not there, or cannot be told', () => {
    for (const row of ['1 | 0 | 0 | 3 | 5‸', '1 | 0 | 0 |  | 1‸', '1‸ | 0 | 0 | 3 | 5', '= | = | = | = | ‸=']) {
      assert.deepEqual(titlesAt(`${disputes}| 行政复议 | ${row} |\n`, rewriteKinds.total), [], row);
    }
  });

  it('stay = where another sum is not met by what they amount to', () => {
    const { text } = makeReport(1);
    const wrong = (cells: string[]): string =>
      [...cells.slice(0, 2), ' 12345 ', ...cells.slice(3, -2), ' ‸= ', ''].join('|');
    const line = text.split('\n').find(one => one.includes('（七）总计')) ?? '';
    assert.deepEqual(
      titlesAt(text.replace(line, wrong(line.split('|'))), rewriteKinds.total).filter(title => title.startsWith('“=”')),
      [],
    );
    const right = [...line.split('|').slice(0, -2), ' ‸= ', ''].join('|');
    assert.equal(
      titlesAt(text.replace(line, right), rewriteKinds.total).filter(title => title.startsWith('“=”')).length,
      1,
    );
  });

  it('become = all at once, from any line of the table, and numbers again', () => {
    const source = `${disputes.replace('案件', '案‸件')}| 行政复议 | 1 | 0 | 0 | 2 | 3 |\n| 未经复议直接起诉 | 4 | 0 | 0 | 0 | 5 |\n| 复议后起诉 | 4 | 0 | 0 | 5 | 9 |\n`;
    const computed = after(source, '本表合计都改为“=”（2 处）');
    assert.equal(computed, source.replace('‸', '').replace('| 3 |', '| = |').replace('| 9 |', '| = |'));
    assert.equal(after(computed.replace('案件', '案‸件'), '本表的“=”都改为数字（2 处）'), source.replace('‸', ''));
  });

  it('of every table of every edition come to the same numbers, alone and together', () => {
    for (const [seed, form] of forms.entries()) {
      const { text, form: edition } = makeReport(seed * 4 + 1, form);
      const snapshot = openSnapshot('file:///r', 1, text);
      const lines = text.split('\n');
      let tried = 0;
      for (const [line, written] of lines.entries()) {
        for (const found of written.matchAll(/[\d０-９,]+|=/g)) {
          const range = rangeOf(line, { start: found.index, end: found.index });
          for (const action of actionsIn(snapshot, range, [], { only: [rewriteKinds.total] })) {
            assertSameNumbers(text, done(snapshot, action), action.title);
            tried++;
          }
        }
      }
      const computable = tablesOf(edition).flatMap(table =>
        equationsOf(table).filter(({ computes }) => computes !== undefined),
      );
      assert.ok(tried >= computable.length - 2, `${tried} of ${computable.length}`);
    }
  });
});

function assertSameNumbers(before: string, text: string, title: string): void {
  const [old, set] = [readReport(before), readReport(text)];
  for (const { id } of tablesOf(old.form)) {
    const numbers = (from: typeof old): string[] => [...(tableOf(from, id)?.sums.grid ?? [])].map(numberText);
    assert.deepEqual(numbers(set), numbers(old), title);
  }
  assert.deepEqual(checkText(text).findings, []);
}

describe('numbers in prose', () => {
  const quotes = (source: string): string[] =>
    titlesAt(source, rewriteKinds.quote).map(title => /{.*}/.exec(title)?.[0] ?? title);

  it('become quotes of the cell that holds them', () => {
    const source = report('全年作出行政许可13‸74件。');
    assert.equal(after(source, '1374 改为引用“{行政许可}”'), report('全年作出行政许可{行政许可}件。'));
    assert.deepEqual(quotes(report('全年收费‸31.5万元。')), ['{行政事业性收费}']);
    assert.deepEqual(quotes(report('应诉行政诉讼⟦7⟧件。')), ['{行政诉讼}']);
    assert.deepEqual(quotes(report('许可１，３７４件，１３‸７４条。')), ['{行政许可}']);
  });

  it('are matched by the words around them', () => {
    assert.equal(quotes(report('新收申请60件，上年结转‸8件。'))[0], '{上年结转}');
    assert.equal(quotes(report('新收申请60件，其中商业企业‸8件。'))[0], '{本年新收.商业企业}');
    assert.ok(quotes(report('发放宣传册‸0件。')).length <= 5);
  });

  it('stay where they state no figure', () => {
    for (const prose of ['1374年以来', '国办〔1374〕30号', '第1374号', '收费1374元', '占1374%', 'A1374', '1374.5件']) {
      const source = report(prose.replace('1374', '13‸74'));
      assert.deepEqual(quotes(source), [], prose);
    }
    assert.deepEqual(quotes(report('2‸025至今', '2025')), []);
    assert.deepEqual(quotes(report('许可2‸025件', '2025')), ['{行政许可}']);
    assert.deepEqual(quotes(report('', '2025').replace('示范市2', '示范市2‸')), []);
    assert.deepEqual(quotes(report('收费‸31.5元。')), []);
    assert.deepEqual(quotes(report('引用{行政‸许可}件。')), []);
  });

  it('are offered only quotes that amount to the number', () => {
    const random = seeded(3);
    for (let seed = 0; seed < 40; seed++) {
      const made = makeReport(seed);
      const value = [...made.grids.values()].flat()[random(40)] ?? 0;
      const source = made.text.replace('年度报告\n', `年度报告\n\n　　新收‸${value}件。\n`);
      const [snapshot, actions] = actionsAt(source, { only: [rewriteKinds.quote] });
      for (const action of actions) {
        const [quoted] = readReport(done(snapshot, action)).tree.lines.slice(2);
        assert.ok(quoted?.kind === 'prose' && quoted.spans.some(({ kind }) => kind === 'quote'));
        assert.deepEqual(checkText(done(snapshot, action)).findings, []);
      }
    }
  });
});

describe('blank cells', () => {
  it('of a row and of its table are filled with 0', () => {
    const rows =
      '| 行政复议 |  ‸  |  |  |  | |\n| 未经复议直接起诉 |  |  |  |  |  |\n| 复议后起诉 | 0 | 0 | 0 | 0 | 0 |\n';
    assert.equal(
      after(disputes + rows, '这一行 5 个空格都填 0').split('\n')[3],
      '|  0 | 0 | 0 | 0 | 0 |'.replace('|', '| 行政复议 |'),
    );
    const [snapshot, [, all]] = actionsAt(disputes + rows, { only: [rewriteKinds.fill] });
    assert.equal(all?.title, '本表 10 个空格都填 0');
    assert.doesNotMatch(done(snapshot, all), /\|[ ]*\|/);
  });

  it('are filled with what the sums make them', () => {
    const source = `${disputes}| 行政复议 | 1‸ | 2 | | 4 | 9 |\n| 未经复议直接起诉 | 3 |  | 0 | 0 | |\n`;
    assert.equal(after(source, '这一行 1 个空格填 2').split('\n')[3], '| 行政复议 | 1 | 2 | 2 | 4 | 9 |');
    assert.equal(
      after(source, '本表 3 个空格填 2、0、3').split('\n').slice(3).join('\n'),
      '| 行政复议 | 1 | 2 | 2 | 4 | 9 |\n| 未经复议直接起诉 | 3 | 0 | 0 | 0 | 3 |\n',
    );
  });

  it('stay blank where no number would do', () => {
    assert.deepEqual(titlesAt(`${disputes}| 行政复议 |  | ‸ | 0 | 0 | 3 |\n`, rewriteKinds.fill), []);
    assert.deepEqual(titlesAt(`${disputes}| 行政复议 | 9 | ‸ | 0 | 0 | 3 |\n`, rewriteKinds.fill), []);
  });

  it('filled bring no new error', () => {
    for (let seed = 0; seed < 20; seed++) {
      const random = seeded(seed);
      const text = makeReport(seed).text.replace(/(?<=\|)[ \d０-９,.]+(?=\|)/g, cell =>
        random(3) === 0 ? '  ' : cell,
      );
      const snapshot = openSnapshot('file:///r', 1, text);
      const errors = checkSnapshot(snapshot).filter(({ severity }) => severity === 'error').length;
      for (const [line, { kind }] of snapshot.report.tree.lines.entries()) {
        if (kind !== 'row') continue;
        for (const action of actionsIn(snapshot, rangeOf(line, { start: 1, end: 1 }), [], {
          only: [rewriteKinds.fill],
        })) {
          const found = checkText(done(snapshot, action)).findings;
          assert.ok(found.filter(({ severity }) => severity === 'error').length <= errors, `${seed} ${action.title}`);
        }
      }
    }
  });
});

describe('what is missing', () => {
  it('in the report is inserted from any heading', () => {
    const source = `${head}\n一、总体情况\n\n　　无。\n\n六、‸其他需要报告的事项\n\n　　无。\n`;
    const titles = titlesAt(source, rewriteKinds.insert);
    assert.equal(titles[0], '补上“二、主动公开政府信息情况”');
    const whole = checkText(after(source, '补上缺少的所有部分（4 处）')).findings.map(({ rule }) => rule);
    assert.ok(!whole.includes('missing-section') && !whole.includes('section-order'));
  });

  it('in a section or a table is inserted from there', () => {
    const part = `${head}\n一、总体情况\n\n（一）主动公开。无。\n\n（二）依申‸请公开。无。\n`;
    assert.equal(titlesAt(part, rewriteKinds.insert).length, 1);
    const table = `${disputes}| 未经复议直‸接起诉 | 0 | 0 | 0 | 0 | 0 |\n`;
    assert.deepEqual(titlesAt(table, rewriteKinds.insert), [
      '补上这 2 行',
      '补上“复议后起诉”',
      '补上本表缺少的行（2 处）',
    ]);
    const [snapshot, actions] = actionsAt(table, { only: [rewriteKinds.insert] });
    assert.match(done(snapshot, actions[2]!), /行政复议 .*\n.*行政诉讼 .*\n.*未经复议.*\n.*复议后起诉 /);
  });

  it('sections are sorted from any heading, and only what moves is edited', () => {
    const source = `${head}\n一、总‸体情况\n\n　　无。\n\n六、其他需要报告的事项\n\n　　无。\n\n五、存在的主要问题及改进情况\n\n　　有。\n`;
    const [snapshot, actions] = actionsAt(source, { only: [rewriteKinds.sort] });
    assert.equal(actions.length, 1);
    assert.match(
      done(snapshot, actions[0]!),
      /一、总体情况\n\n　　无。\n\n五、[^六]*六、其他需要报告的事项\n\n　　无。\n$/,
    );
    assert.equal(actions[0]?.edit?.changes?.[snapshot.uri]?.[0]?.range.start.line, 6);
  });
});
