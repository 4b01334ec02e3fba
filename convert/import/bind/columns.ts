import { valueRows, type TableForm } from '../../../forms/index.ts';
import { matchColumn, matchExactly, placeOf } from '../../../model/index.ts';
import type { SourceTable } from '../source.ts';
import type { ReadCell, ReadRow } from './cells.ts';

/** The cells that a row of the file has for numbers, as its heads tell. */
export interface Columns {
  /** For each of them the place in the form's row (or, printed side by side, in its grid); undefined where it has none. */
  readonly slots: readonly (number | undefined)[];
  /** Where each stands, in a table whose cells stand in columns. */
  readonly ranges?: readonly Range[];
  /** How many cells the fullest row of heads has, where rows are printed side by side. */
  readonly widest?: number;
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** The columns of a table that prints its rows below each other. `labelEnd` is where the labels end. */
export function columnsOf(
  table: TableForm,
  heads: readonly ReadRow[],
  layout: SourceTable['layout'],
  labelEnd: number,
): Columns {
  const inOrder = table.columns.map((_, place) => place);
  if (layout === 'laid') {
    const leaves = leavesOf(heads).filter(({ column }) => column >= labelEnd);
    const slots = slotsOf(
      leaves.map(({ text }) => headOf(table, text)),
      inOrder,
    );
    return slots ? { slots, ranges: leaves.map(rangeOf) } : { slots: inOrder };
  }
  const written = heads.map(({ cells }) => cells.filter(({ kind }) => kind === 'head' || kind === 'text'));
  const rows = written.filter(({ length }) => length > 0);
  const found = rows.flat().map(({ text }) => headOf(table, text));
  const known = new Set(found.filter(one => one !== undefined));
  const strangers = found.length - found.filter(one => one !== undefined).length;
  // A head that the form does not have may stand over a column of its own, and no number of it may be shifted.
  if (known.size === inOrder.length && strangers > 0) return { slots: found.map(() => undefined) };
  const slots = rows.length === 1 ? slotsOf(found, inOrder) : undefined;
  return { slots: slots ?? inOrder };
}

/** The places of a table that prints its rows side by side, in the order of the print. */
export function placesAcross(table: TableForm, heads: readonly ReadRow[], layout: SourceTable['layout']): Columns {
  const rows = valueRows(table);
  const inOrder = rows.flatMap((_, row) => table.columns.map((_, column) => placeOf(table, row, column)));
  const widest = Math.max(...heads.map(({ cells }) => cells.length));
  if (layout !== 'laid' || heads.length === 0) return { slots: inOrder, widest };
  const leaves = leavesOf(heads);
  const labels = heads.flatMap(({ cells }) => cells.map(cell => ({ cell, row: rowOf(table, cell.text) })));
  const slots = leaves.map(leaf => {
    const row = labels.findLast(label => label.row >= 0 && covers(label.cell, leaf))?.row;
    const column = headOf(table, leaf.text);
    return row === undefined || column === undefined ? undefined : placeOf(table, row, column);
  });
  const ranges = leaves.map(rangeOf);
  const sure = slots.every(slot => slot !== undefined) && new Set(slots).size === slots.length;
  if (sure) return { slots, ranges, widest };
  // Heads that were cut short still stand in the order of the print.
  return slots.length === inOrder.length ? { slots: inOrder, ranges, widest } : { slots: inOrder, widest };
}

/** The row of values that a label names. */
function rowOf(table: TableForm, label: string): number {
  const named = matchExactly(table, label, nowhere)?.row;
  return valueRows(table).findIndex(({ key }) => key === named?.key);
}

const nowhere = { group: undefined, taken: new Set<string>() };

const rangeOf = ({ column, columns }: ReadCell): Range => ({ from: column, to: column + columns });

const covers = (cell: ReadCell, leaf: ReadCell): boolean =>
  cell.column <= leaf.column && leaf.column + leaf.columns <= cell.column + cell.columns;

/** The column that a head certainly means; a head that is only near might be one of an extra column. */
function headOf(table: TableForm, text: string): number | undefined {
  const { column, certainty } = matchColumn(table, text);
  return certainty === 'near' ? undefined : column;
}

/**
 * Heads as columns of the form; nothing where they make no sense and only the order of the form is left. Strange ones
 * among as many as the form has are another wording of it, if all that are known stand in their places.
 */
function slotsOf(
  found: readonly (number | undefined)[],
  inOrder: readonly number[],
): readonly (number | undefined)[] | undefined {
  const known = found.filter(one => one !== undefined);
  if (known.length === 0 || new Set(known).size !== known.length) return undefined;
  const fits = found.length === inOrder.length && found.every((one, place) => one === undefined || one === place);
  return fits ? inOrder : found;
}

/** The lowest head over each column. A blank cell under a head belongs to it. */
function leavesOf(heads: readonly ReadRow[]): ReadCell[] {
  const lowest: (ReadCell | undefined)[] = [];
  for (const { cells } of heads) {
    for (const cell of cells) {
      if (cell.kind === 'blank') continue;
      for (let column = cell.column; column < cell.column + cell.columns; column++) lowest[column] = cell;
    }
  }
  return lowest.flatMap((cell, column) => {
    if (!cell || lowest[column - 1] === cell) return [];
    let end = column + 1;
    while (lowest[end] === cell) end++;
    return [{ ...cell, column, columns: end - column }];
  });
}
