import assert from 'node:assert/strict';
import { forms, tablesOf, valueRows, type Form, type TableForm } from '../../forms/index.ts';
import {
  addressOf,
  canHold,
  equationsAt,
  equationsOf,
  placeOf,
  readReport,
  same,
  settle,
  solve,
  standingOf,
  tellingEquations,
  tidy,
  whereIs,
  withValue,
  writeRows,
  type Standing,
  type SumReading,
  type Table,
} from '../../model/index.ts';

const newest = forms.at(-1)!;

/** A table of the newest edition; the rows that are not named hold zeros. */
function table(id: string, rows: Readonly<Record<string, string>>, form: Form = newest): Table {
  const section = form.sections.find(one => one.tables?.some(table => table.id === id)) ?? assert.fail(id);
  const official = section.tables?.find(table => table.id === id) ?? assert.fail(id);
  const lines = writeRows(
    valueRows(official).map(row => ({
      label: row.label,
      depth: 0,
      cells: rows[row.key]?.split('|') ?? official.columns.map(() => '0'),
    })),
  );
  const ordinal = '一二三四五六'.charAt(form.sections.indexOf(section));
  const article = official.article === undefined ? [] : [official.article];
  const report = readReport([`示范市2025年报告`, `${ordinal}、${section.title}`, ...article, ...lines].join('\n'), [
    form,
  ]);
  return report.blocks[1]?.tables[0] ?? assert.fail('no table');
}

/** How the sums of a table stand: `9 of 10; result-total applications.concluded.person 3≠4`. */
const told = ({ form, sums }: Table): string =>
  [
    `${sums.holding} of ${sums.known}`,
    ...sums.failed.map(
      ({ equation, left, right, partial }) =>
        `${equation.rule} ${addressOf(form, equation.shown)} ${left}≠${right}${partial ? ' partial' : ''}`,
    ),
    ...sums.uncomputable.map(({ place, cycle }) => `${addressOf(form, place)} ${cycle ? 'cycle' : 'uncomputable'}`),
  ].join('; ');

const valueAt = ({ form, sums }: Table, row: string, column: string): number | undefined =>
  sums.grid[
    placeOf(
      form,
      valueRows(form).findIndex(({ key }) => key === row),
      form.columns.findIndex(({ key }) => key === column),
    )
  ];

describe('model: sums', () => {
  const disputes: readonly (readonly [review: string, expected: string])[] = [
    ['1|2|3|4|10', '3 of 3'],
    ['1|2|3|4|11', '2 of 3; dispute-total disputes.review.total 11≠10'],
    // What is there contradicts already, whatever the blanks will hold.
    ['3|||4|6', '2 of 3; dispute-total disputes.review.total 6≠7 partial'],
    ['|2|3|4|10', '2 of 2'],
    ['3|||4|7', '2 of 2'],
    ['1|2|3|4|', '2 of 2'],
    ['||||', '2 of 2'],
    // A computed total makes its own sum true, which is no check that holds.
    ['1|2|3|4|=', '2 of 2'],
    ['1||3|4|=', '2 of 2'],
    ['=|2|3|4|10', '2 of 2; disputes.review.upheld uncomputable'],
    [
      '=|=|=|=|=',
      '2 of 2; disputes.review.upheld uncomputable; disputes.review.corrected uncomputable; disputes.review.otherOutcome uncomputable; disputes.review.pending uncomputable',
    ],
    // Written badly, but the number is certain.
    ['1件|２|3|4|1,0', '3 of 3'],
    ['/|2|3|4|9', '3 of 3'],
    ['?|2|3|4|9', '2 of 2'],
    ['?|2|3|4|8', '2 of 3; dispute-total disputes.review.total 8≠9 partial'],
    // A row with a cell too few, or too many: nobody knows which.
    ['1|2|3|4', '2 of 2'],
    ['1|2|3|4|5|6', '2 of 2'],
    ['1|2|3|=', '2 of 2'],
  ];
  for (const [review, expected] of disputes) {
    it(`of 行政复议 ${review}`, () => assert.equal(told(table('disputes', { review })), expected));
  }

  it('of decimals are added without the noise of binary fractions', () => {
    const [form] = forms.filter(({ id }) => id === '2021');
    const fees: TableForm = {
      ...tablesOf(form!).find(({ id }) => id === 'disputes')!,
      columns: ['a', 'b', 'total'].map(key => ({
        key,
        label: key,
        name: key,
        value: { kind: 'money' as const, decimals: 4, unit: '万元' as const },
      })),
      sums: [{ along: 'row', rule: 'row-total', total: 'total', parts: ['a', 'b'] }],
    };
    const money = withTables(fees);
    assert.equal(told(table('disputes', { review: '0.1|0.2|0.3' }, money)), '3 of 3');
    assert.equal(valueAt(table('disputes', { review: '0.1|0.2|=' }, money), 'review', 'total'), 0.3);
    assert.equal(
      told(table('disputes', { review: '0.1|0.2|0.3001' }, money)),
      '2 of 3; row-total disputes.review.total 0.3001≠0.3',
    );
  });

  it('of the applications hold, row by row and column by column', () => {
    // 28 rows of numbers less the groups, 7 columns: 25 totals, 7 results, 7 balances.
    assert.equal(valueRows(tablesOf(newest).find(({ id }) => id === 'applications')!).length, 25);
    assert.equal(told(table('applications', {})), '39 of 39');
  });

  it('of the applications fail where a number is wrong', () => {
    const found = table('applications', { 'refused.secret': '1|0|0|0|0|0|1' });
    assert.equal(
      told(found),
      '37 of 39; result-total applications.concluded.person 0≠1; result-total applications.concluded.total 0≠1',
    );
  });

  it('are computed through one another', () => {
    const found = table('applications', {
      received: '5|0|0|0|0|0|=',
      granted: '3|0|0|0|0|0|=',
      concluded: '=|=|=|=|=|=|=',
      carriedOut: '=|=|=|=|=|=|=',
    });
    assert.deepEqual(
      ['received', 'concluded', 'carriedOut'].map(row => [valueAt(found, row, 'person'), valueAt(found, row, 'total')]),
      [
        [5, 5],
        [3, 3],
        [2, 2],
      ],
    );
    // What is computed makes its sums true: only the totals of the other rows are checks.
    assert.equal(told(found), '21 of 21');
    const blank = table('applications', { granted: '|0|0|0|0|0|=', concluded: '=|0|0|0|0|0|=' });
    assert.ok(Number.isNaN(valueAt(blank, 'granted', 'total')));
    assert.ok(Number.isNaN(valueAt(blank, 'concluded', 'person')));
    assert.ok(Number.isNaN(valueAt(blank, 'concluded', 'total')));
  });

  it('that come round to themselves are an error, and no hang', () => {
    const loop: TableForm = {
      ...tablesOf(newest).find(({ id }) => id === 'disputes')!,
      columns: ['a', 'b', 'c'].map(key => ({ key, label: key, name: key, value: { kind: 'count' as const } })),
      sums: [
        { along: 'row', rule: 'row-total', total: 'a', parts: ['b'] },
        { along: 'row', rule: 'row-total', total: 'b', parts: ['c'] },
        { along: 'row', rule: 'row-total', total: 'c', parts: ['a'] },
      ],
    };
    const found = table('disputes', { review: '=|=|=' }, withTables(loop));
    assert.deepEqual(
      found.sums.uncomputable.map(({ cycle }) => cycle),
      [true, true, true],
    );
    assert.ok(found.sums.grid.slice(0, 3).every(value => Number.isNaN(value)));
    // Broken anywhere, it is none.
    assert.equal(told(table('disputes', { review: '=|=|4' }, withTables(loop))), '7 of 7');
  });

  it('are equations over places', () => {
    for (const form of forms.flatMap(tablesOf)) {
      for (const equation of equationsOf(form)) {
        for (const place of [...equation.left, ...equation.right]) {
          const { row, column } = whereIs(form, place);
          assert.equal(placeOf(form, row, column), place);
          assert.ok(row < valueRows(form).length && equationsAt(form, place).includes(equation));
        }
      }
    }
  });

  it('say what a blank must be', () => {
    const { form, sums } = table('disputes', { review: '1|2||4|10' });
    const [equation] = equationsOf(form);
    assert.ok(equation);
    assert.equal(solve(equation, 2, sums.grid), 3);
    assert.equal(standingOf(equation, sums.grid, form), 'unknown');
    // The total is on the other side.
    assert.equal(solve(equation, 4, [1, 2, 3, 4, NaN]), 10);
    assert.equal(solve(equation, 4, [1, NaN, 3, 4, NaN]), undefined);
  });

  it('with blanks on one side fail only where the other is known whole and is less', () => {
    const { form } = table('applications', {});
    const balance = equationsOf(form).find(({ rule }) => rule === 'balance') ?? assert.fail();
    const standing = (...values: readonly number[]): Standing => {
      const grid: number[] = [];
      [...balance.left, ...balance.right].forEach((place, index) => (grid[place] = values[index] ?? NaN));
      return standingOf(balance, grid, form);
    };
    // 本年新收, 上年结转; 办结总计, 结转下年.
    assert.equal(standing(3, 2, 4, 1), 'holds');
    assert.equal(standing(3, 2, 4, 2), 'fails');
    assert.equal(standing(9, NaN, 4, 1), 'fails');
    assert.equal(standing(5, NaN, 4, 1), 'unknown');
    assert.equal(standing(3, NaN, 4, 1), 'unknown');
    assert.equal(standing(3, 2, 9, NaN), 'fails');
    assert.equal(standing(3, 2, 5, NaN), 'unknown');
    assert.equal(standing(3, 2, 1, NaN), 'unknown');
    assert.equal(standing(9, NaN, 1, NaN), 'unknown');
    assert.equal(standing(1, NaN, 9, NaN), 'unknown');
  });

  it('settle what is open, one through another, as far as they can', () => {
    const { form, sums } = table('disputes', { review: '1|2||4|10', direct: '1||0|0|', afterReview: '|1|1|1|4' });
    const grid = [...sums.grid];
    const open = new Set(grid.flatMap((value, place) => (Number.isNaN(value) ? [place] : [])));
    settle(form, open, grid);
    assert.deepEqual([...open], [6, 9]);
    assert.deepEqual([grid[2], grid[10]], [3, 1]);
    const balanced = table('applications', { received: '9|0|0|0|0|0|9', carriedOut: '||||||', concluded: '||||||' });
    const all = [...balanced.sums.grid];
    settle(balanced.form, new Set(all.flatMap((value, place) => (Number.isNaN(value) ? [place] : []))), all);
    assert.ok(all.every(value => !Number.isNaN(value)));
  });

  it('are computed anew where a number becomes another', () => {
    const { form, sums } = table('disputes', { review: '1|2|3|4|=' });
    assert.deepEqual(withValue(form, sums, sums.grid, 1, 5).slice(0, 5), [1, 5, 3, 4, 13]);
    assert.deepEqual(sums.grid.slice(0, 5), [1, 2, 3, 4, 10]);
    assert.deepEqual(
      tellingEquations(form, sums).map(({ shown }) => shown),
      [9, 14],
    );
  });

  /** What is computed of three columns, each of which is the sum of some others. */
  const ofColumns = (parts: Readonly<Record<'a' | 'b' | 'c', readonly string[]>>): Table['sums'] => {
    const form: TableForm = {
      ...tablesOf(newest).find(({ id }) => id === 'disputes')!,
      columns: Object.keys(parts).map(key => ({ key, label: key, name: key, value: { kind: 'count' as const } })),
      sums: Object.entries(parts).map(([total, of]) => ({ along: 'row', rule: 'row-total', total, parts: of })),
    };
    return table('disputes', { review: '=|=|=' }, withTables(form)).sums;
  };

  it('that lead into a circle are not of it', () => {
    const sums = ofColumns({ a: ['b'], b: ['c'], c: ['b'] });
    assert.deepEqual(sums.uncomputable, [
      { place: 1, cycle: true },
      { place: 2, cycle: true },
    ]);
    assert.ok(Number.isNaN(sums.grid[0]));
  });

  it('that are of two circles are told once', () => {
    const told = ofColumns({ a: ['b', 'c'], b: ['a'], c: ['a'] }).uncomputable.map(({ place }) => place);
    assert.deepEqual(told, [...new Set(told)]);
    assert.ok(told.includes(0));
  });

  it('are the same to the last place of any amount, and never less than nothing by a sign', () => {
    assert.ok(same(0.1 + 0.2, 0.3) && same(5, 5) && !same(1, 1.000001) && !same(1.000001, 1));
    assert.equal(tidy(0.1 + 0.2), 0.3);
    assert.ok(Object.is(tidy(-0), 0));
  });

  it('put into a cell only what its column may hold', () => {
    const older = tablesOf(forms[0]!);
    const holds = (kind: string, value: number): boolean => {
      const form = older.find(({ columns }) => columns.some(column => column.value.kind === kind)) ?? assert.fail(kind);
      return canHold(
        form,
        placeOf(
          form,
          0,
          form.columns.findIndex(column => column.value.kind === kind),
        ),
        value,
      );
    };
    assert.deepEqual(
      [3, 0, -1, 0.5].map(value => holds('count', value)),
      [true, true, false, false],
    );
    assert.deepEqual(
      [3, 0, -1, 0.5].map(value => holds('change', value)),
      [true, true, true, false],
    );
    assert.deepEqual(
      [3, 0, -1, 0.5].map(value => holds('money', value)),
      [true, true, false, true],
    );
  });

  it('of nothing are none', () => {
    const none: SumReading = table('normative', {}).sums;
    assert.deepEqual([none.known, none.holding, none.failed, none.uncomputable], [0, 0, [], []]);
  });
});

/** The newest edition with one table in the place of its last. */
function withTables(form: TableForm): Form {
  const sections = newest.sections.map(section => (section.id === form.id ? { ...section, tables: [form] } : section));
  return { ...newest, sections };
}
