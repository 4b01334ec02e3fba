import type { Table } from '../../model/index.ts';
import { columnCell, labelCell, valueCells } from './cells.ts';
import { depthOf, entriesOf, leavesOf, type Entry } from './entries.ts';
import type { PrintedCell, PrintedGroup } from './types.ts';

/** A table whose rows the form sets side by side: their labels are heads, and all values stand in one row. */
export function printAcross(table: Table, start: number): PrintedGroup & { readonly widths: readonly number[] } {
  const entries = entriesOf(table);
  const leaves = leavesOf(entries);
  const width = leaves.length * table.form.columns.length;
  return {
    head: headRows(table, entries, depthOf(entries) + 1, start).map(cells => ({ cells })),
    body: [{ cells: leaves.flatMap(leaf => valueCells(table, leaf, start)) }],
    widths: new Array<number>(width).fill(1 / width),
  };
}

/** The labels of one level, under each that has no rows of its own the columns, which reach down to the values. */
function headRows(table: Table, entries: readonly Entry[], levels: number, start: number): PrintedCell[][] {
  const { columns } = table.form;
  const rows: PrintedCell[][] = Array.from({ length: levels }, () => []);
  for (const entry of entries) {
    const span = leavesOf([entry]).length * columns.length;
    rows[0]?.push({ ...labelCell(entry, { columns: span, rows: 1 }, start), kind: 'head' });
    const below = entry.entries
      ? headRows(table, entry.entries, levels - 1, start)
      : [columns.map(column => columnCell(table, column, { columns: 1, rows: levels - 1 }, start))];
    below.forEach((cells, level) => rows[level + 1]?.push(...cells));
  }
  return rows;
}
