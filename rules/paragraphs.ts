import { hasProse, type Line } from '../grammar/index.ts';
import { carriedOver, sameEnds, type Block } from '../model/index.ts';
import { Kept } from '../text/index.ts';
import { addFound, type FoundIn } from './lines.ts';

/** The prose of a line, of which most rules want to see nothing. */
export interface Prose {
  /** The line as it is written. */
  readonly written: string;
  /**
   * The line with all else blanked out, so that what is found in it stands at the columns of the line: quotes, web and
   * mail addresses, and the names of laws and documents, which are others' words. Made when it is asked for.
   */
  readonly text: string;
}

/** A paragraph of a block. */
export interface Paragraph {
  /** The line in its block. */
  readonly line: number;
  /** Its prose, as `Prose` has it. */
  readonly text: string;
}

/** The paragraphs of a block, or of some of its lines. */
export function paragraphsOf({ lines }: Pick<Block, 'lines'>): Paragraph[] {
  return lines.flatMap((line, index) => {
    const text = proseOf(line);
    return text === '' ? [] : [{ line: index, text }];
  });
}

/**
 * What a function finds in the prose of a block. All lines are looked through once for the signs of all rules: a word
 * without which there is nothing to be found. So a line costs the rules that find nothing in it next to nothing. To be
 * called when a module is loaded.
 */
export function perLine<Value>(
  find: (prose: Prose) => readonly Value[],
  signs?: readonly string[],
): (block: Block) => readonly FoundIn<Value>[] {
  const place = finders.push(find) - 1;
  const bit = 1 << place;
  if (!signs) unsigned |= bit;
  for (const sign of signs ?? []) {
    const first = sign.charCodeAt(0);
    firsts[first] ||= signsBy.push([]) - 1;
    signsBy[firsts[first] ?? 0]?.push({ rest: sign.slice(1), second: sign.charCodeAt(1), bit });
  }
  return block => (foundIn(block)[place] ?? NOTHING) as readonly FoundIn<Value>[];
}

const NOTHING: readonly FoundIn<unknown>[] = [];

/** All functions that look at lines. There may be as many as a number has bits. */
const finders: ((prose: Prose) => readonly unknown[])[] = [];

/** Which of them have no signs, so that they are always asked. */
let unsigned = 0;

interface Sign {
  /** What follows the first character, and the code that this begins with, if there is more. */
  readonly rest: string;
  readonly second: number;
  readonly bit: number;
}

/** The signs by their first characters, which are many but few enough to be numbered in bytes; 0 is for all others. */
const firsts = new Uint8Array(0x10000);
const signsBy: Sign[][] = [[]];

/** Which finders have a sign in a line, or none at all. This walks along every line, and so is no place for ease. */
function askedBy(text: string): number {
  let asked = unsigned;
  for (let at = 0; at < text.length; at++) {
    const first = firsts[text.charCodeAt(at)];
    if (first === undefined || first === 0) continue;
    const next = text.charCodeAt(at + 1);
    for (const { rest, second, bit } of signsBy[first] ?? []) {
      if ((asked & bit) !== 0) continue;
      if (rest === '' || (second === next && text.startsWith(rest, at + 1))) asked |= bit;
    }
  }
  return asked;
}

/** What each function found in a block; most find nothing. */
type Found = readonly (readonly FoundIn<unknown>[] | undefined)[];

interface Looked {
  readonly lines: readonly Line[];
  readonly found: Found;
}

/** By the first and the last line of a block, one of which an edit inside it leaves as the object that it is. */
const looked = new Kept<Line, Looked>();

function foundIn({ lines }: Block): Found {
  const [first] = lines;
  const last = lines.at(-1);
  if (!first || !last) return [];
  const before = looked.get(first) ?? looked.get(last);
  if (before?.lines === lines) return before.found;
  const found = before ? lookAgain(lines, before) : lookAt(lines, 0, lines.length);
  const now = { lines, found };
  looked.set(first, now);
  if (last !== first) looked.set(last, now);
  return found;
}

/** Only the lines between those that are the same above and below are looked at; the others keep what was found. */
function lookAgain(lines: readonly Line[], before: Looked): Found {
  const ends = sameEnds(before.lines, lines);
  const between = lookAt(lines, ends.above, ends.below);
  return finders.map((_, place) => carriedOver(before.found[place] ?? NOTHING, between[place] ?? NOTHING, ends));
}

function lookAt(lines: readonly Line[], from: number, to: number): Found {
  const all: (FoundIn<unknown>[] | undefined)[] = [];
  for (let index = from; index < to; index++) {
    const line = lines[index];
    if (!line || !hasProse(line)) continue;
    const asked = askedBy(line.text);
    if (asked === 0) continue;
    const prose = new ProseOf(line);
    finders.forEach((find, place) => {
      if ((asked & (1 << place)) === 0) return;
      const found = find(prose);
      if (found.length > 0) addFound((all[place] ??= []), index, found);
    });
  }
  return all;
}

class ProseOf implements Prose {
  readonly #line: Line;
  #text: string | undefined;

  constructor(line: Line) {
    this.#line = line;
  }

  get written(): string {
    return this.#line.text;
  }

  get text(): string {
    return (this.#text ??= proseOf(this.#line));
  }
}

/**
 * All matches of a global pattern. `matchAll` makes a copy of its pattern at each call, which costs more than finding out
 * that there is nothing.
 */
export const matchesIn = (text: string, pattern: RegExp): readonly RegExpExecArray[] =>
  text.search(pattern) < 0 ? NO_MATCHES : [...text.matchAll(pattern)];

const NO_MATCHES: readonly RegExpExecArray[] = [];

/** The sentences of a paragraph with the columns at which they begin. */
export function* sentencesOf(text: string): Generator<{ readonly start: number; readonly text: string }> {
  const end = /[。！？!?；;]/g;
  let start = 0;
  for (const { index } of text.matchAll(end)) {
    yield { start, text: text.slice(start, index + 1) };
    start = index + 1;
  }
  if (start < text.length) yield { start, text: text.slice(start) };
}

function proseOf(line: Line): string {
  if (!hasProse(line)) return '';
  // What looks like a field or a number before prose is prose; a part's title is not.
  const start = line.spans[0]?.start ?? 0;
  let text = line.kind === 'prose' ? line.text.slice(0, start) : ' '.repeat(start);
  for (const span of line.spans) {
    const piece = line.text.slice(span.start, span.end);
    text += span.kind === 'text' ? piece : ' '.repeat(piece.length);
  }
  if (text.trim() === '') return '';
  // Most lines hold nothing that any of these could begin or join.
  return /[《〈@./]/.test(text) ? text.replace(OTHERS, blank) : text;
}

const OTHERS =
  /《[^《》]{0,200}》|〈[^〈〉]{0,200}〉|(?:https?:\/\/|www\.)[\w./?=&%#:~-]+|(?<![\w.-])[\w.-]+(?:@[\w.-]+|\.gov\.cn[\w./?=&%-]*)/g;

const blank = (text: string): string => ' '.repeat(text.length);
