import { LineParser } from './parser.ts';
import type { Line, PartLine, ProseLine, SyntaxTree } from './tree.ts';
import type { LineEnding } from '../text/index.ts';

/** A line longer than this is taken as prose without a look inside: nobody wrote it, and a row of it could be endless. */
export const MAX_LINE = 65_536;

/** Whether a line was taken as prose without a look inside. */
export const isUnread = ({ text }: Line): boolean => text.length > MAX_LINE;

/** Whether a line has prose in it that was looked into. */
export const hasProse = (line: Line): line is PartLine | ProseLine =>
  (line.kind === 'prose' || line.kind === 'part') && !isUnread(line);

let parser: LineParser | undefined;

/** The tree of a text. Every text has one, and its pieces, joined, are the text. */
export const readTree = (text: string): SyntaxTree => ({ lines: readLines(text) });

/**
 * The lines of a text, or of a piece of one that begins and ends where a line does. The last line is the one behind
 * the last line ending, empty where the text ends with one.
 */
export function readLines(text: string): Line[] {
  const lines: Line[] = [];
  let from = 0;
  for (const long of overlongLines(text)) {
    for (const line of parse(text.slice(from, long.start))) lines.push(line);
    const line = text.slice(long.start, long.end);
    lines.push({
      kind: 'prose',
      text: line,
      ending: long.ending,
      spans: [{ kind: 'text', start: 0, end: line.length }],
    });
    from = long.end + long.ending.length;
  }
  for (const line of parse(text.slice(from))) lines.push(line);
  if (lines.at(-1)?.ending !== '') lines.push({ kind: 'blank', text: '', ending: '' });
  return lines;
}

function parse(text: string): Line[] {
  parser ??= new LineParser();
  return parser.read(text);
}

interface LongLine {
  readonly start: number;
  readonly end: number;
  readonly ending: LineEnding;
}

function overlongLines(text: string): LongLine[] {
  const found: LongLine[] = [];
  // What is read after a keystroke is short.
  if (text.length <= MAX_LINE) return found;
  let start = 0;
  while (start < text.length) {
    const end = lineEnd(text, start);
    const code = text.charCodeAt(end);
    const ending = end >= text.length ? '' : code === 10 ? '\n' : text.charCodeAt(end + 1) === 10 ? '\r\n' : '\r';
    if (end - start > MAX_LINE) found.push({ start, end, ending });
    start = end + Math.max(1, ending.length);
  }
  return found;
}

function lineEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) return at;
  }
  return text.length;
}
