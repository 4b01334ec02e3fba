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

/** What a function finds in a line, found once: an edit leaves all other lines as the objects that they are. */
export function perLine<Value extends object>(find: (text: string) => Value): (line: Line) => Value {
  const known = new WeakMap<Line, Value>();
  return line => {
    const before = known.get(line);
    if (before) return before;
    const value = find(proseOf(line));
    known.set(line, value);
    return value;
  };
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

const OTHERS = /《[^《》]{0,200}》|〈[^〈〉]{0,200}〉|(?:https?:\/\/|www\.)[\w./?=&%#:~-]+|[\w.-]+@[\w.-]+|[\w-]+\.gov\.cn[\w./?=&%-]*/g;

const blank = (text: string): string => ' '.repeat(text.length);
