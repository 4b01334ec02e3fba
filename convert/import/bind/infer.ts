import type { TableForm } from '../../../forms/index.ts';
import { canHold, equationsAt, standingOf } from '../../../model/index.ts';

/** Values in their order, and the cells that they could stand in, which are blank. */
export interface Unplaced {
  readonly values: readonly number[];
  readonly places: readonly number[];
}

/**
 * The one way to place the values, in their order, by which every sum that can be told holds and at least one can be
 * told; undefined where there is none or more than one.
 */
export function inferPlaces(
  table: TableForm,
  { values, places }: Unplaced,
  grid: readonly number[],
): readonly number[] | undefined {
  const equations = [...new Set(places.flatMap(place => equationsAt(table, place)))];
  let found: readonly number[] | undefined;
  for (const chosen of choices(places, values.length)) {
    if (!holds(chosen)) continue;
    if (found) return undefined;
    found = chosen;
  }
  return found && isShown(found) ? found : undefined;

  function holds(chosen: readonly number[]): boolean {
    if (!chosen.every((place, at) => canHold(table, place, values[at] ?? NaN))) return false;
    const tried = filled(chosen);
    return equations.every(equation => standingOf(equation, tried, table) !== 'fails');
  }

  /** That nothing contradicts is not enough: a sum must speak for it. */
  function isShown(chosen: readonly number[]): boolean {
    const tried = filled(chosen);
    return equations.some(equation => standingOf(equation, tried, table) === 'holds');
  }

  function filled(chosen: readonly number[]): number[] {
    const tried = grid.slice();
    chosen.forEach((place, at) => (tried[place] = values[at] ?? NaN));
    return tried;
  }
}

/** The ways to choose some of the places, in their order. */
function* choices(places: readonly number[], count: number): Generator<readonly number[]> {
  if (count === 0) {
    yield [];
    return;
  }
  for (let first = 0; first + count <= places.length; first++) {
    for (const rest of choices(places.slice(first + 1), count - 1)) yield [places[first] ?? 0, ...rest];
  }
}
