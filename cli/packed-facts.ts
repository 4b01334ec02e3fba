import { forms, valueRows } from '../forms/index.ts';
import type { Facts } from '../service/index.ts';

/** Facts on their way from one thread to another: numbers in few buffers, which go over without being copied. */
export interface PackedFacts {
  readonly organ: string | undefined;
  readonly year: number | undefined;
  /** For each table its place in the list of all, doubled, and one more where it stands at home. */
  readonly tables: readonly number[];
  readonly grids: Float64Array<ArrayBuffer>;
  readonly lines: Uint32Array;
  readonly signatures: Uint16Array;
}

/** Packs facts. */
export function packFacts({ organ, year, tables, paragraphs }: Facts): PackedFacts {
  const grids = new Float64Array(tables.reduce((length, { grid }) => length + grid.length, 0));
  let at = 0;
  for (const { grid } of tables) {
    grids.set(grid, at);
    at += grid.length;
  }
  const kinds = tables.map(({ form, home }) => (numbers.get(form) ?? 0) * 2 + (home ? 1 : 0));
  return { organ, year, tables: kinds, grids, ...paragraphs };
}

/** The buffers that can be handed over with packed facts. */
export const buffersOf = ({ grids, lines, signatures }: PackedFacts): ArrayBuffer[] => [
  grids.buffer,
  lines.buffer as ArrayBuffer,
  signatures.buffer as ArrayBuffer,
];

/** Facts as they were packed. */
export function unpackFacts({ organ, year, tables, grids, lines, signatures }: PackedFacts): Facts {
  let at = 0;
  const unpacked = tables.flatMap(kind => {
    const form = allTables[kind >> 1];
    if (!form) return [];
    const length = valueRows(form).length * form.columns.length;
    const grid = grids.subarray(at, at + length);
    at += length;
    return [{ form, home: kind % 2 === 1, grid }];
  });
  return { organ, year, tables: unpacked, paragraphs: { lines, signatures } };
}

const allTables = forms.flatMap(({ sections }) => sections.flatMap(({ tables = [] }) => tables));
const numbers = new Map(allTables.map((form, number) => [form, number]));
