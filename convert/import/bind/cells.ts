import { readValue } from '../../../model/index.ts';
import type { Place, SourceCell, SourceTable } from '../source.ts';
import type { Lexicon, Meaning } from './lexicon.ts';

/** A cell of a foreign table, and what it is as far as that shows by its words alone. */
export interface ReadCell {
  /** `text`: words that the form does not have. */
  readonly kind: 'blank' | 'value' | 'text' | Meaning['kind'];
  readonly text: string;
  readonly meaning?: Meaning;
  readonly column: number;
  readonly columns: number;
}

/** A row of such cells. */
export interface ReadRow {
  readonly cells: readonly ReadCell[];
  readonly place: Place;
}

/** Reads the cells of a table; words that were cut and are one label or head together are put together again. */
export function readCells(table: SourceTable, lexicon: Lexicon): ReadRow[] {
  const rows = table.rows.map(({ cells, place }) => ({ cells: cells.map(cell => readCell(cell, lexicon)), place }));
  return table.layout === 'laid' ? rows : mergeCut(rows, lexicon, table.layout);
}

/** Whether a text can be what stands in a cell of numbers. */
export const isValue = (text: string): boolean =>
  !Number.isNaN(readValue(text, { kind: 'money', decimals: 6, unit: 'free' }).value);

function readCell({ text, column, columns }: SourceCell, lexicon: Lexicon): ReadCell {
  const place = { text: text.trim(), column, columns };
  if (place.text === '') return { kind: 'blank', ...place };
  const meaning = lexicon.find(place.text);
  if (meaning) return { kind: meaning.kind, meaning, ...place };
  return { kind: isValue(place.text) ? 'value' : 'text', ...place };
}

interface Spot {
  readonly row: number;
  readonly at: number;
  readonly cell: ReadCell;
}

/**
 * The pieces of a label may stand in cells or lines of their own (商业 | 企业, 结 | 果 | 维 | 持). Only what together is
 * a text of the form is put together; it stands where its last piece did, since the values follow that one.
 */
function mergeCut(rows: readonly ReadRow[], lexicon: Lexicon, layout: SourceTable['layout']): ReadRow[] {
  const spots: Spot[] = rows.flatMap(({ cells }, row) =>
    cells.flatMap((cell, at) => (cell.kind === 'blank' ? [] : [{ row, at, cell }])),
  );
  const result = rows.map(({ cells }) => [...cells] as (ReadCell | undefined)[]);
  for (let [first, start] = [0, spots[0]]; start; start = spots[++first]) {
    const joined = longest(spots, first, start.cell, lexicon);
    if (!joined) continue;
    for (const { row, at } of spots.slice(first, joined.last)) result[row]?.splice(at, 1, undefined);
    const end = spots[joined.last];
    if (end) result[end.row]?.splice(end.at, 1, { ...end.cell, kind: joined.meaning.kind, ...joined });
    first = joined.last;
  }
  return result.map((cells, row) => {
    const left = cells.filter(cell => cell !== undefined);
    return { cells: layout === 'flowing' ? joinWords(left) : left, place: rows[row]?.place ?? {} };
  });
}

function longest(
  spots: readonly Spot[],
  first: number,
  { text }: ReadCell,
  lexicon: Lexicon,
): { last: number; text: string; meaning: Meaning } | undefined {
  let found: { last: number; text: string; meaning: Meaning } | undefined;
  for (let last = first + 1; lexicon.begins(text); last++) {
    const next = spots[last];
    if (!next) break;
    text += next.cell.text;
    const meaning = lexicon.find(text);
    if (meaning) found = { last, text, meaning };
  }
  return found;
}

/** In a line of words apart by spaces, words that the form does not know are one text. */
function joinWords(cells: readonly ReadCell[]): ReadCell[] {
  const joined: ReadCell[] = [];
  for (const cell of cells) {
    const before = joined.at(-1);
    const goesOn = cell.kind === 'text' && before?.kind === 'text';
    if (goesOn) joined.pop();
    joined.push(goesOn ? { ...before, text: `${before.text} ${cell.text}` } : cell);
  }
  return joined;
}
