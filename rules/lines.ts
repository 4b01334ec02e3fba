import type { Form } from '../forms/index.ts';
import type { Line } from '../grammar/index.ts';
import { carriedOver, sameEnds, type Block } from '../model/index.ts';
import { Kept } from '../text/index.ts';

/** Something that was found in a line of a block. */
export interface FoundIn<Value> {
  /** The line in its block. */
  readonly line: number;
  readonly found: Value;
}

/**
 * What a function finds in the lines of a block, each looked at by itself. After an edit only those are looked at that
 * are other objects than before: a section may have thousands of lines. To be called when a module is loaded.
 */
export function inLines<Value>(
  find: (line: Line, form: Form) => readonly Value[],
): (block: Block, form: Form) => readonly FoundIn<Value>[] {
  // By the first and the last line of a block, one of which an edit inside it leaves as the object that it is.
  const looked = new Kept<Line, Looked<Value>>();
  const look = (lines: readonly Line[], form: Form, from: number, to: number): FoundIn<Value>[] => {
    const all: FoundIn<Value>[] = [];
    for (let index = from; index < to; index++) {
      const line = lines[index];
      if (line) addFound(all, index, find(line, form));
    }
    return all;
  };
  const again = (known: Looked<Value>, lines: readonly Line[], form: Form): readonly FoundIn<Value>[] => {
    const ends = sameEnds(known.lines, lines);
    return carriedOver(known.found, look(lines, form, ends.above, ends.below), ends);
  };
  return ({ lines }, form) => {
    const [first] = lines;
    const last = lines.at(-1);
    if (!first || !last) return [];
    if (lines.length < LONG) return look(lines, form, 0, lines.length);
    const before = looked.get(first) ?? looked.get(last);
    const known = before?.form === form ? before : undefined;
    if (known?.lines === lines) return known.found;
    const found = known ? again(known, lines, form) : look(lines, form, 0, lines.length);
    const now = { lines, form, found };
    looked.set(first, now);
    looked.set(last, now);
    return found;
  };
}

/**
 * What is found in a line, up to a hundred: a line of nothing but faults is one to write anew, and nobody reads tens of
 * thousands of findings in it.
 */
export function addFound<Value>(all: FoundIn<Value>[], line: number, found: readonly Value[]): void {
  for (const one of found.length > MOST_IN_LINE ? found.slice(0, MOST_IN_LINE) : found) all.push({ line, found: one });
}

const MOST_IN_LINE = 100;

/** To look at fewer lines once more costs less than to remember what was found in them. */
const LONG = 32;

interface Looked<Value> {
  readonly lines: readonly Line[];
  readonly form: Form;
  readonly found: readonly FoundIn<Value>[];
}
