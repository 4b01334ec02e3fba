import assert from 'node:assert/strict';
import { forms, type Form, type RowForm } from '../../forms/index.ts';
import { firstLine, readReport, writeRows, type Table } from '../../model/index.ts';

const TITLE = '示范市2025年政府信息公开工作年度报告';
const SECTION = '二、主动公开政府信息情况';
const LICENCE_HEAD = '| 信息内容 | 本年处理决定数量 |';
const NORMATIVE_HEAD = '| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |';

const blockOf = (lines: readonly string[]): { tables: readonly Table[]; strays: readonly number[] } =>
  readReport([TITLE, ...lines].join('\n')).blocks.at(-1)!;

/** The table, and each of its rows: the row that it is and how sure that is, with its values. */
const show = ({ form, edition, home, article, header, rows }: Table): string =>
  [
    `${edition.id}:${form.id}${home ? '' : ' elsewhere'}${article ? ` article ${article.official ? 'right' : 'wrong'}` : ''}${header ? ` head ${header.stub ?? '?'}` : ''}`,
    ...rows.map(({ match, duplicate, aligned, values }) =>
      [match?.row.key ?? '?', match?.certainty, duplicate ? 'again' : '', aligned ? values.join() : 'not aligned']
        .filter(Boolean)
        .join(' '),
    ),
  ].join('; ');

const bound = (...lines: readonly string[]): string[] => blockOf([SECTION, ...lines]).tables.map(show);

describe('model: tables', () => {
  it('are named by their articles', () => {
    assert.deepEqual(
      bound(
        '第二十条第（五）项',
        LICENCE_HEAD,
        '| 行政许可 | 3 |',
        '第二十条第(六)项：',
        LICENCE_HEAD,
        '| 行政处罚 | 4 |',
        '| 行政强制 |  |',
      ),
      [
        '2021:licensing article right head exact; licence exact 3',
        '2021:enforcement article right head exact; penalty exact 4; coercion exact NaN',
      ],
    );
  });

  it('are known by their labels where the article is another’s, or none is there', () => {
    assert.deepEqual(bound('第二十条第（六）项', LICENCE_HEAD, '| 行政许可 | 3 |'), [
      '2021:licensing article wrong head exact; licence exact 3',
    ]);
    // A row that is like one of the table's tells it, its head alone does not.
    assert.deepEqual(bound('第二十条第（一）项', LICENCE_HEAD, '| 行政许司 | 3 |'), [
      '2021:licensing article wrong head exact; licence near 3',
    ]);
    assert.deepEqual(bound('第二十条第（一）项', LICENCE_HEAD, '| 便民服务大厅办件 | 3 |'), [
      '2021:normative article right head exact; ? not aligned',
    ]);
    assert.deepEqual(bound(LICENCE_HEAD, '| 行政许可 | 3 |'), ['2021:licensing head exact; licence exact 3']);
    assert.deepEqual(bound('| 行政许可 | 3 |'), ['2021:licensing; licence exact 3']);
  });

  it('are what their article says where no row tells otherwise', () => {
    assert.deepEqual(bound('第二十条第（六）项', LICENCE_HEAD), ['2021:enforcement article right head exact']);
    assert.deepEqual(bound('第二十条第（六）项', LICENCE_HEAD, '| 行政处訓 | 4 |'), [
      '2021:enforcement article right head exact; penalty near 4',
    ]);
    // As near to one row as to the other.
    assert.deepEqual(bound('第二十条第（六）项', LICENCE_HEAD, '| 行政强罚 | 4 |'), [
      '2021:enforcement article right head exact; ? 4',
    ]);
  });

  it('begin where the head of one stands, and an article names one of them', () => {
    assert.deepEqual(bound('第二十条第（五）项', LICENCE_HEAD, '| 行政许可 | 3 |', LICENCE_HEAD, '| 行政处罚 | 4 |'), [
      '2021:licensing article right head exact; licence exact 3',
      '2021:enforcement head exact; penalty exact 4',
    ]);
  });

  it('go on behind words, and behind their own head', () => {
    assert.deepEqual(bound(LICENCE_HEAD, '| 行政处罚 | 4 |', '另行说明。', '| 行政强制 | 5 |'), [
      '2021:enforcement head exact; penalty exact 4; coercion exact 5',
    ]);
    assert.deepEqual(bound(LICENCE_HEAD, '| 行政处罚 | 4 |', LICENCE_HEAD, '| 行政强制 | 5 |').length, 1);
  });

  it('of an older edition are bound as what they are', () => {
    assert.deepEqual(
      bound(
        '第二十条第（五）项',
        '| 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |',
        '| 行政许可 | 3 | +1 | 9 |',
      ).map(one => one.split(' ')[0]),
      ['2019:licensing'],
    );
  });

  it('are of the edition whose own wording they have, before one that knows it to be wrong', () => {
    assert.deepEqual(bound('第二十条第（一）项', '| 规章 | 1 | 2 | 3 |', '| 规范性文件 | 4 | 5 | 6 |'), [
      '2019:normative article right; regulation exact 1,2,3; document exact 4,5,6',
    ]);
  });

  it('of another section are known where half of their labels are', () => {
    const disputes = (...lines: readonly string[]): string[] =>
      blockOf(['四、政府信息公开行政复议、行政诉讼情况', ...lines]).tables.map(show);
    assert.deepEqual(disputes('| 行政处罚 | 4 |', '| 行政强制 | 5 |'), [
      '2021:enforcement elsewhere; penalty exact 4; coercion exact 5',
    ]);
    assert.deepEqual(
      disputes('| 行政处罚 | 4 |', '| 便民服务大厅办件 | 5 |')[0]?.startsWith('2021:enforcement elsewhere'),
      true,
    );
    assert.deepEqual(
      disputes('| 行政处罚 | 4 |', '| 便民服务大厅办件 | 5 |', '| 热线来电接听总量 | 5 |')[0]?.startsWith(
        '2021:disputes',
      ),
      true,
    );
  });

  it('know where their article, their head and their rows stand', () => {
    const [table] = blockOf([SECTION, '', '第二十条第（五）项', LICENCE_HEAD, '', '| 行政许可 | 3 |']).tables;
    assert.deepEqual(table?.article, { line: 2, span: { start: 0, end: 9 }, official: true });
    assert.deepEqual([table.header?.line, table.rows.map(({ line }) => line)], [3, [5]]);
    const begin = (...lines: readonly string[]): number[] => blockOf([SECTION, '', ...lines]).tables.map(firstLine);
    assert.deepEqual(begin('第二十条第（五）项', LICENCE_HEAD, '| 行政许可 | 3 |'), [2]);
    assert.deepEqual(begin('', LICENCE_HEAD, '| 行政许可 | 3 |'), [3]);
    assert.deepEqual(begin('', '', '| 行政处罚 | 3 |', '| 行政强制 | 3 |'), [4]);
  });

  it('of two that know as many of the labels are the first', () => {
    assert.deepEqual(bound(LICENCE_HEAD, '| 行政许可 | 3 |', '| 行政处罚 | 4 |'), [
      '2021:licensing head exact; licence exact 3; ? 4',
    ]);
    assert.deepEqual(bound(LICENCE_HEAD, '| 行政处罚 | 4 |', '| 行政许可 | 3 |', '| 行政强制 | 5 |'), [
      '2021:enforcement head exact; penalty exact 4; ? 3; coercion exact 5',
    ]);
  });

  it('that no table of the section knows are none, and end where another begins', () => {
    const { tables, strays } = blockOf([
      ...[SECTION, '| 便民服务大厅办件 | 3 |', '| 热线来电接听总量 | 4 |'],
      ...['第二十条第（五）项', LICENCE_HEAD, '| 行政许可 | 3 |', '第二十条第（九）项', '| 上门服务 | 3 |'],
    ]);
    assert.deepEqual(tables.map(show), ['2021:licensing article right head exact; licence exact 3']);
    assert.deepEqual(strays, [1, 7]);
  });

  it('that are none are told by their first lines', () => {
    const { tables, strays } = blockOf(['一、总体情况', '话', '| 便民服务大厅办件 | 3 |', '| 热线来电接听总量 | 4 |']);
    assert.deepEqual([tables.length, strays], [0, [2]]);
    assert.deepEqual(blockOf(['一、总体情况', '第二十条第（五）项', '话']).strays, []);
  });
});

describe('model: the rows of a table', () => {
  it('stand in columns by their place, or by a head that names every column once', () => {
    const values = (head: string): string | undefined => bound(head, '| 规章 | 1 | 2 | 3 |')[0]?.split('; ')[1];
    assert.equal(values(NORMATIVE_HEAD), 'regulation exact 1,2,3');
    assert.equal(values('| 信息内容 | 现行有效件数 | 本年制发件数 | 本年废止件数 |'), 'regulation exact 2,3,1');
    assert.equal(values('| 信息内容 | 现行有效件数 | 本年制发件数 | 本年制发件数 |'), 'regulation exact 1,2,3');
    assert.equal(values('| 信息内容 | 现行有效件数 | 本年制发件数 | 本年废止件 |'), 'regulation exact 1,2,3');
    assert.equal(values('| 信息内容 | 现行有效件数 | 本年制发件数 |'), 'regulation exact 1,2,3');
  });

  it('are read only where there are as many cells as columns', () => {
    assert.deepEqual(bound(NORMATIVE_HEAD, '| 规章 | 1 | 2 |', '| 行政规范性文件 | 1 | 2 | 3 | 4 |'), [
      '2021:normative head exact; regulation exact not aligned; document exact not aligned',
    ]);
  });

  it('are not read where they head a group', () => {
    const [table] = blockOf(['四、政府信息公开行政复议、行政诉讼情况', '| 行政诉讼 | 1 | 0 | 0 | 甲 | 1 |']).tables;
    const [row] = table!.rows;
    assert.deepEqual([row!.match?.certainty, row!.aligned, row!.values, row!.readings], ['exact', true, [], []]);
  });

  it('that come twice count once', () => {
    const [table] = blockOf([SECTION, NORMATIVE_HEAD, '| 规章 | 1 | 2 | 3 |', '| 规章 | 4 | 5 | 6 |']).tables;
    assert.equal(show(table!), '2021:normative head exact; regulation exact 1,2,3; regulation exact again 4,5,6');
    assert.deepEqual(table!.byKey.get('regulation')?.values, [1, 2, 3]);
  });

  it('have what is in their cells, however it is written', () => {
    const [table] = blockOf([SECTION, NORMATIVE_HEAD, '| 规章 | 3件 | ＝ | 无数 |']).tables;
    const [row] = table!.rows;
    assert.deepEqual(row!.values, [3, NaN, NaN]);
    assert.deepEqual(
      row!.readings.map(({ index, reading }) => [index, reading.fault]),
      [
        [0, 'not-a-number'],
        [2, 'not-a-number'],
      ],
    );
  });

  it('are taken by labels that are sure before a guess', () => {
    assert.deepEqual(bound(LICENCE_HEAD, '| 行政处訓 | 4 |', '| 行政处罚 | 5 |', '| 行政强制 | 6 |'), [
      '2021:enforcement head exact; ? 4; penalty exact 5; coercion exact 6',
    ]);
  });
});

describe('model: the head of a table', () => {
  const headOf = (...lines: readonly string[]): unknown => {
    const header = blockOf([SECTION, '第二十条第（一）项', ...lines, '| 规章 | 1 | 2 | 3 |']).tables[0]?.header;
    return (
      header && [
        header.stub,
        ...header.columns.map(({ column, certainty }) => `${column ?? '?'} ${certainty ?? ''}`.trim()),
      ]
    );
  };

  it('is known by its first label or by half of its words', () => {
    assert.deepEqual(headOf(NORMATIVE_HEAD), ['exact', '0 exact', '1 exact', '2 exact']);
    assert.deepEqual(headOf('| 信息内客 | 本年制发件数 | 本年废止数 | 有效 |'), ['near', '0 exact', '1 known', '?']);
    assert.deepEqual(headOf('| 信息内容 | 甲 | 乙 | 丙 |'), ['exact', '?', '?', '?']);
    assert.deepEqual(headOf('| 各类事项 | 本年制发件数 | 本年废止件数 | 甲 | 乙 |'), [
      undefined,
      '0 exact',
      '1 exact',
      '?',
      '?',
    ]);
    assert.equal(headOf('| 各类事项 | 本年制发件数 | 甲 | 乙 |'), undefined);
    assert.equal(headOf('| 各类事项 |'), undefined);
  });

  it('holds no numbers', () => {
    assert.equal(headOf('| 信息内容 | 1 | 2 | 3 |'), undefined);
    assert.equal(headOf('| 信息内容 | 本年制发件数 | ＝ | 甲 |'), undefined);
  });
});

describe('model: rows as they are written', () => {
  it('have labels to the left, values to the right, and columns as wide as their widest cell', () => {
    assert.deepEqual(
      writeRows([
        { label: '信息内容', depth: 0, cells: ['数量', '甲'] },
        { label: '规章', depth: 1, cells: ['12345', ''] },
        { label: '其他', depth: 2, cells: [] },
        { label: '一', depth: 0, cells: ['3'] },
      ]),
      ['| 信息内容 |  数量 | 甲 |', '|   规章   | 12345 |    |', '|     其他 |', '| 一       |     3 |'],
    );
    assert.deepEqual(writeRows([]), []);
  });
});

describe('model: rows with one label in two groups', () => {
  const explanation = { zh: '', en: '' };
  const leaf = (key: string): RowForm => ({ key, label: '其他', name: key, explanation });
  const group = (key: string, label: string): RowForm => ({
    ...{ key, label, name: label, quotable: false, explanation },
    rows: [{ ...leaf(`${key}.first`), label: '首项' }, leaf(`${key}.rest`)],
  });
  const [form] = forms.slice(-1);
  const twice: Form = {
    ...form!,
    sections: form!.sections.map(section =>
      section.id === 'disputes'
        ? {
            ...section,
            tables: section.tables!.map(table => ({
              ...table,
              rows: [group('a', '甲类'), group('b', '乙类')],
              sums: [],
            })),
          }
        : section,
    ),
  };
  const keysOf = (...labels: readonly string[]): (string | undefined)[] => {
    const lines = labels.map(label => (label.endsWith('类') ? `| ${label} |` : `| ${label} | 1 | 1 | 1 | 1 | 4 |`));
    const text = [TITLE, '四、政府信息公开行政复议、行政诉讼情况', ...lines].join('\n');
    return readReport(text, [twice]).blocks[1]!.tables[0]!.rows.map(({ match }) => match?.row.key);
  };

  it('are told apart by the group above them, or by the row', () => {
    assert.deepEqual(keysOf('乙类', '其他', '甲类', '其他'), ['b', 'b.rest', 'a', 'a.rest']);
    assert.deepEqual(keysOf('乙类', '首项', '其他'), ['b', 'b.first', 'b.rest']);
  });

  it('are taken in their order where nothing tells', () => {
    assert.deepEqual(keysOf('其他', '其他'), ['a.rest', 'b.rest']);
  });
});
