import assert from 'node:assert/strict';
import { layGrid, type LooseCell } from '../../convert/grid/grid.ts';
import { readGrid } from '../../convert/grid/read-grid.ts';
import { forms, tablesOf, type TableForm } from '../../forms/index.ts';

const tables = tablesOf(forms.find(({ id }) => id === '2021')!);

const [normative, applications, disputes] = ['normative', 'applications', 'disputes'].map(id =>
  tables.find(table => table.id === id),
);

/** Words as cells of a row; `甲→2` spans two columns, `甲↓2` two rows. */
const row = (line: string): LooseCell[] =>
  line.split('/').map(cell => {
    const [, text = '', right, down] = /^(.*?)(?:→(\d+))?(?:↓(\d+))?$/.exec(cell) ?? [];
    return { text, ...(right && { columns: Number(right) }), ...(down && { rows: Number(down) }) };
  });

/** Each row by what it is for, and its values by their columns: `regulation: 0=5 1= ?=6`. A guess stands in brackets. */
const read = (table: TableForm | undefined, lines: readonly string[], from?: number): string[] => {
  const { rows, known } = readGrid(layGrid(lines.map(row)), table!, from);
  const shown = rows.map(
    ({ key, guess, label, values }) =>
      `${key ?? (guess === undefined ? `“${label}”` : `(${guess})`)}: ` +
      values.map(({ text, column }) => `${column ?? '?'}=${text}`).join(' '),
  );
  return [...shown.map(line => line.trim()), `known: ${known}`];
};

type Case = readonly [name: string, table: TableForm | undefined, lines: readonly string[], read: readonly string[]];

describe('a grid read against a table', () => {
  const cases: readonly Case[] = [
    [
      'has its rows by their labels, its columns by their heads',
      normative,
      ['信息内容/现行有效件数/本年制发件数', '行政规范性文件/1/', '规章//2'],
      ['document: 2=1 0=', 'regulation: 2= 0=2', 'known: 4'],
    ],
    [
      'has the columns of the form where it has no heads',
      normative,
      ['规章/1/2/3'],
      ['regulation: 0=1 1=2 2=3', 'known: 1'],
    ],
    [
      'has no values in a column that is blank in every row behind the labels',
      normative,
      ['规章//1/2/3', '行政规范性文件//4/5/6'],
      ['regulation: 0=1 1=2 2=3', 'document: 0=4 1=5 2=6', 'known: 2'],
    ],
    [
      'begins behind such a column also where there are fewer values than the form has',
      normative,
      ['规章//1', '行政规范性文件//4'],
      ['regulation: 0=1', 'document: 0=4', 'known: 2'],
    ],
    [
      'has a value that spans two columns by the one of them that has a head',
      normative,
      ['信息内容/本年制发件数//现行有效件数', '规章/5→2/7'],
      ['regulation: 0=5 2=7', 'known: 3'],
    ],
    [
      'takes a label over blanks for no head',
      applications,
      ['（七）总计///////', '四、结转下年度继续办理/1/2/3/4/5/6/7'],
      ['concluded: 0= 1= 2= 3= 4= 5= 6=', 'carriedOut: 0=1 1=2 2=3 3=4 4=5 5=6 6=7', 'known: 2'],
    ],
    ['has what stands for numbers as it is written', normative, ['规章/=/—/'], ['regulation: 0== 1=— 2=', 'known: 1']],
    [
      'leaves a column that the form does not have without a place, and a number before the label alone',
      normative,
      ['序号/信息内容/本年制发件数/本年修改件数/本年废止件数', '1/规章/1/9/2'],
      ['regulation: 0=1 ?=9 1=2', 'known: 3'],
    ],
    [
      'only guesses at a row that is nearly named, and knows none that is not',
      normative,
      ['规章制/1/2/3', '村规民约/4/5/6'],
      ['(规章): 0=1 1=2 2=3', '“村规民约”: 0=4 1=5 2=6', 'known: 0'],
    ],
    [
      'takes no row for one that another label is sure to name',
      normative,
      ['规章制/1/2/3', '规章/4/5/6'],
      ['“规章制”: 0=1 1=2 2=3', 'regulation: 0=4 1=5 2=6', 'known: 1'],
    ],
    [
      'guesses at the row of the group that a damaged label stands in',
      applications,
      ['2.申请人逾期未按收费通知要求缴纳费用/1/2/3/4/5/6/21', '总他/1/2/3/4/5/6/21'],
      ['other.unpaid: 0=1 1=2 2=3 3=4 4=5 5=6 6=21', '(3.其他): 0=1 1=2 2=3 3=4 4=5 5=6 6=21', 'known: 1'],
    ],
    [
      'counts a row that comes twice once',
      normative,
      ['规章/1/2/3', '规章/4/5/6'],
      ['regulation: 0=1 1=2 2=3', 'regulation: 0=4 1=5 2=6', 'known: 1'],
    ],
    [
      'believes a head that is nearly one where all are there',
      normative,
      ['信息内容/现行有效件/本年制发件数/本年废止件数', '规章/1/2/3'],
      ['regulation: 2=1 0=2 1=3', 'known: 4'],
    ],
    [
      'believes none where one is missing',
      normative,
      ['信息内容/现行有效件/本年制发件数', '规章/1/2'],
      ['regulation: ?=1 0=2', 'known: 2'],
    ],
    [
      'believes none where a sure one says the same',
      normative,
      ['信息内容/现行有效件/现行有效件数/本年制发件数/本年废止件数', '规章/9/1/2/3'],
      ['regulation: ?=9 2=1 0=2 1=3', 'known: 4'],
    ],
    [
      'has no heads in a row of mostly other words',
      normative,
      ['信息内容/制定数/作废数/现行有效件数', '规章/1/2/3'],
      ['“”: 0=制定数 1=作废数 2=现行有效件数', 'regulation: 0=1 1=2 2=3', 'known: 1'],
    ],
    [
      'has heads in a row of which half is one',
      normative,
      ['信息内容/制定数/现行有效件数', '规章/1/2'],
      ['regulation: ?=1 2=2', 'known: 2'],
    ],
    [
      'has two values under one head that reaches over both, and none under two heads',
      normative,
      ['信息内容/本年制发件数→2/现行有效件数', '规章/1/2/3', '行政规范性文件/4/5→2'],
      ['regulation: 0=1 0=2 2=3', 'document: 0=4 ?=5', 'known: 4'],
    ],
    [
      'leaves a value that reaches down to the row that it begins in',
      normative,
      ['规章/7↓2/1/2', '行政规范性文件/3/4'],
      ['regulation: 0=7 1=1 2=2', 'document: 1=3 2=4', 'known: 2'],
    ],
    [
      'has remarks behind the values for values, and no label among them',
      normative,
      ['规章/1/2/3/行政规范性文件'],
      ['regulation: 0=1 1=2 2=3 3=行政规范性文件', 'known: 1'],
    ],
    [
      'has the lowest of several labels for its row',
      applications,
      [
        '申请人情况→3↓2/自然人↓2/法人或其他组织→5/总计↓2',
        '商业企业/科研机构/社会公益组织/法律服务机构/其他',
        '一、本年新收政府信息公开申请数量→3/1/2/3/4/5/6/21',
        '三、本年度办理结果↓3/（一）予以公开→2/1/1/1/1/1/1/6',
        '（三）不予公开↓2/1.属于国家秘密/2/2/2/2/2/2/12',
        '2.其他法律行政法规禁止公开/3/3/3/3/3/3/18',
      ],
      [
        'received: 0=1 1=2 2=3 3=4 4=5 5=6 6=21',
        'granted: 0=1 1=1 2=1 3=1 4=1 5=1 6=6',
        'refused.secret: 0=2 1=2 2=2 3=2 4=2 5=2 6=12',
        'refused.law: 0=3 1=3 2=3 3=3 4=3 5=3 6=18',
        'known: 13',
      ],
    ],
    [
      'has no values in the blank cells that text has behind a label of several columns',
      applications,
      [
        '一、本年新收政府信息公开申请数量///1/2/3/4/5/6/21',
        '三、本年度办理结果/（三）不予公开/1.属于国家秘密/2/2/2/2/2/2/12',
      ],
      ['received: 0=1 1=2 2=3 3=4 4=5 5=6 6=21', 'refused.secret: 0=2 1=2 2=2 3=2 4=2 5=2 6=12', 'known: 4'],
    ],
    [
      'leaves values that drifted among the labels without a place',
      applications,
      [
        '一、本年新收政府信息公开申请数量/1/2/3/4/5/6/21',
        '三、本年度办理结果/（三）不予公开/1.属于国家秘密/2/2/2/2/2/2/12',
      ],
      ['received: ?=1 ?=2 0=3 1=4 2=5 3=6 4=21', 'refused.secret: 0=2 1=2 2=2 3=2 4=2 5=2 6=12', 'known: 4'],
    ],
    [
      'reads rows that are printed side by side',
      disputes,
      [
        '行政复议→5/行政诉讼→10',
        '结果维持↓2/结果纠正↓2/其他结果↓2/尚未审结↓2/总计↓2/未经复议直接起诉→5/复议后起诉→5',
        '结果维持/结果纠正/其他结果/尚未审结/总计/结果维持/结果纠正/其他结果/尚未审结/总计',
        '1/2/3/4/10/5/6/7/8/26/0/0/0//0',
      ],
      ['review: 0=1 1=2 2=3 3=4 4=10', 'direct: 0=5 1=6 2=7 3=8 4=26', 'afterReview: 0=0 1=0 2=0 4=0', 'known: 9'],
    ],
    [
      'does so where merged cells were lost',
      disputes,
      [
        '行政复议//行政诉讼///',
        '结果维持/总计/未经复议直接起诉//复议后起诉/',
        '//结果维持/总计/结果维持/总计',
        '1/2/3/4/5/6',
      ],
      ['review: 0=1 4=2', 'direct: 0=3 4=4', 'afterReview: 0=5 4=6', 'known: 6'],
    ],
    [
      'reads the same rows below each other, a group’s own without values',
      disputes,
      [
        '案件类型/结果维持/结果纠正/其他结果/尚未审结/总计',
        '行政复议/1/2/3/4/10',
        '行政诉讼',
        '未经复议直接起诉/1/0/0/0/1',
      ],
      ['review: 0=1 1=2 2=3 3=4 4=10', '“行政诉讼”:', 'direct: 0=1 1=0 2=0 3=0 4=1', 'known: 8'],
    ],
    [
      'has no heads below the first values',
      normative,
      ['信息内容/本年制发件数', '规章/1', '/现行有效件数', '行政规范性文件/2'],
      ['regulation: 0=1', '“”: 0=现行有效件数', 'document: 0=2', 'known: 3'],
    ],
    [
      'has none below values in its first row',
      normative,
      ['规章/1/2', '/现行有效件数/本年制发件数', '行政规范性文件/3/4'],
      ['regulation: 0=1 1=2', '“”: 0=现行有效件数 1=本年制发件数', 'document: 0=3 1=4', 'known: 2'],
    ],
    [
      'has the first of two labels that are both a row’s',
      normative,
      ['规章/行政规范性文件/1/2/3'],
      ['regulation: 0=1 1=2 2=3', 'known: 2'],
    ],
    ['knows nothing where there are heads alone', normative, ['信息内容/本年制发件数/本年废止件数'], ['known: 0']],
    ['knows nothing of words', normative, ['甲', '乙'], ['“甲”:', '“乙”:', 'known: 0']],
    ['is nothing where nothing is', normative, [], ['known: 0']],
  ];
  for (const [name, table, lines, expected] of cases) it(name, () => assert.deepEqual(read(table, lines), expected));

  it('keeps the labels as they are written', () => {
    const labelsOf = (table: TableForm | undefined, lines: readonly string[]): string[] =>
      readGrid(layGrid(lines.map(row)), table!).rows.map(({ label }) => label);
    assert.deepEqual(labelsOf(normative, ['1/规 章/1/2/3', '甲/乙/4/5/6', '丙/规章制/7/8/9']), [
      '规 章',
      '甲 乙',
      '丙 规章制',
    ]);
    assert.deepEqual(
      labelsOf(disputes, ['行政复议→2/未经复议直接起诉→2/甲', '结果维持/总计/结果维持/总计/', '1/2/3/4/5']),
      ['行政复议', '未经复议直接起诉'],
    );
  });

  it('begins at the column that is asked for, unless it has them all', () => {
    assert.deepEqual(read(normative, ['规章/1/2'], 1), ['regulation: 1=1 2=2', 'known: 1']);
    assert.deepEqual(read(normative, ['1/2', '3/4'], 1), ['“”: 1=1 2=2', '“”: 1=3 2=4', 'known: 0']);
    assert.deepEqual(read(normative, ['甲//5', '乙/丙/6'], 1), ['“甲”: 1=5', '“乙 丙”: 1=6', 'known: 0']);
    assert.deepEqual(read(normative, ['规章/1/2/3'], 2), ['regulation: 0=1 1=2 2=3', 'known: 1']);
    assert.deepEqual(read(normative, ['规章//1/2/3'], 2), ['regulation: 0=1 1=2 2=3', 'known: 1']);
    assert.deepEqual(read(normative, ['信息内容/本年废止件数', '规章/1'], 2), ['regulation: 1=1', 'known: 2']);
  });
});
