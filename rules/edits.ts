import type { Line } from '../grammar/index.ts';
import { rangeOf, type Span, type TextEdit } from '../text/index.ts';

// Edits are written with `\n`; the runner gives them the line ending of the text.

/** Other words in the place of a span. */
export const replace = (line: number, span: Span, text: string): TextEdit => ({ range: rangeOf(line, span), text });

/** Whole lines behind a line, whether or not that is the last. */
export const insertAfter = (lines: readonly Line[], line: number, text: readonly string[]): TextEdit => {
  const end = lines[line]?.text.length ?? 0;
  return replace(line, { start: end, end }, text.map(one => `\n${one}`).join(''));
};

/** Whole lines before a line. */
export const insertBefore = (line: number, text: readonly string[]): TextEdit =>
  replace(line, { start: 0, end: 0 }, text.map(one => `${one}\n`).join(''));

/** Takes away whole lines with their endings, the last included in the range. */
export function removeLines(lines: readonly Line[], first: number, last: number): TextEdit {
  const hasNext = last + 1 < lines.length;
  const start = hasNext || first === 0 ? { line: first, character: 0 } : endOf(lines, first - 1);
  const end = hasNext ? { line: last + 1, character: 0 } : endOf(lines, last);
  return { range: { start, end }, text: '' };
}

const endOf = (lines: readonly Line[], line: number): { line: number; character: number } => ({
  line,
  character: lines[line]?.text.length ?? 0,
});
