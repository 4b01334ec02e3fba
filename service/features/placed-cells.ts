import { valueRows } from '../../forms/index.ts';
import type { Cell } from '../../grammar/index.ts';
import { placeOf, type Report, type Row, type Table } from '../../model/index.ts';
import { displayWidth, rangeOf, type TextEdit } from '../../text/index.ts';
import { blockAt } from '../places.ts';
import { linesOfTable } from './table-cells.ts';

/** A cell whose number has a place in its table's grid. */
export interface PlacedCell {
  readonly row: Row;
  readonly cell: Cell;
  readonly place: number;
}

/** The table that has this line, and the line of the text at which its block begins. */
export function tableAt(report: Report, line: number): { table: Table; start: number } | undefined {
  const at = blockAt(report, line);
  const table = at.block.tables.find(one => {
    const { first, last } = linesOfTable(one);
    return first <= at.line && at.line <= last;
  });
  return table && { table, start: line - at.line };
}

/** The cells that count, in the order of the form: not those of a row written twice, or of one with cells missing. */
export const placedCells = (table: Table): PlacedCell[] =>
  valueRows(table.form).flatMap(({ key }, number) => {
    const row = table.byKey.get(key);
    if (!row?.aligned) return [];
    return row.row.cells.map((cell, index) => ({
      row,
      cell,
      place: placeOf(table.form, number, row.order[index] ?? index),
    }));
  });

/** Another value in a cell. It ends where the old one did, and takes room before it, so that columns stay in line. */
export function setCell(start: number, { row, cell }: PlacedCell, text: string): TextEdit {
  const line = start + row.line;
  if (cell.kind === 'blank') {
    const room = Math.max(0, cell.stop - cell.bar - 3);
    return { range: rangeOf(line, { start: cell.bar + 1, end: cell.stop }), text: ` ${text.padStart(room)} ` };
  }
  const { text: written } = row.row;
  const grows = displayWidth(text) - displayWidth(written.slice(cell.start, cell.end));
  let from = cell.start;
  while (cell.start - from < grows && from - 1 > cell.bar + 1 && written[from - 1] === ' ') from--;
  return { range: rangeOf(line, { start: from, end: cell.end }), text: ' '.repeat(Math.max(0, -grows)) + text };
}
