import type { TableForm } from '../../forms/index.ts';
import type { Piece } from './completion-item.ts';

/** A row of the form, whose words hold no bar, with a tab stop in every cell that is blank or computed. */
export function rowPieces(text: string): readonly Piece[] {
  const [before = '', label = '', ...cells] = text.split('|');
  const after = cells.pop();
  if (after === undefined) return [text];
  const pieces: Piece[] = [`${before}|${label}`];
  for (const cell of cells) {
    const value = cell.trim();
    // Numbers stand to the right: a blank cell is filled in before its last space.
    const at = value === '' ? cell.length - 1 : cell.indexOf(value);
    if (value === '' || value === '=') {
      pieces.push(`|${cell.slice(0, at)}`, { stop: value }, cell.slice(at + value.length));
    } else pieces.push(`|${cell}`);
  }
  return [...pieces, `|${after}`];
}

/** The lines of a template of the form, with a tab stop in every blank cell and behind every part's heading. */
export const templatePieces = (lines: readonly string[], ending: string): readonly Piece[] =>
  lines.flatMap((line, i): readonly Piece[] => {
    const pieces: readonly Piece[] = line.startsWith('|')
      ? rowPieces(line)
      : line.startsWith('（')
        ? [line, { stop: '' }]
        : [line];
    return i === 0 ? pieces : [ending, ...pieces];
  });

/** The keys of the columns that the form computes in every row. */
export const totalsOf = (table: TableForm): ReadonlySet<string> =>
  new Set(table.sums.flatMap(sum => (sum.along === 'row' ? [sum.total] : [])));
