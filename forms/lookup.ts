import type { ColumnForm, Form, GroupRowForm, RowForm, TableForm, ValueRowForm } from './types.ts';

/** A row and where it stands in its table. */
export interface PlacedRow {
  readonly row: RowForm;
  /** How many groups the row is in: what its label is indented by. */
  readonly depth: number;
  /** Those groups, the outermost first. */
  readonly groups: readonly GroupRowForm[];
}

/** Whether the row is a label over other rows and has no values of its own. */
export const isGroup = (row: RowForm): row is GroupRowForm => row.rows !== undefined;

/** Every row of the table, the groups included, in the order of the official print. */
export const allRows = perTable((table): readonly PlacedRow[] => place(table.rows, []));

/** The rows of the table that hold values, in the order of the official print. */
export const valueRows = perTable((table): readonly ValueRowForm[] => leaves(table.rows));

/** The rows of the table by their keys, groups included. */
export const rowsByKey = perTable(
  (table): ReadonlyMap<string, PlacedRow> => new Map(allRows(table).map(placed => [placed.row.key, placed])),
);

/** The columns of the table by their keys. */
export const columnsByKey = perTable(
  (table): ReadonlyMap<string, ColumnForm> => new Map(table.columns.map(column => [column.key, column])),
);

/** The rows that hold values among these and inside their groups. */
export const leaves = (rows: readonly RowForm[]): readonly ValueRowForm[] =>
  rows.flatMap(row => (isGroup(row) ? leaves(row.rows) : [row]));

/** All tables of the form, in its order. */
export const tablesOf = (form: Form): readonly TableForm[] => form.sections.flatMap(section => section.tables ?? []);

/**
 * The edition that reports of this year use; nothing for a year before the first edition. Of several that fit, the
 * newest: a new edition ends the one before it without a change there.
 */
export const formOfYear = (forms: readonly Form[], year: number): Form | undefined =>
  forms.findLast(({ years }) => years.from <= year && year <= (years.to ?? Infinity));

/**
 * The head of a column with every year in it written `{年度}`, as the forms write it in `misspellings`:
 * 本年（2023）制发件数 is met with any year, the wrong one included. Fold full-width digits before.
 */
export const withoutYear = (head: string): string => head.replace(/(?<!\d)20\d\d(?!\d)/g, '{年度}');

function place(rows: readonly RowForm[], groups: readonly GroupRowForm[]): readonly PlacedRow[] {
  return rows.flatMap(row => {
    const placed: PlacedRow = { row, depth: groups.length, groups };
    return isGroup(row) ? [placed, ...place(row.rows, [...groups, row])] : [placed];
  });
}

/** Forms never change, so that what is read off a table is read once. */
function perTable<Value extends object>(read: (table: TableForm) => Value): (table: TableForm) => Value {
  const known = new WeakMap<TableForm, Value>();
  return table => {
    const before = known.get(table);
    if (before) return before;
    const value = read(table);
    known.set(table, value);
    return value;
  };
}
