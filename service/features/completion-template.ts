import type { TableForm } from '../../forms/index.ts';
import { readLines, type RowLine } from '../../grammar/index.ts';
import type { Piece } from './completion-item.ts';

/** A row with a tab stop in every blank cell. */
export function rowPieces(text: string): readonly Piece[] {
  const [row] = readLines(text);
  return row?.kind === 'row' && row.cells.length > 0 ? cellPieces(row) : [text];
}

/** The lines of a template with a tab stop in every blank cell and behind every part's heading. */
export function templatePieces(lines: readonly string[], ending: string): readonly Piece[] {
  return lines.flatMap((line, i): readonly Piece[] => {
    const [read] = readLines(line);
    const pieces: readonly Piece[] =
      read?.kind === 'row' ? rowPieces(line) : read?.kind === 'part' ? [line, { stop: '' }] : [line];
    return i === 0 ? pieces : [ending, ...pieces];
  });
}

/** The keys of the columns that the form computes in every row. */
export const totalsOf = (table: TableForm): ReadonlySet<string> =>
  new Set(table.sums.flatMap(sum => (sum.along === 'row' ? [sum.total] : [])));

function cellPieces(row: RowLine): readonly Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const cell of row.cells) {
    // Numbers stand to the right: a blank cell is filled in before its last space.
    const [start, end] = cell.kind === 'blank' ? [cell.stop - 1, cell.stop - 1] : [cell.start, cell.end];
    if (cell.kind !== 'blank' && cell.kind !== 'computed') continue;
    pieces.push(row.text.slice(done, start), { stop: row.text.slice(start, end) });
    done = end;
  }
  return [...pieces, row.text.slice(done)];
}
