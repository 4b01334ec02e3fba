import {
  allRows,
  isGroup,
  leaves,
  valueRows,
  type Bilingual,
  type RowForm,
  type ValueKind,
} from '../../forms/index.ts';
import {
  equationsAt,
  equationsOf,
  placeOf,
  tableOf,
  whereIs,
  type Equation,
  type Report,
  type Row,
  type Table,
} from '../../model/index.ts';
import type { CellPlace } from '../places.ts';
import { inLocale, type Locale } from '../words.ts';
import type { Workspace } from '../workspace.ts';
import type { Card } from './card.ts';
import { percent, shareIn, sumInNames, sumInNumbers, verdictOn } from './sum-words.ts';
import { numberText } from './table-cells.ts';

/** What is counted in a row, and its sums with today's numbers. */
export function labelCard(table: Table, { match }: Row, locale: Locale): Card | undefined {
  if (!match) return undefined;
  const { row } = match;
  const quotable = !isGroup(row) || row.quotable;
  return {
    title: row.label,
    body: [
      inLocale(row.explanation, locale),
      ...(isGroup(row) ? groupWords(table, row.rows, locale) : rowWords(table, match.place, locale)),
      quotable ? inLocale({ zh: `正文中引用：{${row.name}}`, en: `In prose: {${row.name}}` }, locale) : '',
    ],
  };
}

/** A cell's row and column, its value, how it stands in each sum, and last year's value. */
export function cellCard(
  report: Report,
  table: Table,
  row: Row,
  at: CellPlace,
  { locale, workspace }: { readonly locale: Locale; readonly workspace: Workspace },
): Card | undefined {
  const { match } = row;
  const say = (text: Bilingual): string => inLocale(text, locale);
  if (!match || isGroup(match.row)) return undefined;
  const label = match.row.short ?? match.row.label;
  const column = at.column === undefined ? undefined : table.form.columns[at.column];
  if (!row.aligned || !column) {
    return {
      title: label,
      body: [
        say({
          zh: `这一行有 ${row.row.cells.length} 格，格式为 ${table.form.columns.length} 格，不能确定各格属于哪一列。`,
          en: `This row has ${row.row.cells.length} cells, the form ${table.form.columns.length}: which column a cell is in cannot be told.`,
        }),
      ],
    };
  }
  const value = (at.place === undefined ? undefined : table.sums.grid[at.place]) ?? row.values[at.column ?? 0] ?? NaN;
  const sums = at.place === undefined ? [] : equationsAt(table.form, at.place);
  return {
    title: `${label} · ${column.group === undefined ? '' : `${column.group} · `}${column.label}`,
    body: [
      valueWords(value, row.row.cells[at.index]?.kind === 'computed', column.value, locale),
      sums.map(equation => sumWords(table, equation, at.place ?? -1, locale)),
      lastYearWords(report, table, match.row.key, column.key, value, locale, workspace),
      row.duplicate
        ? say({ zh: '表中前面已有这一行，这里不计。', en: 'The row is given above already; this one does not count.' })
        : '',
    ],
  };
}

/** A column, the group it is printed under, and how its total is made up. */
export function columnCard(table: Table, column: number | undefined, locale: Locale): Card | undefined {
  const form = column === undefined ? undefined : table.form.columns[column];
  if (!form) return undefined;
  const total = table.form.sums.find(sum => sum.along === 'row' && sum.total === form.key);
  const parts = total?.along === 'row' ? total.parts : [];
  const names = parts.map(key => table.form.columns.find(one => one.key === key)?.name ?? '');
  return {
    title: form.label,
    body: [
      form.group === undefined ? '' : inLocale({ zh: `属于“${form.group}”`, en: `Under “${form.group}”` }, locale),
      inLocale(kindWords(form.value), locale),
      names.length > 0 ? `${form.name} = ${names.join(' + ')}` : '',
    ],
  };
}

/** A table as a whole: its name, its section and the note of its head. */
export function tableCard(table: Table, locale: Locale): Card {
  return {
    title: table.form.article ?? table.form.name,
    body: [
      table.form.article === undefined ? '' : table.form.name,
      inLocale(table.section.explanation, locale),
      table.form.note ?? '',
    ],
  };
}

/** The row's own sums; of the sums that run down the columns those that end in this row, one column a line. */
function rowWords(table: Table, place: number, locale: Locale): (string | string[])[] {
  const form = allRows(table.form)[place]?.row;
  const number = valueRows(table.form).findIndex(row => row.key === form?.key);
  const inRow = (one: number): boolean => whereIs(table.form, one).row === number;
  const along = (equation: Equation): boolean => [...equation.left, ...equation.right].every(inRow);
  const ending = equationsOf(table.form).filter(({ shown }) => inRow(shown));
  const down = ending.filter(equation => !along(equation));
  const byRule = [...new Set(down.map(({ rule }) => rule))].map(rule => down.filter(one => one.rule === rule));
  const words = ending.filter(along).map(equation => withVerdict(table, equation, locale));
  return [
    words.length > 0 ? words : valuesWords(table, number, locale),
    ...byRule.flatMap(equations => [
      equations[0] ? sumInNames(table, equations[0]) : '',
      equations.map(
        equation =>
          `${columnOf(table, equation.shown)}${inLocale({ zh: '：', en: ': ' }, locale)}${withVerdict(table, equation, locale, 'bare')}`,
      ),
    ]),
  ];
}

const columnOf = (table: Table, place: number): string =>
  table.form.columns[whereIs(table.form, place).column]?.label ?? '';

const withVerdict = (table: Table, equation: Equation, locale: Locale, named?: 'bare'): string =>
  withNote(sumInNumbers(table, equation, locale, named), verdictOn(table, equation, locale), locale);

const withNote = (text: string, note: string, locale: Locale): string =>
  inLocale({ zh: `${text}，${note}`, en: `${text}; ${note}` }, locale);

const bracketed = (text: string, note: string, locale: Locale): string =>
  inLocale({ zh: `${text}（${note}）`, en: `${text} (${note})` }, locale);

function valuesWords(table: Table, number: number, locale: Locale): string[] {
  if (number < 0) return [];
  return table.form.columns.map((column, index) => {
    const value = table.sums.grid[placeOf(table.form, number, index)] ?? NaN;
    return `${column.label} ${valueWords(value, false, column.value, locale)}`;
  });
}

/** What the rows of a group come to. */
function groupWords(table: Table, rows: readonly RowForm[], locale: Locale): string[] {
  const total = table.form.columns.findIndex(({ key }) => key === 'total');
  const all = valueRows(table.form);
  if (total < 0) return [];
  const sum = leaves(rows).reduce(
    (so, row) => so + (table.sums.grid[placeOf(table.form, all.indexOf(row), total)] ?? NaN),
    0,
  );
  if (Number.isNaN(sum)) return [];
  return [
    inLocale({ zh: `各行总计之和：${numberText(sum)}`, en: `The totals of its rows make ${numberText(sum)}` }, locale),
  ];
}

function valueWords(value: number, computed: boolean, kind: ValueKind, locale: Locale): string {
  if (Number.isNaN(value)) {
    return inLocale(
      computed ? { zh: '还不能计算', en: 'cannot be computed yet' } : { zh: '未填', en: 'blank' },
      locale,
    );
  }
  const text = `${numberText(value)}${kind.kind === 'money' ? ' 万元' : ''}`;
  return computed ? bracketed(text, inLocale({ zh: '自动计算', en: 'computed' }, locale), locale) : text;
}

function sumWords(table: Table, equation: Equation, place: number, locale: Locale): string {
  const share = shareIn(table, equation, place);
  const verdict = verdictOn(table, equation, locale);
  const note =
    share === undefined
      ? verdict
      : inLocale({ zh: `${verdict}，本格占 ${share}`, en: `${verdict}, this cell is ${share}` }, locale);
  return withNote(sumInNumbers(table, equation, locale), note, locale);
}

function lastYearWords(
  report: Report,
  table: Table,
  rowKey: string,
  columnKey: string,
  value: number,
  locale: Locale,
  workspace: Workspace,
): string {
  const last = workspace.lastYear(report)?.report;
  const old = last && tableOf(last, table.form.id);
  if (!last || !old) return '';
  const handedOn = valueRows(table.form).find(row => row.key === rowKey)?.lastYear;
  const number = valueRows(old.form).findIndex(row => row.key === (handedOn ?? rowKey));
  const column = old.form.columns.findIndex(({ key }) => key === columnKey);
  const before = number < 0 || column < 0 ? NaN : (old.sums.grid[placeOf(old.form, number, column)] ?? NaN);
  if (Number.isNaN(before)) return '';
  const { year } = last.head;
  const then = valueWords(before, false, old.form.columns[column]?.value ?? { kind: 'count' }, locale);
  const when: Bilingual = year === undefined ? { zh: '上年', en: 'Last year' } : { zh: `${year} 年`, en: String(year) };
  const form = valueRows(old.form)[number];
  const what: Bilingual =
    handedOn === undefined || !form
      ? when
      : { zh: `${when.zh}“${form.short ?? form.label}”`, en: `${when.en} “${form.short ?? form.label}”` };
  const change = changeWords(before, value);
  return inLocale({ zh: `${what.zh}为 ${then}${change.zh}`, en: `${what.en}: ${then}${change.en}` }, locale);
}

function changeWords(before: number, now: number): Bilingual {
  const apart = now - before;
  if (Number.isNaN(apart)) return { zh: '', en: '' };
  if (numberText(apart) === '0') return { zh: '，今年相同', en: ', the same now' };
  const [more, grown, sign] = apart > 0 ? ['增加', '增长', '+'] : ['减少', '下降', '−'];
  const by = numberText(Math.abs(apart));
  const ratio = before > 0 ? percent(Math.abs(apart) / before) : undefined;
  return {
    zh: `，今年${more} ${by}${ratio === undefined ? '' : `（${grown} ${ratio}）`}`,
    en: `, now ${by} ${apart > 0 ? 'more' : 'less'}${ratio === undefined ? '' : ` (${sign}${ratio})`}`,
  };
}

function kindWords(kind: ValueKind): Bilingual {
  switch (kind.kind) {
    case 'count':
      return { zh: '填整数，不小于 0', en: 'A whole number, 0 or more' };
    case 'change':
      return { zh: '填整数，减少为负数', en: 'A whole number, negative for a decrease' };
    case 'money':
      return {
        zh: `填金额，单位万元，最多 ${kind.decimals} 位小数`,
        en: `An amount in 万元, ${kind.decimals} decimals at most`,
      };
  }
}
