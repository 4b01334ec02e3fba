import type { Line } from '../grammar/index.ts';
import type { Block } from '../model/index.ts';

/**
 * The prose of a line with all else blanked out, so that what is found in it stands at the columns of the line: quotes,
 * web and mail addresses, and the names of laws and documents, which are others' words.
 */
export interface Paragraph {
  /** The line in its block. */
  readonly line: number;
  readonly text: string;
}

/** The paragraphs of a block. */
export function paragraphsOf({ lines }: Block): Paragraph[] {
  return lines.flatMap((line, index) => {
    const text = proseOf(line);
    return text === '' ? [] : [{ line: index, text }];
  });
}

/** Something that was found in a line of a block. */
export interface FoundIn<Value> {
  /** The line in its block. */
  readonly line: number;
  readonly found: Value;
}

/** Finds something in the prose of a line; the line as it is written is given too. */
type Finder = (text: string, written: string) => readonly unknown[];

/** All functions that look at lines, so that a line is looked up once for all of them. */
const finders: Finder[] = [];

/**
 * What a function finds in the prose of a block, found once: an edit leaves all other blocks, and in its own all other
 * lines, as the objects that they are. To be called when a module is loaded.
 */
export function perLine<Value>(
  find: (text: string, written: string) => readonly Value[],
): (block: Block) => readonly FoundIn<Value>[] {
  const place = finders.push(find) - 1;
  return block => (foundIn(block)[place] ?? NOTHING) as readonly FoundIn<Value>[];
}

const NOTHING: readonly FoundIn<unknown>[] = [];

const inBlocks = new WeakMap<Block, readonly (FoundIn<unknown>[] | undefined)[]>();

/** What every function found in a block; most find nothing. */
function foundIn(block: Block): readonly (FoundIn<unknown>[] | undefined)[] {
  const before = inBlocks.get(block);
  if (before) return before;
  const all: (FoundIn<unknown>[] | undefined)[] = [];
  for (const [line, one] of block.lines.entries()) {
    for (const { place, values } of foundOn(one)) {
      const found = (all[place] ??= []);
      for (const value of values) found.push({ line, found: value });
    }
  }
  inBlocks.set(block, all);
  return all;
}

interface FoundOn {
  readonly place: number;
  readonly values: readonly unknown[];
}

const onLines = new WeakMap<Line, readonly FoundOn[]>();

function foundOn(line: Line): readonly FoundOn[] {
  if (line.kind !== 'prose' && line.kind !== 'part') return [];
  const before = onLines.get(line);
  if (before) return before;
  const text = proseOf(line);
  const all = text === '' ? [] : finders.map((find, place) => ({ place, values: find(text, line.text) }));
  const found = all.filter(({ values }) => values.length > 0);
  onLines.set(line, found);
  return found;
}

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
  if (line.kind !== 'prose' && line.kind !== 'part') return '';
  // What looks like a field or a number before prose is prose; a part's title is not.
  const start = line.spans[0]?.start ?? 0;
  let text = line.kind === 'prose' ? line.text.slice(0, start) : ' '.repeat(start);
  for (const span of line.spans) {
    const piece = line.text.slice(span.start, span.end);
    text += span.kind === 'text' ? piece : ' '.repeat(piece.length);
  }
  return text.trim() === '' ? '' : text.replace(OTHERS, blank);
}

const OTHERS =
  /《[^《》]{0,200}》|〈[^〈〉]{0,200}〉|(?:https?:\/\/|www\.)[\w./?=&%#:~-]+|[\w.-]+@[\w.-]+|[\w-]+\.gov\.cn[\w./?=&%-]*/g;

const blank = (text: string): string => ' '.repeat(text.length);
