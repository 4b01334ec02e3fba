import { isGroup, valueRows, type RowForm } from '../../forms/index.ts';
import { textOf } from '../../grammar/index.ts';
import type { Row, Table } from '../../model/index.ts';

/** A row of the printed table, or a label over a group of them. */
export interface Entry {
  readonly label: string;
  /** Where it is written; absent for a row of the form that the report lacks. */
  readonly row: Row | undefined;
  /** Which of the form's rows of values it is; absent for a group, and for a row that the form does not have. */
  readonly number?: number;
  /** The rows of a group. */
  readonly entries?: readonly Entry[];
}

/**
 * The rows of a table as they are printed: all rows of the form in its order, whether the report has them or not, and
 * behind the row that it follows whatever else the report has. A number that the form has no row for is not lost.
 */
export function entriesOf(table: Table): readonly Entry[] {
  const additions = additionsOf(table);
  const numbers = new Map(valueRows(table.form).map((row, number) => [row.key, number]));
  const entry = (form: RowForm): Entry[] => {
    const row = table.byKey.get(form.key);
    const added = additions.get(row) ?? [];
    if (!isGroup(form)) return [{ label: form.label, row, number: numbers.get(form.key) ?? 0 }, ...added];
    return [{ label: form.label, row, entries: [...added, ...form.rows.flatMap(entry)] }];
  };
  return [...(additions.get(undefined) ?? []), ...table.form.rows.flatMap(entry)];
}

/** The rows that the form does not have, has once, or has no numbers in, by the row of the form that they follow. */
function additionsOf(table: Table): ReadonlyMap<Row | undefined, Entry[]> {
  const additions = new Map<Row | undefined, Entry[]>();
  let before: Row | undefined;
  for (const row of table.rows) {
    const { match } = row;
    const isForms = match !== undefined && !row.duplicate;
    if (isForms) before = row;
    const isHeading = match !== undefined && isGroup(match.row) && row.row.cells.length === 0;
    if (isHeading || (isForms && !isGroup(match.row))) continue;
    const label = match?.row.label ?? textOf(row.row, row.row.label);
    additions.set(before, [...(additions.get(before) ?? []), { label, row }]);
  }
  return additions;
}

/** The rows of values among these and in their groups. */
export const leavesOf = (entries: readonly Entry[]): readonly Entry[] =>
  entries.flatMap(entry => (entry.entries ? leavesOf(entry.entries) : [entry]));

/** How many labels stand one beside or above the other at most. */
export const depthOf = (entries: readonly Entry[]): number =>
  Math.max(...entries.map(entry => 1 + (entry.entries ? depthOf(entry.entries) : 0)));
