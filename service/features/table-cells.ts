import { valueRows, type Bilingual, type TableForm } from '../../forms/index.ts';
import type { Cell } from '../../grammar/index.ts';
import { firstLine, tidy, whereIs, type Block, type Report, type Row, type Table } from '../../model/index.ts';
import { rangeOf, type Range, type Span } from '../../text/index.ts';

/** A cell as it is written: its row, and the line counted from the block's first. */
export interface WrittenCell {
  readonly row: Row;
  readonly cell: Cell;
  readonly line: number;
}

/** Where a place of a table's grid is written; nothing where its row is not there, or has too few cells. */
export function cellOfPlace(table: Table, place: number): WrittenCell | undefined {
  const at = whereIs(table.form, place);
  const row = table.byKey.get(valueRows(table.form)[at.row]?.key ?? '');
  const cell = row?.aligned ? row.row.cells[row.order.indexOf(at.column)] : undefined;
  return row && cell && { row, cell, line: row.line };
}

/** The columns that a cell is shown at: its content, or all the room between its bars. */
export const spanOfCell = (cell: Cell): Span =>
  cell.start < cell.end ? { start: cell.start, end: cell.end } : roomOfCell(cell);

/** The columns between a cell's bars. */
export const roomOfCell = (cell: Cell): Span => ({
  start: Math.min(cell.bar + 1, cell.stop),
  end: Math.max(cell.bar + 1, cell.stop),
});

/** The ranges of those places that are written, in a block that begins at `start`. */
export const rangesOfPlaces = (table: Table, places: Iterable<number>, start: number): Range[] =>
  [...places].flatMap(place => {
    const found = cellOfPlace(table, place);
    return found ? [rangeOf(start + found.line, spanOfCell(found.cell))] : [];
  });

/** The first and the last line of a table, its article included, counted from the block's first. */
export function linesOfTable(table: Table): { first: number; last: number } {
  const first = firstLine(table);
  return { first, last: table.rows.at(-1)?.line ?? table.header?.line ?? first };
}

/** The line of the text at which the block of a table begins. */
export const startOfTable = (report: Report, table: Table): number =>
  report.starts[report.blocks.findIndex(block => block.tables.includes(table))] ?? 0;

/** The blocks that have lines between these two, both included, each with the line it begins at. */
export function* blocksBetween(
  report: Report,
  first: number,
  last: number,
): Generator<{ block: Block; start: number }> {
  for (const [index, block] of report.blocks.entries()) {
    const start = report.starts[index] ?? 0;
    if (start > last) return;
    if (start + block.lines.length > first) yield { block, start };
  }
}

/** A place by its column and row as the form names them. */
export function nameOfPlace(table: TableForm, place: number): Bilingual {
  const { row, column } = whereIs(table, place);
  const form = valueRows(table)[row];
  const label = form?.short ?? form?.label ?? '';
  const head = table.columns[column]?.label ?? '';
  return { zh: `“${head}”列“${label}”`, en: `“${label}”, column “${head}”` };
}

/** A number as it is written in a cell. */
export const numberText = (value: number): string => String(tidy(value));
