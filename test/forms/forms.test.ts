import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { eastAsianWidth } from 'get-east-asian-width';
import {
  allRows,
  columnsByKey,
  fields,
  formOfYear,
  forms,
  leaves,
  rowsByKey,
  tablesOf,
  valueRows,
  withoutYear,
  type Bilingual,
  type Form,
  type TableForm,
} from '../../forms/index.ts';
import { pinyin } from '../../forms/later.ts';
import { generateForms } from '../../scripts/generate-forms.ts';

describe('forms', () => {
  it('come in the order of their years', () => {
    assert.deepEqual(
      forms.map(form => [form.id, form.years]),
      [
        ['2019', { from: 2019, to: 2020 }],
        ['2021', { from: 2021 }],
      ],
    );
  });

  it('belong to a year', () => {
    const ids = [2018, 2019, 2020, 2021, 2031].map(year => formOfYear(forms, year)?.id);
    assert.deepEqual(ids, [undefined, '2019', '2019', '2021', '2021']);
    const next: Form = { ...edition('2021'), id: '2027', years: { from: 2027 } };
    assert.equal(formOfYear([...forms, next], 2026)?.id, '2021');
    assert.equal(formOfYear([...forms, next], 2027)?.id, '2027');
  });

  it('differ in section 二 and in （六）其他处理 only', () => {
    const [before, after] = [edition('2019'), edition('2021')].map(form =>
      allRows(table(form, 'applications')).map(({ row }) => row.key),
    );
    assert.deepEqual(
      after?.filter(key => !before?.includes(key)),
      ['other.uncorrected', 'other.unpaid', 'other.rest'],
    );
    assert.equal(table(edition('2019'), 'disputes'), table(edition('2021'), 'disputes'));
  });

  it('have section 二 as printed', () => {
    const printed = (id: string): unknown[] =>
      (edition(id).sections[1]?.tables ?? []).map(({ id, article, columns, rows }) => [
        id,
        article,
        columns.map(column => `${column.key} ${column.label}`),
        rows.map(row => `${row.key} ${row.label}`),
      ]);
    assert.deepEqual(printed('2021'), [
      [
        'normative',
        '第二十条第（一）项',
        ['issued 本年制发件数', 'repealed 本年废止件数', 'inForce 现行有效件数'],
        ['regulation 规章', 'document 行政规范性文件'],
      ],
      ['licensing', '第二十条第（五）项', ['decisions 本年处理决定数量'], ['licence 行政许可']],
      ['enforcement', '第二十条第（六）项', ['decisions 本年处理决定数量'], ['penalty 行政处罚', 'coercion 行政强制']],
      ['fees', '第二十条第（八）项', ['amount 本年收费金额（单位：万元）'], ['fee 行政事业性收费']],
    ]);
    const items = ['lastYear 上一年项目数量', 'change 本年增/减'];
    assert.deepEqual(printed('2019'), [
      [
        'normative',
        '第二十条第（一）项',
        ['made 本年新制作数量', 'published 本年新公开数量', 'total 对外公开总数量'],
        ['regulation 规章', 'document 规范性文件'],
      ],
      [
        'licensing',
        '第二十条第（五）项',
        [...items, 'decisions 处理决定数量'],
        ['licence 行政许可', 'service 其他对外管理服务事项'],
      ],
      [
        'enforcement',
        '第二十条第（六）项',
        [...items, 'decisions 处理决定数量'],
        ['penalty 行政处罚', 'coercion 行政强制'],
      ],
      ['fees', '第二十条第（八）项', items, ['fee 行政事业性收费']],
      ['procurement', '第二十条第（九）项', ['items 采购项目数量', 'amount 采购总金额'], ['central 政府集中采购']],
    ]);
  });

  for (const form of forms) describe(`edition ${form.id}`, () => checkForm(form));
});

describe('lookups', () => {
  it('place a row in its groups', () => {
    const placed = rowsByKey(table(edition('2021'), 'applications')).get('refused.secret');
    assert.equal(placed?.depth, 2);
    assert.deepEqual(
      placed.groups.map(group => group.key),
      ['results', 'refused'],
    );
  });

  it('read a table once', () => {
    const applications = table(edition('2019'), 'applications');
    assert.equal(allRows(applications), allRows(applications));
    assert.equal(valueRows(applications), valueRows(applications));
    assert.deepEqual(valueRows(applications), leaves(applications.rows));
  });

  it('see through the year in a head', () => {
    assert.equal(withoutYear('本年（2023）制发件数'), '本年（{年度}）制发件数');
    assert.equal(withoutYear('本年制发件数'), '本年制发件数');
  });
});

describe('fields', () => {
  it('are those of a report’s head', () => {
    assert.deepEqual(
      fields.map(({ label, key, value }) => `${label} ${key} ${value}`),
      ['机关 organ text', '年度 year year', '格式 edition edition', '发布日期 published date', '联系电话 phone text'],
    );
    for (const field of fields) checkExplanation(field.label, field.explanation);
  });
});

describe('generated files', () => {
  it('are fresh', async () => {
    const stale: string[] = [];
    for (const [path, text] of await generateForms()) {
      if ((await readFile(new URL(`../../${path}`, import.meta.url), 'utf8')) !== text) stale.push(path);
    }
    assert.deepEqual(stale, []);
  }).timeout(20_000);

  it('know the pinyin of every word', () => {
    const words = forms.flatMap(form => [
      ...form.sections.flatMap(({ title, parts = [] }) => [title, ...parts.map(part => part.title)]),
      ...tablesOf(form).flatMap(table => [
        ...[table.article, table.stub].filter(word => word !== undefined),
        ...table.columns.flatMap(({ label, name, group = label }) => [label, name, group]),
        ...allRows(table).flatMap(({ row }) => [row.label, row.short ?? row.label, row.name]),
      ]),
    ]);
    for (const word of [...words, ...fields.map(field => field.label)]) {
      const [full, initials] = pinyin[word] ?? ['', ''];
      assert.match(full, /^[a-z]+$/, word);
      assert.match(initials, /^[a-z]+$/, word);
    }
  });

  const readings: readonly (readonly [word: string, full: string, initials: string])[] = [
    ['一、本年新收政府信息公开申请数量', 'bennianxinshouzhengfuxinxigongkaishenqingshuliang', 'bnxszfxxgksqsl'],
    ['上年结转', 'shangnianjiezhuan', 'snjz'],
    ['（一）予以公开', 'yuyigongkai', 'yygk'],
    ['（三）不予公开', 'buyugongkai', 'bygk'],
    ['2.其他法律行政法规禁止公开', 'qitafalvxingzhengfaguijinzhigongkai', 'qtflxzfgjzgk'],
    ['3.危及“三安全一稳定”', 'weijisananquanyiwending', 'wjsaqywd'],
    ['7.属于行政执法案卷', 'shuyuxingzhengzhifaanjuan', 'syxzzfaj'],
    ['2.重复申请', 'chongfushenqing', 'cfsq'],
    ['确认或重新出具', 'querenhuochongxinchuju', 'qrhcxcj'],
    ['行政处罚', 'xingzhengchufa', 'xzcf'],
    ['政府集中采购', 'zhengfujizhongcaigou', 'zfjzcg'],
    ['本年增/减', 'bennianzengjian', 'bnzj'],
    ['第二十条第（一）项', 'diershitiaodiyixiang', 'destdyx'],
  ];
  for (const [word, full, initials] of readings) {
    it(`read ${word} as ${initials}`, () => assert.deepEqual(pinyin[word], [full, initials]));
  }
});

const edition = (id: string): Form => forms.find(form => form.id === id) ?? assert.fail(id);

const table = (form: Form, id: string): TableForm => tablesOf(form).find(table => table.id === id) ?? assert.fail(id);

const titles = [
  'overview 总体情况',
  'disclosure 主动公开政府信息情况',
  'applications 收到和处理政府信息公开申请情况',
  'disputes 政府信息公开行政复议、行政诉讼情况',
  'problems 存在的主要问题及改进情况',
  'others 其他需要报告的事项',
];

/** Depth, key, label, 简称. */
const applicationRows = `
0 received 一、本年新收政府信息公开申请数量 本年新收
0 carriedIn 二、上年结转政府信息公开申请数量 上年结转
0 results 三、本年度办理结果 办理结果
1 granted （一）予以公开 予以公开
1 partial （二）部分公开（区分处理的，只计这一情形，不计其他情形） 部分公开
1 refused （三）不予公开 不予公开
2 refused.secret 1.属于国家秘密 国家秘密
2 refused.law 2.其他法律行政法规禁止公开 法律禁止
2 refused.stability 3.危及“三安全一稳定” 三安全一稳定
2 refused.thirdParty 4.保护第三方合法权益 第三方权益
2 refused.internal 5.属于三类内部事务信息 内部事务
2 refused.process 6.属于四类过程性信息 过程性信息
2 refused.caseFile 7.属于行政执法案卷 执法案卷
2 refused.inquiry 8.属于行政查询事项 行政查询
1 unable （四）无法提供 无法提供
2 unable.notHeld 1.本机关不掌握相关政府信息 不掌握
2 unable.notMade 2.没有现成信息需要另行制作 另行制作
2 unable.unclear 3.补正后申请内容仍不明确 仍不明确
1 declined （五）不予处理 不予处理
2 declined.petition 1.信访举报投诉类申请 信访投诉
2 declined.repeat 2.重复申请 重复申请
2 declined.publication 3.要求提供公开出版物 公开出版物
2 declined.excessive 4.无正当理由大量反复申请 大量反复
2 declined.confirm 5.要求行政机关确认或重新出具已获取信息 确认或重新出具
1 other （六）其他处理 其他处理
2 other.uncorrected 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 逾期不补正
2 other.unpaid 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 逾期未缴费
2 other.rest 3.其他 其他情形
1 concluded （七）总计 办结总计
0 carriedOut 四、结转下年度继续办理 结转下年
`
  .trim()
  .split('\n');

const columnWidth = (text: string): number =>
  [...text].reduce((width, c) => width + eastAsianWidth(c.codePointAt(0) ?? 0, { ambiguousAsWide: true }), 0);

function checkForm(form: Form): void {
  const tables = tablesOf(form);

  it('has six sections', () => {
    assert.deepEqual(
      form.sections.map(({ id, title }) => `${id} ${title}`),
      titles,
    );
  });

  it('has five parts in section 一', () => {
    assert.deepEqual(
      form.sections[0]?.parts?.map(part => part.title),
      ['主动公开', '依申请公开', '政府信息管理', '政府信息公开平台建设', '监督保障'],
    );
  });

  it('has the official rows in section 三', () => {
    const expected = form.id === '2019' ? applicationRows.filter(row => !row.includes(' other.')) : applicationRows;
    assert.deepEqual(
      allRows(table(form, 'applications')).map(({ row, depth }) => `${depth} ${row.key} ${row.label} ${row.name}`),
      expected,
    );
  });

  it('has the official columns in sections 三 and 四', () => {
    const printed = (id: string): string[] =>
      table(form, id).columns.map(column => [column.key, column.group, column.label].filter(Boolean).join(' '));
    assert.deepEqual(printed('applications'), [
      'person 自然人',
      'business 法人或其他组织 商业企业',
      'research 法人或其他组织 科研机构',
      'charity 法人或其他组织 社会公益组织',
      'legal 法人或其他组织 法律服务机构',
      'other 法人或其他组织 其他',
      'total 总计',
    ]);
    assert.deepEqual(printed('disputes'), [
      'upheld 结果维持',
      'corrected 结果纠正',
      'otherOutcome 其他结果',
      'pending 尚未审结',
      'total 总计',
    ]);
  });

  it('prints the rows of section 四 alone side by side', () => {
    const across = tables.filter(table => table.print === 'across').map(table => table.id);
    assert.deepEqual(across, ['disputes']);
  });

  it('names each thing once', () => {
    assertUnique(tables.map(table => table.id));
    // A quote may begin with a row or with a column: {本年新收.自然人}, {现行有效.行政规范性文件}.
    const rowNames = tables.flatMap(table => allRows(table).map(({ row }) => row.name));
    assertUnique([...rowNames, ...new Set(tables.flatMap(table => table.columns.map(column => column.name)))]);
    for (const table of tables) {
      assertUnique(allRows(table).map(({ row }) => row.key));
      assertUnique(table.columns.map(column => column.key));
      assertUnique(table.columns.map(column => column.name));
    }
  });

  it('spells each row of a group in its own ways', () => {
    for (const table of tables) {
      const groups = [table.rows, ...allRows(table).map(({ row }) => row.rows ?? [])];
      for (const rows of groups) assertUnique(rows.flatMap(spellings));
      assertUnique(table.columns.flatMap(spellings));
    }
    assertUnique(
      form.sections.flatMap(({ title, aliases = [], legalAliases = [] }) => [title, ...aliases, ...legalAliases]),
    );
    assertUnique(form.sections.flatMap(section => section.parts ?? []).flatMap(partSpellings));
  });

  it('sums rows and columns that exist', () => {
    for (const table of tables) {
      for (const sum of table.sums) {
        if (sum.along === 'row') {
          assertKnown([sum.total, ...sum.parts], columnsByKey(table));
        } else {
          const values = new Map(valueRows(table).map(row => [row.key, row]));
          assertKnown([...sum.left, ...sum.right, ...(sum.computes ? [sum.computes] : [])], values);
        }
      }
    }
  });

  it('adds every result up to （七）总计', () => {
    const applications = table(form, 'applications');
    const sum = applications.sums.find(sum => sum.rule === 'result-total');
    assert.ok(sum?.along === 'column');
    const results = rowsByKey(applications).get('results')?.row;
    const expected = leaves(results?.rows ?? []).map(row => row.key);
    assert.deepEqual([...sum.right, ...sum.left], expected);
    assert.equal(sum.right.length, form.id === '2019' ? 19 : 21);
  });

  it('explains everything', () => {
    for (const section of form.sections) {
      checkExplanation(section.title, section.explanation);
      for (const part of section.parts ?? []) checkExplanation(part.title, part.explanation);
    }
    for (const { row } of tables.flatMap(allRows)) checkExplanation(row.label, row.explanation);
  });

  it('has label columns of at most 42 columns', () => {
    const widths = tables
      .flatMap(allRows)
      .map(({ row, depth }) => [columnWidth(row.short ?? row.label) + 2 * depth, row.key] as const);
    const widest = Math.max(...widths.map(([width]) => width));
    assert.equal(widest, 42);
    assert.deepEqual(
      widths.filter(([width]) => width === widest),
      [[42, 'declined.confirm']],
    );
  });
}

interface Spelled {
  readonly label: string;
  readonly short?: string;
  readonly aliases?: readonly string[];
  readonly misspellings?: readonly string[];
}

const spellings = ({ label, short, aliases = [], misspellings = [] }: Spelled): string[] => [
  label,
  ...(short === undefined ? [] : [short]),
  ...aliases,
  ...misspellings,
];

const partSpellings = ({ title, aliases = [] }: { readonly title: string; readonly aliases?: readonly string[] }) => [
  title,
  ...aliases,
];

function assertUnique(texts: readonly string[]): void {
  assert.deepEqual(
    texts.filter((text, i) => texts.indexOf(text) !== i),
    [],
  );
}

function assertKnown(keys: readonly string[], known: ReadonlyMap<string, unknown>): void {
  assert.deepEqual(
    keys.filter(key => !known.has(key)),
    [],
  );
}

function checkExplanation(of: string, { zh, en }: Bilingual): void {
  assert.match(zh, /^[^,;:()]{8,}。$/, of);
  assert.match(en, /^[\s\S]{8,}\.$/, of);
  // One sentence: it is read in a tooltip.
  assert.equal(zh.split('。').length, 2, of);
}
