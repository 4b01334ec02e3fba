import {
  fields,
  isGroup,
  leaves,
  rowsByKey,
  tablesOf,
  valueRows,
  type Form,
  type RowForm,
  type TableForm,
} from '../forms/index.ts';
import type { Quote, QuoteTerm } from '../grammar/index.ts';
import { editDistance, fold, Kept } from '../text/index.ts';
import { placeOf } from './sums.ts';
import type { Report, Table } from './types.ts';

/** What the names of a quote mean. */
export type Reference =
  | { readonly kind: 'cells'; readonly table: TableForm; readonly places: readonly number[] }
  | { readonly kind: 'field'; readonly key: 'organ' | 'year' }
  /** No row, column or field has this name. */
  | { readonly kind: 'unknown'; readonly name: string; readonly nearest: readonly string[] }
  /** The names fit several cells. */
  | { readonly kind: 'ambiguous'; readonly name: string; readonly choices: readonly string[] };

/** Resolves `{行}`, `{行.列}` or `{列.行}` against an edition; the total is meant where no column is named. */
export function resolve(term: QuoteTerm, form: Form): Reference {
  const key = term.names.map(name => name.text).join('.');
  let known = resolved.get(form);
  if (!known) resolved.set(form, (known = new Map<string, Reference>()));
  let reference = known.get(key);
  if (!reference) {
    reference = find(term, form);
    // The names in use are few; a text full of nonsense must not fill the memory with it.
    if (known.size > 1000) known.clear();
    known.set(key, reference);
  }
  return reference;
}

const resolved = new WeakMap<Form, Map<string, Reference>>();

function find(term: QuoteTerm, form: Form): Reference {
  const [first, second, third] = term.names.map(name => name.text);
  if (first === undefined) return { kind: 'unknown', name: '', nearest: [] };
  if (third !== undefined) return { kind: 'unknown', name: `${first}.${second ?? ''}.${third}`, nearest: [] };
  if (second === undefined) return resolveOne(first, form);
  const pairs = [...pairsOf(first, second, form), ...pairsOf(second, first, form)];
  const [pair] = pairs;
  if (pair) return { kind: 'cells', table: pair.table, places: pair.places };
  const isRow = (name: string): boolean => rowsNamed(name, form).length > 0;
  const isColumn = (name: string): boolean =>
    tablesOf(form).some(table => table.columns.some(one => one.name === name));
  // Whichever of the two is known as what it is, the other one is wrong.
  const isTurned = !isRow(first) && (isRow(second) || isColumn(first));
  const [row, column] = isTurned ? [second, first] : [first, second];
  const known = rowsNamed(row, form)[0];
  return known
    ? {
        kind: 'unknown',
        name: column,
        nearest: nearestOf(
          column,
          known.table.columns.map(one => one.name),
        ),
      }
    : { kind: 'unknown', name: row, nearest: nearestOf(row, rowNames(form)) };
}

/** What a quote amounts to in this report; undefined where a cell is blank or a name means nothing. */
export function quoteValue(quote: Quote, report: Report): number | string | undefined {
  if (quote.broken ?? quote.terms.length === 0) return undefined;
  let sum = 0;
  for (const term of quote.terms) {
    const reference = resolve(term, report.form);
    if (reference.kind === 'field') return quote.terms.length === 1 ? report.head[reference.key] : undefined;
    if (reference.kind !== 'cells') return undefined;
    const table = tableOf(report, reference.table.id);
    if (table?.form !== reference.table) return undefined;
    for (const place of reference.places) sum += term.sign * (table.sums.grid[place] ?? NaN);
  }
  return Number.isNaN(sum) ? undefined : sum;
}

/** The report's table of this name: the one in its own section, where it stands in two. */
export const tableOf = (report: Report, id: string): Table | undefined => placedTable(report, id)?.table;

/** A table with the line at which its block begins. */
export interface PlacedTable {
  readonly table: Table;
  readonly start: number;
}

/** The report's table of this name, and where it stands. */
export const placedTable = (report: Report, id: string): PlacedTable | undefined => placedTables(report).get(id);

/** The report's tables by their names; of two, the one in its own section. */
export function placedTables(report: Report): ReadonlyMap<string, PlacedTable> {
  const known = knownTables.get(report);
  if (known) return known;
  const placed = new Map<string, PlacedTable>();
  for (const [index, { tables }] of report.blocks.entries()) {
    for (const table of tables) {
      const before = placed.get(table.form.id);
      if (before && (before.table.home || !table.home)) continue;
      placed.set(table.form.id, { table, start: report.starts[index] ?? 0 });
    }
  }
  knownTables.set(report, placed);
  return placed;
}

/** A text of thousands of sections asks for a table in each. */
const knownTables = new Kept<Report, ReadonlyMap<string, PlacedTable>>();

interface NamedRow {
  readonly table: TableForm;
  readonly row: RowForm;
}

function resolveOne(name: string, form: Form): Reference {
  const field = fieldNames.get(name);
  if (field) return { kind: 'field', key: field };
  const [found] = rowsNamed(name, form);
  if (!found) return resolveColumn(name, form);
  const { table } = found;
  const total = table.columns.findIndex(column => column.key === 'total');
  if (total >= 0 || table.columns.length === 1) return cellsOf(found, Math.max(total, 0));
  return { kind: 'ambiguous', name, choices: table.columns.map(column => `${name}.${column.name}`) };
}

/** A column by itself means a cell only where all tables together have but one row under it. */
function resolveColumn(name: string, form: Form): Reference {
  const cells = tablesOf(form).flatMap(table => {
    const column = table.columns.findIndex(one => one.name === name);
    return column < 0 ? [] : valueRows(table).map(row => ({ named: { table, row }, column }));
  });
  const [first, second] = cells;
  if (!first) return { kind: 'unknown', name, nearest: nearestOf(name, [...rowNames(form), ...fieldNames.keys()]) };
  if (!second) return cellsOf(first.named, first.column);
  return { kind: 'ambiguous', name, choices: cells.map(({ named }) => `${name}.${named.row.name}`) };
}

const fieldNames = new Map(
  fields.flatMap(({ label, key }) => (key === 'organ' || key === 'year' ? [[label, key] as const] : [])),
);

function pairsOf(row: string, column: string, form: Form): { table: TableForm; places: readonly number[] }[] {
  return rowsNamed(row, form).flatMap(found => {
    const place = found.table.columns.findIndex(({ name, label }) => fold(name) === fold(column) || label === column);
    const cells = place < 0 ? undefined : cellsOf(found, place);
    return cells?.kind === 'cells' ? [cells] : [];
  });
}

/** A group means the sum of its rows. */
function cellsOf({ table, row }: NamedRow, column: number): Reference {
  const rows = valueRows(table);
  const places = (isGroup(row) ? leaves(row.rows) : [row]).map(one => placeOf(table, rows.indexOf(one), column));
  return { kind: 'cells', table, places };
}

const rowsNamed = (name: string, form: Form): readonly NamedRow[] => namesIn(form).rows.get(fold(name)) ?? [];

const rowNames = (form: Form): readonly string[] => namesIn(form).names;

/** What quotes may name in an edition. */
interface Names {
  readonly names: readonly string[];
  /** The rows by each of their names, width and spaces folded. */
  readonly rows: ReadonlyMap<string, readonly NamedRow[]>;
}

const namesOf = new WeakMap<Form, Names>();

function namesIn(form: Form): Names {
  const before = namesOf.get(form);
  if (before) return before;
  const names: string[] = [];
  const rows = new Map<string, NamedRow[]>();
  for (const table of tablesOf(form)) {
    for (const { row } of rowsByKey(table).values()) {
      if (isGroup(row) && !row.quotable) continue;
      names.push(row.name);
      for (const name of new Set([row.name, row.label, row.short ?? ''].map(fold))) {
        rows.set(name, [...(rows.get(name) ?? []), { table, row }]);
      }
    }
  }
  const known = { names, rows };
  namesOf.set(form, known);
  return known;
}

/** The names most like this one, at most three; none that shares no character. */
function nearestOf(name: string, names: readonly string[]): string[] {
  const ranked = [...new Set(names)]
    .map(one => ({
      one,
      apart:
        one.includes(name) || name.includes(one) ? 0.5 : editDistance(name, one) / Math.max(name.length, one.length),
    }))
    .filter(({ apart }) => apart < 0.75)
    .sort((a, b) => a.apart - b.apart);
  return ranked.slice(0, 3).map(({ one }) => one);
}
