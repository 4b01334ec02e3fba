import assert from 'node:assert/strict';
import { layGrid, type LooseCell } from '../../convert/grid/grid.ts';
import { bindSection, lexiconOf } from '../../convert/import/bind/bind.ts';
import { inferPlaces } from '../../convert/import/bind/infer.ts';
import type { SourceTable } from '../../convert/import/source.ts';
import { allRows, forms, tablesOf, valueRows } from '../../forms/index.ts';

const form = forms.find(({ id }) => id === '2021')!;

/** Words as cells of a row; `甲→2` spans two columns, `甲↓2` two rows. */
const row = (line: string): LooseCell[] =>
  line.split('/').map(cell => {
    const [, text = '', right, down] = /^(.*?)(?:→(\d+))?(?:↓(\d+))?$/.exec(cell) ?? [];
    return { text, ...(right && { columns: Number(right) }), ...(down && { rows: Number(down) }) };
  });

const tableOf = (layout: SourceTable['layout'], lines: readonly string[]): SourceTable => ({
  kind: 'table',
  layout,
  rows: layGrid(lines.map(row)).rows.map((cells, index) => ({ cells, place: { row: index + 1 } })),
});

/**
 * What a section makes of a table: its rows of values, `regulation: 1/2/`; each remark with the row of the file and what
 * it is about, `loss 2 村规民约 8`; and how many rows of the form are told to be missing.
 */
function bound(id: string, layout: SourceTable['layout'], lines: readonly string[]): string[] {
  const section = form.sections.find(one => one.id === id)!;
  const { tables, remarks } = bindSection([tableOf(layout, lines)], section, form);
  const rows = tables.flatMap(({ form: table, values }) =>
    valueRows(table).map(({ key }, number) => {
      const cells = table.columns.map((_, column) => values.get(number * table.columns.length + column) ?? '');
      return { key, cells };
    }),
  );
  const there = remarks.filter(({ place }) => place.row !== undefined);
  const missing = remarks.filter(({ kind, text, place }) => kind + text === 'note' && place.row === undefined).length;
  return [
    ...rows.filter(({ cells }) => cells.join('') !== '').map(({ key, cells }) => `${key}: ${cells.join('/')}`),
    ...there.map(({ kind, text, place, target }) =>
      [kind, place.row, text, target && `→ ${target}`].filter(Boolean).join(' '),
    ),
    ...(missing > 0 ? [`missing: ${missing}`] : []),
  ];
}

const HEADS = '信息内容/本年制发件数/本年废止件数/现行有效件数';
const FULL = ['规章/1/2/3', '行政规范性文件/4/5/6'];
const OUTCOMES = '结果维持/结果纠正/其他结果/尚未审结/总计';
const RECEIVED = '一、本年新收政府信息公开申请数量';

type Case = readonly [
  name: string,
  section: string,
  layout: SourceTable['layout'],
  lines: readonly string[],
  bound: readonly string[],
];

const cases: readonly Case[] = [
  [
    'has its values by the heads over them',
    'disclosure',
    'laid',
    ['第二十条第（一）项→4', '信息内容/现行有效件数/本年制发件数/本年废止件数', '规章/1/2/3', '行政规范性文件/4//6'],
    ['regulation: 2/3/1', 'document: /6/4'],
  ],
  [
    'has them so where no cell says where it stands, if the row is full or another one shows it',
    'disclosure',
    'loose',
    ['信息内容/现行有效件数/本年制发件数/本年废止件数', '规章/1/2/3', '行政规范性文件/4//6'],
    ['regulation: 2/3/1', 'document: /6/4'],
  ],
  [
    'has its heads in one row where the other only has words that the form prints',
    'applications',
    'loose',
    ['/申请人情况', '/总计/自然人/商业企业/科研机构/社会公益组织/法律服务机构/其他', `${RECEIVED}/21/1/2/3/4/5/6`],
    ['received: 1/2/3/4/5/6/21', 'missing: 24'],
  ],
  [
    'has the columns of the form under heads that say nothing',
    'disclosure',
    'laid',
    ['信息内容/制定/废除/有效', '规章/1/2/3', '行政规范性文件/4//6'],
    ['regulation: 1/2/3', 'document: 4//6', 'loss 1 制定 废除 有效'],
  ],
  [
    'leaves a column out that the form does not have',
    'disclosure',
    'laid',
    ['信息内容/本年制发件数/本年修改件数/本年废止件数/现行有效件数', '规章/1/9/2/3', '行政规范性文件/4//5/6'],
    ['regulation: 1/2/3', 'document: 4/5/6', 'loss 1 本年修改件数', 'loss 2 9 → normative.regulation'],
  ],
  [
    'leaves all out where it cannot tell which column that is',
    'disclosure',
    'loose',
    ['信息内容/本年制发件数/本年修改件数/本年废止件数/现行有效件数', '规章/1/9/2/3'],
    ['loss 1 本年修改件数', 'loss 2 1 9 2 3 → normative.regulation', 'missing: 1'],
  ],
  [
    'does not guess where blanks may have been dropped',
    'disclosure',
    'loose',
    ['规章/1/2', '行政规范性文件/4//6'],
    ['loss 1 规章 1 2 → normative.regulation', 'loss 2 行政规范性文件 4 6 → normative.document'],
  ],
  [
    'does not take blanks at the end of a row for cells of it',
    'disclosure',
    'loose',
    [FULL[0]!, '行政规范性文件/4/6/'],
    ['regulation: 1/2/3', 'loss 2 行政规范性文件 4 6 → normative.document'],
  ],
  [
    'counts the cells behind the label where all are there',
    'disclosure',
    'counted',
    ['规章/1/', '行政规范性文件/4/5/'],
    ['document: 4/5/', 'loss 1 规章 1 → normative.regulation'],
  ],
  [
    'does so where full rows of another shape have theirs straight behind it too',
    'disclosure',
    'counted',
    ['甲/规章/1/2/3', '行政规范性文件/4//6'],
    ['regulation: 1/2/3', 'document: 4//6', 'loss 1 甲'],
  ],
  [
    'learns from a row whatever labels of groups stand before its own',
    'applications',
    'loose',
    ['三、本年度办理结果/（一）予以公开/1/1/1/1/1/1/6', '/（二）部分公开/2//2/2/2/2/10'],
    ['granted: 1/1/1/1/1/1/6', 'partial: 2//2/2/2/2/10', 'missing: 23'],
  ],
  [
    'learns nothing from rows of one shape whose values stand otherwise',
    'applications',
    'loose',
    [
      '（一）予以公开//1/1/1/1/1/1/6',
      '（二）部分公开/2//2/2/2/2/2/12',
      '（七）总计//3/3//3/3/3/15',
      '（四）无法提供/1.本机关不掌握相关政府信息/1/1/1/1/1/1/6',
    ],
    [
      'granted: 1/1/1/1/1/1/6',
      'partial: 2/2/2/2/2/2/12',
      'unable.notHeld: 1/1/1/1/1/1/6',
      'loss 3 （七）总计 3 3 3 3 3 15 → applications.concluded',
      'missing: 21',
    ],
  ],
  [
    'leaves blank cells alone under a head that the form does not have',
    'disclosure',
    'loose',
    ['信息内容/甲/本年制发件数/现行有效件数', '规章/9/1/3', '行政规范性文件//4/6'],
    ['regulation: 1//3', 'document: 4//6', 'loss 1 甲', 'loss 2 9 → normative.regulation'],
  ],
  [
    'places no row with a value under two heads, or under none',
    'disclosure',
    'laid',
    [HEADS, '规章/1→2/3', '行政规范性文件/4///6', '规章/1//2/3'],
    [
      'loss 4 规章 1 2 3 → normative.regulation',
      'loss 2 规章 1 3 → normative.regulation',
      'loss 3 行政规范性文件 4 6 → normative.document',
    ],
  ],
  [
    'does not count values where one of them stands under no head',
    'disclosure',
    'laid',
    [HEADS, '规章/1//3/9', '行政规范性文件/4/5/6/'],
    ['document: 4/5/6', 'loss 2 规章 1 3 9 → normative.regulation'],
  ],
  [
    'learns from no row that holds another one',
    'applications',
    'loose',
    ['（一）予以公开/1/1/1/1/1/1/6/（二）部分公开/2/2/2/2/2/2/12', '（七）总计/3//3/3/3/3/18////////'],
    [
      'granted: 1/1/1/1/1/1/6',
      'partial: 2/2/2/2/2/2/12',
      'loss 2 （七）总计 3 3 3 3 3 18 → applications.concluded',
      'missing: 22',
    ],
  ],
  [
    'does not where full rows have another cell between',
    'disclosure',
    'counted',
    ['规章/ /1/2/3', '行政规范性文件/4//6'],
    ['regulation: 1/2/3', 'loss 2 行政规范性文件 4 6 → normative.document'],
  ],
  [
    'leaves a number before the label out',
    'disclosure',
    'counted',
    ['1/规章/1/2/3'],
    ['regulation: 1/2/3', 'loss 1 1', 'missing: 1'],
  ],
  [
    'leaves it out also where the label is only nearly one',
    'disclosure',
    'counted',
    ['第二十条第（一）项', '1/规章制/1/2/3'],
    ['regulation: 1/2/3', 'change 2 规章制 → normative.regulation', 'loss 2 1', 'missing: 1'],
  ],
  [
    'has words behind its numbers for a value, of no column if there are more',
    'disclosure',
    'loose',
    ['规章/1/不详/3', '行政规范性文件/4/5/6/备注'],
    ['regulation: 1/不详/3', 'loss 2 行政规范性文件 4 5 6 备注 → normative.document'],
  ],
  [
    'is read from words that only follow each other',
    'disclosure',
    'flowing',
    [[HEADS, ...FULL].join('/')],
    ['regulation: 1/2/3', 'document: 4/5/6'],
  ],
  [
    'has words behind a head there for another one',
    'disclosure',
    'flowing',
    ['信息内容', '甲', '规章/1/2/3'],
    ['regulation: 1/2/3', 'loss 2 甲', 'missing: 1'],
  ],
  [
    'has no blank cells there to tell where a value belongs',
    'disclosure',
    'flowing',
    ['规章/1/2/3', '行政规范性文件/4//6'],
    ['regulation: 1/2/3', 'loss 2 行政规范性文件 4 6 → normative.document'],
  ],
  [
    'is read so line by line, and places no row that is short',
    'disclosure',
    'flowing',
    [HEADS, '规章/1/3', '行政/规范性文件', '4/5/6', '备注/无'],
    ['document: 4/5/6', 'loss 5 备注 无', 'loss 2 规章 1 3 → normative.regulation'],
  ],
  [
    'has each row once, and those of the form only',
    'disclosure',
    'laid',
    ['规章/1/2/3', '村规民约/4/5/6', '规章/7/8/9', '行政规范性文件///'],
    [
      'regulation: 1/2/3',
      'loss 2 村规民约 4 5 6',
      'loss 3 规章 7 8 9 → normative.regulation',
      'note 4 → normative.document',
    ],
  ],
  [
    'takes a sentence in a cell for no value',
    'disclosure',
    'laid',
    ['规章/1/2/由于机构调整本年度没有制发任何文件', '行政规范性文件/4/5/本年度内没有制发任何规范性文件。'],
    [
      'regulation: 1/2/',
      'document: 4/5/本年度内没有制发任何规范性文件。',
      'loss 1 由于机构调整本年度没有制发任何文件 → normative.regulation',
    ],
  ],
  [
    'places no row that has more values than columns',
    'disclosure',
    'laid',
    ['规章/1/2/3/4'],
    ['loss 1 规章 1 2 3 4 → normative.regulation', 'missing: 1'],
  ],
  [
    'is cut where an article begins the next',
    'disclosure',
    'laid',
    [
      '第二十条第（五）项',
      '信息内容/本年处理决定数量',
      '行政许可/7',
      '第二十条第（六）项',
      '信息内容/本年处理决定数量',
      '行政处罚/8',
      '行政强制/9',
      '第二十条第（八）项',
      '信息内容/本年收费金额（单位：万元）',
      '行政事业性收费/1.5',
    ],
    ['licence: 7', 'penalty: 8', 'coercion: 9', 'fee: 1.5'],
  ],
  [
    'has no heads in a row that its article begins, and tells them',
    'disclosure',
    'laid',
    ['第二十条第（六）项/信息内容/本年处理决定数量', '行政处罚/8', '行政强制/9'],
    ['penalty: 8', 'coercion: 9', 'loss 1 信息内容', 'loss 1 本年处理决定数量'],
  ],
  [
    'has the row of the last of several labels, of whichever table they are',
    'disclosure',
    'laid',
    ['规章/行政处罚/8', '行政强制/9'],
    ['penalty: 8', 'coercion: 9', 'loss 1 规章'],
  ],
  [
    'is cut at an article inside a row',
    'disclosure',
    'laid',
    ['规章/第二十条第（六）项/行政处罚/8', '行政强制/9'],
    ['penalty: 8', 'coercion: 9', 'note 1 → normative.regulation', 'missing: 1'],
  ],
  [
    'has no cells for values between two labels',
    'applications',
    'laid',
    ['三、本年度办理结果//（一）予以公开/1//1/1/1/1/5', '//（二）部分公并/2/2//2/2/2/10'],
    [
      'granted: 1//1/1/1/1/5',
      'partial: 2/2//2/2/2/10',
      'change 2 （二）部分公并 → applications.partial',
      'missing: 23',
    ],
  ],
  [
    'has none between a label and words ahead of the numbers',
    'applications',
    'laid',
    ['三、本年度办理结果//（二）部分公并/2/2//2/2/2/10'],
    ['partial: 2/2//2/2/2/10', 'change 1 （二）部分公并 → applications.partial', 'missing: 24'],
  ],
  [
    'is told apart by its labels where no article stands',
    'disclosure',
    'laid',
    ['信息内容/本年处理决定数量', '行政许可/7', '信息内容/本年处理决定数量', '行政处罚/8', '行政强制/9'],
    ['licence: 7', 'penalty: 8', 'coercion: 9'],
  ],
  [
    'is told where it is of no form',
    'disclosure',
    'laid',
    ['月份/条数', '一月/31', '1/2'],
    ['loss 1 月份 条数', 'loss 2 一月 31', 'loss 3 1 2'],
  ],
  [
    'has the row of the lowest of several labels',
    'applications',
    'laid',
    [
      '申请人情况→3↓2/自然人↓2/法人或其他组织→5/总计↓2',
      '商业企业/科研机构/社会公益组织/法律服务机构/其他',
      `${RECEIVED}→3/1/2/3/4/5/6/21`,
      '三、本年度办理结果↓4/（一）予以公开→2/1/1/1/1/1/1/6',
      '（三）不予公开↓2/1.属于国家秘密/2/2/2/2/2/2/12',
      '2.其他法律行政法规禁止公开/3//3///3/9',
      '（七）总计→2/1/1/1/1/1/1/6',
    ],
    [
      'received: 1/2/3/4/5/6/21',
      'granted: 1/1/1/1/1/1/6',
      'refused.secret: 2/2/2/2/2/2/12',
      'refused.law: 3//3///3/9',
      'concluded: 1/1/1/1/1/1/6',
      'missing: 20',
    ],
  ],
  [
    'leaves the values of a group out, and says what its label became',
    'applications',
    'loose',
    ['不予公开/1/2/3/4/5/6/21'],
    ['change 1 不予公开 → applications.refused', 'loss 1 不予公开 1 2 3 4 5 6 21 → applications.refused'],
  ],
  [
    'never takes a row by a guess that another label is sure to name',
    'applications',
    'loose',
    ['1.属于国家机密/1/2/3/4/5/6/21', '1.属于国家秘密/0/0/0/0/0/0/0'],
    ['refused.secret: 0/0/0/0/0/0/0', 'loss 1 1.属于国家机密 1 2 3 4 5 6 21', 'missing: 24'],
  ],
  [
    'does take it where none is',
    'applications',
    'loose',
    ['1.属于国家机密/1/2/3/4/5/6/21'],
    ['refused.secret: 1/2/3/4/5/6/21', 'change 1 1.属于国家机密 → applications.refused.secret', 'missing: 24'],
  ],
  [
    'has a damaged label for the row of the group that it stands in',
    'applications',
    'loose',
    ['2.申请人逾期未按收费通知要求缴纳费用/1/0/0/0/0/0/1', '总他/1/0/0/0/0/0/1'],
    [
      'other.unpaid: 1/0/0/0/0/0/1',
      'other.rest: 1/0/0/0/0/0/1',
      'change 2 总他 → applications.other.rest',
      'missing: 23',
    ],
  ],
  [
    'has cells that stand in columns each for itself',
    'disclosure',
    'laid',
    ['规/章/1/2/3', '行政规范性文件/4/5/6'],
    ['document: 4/5/6', 'loss 1 规 章 1 2 3', 'missing: 1'],
  ],
  [
    'has a label that was cut into pieces put together',
    'disclosure',
    'loose',
    ['信息/内容/本年制发/件数/本年废止件数/现行有效件数', '规章/1/2/3', '行政/规范性/文件/4/5/6', '政/7/8/9'],
    ['regulation: 1/2/3', 'document: 4/5/6', 'loss 4 政 7 8 9'],
  ],
  [
    'has a head that is known to be wrong for what it should be',
    'disclosure',
    'laid',
    ['信息内容/现有有效件数/本年制定件数/本年废止数', '规章/1/2/3', '规范性文件/4/5/6'],
    [
      'regulation: 2/3/1',
      'document: 5/6/4',
      'change 1 现有有效件数',
      'change 1 本年制定件数',
      'change 1 本年废止数',
      'change 3 规范性文件 → normative.document',
    ],
  ],
  [
    'has a column under each head that it knows, where there are more than in the form',
    'disclosure',
    'laid',
    ['信息内容/甲/现行有效件数/乙/本年制发件数', '规章/1/2/3/4', '行政规范性文件/5/6//7'],
    [
      'regulation: 4//2',
      'document: 7//6',
      'loss 1 甲 乙',
      'loss 2 1 3 → normative.regulation',
      'loss 3 5 → normative.document',
    ],
  ],
  [
    'has a column under the one head that it knows',
    'disclosure',
    'laid',
    ['信息内容/甲/乙/本年制发件数', '规章/1/2/3', '行政规范性文件/4//5'],
    [
      'regulation: 3//',
      'document: 5//',
      'loss 1 甲 乙',
      'loss 2 1 2 → normative.regulation',
      'loss 3 4 → normative.document',
    ],
  ],
  [
    'leaves a column out that the form does not have, where another is missing',
    'disclosure',
    'laid',
    ['信息内容/甲/本年制发件数/现行有效件数', '规章/1/2/3', '行政规范性文件//4/5'],
    ['regulation: 2//3', 'document: 4//5', 'loss 1 甲', 'loss 2 1 → normative.regulation'],
  ],
  [
    'has no column under a head that is only nearly one',
    'disclosure',
    'laid',
    ['信息内容/现行有效件/本年制发件数/本年废止件数', '规章/1/2/3'],
    ['regulation: 2/3/', 'loss 1 现行有效件', 'loss 2 1 → normative.regulation', 'missing: 1'],
  ],
  [
    'has a column under a head that only has other marks',
    'disclosure',
    'laid',
    ['信息内容/现行有效件数：/本年制发（件数）/本年废止件数', '规章/1/2/3'],
    ['regulation: 2/3/1', 'loss 1 现行有效件数： 本年制发（件数）', 'missing: 1'],
  ],
  [
    'has a head over a blank cell',
    'disclosure',
    'laid',
    ['/现行有效件数/本年制发件数/本年废止件数', '信息内容///', '规章/1//3'],
    ['regulation: /3/1', 'missing: 1'],
  ],
  [
    'has the columns of the form where a head that is strange stands in its place',
    'disclosure',
    'laid',
    ['信息内容/甲/本年废止件数/现行有效件数', '规章/1/2/', '行政规范性文件//5/6'],
    ['regulation: 1/2/', 'document: /5/6', 'loss 1 甲'],
  ],
  [
    'has them where one head stands twice',
    'disclosure',
    'laid',
    ['信息内容/本年制发件数/本年制发件数/现行有效件数', '规章/1//3', '行政规范性文件/4/5/6'],
    ['regulation: 1//3', 'document: 4/5/6'],
  ],
  [
    'has a head over several columns for all of them',
    'disclosure',
    'laid',
    ['信息内容/本年制发件数→2/本年废止件数/现行有效件数', '规章/1//2/', '行政规范性文件//4//6'],
    ['regulation: 1/2/', 'document: 4//6'],
  ],
  [
    'does not take words ahead of a label for the row',
    'applications',
    'loose',
    ['甲/（一）予以公开/1/1/1/1/1/1/6', '（三）不予公开/乙/2/2/2/2/2/2/12', '丙'],
    ['granted: 1/1/1/1/1/1/6', 'loss 1 甲', 'loss 2 （三）不予公开 乙 2 2 2 2 2 2 12', 'loss 3 丙', 'missing: 24'],
  ],
  [
    'takes the last of several labels for the row',
    'applications',
    'loose',
    ['（一）予以公开/乙/2/2/2/2/2/2/12', '（一）予以公开/（七）总计/1/1/1/1/1/1/6'],
    ['concluded: 1/1/1/1/1/1/6', 'loss 1 （一）予以公开 乙 2 2 2 2 2 2 12', 'missing: 24'],
  ],
  [
    'has no values without a label, unless it prints its rows side by side',
    'disclosure',
    'laid',
    ['规章/1/2/3', '4/5/6'],
    ['regulation: 1/2/3', 'loss 2 4 5 6', 'missing: 1'],
  ],
  [
    'has a word for a value where the row has no numbers',
    'disclosure',
    'laid',
    ['规章//不详/', '行政规范性文件//不详/'],
    ['regulation: /不详/', 'document: /不详/'],
  ],
  [
    'has words ahead of the numbers for a label, also behind a blank',
    'applications',
    'loose',
    ['（三）不予公开//乙/2/2/2/2/2/2/12'],
    ['loss 1 （三）不予公开 乙 2 2 2 2 2 2 12'],
  ],
  [
    'has words behind a blank for one row with those before, where words only follow each other',
    'disclosure',
    'flowing',
    ['规章//村规民约/1/2/3'],
    ['loss 1 规章 村规民约 1 2 3'],
  ],
  [
    'is read from such words, and has each with the line of its first value',
    'disclosure',
    'flowing',
    [HEADS, '规章/1', '备注', '村规/2', '行政规范性文件', '4/5'],
    ['loss 4 备注 村规 2', 'loss 2 规章 1 → normative.regulation', 'loss 6 行政规范性文件 4 5 → normative.document'],
  ],
  [
    'has no more columns than its heads name',
    'disclosure',
    'loose',
    ['信息内容/本年制发件数/本年废止件数', '规章/1/2', '行政规范性文件/4/5'],
    ['regulation: 1/2/', 'document: 4/5/'],
  ],
  [
    'has the columns of the form where its heads say nothing and are fewer',
    'disclosure',
    'loose',
    ['信息内容/甲/乙', '规章/1/2/3'],
    ['regulation: 1/2/3', 'loss 1 甲 乙', 'missing: 1'],
  ],
  [
    'has nothing to say of a row of blanks',
    'disclosure',
    'laid',
    ['第二十条第（一）项', '///', FULL[0]!, '///', FULL[1]!, '///'],
    ['regulation: 1/2/3', 'document: 4/5/6'],
  ],
  ['is told to have strange heads', 'disclosure', 'laid', ['信息内容/甲/乙'], ['loss 1 甲 乙']],
  [
    'has words that only follow each other for one label',
    'disclosure',
    'flowing',
    [HEADS, '规章/1/2/3/村规/民约/4/5/6', '行政规范性文件/7/8/9'],
    ['regulation: 1/2/3', 'document: 7/8/9', 'loss 2 村规 民约 4 5 6'],
  ],
  [
    'has the row of a label that stands ahead of its group’s',
    'applications',
    'loose',
    ['1.属于国家秘密/（三）不予公开/1/2/3/4/5/6/21'],
    ['refused.secret: 1/2/3/4/5/6/21', 'missing: 24'],
  ],
  [
    'has the values of a short row where only one way of adding up allows them',
    'applications',
    'loose',
    [
      `${RECEIVED}/1/0/0/0/0/0/1`,
      '二、上年结转政府信息公开申请数量/3/3',
      '（七）总计/4/0/0/0/0/0/4',
      '四、结转下年度继续办理/0/0/0/0/0/0/0',
    ],
    [
      'received: 1/0/0/0/0/0/1',
      'carriedIn: 3//////3',
      'concluded: 4/0/0/0/0/0/4',
      'carriedOut: 0/0/0/0/0/0/0',
      'note 2 二、上年结转政府信息公开申请数量 3 3 → applications.carriedIn',
      'missing: 21',
    ],
  ],
  [
    'has none of them where two ways do, or none',
    'applications',
    'loose',
    [
      `${RECEIVED}/1/1/0/0/0/0/2`,
      '二、上年结转政府信息公开申请数量/0/0',
      '（七）总计/4/1/0/0/0/0/9',
      '四、结转下年度继续办理/2/甲/2',
      '（一）予以公开/1/1',
    ],
    [
      'received: 1/1/0/0/0/0/2',
      'concluded: 4/1/0/0/0/0/9',
      'loss 2 二、上年结转政府信息公开申请数量 0 0 → applications.carriedIn',
      'loss 4 四、结转下年度继续办理 2 甲 2 → applications.carriedOut',
      'loss 5 （一）予以公开 1 1 → applications.granted',
      'missing: 20',
    ],
  ],
  [
    'is printed side by side',
    'disputes',
    'laid',
    [
      '行政复议→5/行政诉讼→10',
      `${OUTCOMES.replaceAll('/', '↓2/')}↓2/未经复议直接起诉→5/复议后起诉→5`,
      `${OUTCOMES}/${OUTCOMES}`,
      '1/2/3/4/10/5/6/7/8/26/0/0/0//0',
    ],
    ['review: 1/2/3/4/10', 'direct: 5/6/7/8/26', 'afterReview: 0/0/0//0'],
  ],
  [
    'is printed so in another order of heads',
    'disputes',
    'laid',
    [
      '行政诉讼→10/行政复议→5',
      `复议后起诉→5/未经复议直接起诉→5/${OUTCOMES.replaceAll('/', '↓2/')}↓2`,
      `${OUTCOMES}/${OUTCOMES}`,
      '1/2/3/4/10/5/6/7/8/26/0/0/0//0',
    ],
    ['review: 0/0/0//0', 'direct: 5/6/7/8/26', 'afterReview: 1/2/3/4/10'],
  ],
  [
    'is printed so with heads that were cut short',
    'disputes',
    'laid',
    ['行政复议→5/行政诉讼→10', `${OUTCOMES}/${OUTCOMES}/${OUTCOMES}`, '1/2/3/4/10/5/6/7/8/26/0/0/0//0'],
    ['review: 1/2/3/4/10', 'direct: 5/6/7/8/26', 'afterReview: 0/0/0//0'],
  ],
  [
    'is printed so with heads that were cut short, and merged blanks',
    'disputes',
    'laid',
    ['行政复议→5/行政诉讼→10', `${OUTCOMES}/${OUTCOMES}/${OUTCOMES}`, '1/2/3/4/10/5/6/7/8/26/→5'],
    ['review: 1/2/3/4/10', 'direct: 5/6/7/8/26'],
  ],
  [
    'is printed so with a label over others',
    'disputes',
    'laid',
    [
      '行政复议→14/甲',
      '复议后起诉→5/未经复议直接起诉→5/行政复议→5',
      `${OUTCOMES}/${OUTCOMES}/${OUTCOMES}`,
      '1/2/3/4/10/5/6/7/8/26/0/0/0//0',
    ],
    ['review: 0/0/0//0', 'direct: 5/6/7/8/26', 'afterReview: 1/2/3/4/10', 'loss 1 甲'],
  ],
  [
    'is printed so, and some heads have no label over them',
    'disputes',
    'laid',
    ['行政复议→5/甲→5', `${OUTCOMES}/${OUTCOMES}`, '1/2/3/4/10/5/6/7/8/26'],
    ['loss 1 甲', 'loss 3 1 2 3 4 10 5 6 7 8 26 → disputes.review'],
  ],
  [
    'is printed so, and a label does not reach over all heads',
    'disputes',
    'laid',
    ['行政复议→4/甲', OUTCOMES, '1/2/3/4/10'],
    ['loss 1 甲', 'loss 3 1 2 3 4 10 → disputes.review'],
  ],
  [
    'is printed so, and two columns have one head',
    'disputes',
    'laid',
    ['行政复议→5/未经复议直接起诉', '结果维持/结果维持/其他结果/尚未审结/总计/结果维持', '1/2/3/4/10/5'],
    ['loss 3 1 2 3 4 10 5 → disputes.review'],
  ],
  [
    'is printed so, where nothing says in which column a cell stands',
    'disputes',
    'loose',
    [
      '行政复议/行政诉讼',
      `${OUTCOMES}/未经复议直接起诉/复议后起诉`,
      `${OUTCOMES}/${OUTCOMES}`,
      '1/2/3/4/10/5/6/7/8/26/0/0/0/0/0',
    ],
    ['review: 1/2/3/4/10', 'direct: 5/6/7/8/26', 'afterReview: 0/0/0/0/0'],
  ],
  [
    'is printed so, and one value is blank below a row of as many heads',
    'disputes',
    'loose',
    ['行政复议/行政诉讼', `${OUTCOMES}/${OUTCOMES}/${OUTCOMES}`, '1/2/3/4/10/5/6/7/8/26/0/0/0//0'],
    ['review: 1/2/3/4/10', 'direct: 5/6/7/8/26', 'afterReview: 0/0/0//0'],
  ],
  [
    'is printed so, and one value is blank below other heads',
    'disputes',
    'loose',
    ['行政复议/行政诉讼', '1/2/3/4/10/5/6/7/8/26/0/0/0//0'],
    ['loss 2 1 2 3 4 10 5 6 7 8 26 0 0 0 0 → disputes.review'],
  ],
  [
    'is printed so, and one value is missing',
    'disputes',
    'loose',
    ['行政复议/行政诉讼', '1/2/3/4/10/5/6/7/8/26/0/0/0/0'],
    ['loss 2 1 2 3 4 10 5 6 7 8 26 0 0 0 0 → disputes.review'],
  ],
  [
    'is printed so in words that only follow each other',
    'disputes',
    'flowing',
    [
      '行政复议/行政诉讼',
      `${OUTCOMES}/未经复议直接起诉/复议后起诉`,
      `${OUTCOMES}/${OUTCOMES}`,
      '1/2/3/4/10/5/6/7/8/26/0/0/0/0/0',
    ],
    ['review: 1/2/3/4/10', 'direct: 5/6/7/8/26', 'afterReview: 0/0/0/0/0'],
  ],
  [
    'has its rows below each other, and no numbers without a label beside them',
    'disputes',
    'laid',
    ['1/2/3/4/5/6/7/8/9/10/11/12/13/14/15', '1/2/3/4/10/5/6/7/8/26/0/0/0//0', '行政复议/1/1/1/1/4'],
    [
      'review: 1/1/1/1/4',
      'loss 1 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 → disputes.review',
      'loss 2 1 2 3 4 10 5 6 7 8 26 0 0 0 0 → disputes.review',
      'missing: 2',
    ],
  ],
  [
    'is printed so with its columns numbered',
    'disputes',
    'laid',
    ['1/2/3/4/5/6/7/8/9/10/11/12/13/14/15', '1/2/3/4/10/5/6/7/8/26/0/0/0//0'],
    [
      'review: 1/2/3/4/10',
      'direct: 5/6/7/8/26',
      'afterReview: 0/0/0//0',
      'loss 1 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 → disputes.review',
    ],
  ],
  [
    'is printed so without any heads',
    'disputes',
    'laid',
    ['1/2/3/4/10/5/6/7/8/26/0/0/0//0'],
    ['review: 1/2/3/4/10', 'direct: 5/6/7/8/26', 'afterReview: 0/0/0//0'],
  ],
  [
    'is printed so with a strange head, or one that stands twice',
    'disputes',
    'laid',
    [
      '行政复议→5/行政诉讼→10',
      `${OUTCOMES.replaceAll('/', '↓2/')}↓2/未经复议直接起诉→5/复议后起诉→5`,
      '结果维持/结果维持/其他结果/尚未审结/总计/结果维持/结果纠正/其他结果/尚未审结/总计',
      '1/2/3/4/10/5/6/7/8/26/0/0/0//0',
      '行政复议→5/行政诉讼→10',
    ],
    ['review: 1/2/3/4/10', 'direct: 5/6/7/8/26', 'afterReview: 0/0/0//0'],
  ],
  [
    'is printed so with one head that nobody knows',
    'disputes',
    'laid',
    [
      '行政复议→5/行政诉讼→10',
      `${OUTCOMES.replaceAll('/', '↓2/')}↓2/未经复议直接起诉→5/复议后起诉→5`,
      `${OUTCOMES}/结果维持/结果纠正/其他结果/甲/总计`,
      '1/2/3/4/10/5/6/7/8/26/0/0/0/9/0',
    ],
    ['review: 1/2/3/4/10', 'direct: 5/6/7/8/26', 'afterReview: 0/0/0/9/0', 'loss 3 甲'],
  ],
  [
    'has its rows below each other where they are written so',
    'disputes',
    'laid',
    [`案件类型/${OUTCOMES}`, '行政复议/1/2/3/4/10', '行政诉讼→6', '未经复议直接起诉/1/0/0/0/1'],
    ['review: 1/2/3/4/10', 'direct: 1/0/0/0/1', 'missing: 1'],
  ],
  [
    'has a row without values there that is one',
    'disputes',
    'loose',
    [`案件类型/${OUTCOMES}`, '行政复议/////', '未经复议直接起诉/1/0/0/0/1'],
    ['direct: 1/0/0/0/1', 'note 2 → disputes.review', 'missing: 1'],
  ],
];

describe('import: a table of a file', () => {
  for (const [name, section, layout, lines, expected] of cases) {
    it(name, () => assert.deepEqual(bound(section, layout, lines), expected));
  }
});

describe('import: the tables of a section', () => {
  const disclosure = form.sections.find(({ id }) => id === 'disclosure')!;
  const bind = (...lines: readonly string[]) => bindSection([tableOf('laid', lines)], disclosure, form);

  it('are those that the file has anything of', () => {
    const idsOf = (...lines: readonly string[]): string[] => bind(...lines).tables.map(table => table.form.id);
    assert.deepEqual(idsOf('行政许可/7'), ['licensing']);
    assert.deepEqual(idsOf('第二十条第（一）项', '信息内容/甲/本年废止件数'), ['normative']);
    assert.deepEqual(idsOf('月份/条数'), []);
  });

  it('keep the official wording that the file has of a label', () => {
    const { tables } = bindSection(
      [tableOf('laid', ['（二）部分公开/1/1/1/1/1/1/6', '（一）予以公并/1/1/1/1/1/1/6'])],
      form.sections.find(({ id }) => id === 'applications')!,
      form,
    );
    assert.deepEqual([...tables[0]!.labels].sort(), [
      ['granted', '（一）予以公开'],
      ['partial', '（二）部分公开'],
    ]);
  });

  it('keep the first of two wordings', () => {
    const section = form.sections.find(({ id }) => id === 'applications')!;
    const { row } = allRows(tablesOf(form).find(({ id }) => id === 'applications')!).find(
      one => one.row.key === 'partial',
    )!;
    for (const label of [row.label, row.short!]) {
      const { tables } = bindSection(
        [
          tableOf(
            'laid',
            [label, row.label, row.short!].map(one => `${one}/1/1/1/1/1/1/6`),
          ),
        ],
        section,
        form,
      );
      assert.equal(tables[0]!.labels.get('partial'), label);
    }
  });

  it('say how many values there are for how many cells', () => {
    const [remark] = bindSection([tableOf('loose', ['规章/1//2//'])], disclosure, form).remarks;
    assert.match(remark!.message.zh, /有 2 个数、3 个格/);
    assert.match(remark!.message.en, /has 2 values for 3 cells/);
  });

  it('name the row that is strange', () => {
    const messages = bind('规章/1/2/3', '村规民约/1/2/3').remarks.map(({ message }) => message.zh);
    assert.match(messages.join(), /“村规民约”/);
  });

  it('are known the better, the more of them is worded as the edition has it', () => {
    const scoreOf = (...lines: readonly string[]): number => bind(...lines).score;
    const scores = [
      scoreOf(HEADS, '规章/1/2/3', '行政规范性文件/4/5/6'),
      scoreOf(HEADS, '规章/1/2/3', '规范性文件/4/5/6'),
      scoreOf(HEADS, '规章/1/2/3', '行政规范性（文件）/4/5/6'),
      scoreOf(HEADS, '规章/1/2/3', '行政规范性文本/4/5/6'),
      scoreOf(HEADS, '规章/1/2/3', '村规民约/4/5/6'),
      scoreOf('信息内容/甲/乙/丙', '规章/1/2/3', '村规民约/4/5/6'),
      scoreOf('甲/1/2/3'),
    ];
    // A cell whose words are known to be of the form counts once, a label of a row by how sure it is.
    assert.deepEqual(scores, [14, 12, 11, 10, 9, 6, 0]);
    const applications = form.sections.find(({ id }) => id === 'applications')!;
    const scoresOf = (...rows: readonly string[]): number[] =>
      rows.map(one => bindSection([tableOf('laid', [one])], applications, form).score);
    assert.deepEqual(
      scoresOf('（三）不予公开', '（三）不予公开/1', '（一）予以公开', '（一）予以公开/1'),
      [5, 1, 1, 5],
    );
    assert.deepEqual(scoresOf('（三）不予公开/1.属于国家秘密/1', '（一）予以公开/（七）总计/1'), [10, 6]);
  });
});

describe('import: a text that a table prints', () => {
  const [disclosure, applications] = ['disclosure', 'applications'].map(id =>
    lexiconOf(form.sections.find(one => one.id === id)!),
  );

  it('is known as what it is, in every wording', () => {
    const kinds = (lexicon: typeof disclosure, ...texts: readonly string[]): unknown[] =>
      texts.map(text => lexicon!.find(text)?.kind);
    assert.deepEqual(kinds(disclosure, '第二十条第（一）项', '第二十条第 (一) 项', '第二十条'), [
      'article',
      'article',
      undefined,
    ]);
    assert.deepEqual(kinds(disclosure, '规　章', '行政许可', '规范性文件', '章'), [
      'label',
      'label',
      'label',
      undefined,
    ]);
    assert.deepEqual(
      kinds(disclosure, '本年制发件数', '本年（2024）制发件数', '本年(2023)废止件数', '字'.repeat(9999)),
      ['head', 'head', 'head', undefined],
    );
    assert.deepEqual(kinds(disclosure, '信息内容', '规章和行政规范性文件', '主动公开政府信息情况'), [
      'print',
      'print',
      'print',
    ]);
    assert.deepEqual(
      kinds(
        applications,
        '（二）部分公开',
        '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
        '2.其他法律、行政法规禁止公开',
        '法人或其他组织',
        '申请人情况',
      ),
      ['label', 'label', 'label', 'print', 'print'],
    );
    const note = '本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和';
    assert.deepEqual(kinds(applications, `（${note}）`, note, note.replace(/[：，]/g, '')), [
      'print',
      'print',
      'print',
    ]);
  });

  it('is of the table that it stands in', () => {
    const tables = ['第二十条第（六）项', '行政处罚', '行政事业性收费'].map(text => disclosure!.find(text)?.table.id);
    assert.deepEqual(tables, ['enforcement', 'enforcement', 'fees']);
  });

  it('begins with each of its beginnings', () => {
    const begun = ['行', '行政规范', '行 政', '政', '行政规范性文本'].map(text => disclosure!.begins(text));
    assert.deepEqual(begun, [true, true, true, false, false]);
  });

  it('may be cut into its letters', () => {
    assert.deepEqual(
      bound('disputes', 'loose', ['案/件/类/型/结/果/维/持/结果纠正/其他结果/尚未审结/总计', '行/政复议/1/2/3/4/10']),
      ['review: 1/2/3/4/10', 'missing: 2'],
    );
  });
});

describe('import: a row whose values have no places', () => {
  const applications = tablesOf(form).find(({ id }) => id === 'applications')!;
  const rowOf = (key: string): number[] => {
    const number = valueRows(applications).findIndex(one => one.key === key);
    return applications.columns.map((_, column) => number * applications.columns.length + column);
  };
  /** Where the values of 上年结转 stand, by their columns, among these rows. */
  const placesOf = (values: readonly number[], rows: Readonly<Record<string, readonly number[]>>): unknown => {
    const grid = new Array<number>(valueRows(applications).length * applications.columns.length).fill(NaN);
    for (const [key, numbers] of Object.entries(rows)) rowOf(key).forEach((place, at) => (grid[place] = numbers[at]!));
    const places = rowOf('carriedIn');
    return inferPlaces(applications, { values, places }, grid)?.map(place => places.indexOf(place));
  };
  const rows = (received: readonly number[], concluded: readonly number[]) => ({
    received,
    concluded,
    carriedOut: [0, 0, 0, 0, 0, 0, 0],
  });

  it('finds them where the sums leave one way', () => {
    assert.deepEqual(placesOf([3, 3], rows([1, 0, 0, 0, 0, 0, 1], [4, 0, 0, 0, 0, 0, 4])), [0, 6]);
    assert.deepEqual(placesOf([3, 2, 5], rows([1, 0, 0, 0, 0, 0, 1], [4, 0, 0, 2, 0, 0, 6])), [0, 3, 6]);
    assert.deepEqual(placesOf([2, 2], rows([0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 2, 2])), [5, 6]);
  });

  it('finds none where they leave two, or none, or say nothing', () => {
    assert.equal(placesOf([0, 0], rows([0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0])), undefined);
    assert.equal(placesOf([3, 3], rows([1, 0, 0, 0, 0, 0, 1], [5, 0, 0, 0, 0, 0, 5])), undefined);
    assert.equal(placesOf([1, 2, 3, 4, 5, 6, 7], {}), undefined);
    assert.equal(placesOf([1, 2, 3, 4, 5, 6, 7, 8], {}), undefined);
    const open = (first: number): readonly number[] => [NaN, 0, 0, 0, 0, 0, first];
    assert.equal(placesOf([5], rows(open(0), open(0))), undefined);
    assert.equal(
      placesOf([1.5, 0, 0, 0, 0, 0, 1.5], rows([1, 0, 0, 0, 0, 0, 1], [2.5, 0, 0, 0, 0, 0, 2.5])),
      undefined,
    );
    assert.equal(placesOf([3.5, 3.5], rows([1, 0, 0, 0, 0, 0, 1], [4.5, 0, 0, 0, 0, 0, 4.5])), undefined);
    assert.equal(placesOf([], rows([1, 0, 0, 0, 0, 0, 1], [4, 0, 0, 0, 0, 0, 4])), undefined);
  });
});
