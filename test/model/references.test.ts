import assert from 'node:assert/strict';
import { forms, tablesOf, valueRows, type Form } from '../../forms/index.ts';
import { readTree, type Quote } from '../../grammar/index.ts';
import { addressOf, quoteValue, readReport, resolve, tableOf, type Reference } from '../../model/index.ts';
import { makeReport } from '../kit/index.ts';

const edition = (id: string): Form => forms.find(form => form.id === id) ?? assert.fail(id);

/** The quote that a text consists of. */
function quote(text: string): Quote {
  const [line] = readTree(text).lines;
  const span = line?.kind === 'prose' ? line.spans[0] : undefined;
  return span?.kind === 'quote' ? span : assert.fail(`no quote: ${text}`);
}

const reference = (text: string, id: string): Reference => resolve(quote(text).terms[0]!, edition(id));

function told(found: Reference): string {
  switch (found.kind) {
    case 'cells':
      return found.places.map(place => addressOf(found.table, place)).join(' + ');
    case 'field':
      return `the ${found.key}`;
    case 'ambiguous':
      return `ambiguous ${found.name}: ${found.choices.join(' ')}`;
    case 'unknown':
      return `unknown ${found.name}: ${found.nearest.join(' ')}`.trimEnd();
  }
}

describe('model: references', () => {
  const cases: readonly (readonly [string, string, string?])[] = [
    ['{本年新收}', 'applications.received.total'],
    ['{本年新收.自然人}', 'applications.received.person'],
    ['{自然人.本年新收}', 'applications.received.person'],
    ['{ 本年新收 ． 自然人 }', 'applications.received.person'],
    ['{行政复议.总计}', 'disputes.review.total'],
    ['{行政复议}', 'disputes.review.total'],
    ['{未经复议直接起诉.结果纠正}', 'disputes.direct.corrected'],
    ['{机关}', 'the organ'],
    ['{年度}', 'the year'],
    // Official labels, long and short, name what they head.
    ['{一、本年新收政府信息公开申请数量}', 'applications.received.total'],
    ['{（二）部分公开}', 'applications.partial.total'],
    ['{(七)总计.总 计}', 'applications.concluded.total'],
    ['{行政许可}', 'licensing.licence.decisions', '2021'],
    ['{行政许可}', 'ambiguous 行政许可: 行政许可.上年项目 行政许可.增减 行政许可.处理决定', '2019'],
    ['{现行有效.行政规范性文件}', 'normative.document.inForce', '2021'],
    ['{行政规范性文件.现行有效件数}', 'normative.document.inForce', '2021'],
    ['{规章}', 'ambiguous 规章: 规章.制发 规章.废止 规章.现行有效', '2021'],
    ['{现行有效}', 'ambiguous 现行有效: 现行有效.规章 现行有效.行政规范性文件', '2021'],
    // The only row of its table.
    ['{收费金额}', 'fees.fee.amount', '2021'],
    ['{采购金额}', 'procurement.central.amount', '2019'],
    // A group means the sum of its rows.
    ['{行政诉讼}', 'disputes.direct.total + disputes.afterReview.total'],
    ['{行政诉讼.结果维持}', 'disputes.direct.upheld + disputes.afterReview.upheld'],
    [
      '{无法提供.自然人}',
      'applications.unable.notHeld.person + applications.unable.notMade.person + applications.unable.unclear.person',
    ],
    ['{其他处理}', 'applications.other.total', '2019'],
    [
      '{其他处理}',
      'applications.other.uncorrected.total + applications.other.unpaid.total + applications.other.rest.total',
      '2021',
    ],

    ['{本年收到}', 'unknown 本年收到: 本年新收'],
    ['{本年新收.自然}', 'unknown 自然: 自然人'],
    ['{机关名称}', 'unknown 机关名称: 机关'],
    ['{自然人.本年收到}', 'unknown 本年收到: 本年新收'],
    ['{本年收到.自然人}', 'unknown 本年收到: 本年新收'],
    ['{甲乙丙}', 'unknown 甲乙丙:'],
    // A field, but none that is quoted.
    ['{格式}', 'unknown 格式:'],
    ['{本年新收.自然人.总计}', 'unknown 本年新收.自然人.总计:'],
  ];
  for (const [text, expected, id] of cases) {
    for (const one of id === undefined ? forms.map(form => form.id) : [id]) {
      it(`${text} in ${one}`, () => assert.equal(told(reference(text, one)), expected));
    }
  }

  it('that a column of several tables could mean are ambiguous', () => {
    // 处理决定 heads a column of two tables; that the first has one row only makes it no more certain.
    assert.equal(
      told(reference('{处理决定}', '2021')),
      'ambiguous 处理决定: 处理决定.行政许可 处理决定.行政处罚 处理决定.行政强制',
    );
  });

  it('mean the total where no column is named, wherever it stands', () => {
    const form = edition('2021');
    const turned: Form = {
      ...form,
      sections: form.sections.map(section => ({
        ...section,
        tables: (section.tables ?? []).map(table => ({ ...table, columns: table.columns.toReversed(), sums: [] })),
      })),
    };
    assert.equal(told(resolve(quote('{本年新收}').terms[0]!, turned)), 'applications.received.total');
  });

  it('never suggest the name that is not known', () => {
    for (const text of ['{办理结果}', '{办理结果.自然人}']) {
      const found = reference(text, '2021');
      assert.equal(found.kind, 'unknown');
      assert.ok(!found.nearest.includes('办理结果'), told(found));
    }
  });

  it('reach every cell by row and column, in either order', () => {
    for (const form of forms) {
      for (const table of tablesOf(form)) {
        for (const row of valueRows(table)) {
          for (const column of table.columns) {
            const address = `${table.id}.${row.key}.${column.key}`;
            for (const text of [`{${row.name}.${column.name}}`, `{${column.name}.${row.name}}`]) {
              assert.equal(told(reference(text, form.id)), address, text);
            }
          }
        }
      }
    }
  });

  it('that suggest something suggest what is known', () => {
    for (const text of ['{规章}', '{现行有效}', '{本年收到}', '{机关名称}', '{自然人}', '{总计}']) {
      const found = reference(text, '2021');
      const offered = found.kind === 'ambiguous' ? found.choices : found.kind === 'unknown' ? found.nearest : [];
      assert.ok(offered.length > 0, text);
      for (const one of offered) assert.match(told(reference(`{${one}}`, '2021')), /^(?:\w+\.|the )/, one);
    }
  });
});

describe('model: the table of a name', () => {
  const DISPUTES = '四、政府信息公开行政复议、行政诉讼情况';
  const OTHERS = '六、其他需要报告的事项';

  const cases: readonly (readonly [what: string, lines: readonly string[], decided: number])[] = [
    ['its own section’s, behind another', [DISPUTES, '行政许可', '二、主动公开政府信息情况', '行政许可'], 2],
    ['its own section’s, before another', ['二、主动公开政府信息情况', '行政许可', DISPUTES, '行政许可'], 1],
    ['the first of its own', ['二、主动公开政府信息情况', '行政许可', '二、主动公开政府信息情况', '行政许可'], 1],
    ['the first of others', [DISPUTES, '行政许可', OTHERS, '行政许可'], 1],
  ];
  for (const [what, lines, decided] of cases) {
    it(`is ${what}`, () => {
      let place = 0;
      const rows = lines.map(line => (line === '行政许可' ? `| 行政许可 | ${++place} |` : line));
      const found = tableOf(readReport(['示范市2025年政府信息公开工作年度报告', ...rows].join('\n')), 'licensing');
      assert.deepEqual(found?.byKey.get('licence')?.values, [decided]);
    });
  }
});

describe('model: what a quote amounts to', () => {
  const report = readReport(
    [
      '示范市2025年政府信息公开工作年度报告',
      '四、政府信息公开行政复议、行政诉讼情况',
      '| 案件类型 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |',
      '| 行政复议 | 1 | 2 | 3 | 4 | = |',
      '| 行政诉讼 |',
      '| 未经复议直接起诉 | 5 |  | 0 | 0 | 7 |',
      '| 复议后起诉 | 1 | 0 | 0 | 0 | 1 |',
    ].join('\n'),
  );

  const cases: readonly (readonly [string, number | string | undefined])[] = [
    ['{行政复议}', 10],
    ['{行政复议.尚未审结}', 4],
    ['{行政诉讼}', 8],
    ['{行政复议+行政诉讼}', 18],
    ['{行政复议-行政复议.结果维持－复议后起诉}', 8],
    ['{机关}', '示范市'],
    ['{年度}', 2025],
    // Blank, in a table that is not there, no number, no name, no quote.
    ['{未经复议直接起诉.结果纠正}', undefined],
    ['{行政诉讼.结果纠正}', undefined],
    ['{本年新收}', undefined],
    ['{年度+行政复议}', undefined],
    ['{行政复义}', undefined],
    ['{规章}', undefined],
    ['{}', undefined],
    ['{行政复议.}', undefined],
  ];
  for (const [text, expected] of cases) {
    it(`${text} is ${expected ?? 'not known'}`, () => assert.equal(quoteValue(quote(text), report), expected));
  }

  it('is what the report was made from', () => {
    for (let seed = 0; seed < 50; seed++) {
      const { text, form, grids } = makeReport(seed);
      const read = readReport(text);
      for (const table of tablesOf(form)) {
        valueRows(table).forEach((row, at) =>
          table.columns.forEach((column, place) => {
            // A change of nothing is made as -0 and written 0.
            const expected = (grids.get(table.id)?.[at * table.columns.length + place] ?? NaN) + 0;
            assert.equal(quoteValue(quote(`{${row.name}.${column.name}}`), read), expected, `seed ${seed}`);
          }),
        );
      }
    }
  });
});
