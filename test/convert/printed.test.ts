import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { printReport, type PrintedCell, type PrintedPiece, type PrintedTable } from '../../convert/index.ts';
import { forms, type TableForm } from '../../forms/index.ts';
import { readReport } from '../../model/index.ts';
import { makeReport, mutate, seeded } from '../kit/index.ts';
import { disputes as disputesWith, lines, licensing, normative, TITLE } from '../rules/snippets.ts';

const print = (text: string): readonly PrintedPiece[] => printReport(readReport(text)).pieces;

const example = (name: string): string =>
  readFileSync(new URL(`../../examples/${name}.nianbao`, import.meta.url), 'utf8');

const isTable = (piece: PrintedPiece): piece is PrintedTable => piece.kind === 'table';

/** The pieces that are words, each with what it is; runs that are not plain in marks of their own. */
const words = (text: string): string[] =>
  print(text).flatMap(piece =>
    isTable(piece)
      ? []
      : [
          `${piece.kind}: ${piece.runs.map(({ text, weight }) => (weight === 'plain' ? text : `<${weight} ${text}>`)).join('')}`,
        ],
  );

const rowsOf = (table: PrintedTable): readonly (readonly PrintedCell[])[] =>
  table.groups.flatMap(({ head, body }) => [...head, ...body].map(({ cells }) => cells));

/** A table's rows: cells with their spans, where they have any. */
const drawn = (table: PrintedTable): string[] =>
  rowsOf(table).map(cells =>
    cells.map(({ text, columns, rows }) => (columns * rows === 1 ? text : `${text} [${columns}×${rows}]`)).join(' | '),
  );

/** What stands in a text where a piece or a cell says that it is from. */
function writtenIn(text: string): (printed: Pick<PrintedCell, 'source'>) => string | undefined {
  const lines = text.split('\n');
  return ({ source }) => source && lines[source.line]?.slice(source.start, source.end);
}

const tablesOf = (text: string): PrintedTable[] => print(text).filter(isTable);

/** Every place of a table is covered by one cell. */
function assertTiled(table: PrintedTable): void {
  const taken = new Map<string, PrintedCell>();
  const width = table.widths.length;
  let top = 0;
  for (const { head, body } of table.groups) {
    const rows = [...head, ...body];
    rows.forEach(({ cells }, index) => {
      let column = 0;
      for (const cell of cells) {
        while (taken.has(`${top + index} ${column}`)) column++;
        for (let down = 0; down < cell.rows; down++) {
          for (let right = 0; right < cell.columns; right++) {
            const place = `${top + index + down} ${column + right}`;
            assert.ok(!taken.has(place), `${cell.text} covers ${taken.get(place)?.text ?? ''}`);
            assert.ok(column + right < width && index + down < rows.length, `${cell.text} reaches out of its group`);
            taken.set(place, cell);
          }
        }
        column += cell.columns;
      }
    });
    top += rows.length;
  }
  assert.equal(taken.size, width * top);
}

describe('a report as it is printed', () => {
  it('has title, headings, paragraphs and signature in their order', () => {
    const text = lines(
      '# 示范县2025年政府信息公开工作年度报告',
      '机关：示范县人民政府',
      '发布日期：2026-03-05',
      '联系电话：0000-1234',
      '// 不导出',
      '　　序言。',
      '4、总体情况',
      '(二)依申请公开。',
      '',
      '（三）政府信息管理。全年**整理**一次。',
    );
    assert.deepEqual(words(text), [
      'title: 示范县2025年政府信息公开工作年度报告',
      'paragraph: 序言。',
      'heading: 一、总体情况',
      'subheading: （二）依申请公开',
      'paragraph: <heading （三）政府信息管理>。全年<bold 整理>一次。',
      'organ: 示范县人民政府',
      'date: 2026年3月5日',
      'contact: （联系电话：0000-1234）',
    ]);
    assert.deepEqual(print(text).map(writtenIn(text)), [
      '示范县2025年政府信息公开工作年度报告',
      '序言。',
      '4、总体情况',
      '(二)依申请公开。',
      '（三）政府信息管理。全年**整理**一次。',
      '示范县人民政府',
      '2026-03-05',
      '0000-1234',
    ]);
  });

  it('is called by the first of its titles', () => {
    assert.equal(printReport(readReport(lines('# 甲', '# 乙'))).title, '甲');
    const second = '示范市政府信息公开工作报告';
    assert.deepEqual(words(lines(TITLE, second)), [`title: ${TITLE}`, `title: ${second}`]);
    assert.equal(printReport(readReport(lines(TITLE, second))).title, TITLE);
    assert.equal(printReport(readReport('一、总体情况')).title, '');
  });

  it('signs with the organ of the title where only the day is stated, and not at all where nothing is', () => {
    assert.deepEqual(words(lines(TITLE, '发布日期：2026-12-31')).slice(1), ['organ: 示范市', 'date: 2026年12月31日']);
    assert.deepEqual(words(lines(TITLE, '机关：', '机关：甲局', '机关：乙局')).slice(1), ['organ: 甲局']);
    for (const day of ['近日', '至2026-03-05', '2026-03-05前', '2026-003-05']) {
      assert.deepEqual(words(lines(TITLE, `发布日期：${day}`)).slice(1), ['organ: 示范市', `date: ${day}`]);
    }
    assert.deepEqual(words(lines(TITLE)).length, 1);
  });

  it('has no runs of nothing', () => {
    const [, piece] = print(lines(TITLE, '**整理**后'));
    assert.deepEqual(piece?.kind === 'paragraph' && piece.runs, [
      { text: '整理', weight: 'bold' },
      { text: '后', weight: 'plain' },
    ]);
  });

  it('resolves quotes and escapes, and leaves a mark without its fellow', () => {
    const text = lines(
      TITLE,
      '{机关}{年度}年\\{行政许可\\}**{行政许可}**件，**{不知道}',
      licensing('| 行政许可 | 7 |'),
    );
    assert.equal(words(text)[1], 'paragraph: 示范市2025年{行政许可}<bold 7>件，**{不知道}');
    assert.equal(words(lines(TITLE, '　　见{年度  '))[1], 'paragraph: 见{年度');
  });

  it('prints what it does not know instead of losing it', () => {
    const text = lines(
      TITLE,
      '抄送：县档案馆',
      '二、主动公开政府信息情况',
      '第二十条第（九）项',
      '| 事项 | 数 | 备注 |',
      '| 公报 | 3 |',
      '七、另外 ',
    );
    assert.deepEqual(words(text).slice(1), [
      'paragraph: 抄送：县档案馆',
      'heading: 二、主动公开政府信息情况',
      'paragraph: 第二十条第（九）项',
      'heading: 七、另外',
    ]);
    assert.deepEqual(tablesOf(text).map(drawn), [['事项 | 数 | 备注', '公报 | 3 [2×1]']]);
    assert.deepEqual(
      tablesOf(text).flatMap(table => [table, ...rowsOf(table).flat()].map(writtenIn(text))),
      ['| 事项 | 数 | 备注 |', ' 事项 ', ' 数 ', ' 备注 ', ' 公报 ', ' 3 '],
    );
  });
});

describe('rows of no form as they are printed', () => {
  const kinds = (...rows: readonly string[]): unknown[] =>
    print(lines(TITLE, '二、主动公开政府信息情况', ...rows))
      .slice(2)
      .map(piece => (isTable(piece) ? drawn(piece).length : piece.kind));

  it('end where a table of the form begins, or another one that is not', () => {
    const stray = ['| 事项 | 数 | 备注 |', '| 公报 | 3 |'];
    assert.deepEqual(kinds(...stray, '| 信息内容 | 本年处理决定数量 |', '| 行政许可 | 7 |'), [2, 3]);
    assert.deepEqual(kinds(...stray, '| 信息内容 | 甲 |', '| 简报 | 4 |', '| 内刊 | 5 |'), [2, 3]);
    assert.deepEqual(kinds(...stray, '第二十条第（九）项', ...stray), [2, 'paragraph', 2]);
  });
});

describe('tables as they are printed', () => {
  const [disclosure, applications, disputes] = tablesOf(example('right'));

  it('stand under their articles in one', () => {
    assert.deepEqual(drawn(disclosure!), [
      '第二十条第（一）项 [4×1]',
      '信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数',
      '规章 | 0 | 0 | 0',
      '行政规范性文件 | 12 | 9 | 86',
      '第二十条第（五）项 [4×1]',
      '信息内容 | 本年处理决定数量 [3×1]',
      ...drawn(disclosure!).slice(6, 7),
      '第二十条第（六）项 [4×1]',
      '信息内容 | 本年处理决定数量 [3×1]',
      ...drawn(disclosure!).slice(9, 11),
      '第二十条第（八）项 [4×1]',
      '信息内容 | 本年收费金额（单位：万元） [3×1]',
      '行政事业性收费 | 2864.37 [3×1]',
    ]);
    assert.deepEqual(disclosure!.tables, ['normative', 'licensing', 'enforcement', 'fees']);
  });

  it('know of each cell between which bars it is written', () => {
    const text = example('right');
    const written = writtenIn(text);
    const others = tablesOf(text).flatMap(table =>
      rowsOf(table)
        .flat()
        .map(cell => [cell.text, written(cell)?.trim()])
        .filter(([printed, found]) => printed !== found),
    );
    assert.deepEqual(others, [
      ['（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', undefined],
      ['法人或其他组织', undefined],
      ['（二）部分公开（区分处理的，只计这一情形，不计其他情形）', '（二）部分公开'],
      ['1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请', '1.申请人无正当理由逾期不补正'],
      [
        '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
        '2.申请人逾期未按收费通知要求缴纳费用',
      ],
      ['10', '='],
      ['2', '='],
      ['3', '='],
    ]);
    assert.deepEqual(
      tablesOf(text).map(table => written(table)?.replace(/\s/g, '')),
      [
        '第二十条第（一）项',
        '|申请人情况|自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计|',
        '|案件类型|结果维持|结果纠正|其他结果|尚未审结|总计|',
      ],
    );
  });

  it('are stretched at the right edge, where a head may reach down beside others', () => {
    const [form] = forms.slice(-1);
    const wider = ({ columns, ...table }: TableForm): TableForm => ({
      ...table,
      columns: columns.flatMap(column => [
        { ...column, group: '当年' },
        { ...column, key: 'before', label: '往年' },
      ]),
    });
    const sections = form!.sections.map(section => ({
      ...section,
      ...(section.tables && {
        tables: section.tables.map(table => (table.id === 'licensing' ? wider(table) : table)),
      }),
    }));
    const text = lines(
      TITLE,
      normative('| 规章 | 1 | 2 | 3 |'),
      '第二十条第（五）项',
      '| 信息内容 | 本年处理决定数量 | 往年 |',
      '| 行政许可 | 7 | 8 |',
    );
    const [table] = printReport(readReport(text, [{ ...form!, sections }])).pieces.filter(isTable);
    assertTiled(table!);
    assert.deepEqual(drawn(table!).slice(-4), [
      '第二十条第（五）项 [4×1]',
      '信息内容 [1×2] | 当年 | 往年 [2×2]',
      '本年处理决定数量',
      '行政许可 | 7 | 8 [2×1]',
    ]);
  });

  it('prints tables in one only where each has an article', () => {
    const elsewhere = disputesWith('| 行政复议 | 1 | 0 | 0 | 0 | 1 |').replace(/^四、.*\n/, '');
    const text = lines(TITLE, '') + licensing('| 行政许可 | 4 |') + elsewhere;
    assert.deepEqual(
      tablesOf(text).map(({ tables }) => tables),
      [['licensing'], ['disputes']],
    );
  });

  it('have the heads of the edition of 2019', () => {
    const [table] = tablesOf(makeReport(1, readReport('格式：2019').form).text);
    const rows = drawn(table!);
    assert.equal(rows[5], '信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量');
    assert.equal(rows[13], '信息内容 | 上一年项目数量 | 本年增/减 [2×1]');
    assert.equal(rows[16], '信息内容 | 采购项目数量 | 采购总金额 [2×1]');
  });

  it('have the note in the corner and the labels of groups beside theirs', () => {
    const rows = drawn(applications!);
    assert.deepEqual(rows.slice(0, 3), [
      '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） [3×3] | 申请人情况 [7×1]',
      '自然人 [1×2] | 法人或其他组织 [5×1] | 总计 [1×2]',
      '商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他',
    ]);
    const labels = rows.slice(3).map(row => row.replace(/(?: \| [-\d.]+)+$/, ''));
    assert.deepEqual(
      [0, 2, 4, 5, -2, -1].map(at => labels.at(at)),
      [
        '一、本年新收政府信息公开申请数量 [3×1]',
        '三、本年度办理结果 [1×22] | （一）予以公开 [2×1]',
        '（三）不予公开 [1×8] | 1.属于国家秘密',
        '2.其他法律行政法规禁止公开',
        '（七）总计 [2×1]',
        '四、结转下年度继续办理 [3×1]',
      ],
    );
  });

  it('have columns of one width, but narrow ones for groups and a wide one for labels', () => {
    const percent = ({ widths }: PrintedTable): number[] => widths.map(width => Math.round(width * 10_000) / 100);
    assert.deepEqual(percent(disclosure!), [25, 25, 25, 25]);
    assert.deepEqual(percent(applications!), [9, 9, 26, 8, 8, 8, 8, 8, 8, 8]);
  });

  it('have the rows side by side where the form has them so', () => {
    const rows = drawn(disputes!);
    assert.deepEqual(rows.slice(0, 2), [
      '行政复议 [5×1] | 行政诉讼 [10×1]',
      '结果维持 [1×2] | 结果纠正 [1×2] | 其他结果 [1×2] | 尚未审结 [1×2] | 总计 [1×2] | 未经复议直接起诉 [5×1] | 复议后起诉 [5×1]',
    ]);
    assert.equal(rows[3]?.split(' | ').length, 15);
    assert.deepEqual(disputes!.widths, new Array<number>(15).fill(1 / 15));
    assert.equal(rows.length, 4);
  });

  it('stand apart where words stand between them', () => {
    const text = lines(
      TITLE,
      normative('| 规章 | 0 | 0 | 0 |'),
      '说明。',
      licensing('| 行政许可 | 7 |').split('\n').slice(2).join('\n'),
    );
    assert.deepEqual(
      print(text).map(({ kind }) => kind),
      ['title', 'heading', 'table', 'paragraph', 'table'],
    );
    assert.deepEqual(drawn(tablesOf(text)[1]!)[1], '信息内容 | 本年处理决定数量');
  });

  it('print a blank as a blank, a computed cell as its number, anything else as it is written', () => {
    const [table] = tablesOf(
      lines(
        TITLE,
        '四、政府信息公开行政复议、行政诉讼情况',
        '| 案件类型 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |',
        '| 行政复议 | 1,200 | ３ | 2 | 1 | = |',
        '| 行政诉讼 |',
        '| 未经复议直接起诉 |  | 4件 | 0 | 0 | = |',
      ),
    );
    const values = rowsOf(table!).at(-1)!;
    assert.deepEqual(
      values.map(({ text }) => text),
      ['1200', '3', '2', '1', '1206', '', '4件', '0', '0', '', '', '', '', '', ''],
    );
    assert.deepEqual([values[4]?.value, values[5]?.value, values[6]?.value], [1206, undefined, 4]);
    assert.equal(values[4]?.address, 'disputes.review.total');
    assert.deepEqual(values[10], {
      kind: 'value',
      text: '',
      columns: 1,
      rows: 1,
      address: 'disputes.afterReview.upheld',
    });
  });

  it('have amounts without their separators, wrong ones as they are written', () => {
    const printed = (amount: string): string | undefined =>
      rowsOf(
        tablesOf(
          lines(
            TITLE,
            '二、主动公开政府信息情况',
            '第二十条第（八）项',
            '| 信息内容 | 本年收费金额（单位：万元） |',
            `| 行政事业性收费 | ${amount} |`,
          ),
        )[0]!,
      ).at(-1)?.[1]?.text;
    assert.deepEqual(['1,234,567.50', '２,864.37', '12,34.5', '约2,000'].map(printed), [
      '1234567.50',
      '2864.37',
      '12,34.5',
      '约2,000',
    ]);
  });

  it('have rows that the form has not behind the one that they follow, with all that is written', () => {
    const [table] = tablesOf(
      lines(
        TITLE,
        '二、主动公开政府信息情况',
        '第二十条第（六）项',
        '| 信息内容 | 本年处理决定数量 |',
        '| 行政处罚 | 5 | 6 |',
        '| 行政检查 | 8 |',
        '| 行政处罚 | 7 |',
        '| 行政处罚 |',
        '| 行政强制 |',
      ),
    );
    assert.deepEqual(drawn(table!).slice(2), [
      '行政处罚 | 5 6',
      '行政检查 | 8',
      '行政处罚 | 7',
      '行政处罚 | ',
      '行政强制 | ',
    ]);
    assert.equal(rowsOf(table!)[2]?.[1]?.value, undefined);
  });

  it('have them where none stands before, and numbers beside a group', () => {
    const [table] = tablesOf(
      lines(
        TITLE,
        '二、主动公开政府信息情况',
        '第二十条第（五）项',
        '| 信息内容 | 本年处理决定数量 |',
        '|行政检查| 8 |',
        '|　公报　|',
        '| 行政许可 | 7 |',
      ),
    );
    assert.deepEqual(drawn(table!).slice(2), ['行政检查 | 8', '公报 | ', '行政许可 | 7']);
    const [sideBySide] = tablesOf(
      lines(TITLE) + disputesWith('| 行政诉讼 | 1 | 2 | 3 | 4 | 10 |', '| 未经复议直接起诉 |'),
    );
    const values = rowsOf(sideBySide!).at(-1)!;
    assert.equal(
      values
        .map(({ text }) => text)
        .join(' ')
        .trim(),
      '1 2 3 4 10',
    );
  });

  it('have every cell where its header says it stands', () => {
    const [table] = tablesOf(
      lines(
        TITLE,
        '二、主动公开政府信息情况',
        '| 信息内容 | 现行有效件数 | 本年制发件数 | 本年废止件数 |',
        '| 规章 | 9 | 1 | 2 |',
      ),
    );
    assert.equal(drawn(table!)[2], '规章 | 1 | 2 | 9');
  });
});

describe('what is printed of any text', () => {
  it('has the numbers of right reports at their places', () => {
    for (let seed = 0; seed < 60; seed++) {
      const { text, grids, form } = makeReport(seed);
      const report = readReport(text);
      const cells = printReport(report).pieces.filter(isTable).flatMap(rowsOf).flat();
      const values = cells.filter(({ kind }) => kind === 'value');
      assert.deepEqual(
        values.map(({ value }) => value),
        form.sections
          .flatMap(section => (section.tables ?? []).flatMap(({ id }) => grids.get(id) ?? []))
          .map(value => Math.round(value * 1e6) / 1e6 + 0),
        `seed ${seed}`,
      );
    }
  });

  it('fills its tables without gaps, and comes from where it says', () => {
    for (let seed = 0; seed < 200; seed++) {
      const random = seeded(seed);
      const text = mutate(makeReport(seed).text, makeReport(seed + 1).text, random);
      const report = readReport(text);
      for (const piece of printReport(report).pieces) {
        const cells = isTable(piece) ? rowsOf(piece).flat() : [piece];
        if (isTable(piece)) assertTiled(piece);
        for (const { source } of cells) {
          if (!source) continue;
          const { length } = report.tree.lines[source.line]!.text;
          assert.ok(0 <= source.start && source.start <= source.end && source.end <= length, `seed ${seed}`);
        }
      }
    }
  });

  it('loses no number that stands in a row', () => {
    for (let seed = 0; seed < 200; seed++) {
      const random = seeded(seed ^ 0x77);
      const report = readReport(mutate(makeReport(seed).text, makeReport(seed + 3).text, random));
      const printed = new Set(
        printReport(report)
          .pieces.filter(isTable)
          .flatMap(rowsOf)
          .flat()
          .flatMap(({ text }) => text.split(' ')),
      );
      for (const line of report.tree.lines) {
        if (line.kind !== 'row') continue;
        for (const cell of line.cells) {
          if (cell.kind !== 'integer') continue;
          const text = line.text.slice(cell.start, cell.end);
          assert.ok(printed.has(String(cell.value)) || printed.has(text), `seed ${seed}: ${line.text}`);
        }
      }
    }
  });
});
