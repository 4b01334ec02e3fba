import type { ReadCell } from './cells.ts';
import type { Columns } from './columns.ts';
import type { SourceTable } from '../source.ts';
import type { Record } from './records.ts';

/** The values of a record by their place, or why there are none. */
export type Placing =
  { readonly placed: ReadonlyMap<number, ReadCell>; readonly strange: readonly ReadCell[] } | 'uncertain' | 'blank';

/** Rows of which every value is there, by their shape: where in such a row the values stand. */
export type Shapes = Map<string, readonly number[]>;

/** What a row of values is compared with. */
export interface Shaping {
  readonly layout: SourceTable['layout'];
  readonly shapes: Shapes;
}

/**
 * Puts the values of a row where they belong, if that is certain: each column has its value; or cells stand in
 * columns; or a full row of the same shape shows where they stand.
 */
export function placeValues(
  { values, row, alone, labels }: Record,
  columns: Columns,
  { layout, shapes }: Shaping,
): Placing {
  const { slots, ranges } = columns;
  const there = values.filter(({ kind }) => kind !== 'blank');
  if (there.length === 0) return 'blank';
  // With blanks among them, as many values as columns may be so by chance.
  if (there.length === slots.length && (!ranges || values.length === there.length)) return assign(there, slots);
  if (ranges) return byRange(there, slots, ranges);
  if (layout === 'laid') return values.length === slots.length ? assign(values, slots) : 'uncertain';
  if (!alone) return 'uncertain';
  const aligned = inShape() ?? inHeads() ?? behindLabel();
  if (!aligned) return 'uncertain';
  // Rows are often filled up with blanks at their end, wherever a cell was dropped.
  if (layout === 'loose' && aligned.at(-1)?.kind === 'blank') return 'uncertain';
  return assign(aligned, slots);

  function inShape(): readonly ReadCell[] | undefined {
    const shape = shapes.get(shapeOf(row.cells, labels));
    const cells = shape?.map(at => row.cells[at]).filter(cell => cell !== undefined);
    return cells?.length === slots.length && there.every(cell => cells.includes(cell)) ? cells : undefined;
  }

  /** Where every cell is there, the first behind the label holds the first column, unless full rows show otherwise. */
  function behindLabel(): readonly ReadCell[] | undefined {
    if (layout !== 'counted' || values.length !== slots.length) return undefined;
    const follows = [...shapes].every(([shape, [first]]) => first === Number(shape.split(' ')[1]) + 1);
    return follows ? values : undefined;
  }

  /** Printed side by side, a row has nothing but its values, and so has the row of heads above it. */
  function inHeads(): readonly ReadCell[] | undefined {
    const bare = row.cells.length === slots.length && columns.widest === slots.length;
    return bare ? row.cells : undefined;
  }
}

/** Keeps where the values of full rows stand, for the rows of the same shape that are not full. */
export function learnShapes(records: readonly Record[], { slots }: Columns): Shapes {
  const shapes: Shapes = new Map();
  for (const { row, labels, values, alone } of records) {
    const there = values.filter(({ kind }) => kind !== 'blank');
    if (!alone || there.length !== slots.length) continue;
    const shape = shapeOf(row.cells, labels);
    const places = row.cells.flatMap((cell, at) => (there.includes(cell) ? [at] : []));
    const before = shapes.get(shape) ?? places;
    // Rows of one shape whose values stand otherwise show nothing.
    shapes.set(shape, before.join() === places.join() ? places : []);
  }
  return shapes;
}

/** Two rows have the same shape where they have as many cells and their last labels stand at the same place. */
const shapeOf = (cells: readonly ReadCell[], labels: readonly ReadCell[]): string =>
  `${cells.length} ${cells.findLastIndex(cell => labels.includes(cell))}`;

function assign(cells: readonly ReadCell[], slots: readonly (number | undefined)[]): Placing {
  const placed = new Map<number, ReadCell>();
  const strange: ReadCell[] = [];
  cells.forEach((cell, at) => {
    const slot = slots[at];
    if (cell.kind === 'blank') return;
    if (slot === undefined) strange.push(cell);
    else placed.set(slot, cell);
  });
  return { placed, strange };
}

function byRange(
  cells: readonly ReadCell[],
  slots: readonly (number | undefined)[],
  ranges: NonNullable<Columns['ranges']>,
): Placing {
  const at = cells.map(({ column, columns }) => {
    const under = ranges.flatMap(({ from, to }, index) => (column < to && from < column + columns ? [index] : []));
    return under.length === 1 ? under[0] : undefined;
  });
  if (at.includes(undefined) || new Set(at).size < at.length) return 'uncertain';
  const placed = new Map<number, ReadCell>();
  const strange: ReadCell[] = [];
  cells.forEach((cell, index) => {
    const slot = slots[at[index] ?? -1];
    if (slot === undefined) strange.push(cell);
    else placed.set(slot, cell);
  });
  return { placed, strange };
}
