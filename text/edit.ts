import { compareRanges, comparePositions, type Range } from './place.ts';
import { TextLines } from './lines.ts';

/** One replacement: the range is gone, the text stands there. */
export interface TextEdit {
  readonly range: Range;
  readonly text: string;
}

/**
 * The text after all edits, each range being meant in the text before. Edits that overlap are our own bug and throw;
 * insertions at one place are made in the order given.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const lines = new TextLines(text);
  let result = '';
  let done = 0;
  for (const edit of sortEdits(edits)) {
    const start = lines.offsetAt(edit.range.start);
    if (start < done) throw new Error('edits overlap');
    result += text.slice(done, start) + edit.text;
    done = lines.offsetAt(edit.range.end);
  }
  return result + text.slice(done);
}

/** The edits in the order of their places; those at one place keep their order. */
export const sortEdits = (edits: readonly TextEdit[]): TextEdit[] =>
  [...edits].sort((a, b) => compareRanges(a.range, b.range));

/** Whether two edits cannot both be made: they share text, or one inserts inside the other. */
export const editsConflict = (a: TextEdit, b: TextEdit): boolean =>
  comparePositions(a.range.start, b.range.end) < 0 && comparePositions(b.range.start, a.range.end) < 0;
