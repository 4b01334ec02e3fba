import type { TableForm } from '../../forms/index.ts';
import type { Report } from '../../model/index.ts';
import { sign, SIGNATURE_LENGTH } from './signature.ts';

/**
 * What other reports are held against of a report: who wrote it, its numbers, and its paragraphs in little. Of thousands
 * of reports this much can be kept, and their texts cannot.
 */
export interface Facts {
  readonly organ: string | undefined;
  readonly year: number | undefined;
  readonly tables: readonly TableFacts[];
  readonly paragraphs: Paragraphs;
}

/** The numbers of a table by their places; NaN where there is none. */
export interface TableFacts {
  readonly form: TableForm;
  /** Whether it stands in the section that it belongs to. */
  readonly home: boolean;
  readonly grid: ArrayLike<number>;
}

/** The signatures of the paragraphs, one behind the other, and the line of the text at which each stands. */
export interface Paragraphs {
  readonly lines: Uint32Array;
  readonly signatures: Uint16Array;
}

/** The facts of a report. */
export function factsOf({ head, blocks, starts }: Report): Facts {
  const tables: TableFacts[] = [];
  const lines: number[] = [];
  for (const [index, block] of blocks.entries()) {
    for (const { form, home, sums } of block.tables) tables.push({ form, home, grid: new Float64Array(sums.grid) });
    // The head is left out: it says what every report says.
    if (index === 0) continue;
    const start = starts[index] ?? 0;
    block.lines.forEach((one, line) => {
      if (sign(one, roomFor(lines.length), lines.length * SIGNATURE_LENGTH)) lines.push(start + line);
    });
  }
  return {
    // A piece of a string keeps the whole of it in memory; joined from characters, the name is all there is.
    organ: head.organ === undefined ? undefined : [...head.organ].join(''),
    year: head.year,
    tables,
    paragraphs: { lines: new Uint32Array(lines), signatures: room.slice(0, lines.length * SIGNATURE_LENGTH) },
  };
}

/** Whether there is no difference between what others are held against. */
export const areSame = (one: Facts, other: Facts): boolean =>
  one.organ === other.organ &&
  one.year === other.year &&
  one.tables.length === other.tables.length &&
  one.tables.every(({ form, home, grid }, index) => {
    const table = other.tables[index];
    return table?.form === form && table.home === home && areEqual(grid, table.grid);
  }) &&
  areEqual(one.paragraphs.lines, other.paragraphs.lines) &&
  areEqual(one.paragraphs.signatures, other.paragraphs.signatures);

function areEqual(one: ArrayLike<number>, other: ArrayLike<number>): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at++) if (!Object.is(one[at], other[at])) return false;
  return true;
}

/** Where the signatures of the report in hand are written, since their number is not known before. */
let room = new Uint16Array(0);

function roomFor(paragraphs: number): Uint16Array {
  const needed = (paragraphs + 1) * SIGNATURE_LENGTH;
  if (room.length < needed) {
    const larger = new Uint16Array(needed * 2);
    larger.set(room);
    room = larger;
  }
  return room;
}

/** The table of this name: the one in its own section, where it stands in two. */
export function tableIn({ tables }: Facts, id: string): TableFacts | undefined {
  const named = tables.filter(({ form }) => form.id === id);
  return named.find(({ home }) => home) ?? named[0];
}
