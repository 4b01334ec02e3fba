import { LineParser } from './parser.ts';
import type { Line, PartLine, ProseLine, SyntaxTree } from './tree.ts';
import type { LineEnding } from '../text/index.ts';

/** A line longer than this is taken as prose without a look inside: nobody wrote it, and a row of it could be endless. */
export const MAX_LINE = 65_536;

/** So much is parsed at a time: of a long text, the tokens would outlive several collections of young objects. */
const PIECE = 32_768;

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
  const parseTo = (end: number): void => {
    for (const line of parse(text.slice(from, end))) lines.push(line);
    from = end;
  };
  // What is read after a keystroke is short.
  for (let start = 0; text.length > PIECE && start < text.length;) {
    const end = lineEnd(text, start);
    const ending = endingAt(text, end);
    const next = end + Math.max(1, ending.length);
    if (end - start > MAX_LINE) {
      parseTo(start);
      lines.push(unread(text.slice(start, end), ending));
      from = next;
    } else if (next - from > PIECE) parseTo(next);
    start = next;
  }
  parseTo(text.length);
  if (lines.at(-1)?.ending !== '') lines.push({ kind: 'blank', text: '', ending: '' });
  return lines;
}

function parse(text: string): Line[] {
  parser ??= new LineParser();
  return parser.read(text);
}

const unread = (text: string, ending: LineEnding): ProseLine => ({
  kind: 'prose',
  text,
  ending,
  spans: [{ kind: 'text', start: 0, end: text.length }],
});

function endingAt(text: string, end: number): LineEnding {
  if (end >= text.length) return '';
  if (text.charCodeAt(end) === 10) return '\n';
  return text.charCodeAt(end + 1) === 10 ? '\r\n' : '\r';
}

function lineEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) return at;
  }
  return text.length;
}
