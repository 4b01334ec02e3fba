import { valueRows, type SumForm, type TableForm } from '../forms/index.ts';
import { columnPlace } from './labels.ts';
import type { Equation, FailedSum, Row, SumReading } from './types.ts';

/** The address of a place in a table's grid: `applications.refused.secret.total`. */
export const addressOf = (table: TableForm, place: number): string => compile(table).addresses[place] ?? '';

/** The row of values and the column of a place in the grid. */
export const whereIs = (table: TableForm, place: number): { row: number; column: number } => ({
  row: Math.floor(place / table.columns.length),
  column: place % table.columns.length,
});

/** The place in the grid of a row of values and a column. */
export const placeOf = (table: TableForm, row: number, column: number): number => row * table.columns.length + column;

/** Reads the sums of a table on the numbers of its rows. */
export function readSums(table: TableForm, byKey: ReadonlyMap<string, Row>): SumReading {
  const { equations, formulas, keys } = compile(table);
  const width = table.columns.length;
  const grid = new Array<number>(keys.length * width).fill(NaN);
  const computed: number[] = [];
  for (let row = 0; row < keys.length; row++) {
    const found = byKey.get(keys[row] ?? '');
    if (!found?.aligned) continue;
    for (let column = 0; column < width; column++) {
      grid[row * width + column] = found.values[column] ?? NaN;
      if (found.row.cells[column]?.kind === 'computed') computed.push(row * width + (found.order[column] ?? column));
    }
  }
  const uncomputable = computed.length === 0 ? [] : compute(computed, formulas, grid);
  const skipped = new Set(computed);
  const failed: FailedSum[] = [];
  let known = 0;
  for (const equation of equations) {
    // A computed cell makes its own sum true; that is no check that holds.
    if (equation.computes !== undefined && skipped.has(equation.computes)) continue;
    const standing = standingOf(equation, grid, table);
    if (standing === 'unknown') continue;
    known++;
    if (standing === 'holds') continue;
    const { left, right } = equation;
    const partial = blanksIn(left, grid) + blanksIn(right, grid) > 0;
    failed.push({ equation, left: sumOf(left, grid), right: sumOf(right, grid), partial });
  }
  return { holding: known - failed.length, known, failed, grid, computed, uncomputable };
}

/** The equations of a table, each compiled to places in its grid. */
export const equationsOf = (table: TableForm): readonly Equation[] => compile(table).equations;

/** What a blank place must be by this equation, if nothing else in it is blank. */
export function solve(equation: Equation, place: number, grid: readonly number[]): number | undefined {
  let rest = 0;
  for (const one of equation.left) if (one !== place) rest += grid[one] ?? NaN;
  for (const one of equation.right) if (one !== place) rest -= grid[one] ?? NaN;
  const value = tidy(equation.left.includes(place) ? -rest : rest);
  return Number.isNaN(value) ? undefined : value;
}

/** Numbers that differ by less than the last place of any amount are the same. */
export const same = (a: number, b: number): boolean => Math.abs(a - b) < 1e-7;

/** A sum of decimals without the noise of binary fractions. */
export const tidy = (value: number): number => Math.round(value * 1e6) / 1e6 + 0;

interface Compiled {
  readonly keys: readonly string[];
  readonly equations: readonly Equation[];
  /** The equation that computes a place. */
  readonly formulas: ReadonlyMap<number, Equation>;
  /** Of each place its address, and the equations that it is part of. */
  readonly addresses: readonly string[];
  readonly at: readonly (readonly Equation[])[];
}

const compiled = new WeakMap<TableForm, Compiled>();

function compile(table: TableForm): Compiled {
  const before = compiled.get(table);
  if (before) return before;
  const keys = valueRows(table).map(row => row.key);
  const equations = table.sums.flatMap(sum => [...expand(table, keys, sum)]);
  const formulas = new Map<number, Equation>();
  for (const equation of equations) {
    // Of two sums that could compute a cell, the first one listed does.
    if (equation.computes !== undefined && !formulas.has(equation.computes)) formulas.set(equation.computes, equation);
  }
  const addresses = keys.flatMap(row => table.columns.map(column => `${table.id}.${row}.${column.key}`));
  const at = addresses.map((): Equation[] => []);
  for (const equation of equations) {
    for (const place of new Set([...equation.left, ...equation.right])) at[place]?.push(equation);
  }
  const result = { keys, equations, formulas, addresses, at };
  compiled.set(table, result);
  return result;
}

function* expand(table: TableForm, keys: readonly string[], sum: SumForm): Generator<Equation> {
  if (sum.along === 'row') {
    const total = columnPlace(table, sum.total);
    const parts = sum.parts.map(key => columnPlace(table, key));
    for (let row = 0; row < keys.length; row++) {
      const at = (column: number): number => placeOf(table, row, column);
      yield { rule: sum.rule, left: [at(total)], right: parts.map(at), computes: at(total), shown: at(total) };
    }
    return;
  }
  const rowPlace = (key: string): number => {
    const place = keys.indexOf(key);
    if (place < 0) throw new Error(`the form has no row ${key}`);
    return place;
  };
  const [left, right] = [sum.left.map(rowPlace), sum.right.map(rowPlace)];
  const computes = sum.computes === undefined ? undefined : rowPlace(sum.computes);
  const shown = computes ?? left[0] ?? 0;
  for (let column = 0; column < table.columns.length; column++) {
    const at = (row: number): number => placeOf(table, row, column);
    yield {
      rule: sum.rule,
      left: left.map(at),
      right: right.map(at),
      computes: computes === undefined ? undefined : at(computes),
      shown: at(shown),
    };
  }
}

/** What the known numbers in these places add up to. */
function sumOf(places: readonly number[], grid: readonly number[]): number {
  let sum = 0;
  for (const place of places) {
    const value = grid[place] ?? NaN;
    if (!Number.isNaN(value)) sum += value;
  }
  return tidy(sum);
}

function blanksIn(places: readonly number[], grid: readonly number[]): number {
  let blanks = 0;
  for (const place of places) if (Number.isNaN(grid[place] ?? NaN)) blanks++;
  return blanks;
}

/** Fills in the places with `=`; says which cannot be. */
function compute(
  places: readonly number[],
  formulas: ReadonlyMap<number, Equation>,
  grid: number[],
): { place: number; cycle: boolean }[] {
  const open = new Set(places);
  const underway = new Set<number>();
  const bad: { place: number; cycle: boolean }[] = [];
  const fill = (place: number): void => {
    if (!open.has(place)) return;
    if (underway.has(place)) {
      const circle = [...underway].slice([...underway].indexOf(place));
      for (const one of circle) if (open.delete(one)) bad.push({ place: one, cycle: true });
      return;
    }
    const formula = formulas.get(place);
    if (!formula) {
      bad.push({ place, cycle: false });
      open.delete(place);
      return;
    }
    underway.add(place);
    for (const one of [...formula.left, ...formula.right]) if (one !== place) fill(one);
    underway.delete(place);
    if (open.delete(place)) grid[place] = solve(formula, place, grid) ?? NaN;
  };
  for (const place of places) fill(place);
  return bad;
}

/** The equations that a place is part of. */
export const equationsAt = (table: TableForm, place: number): readonly Equation[] => compile(table).at[place] ?? [];

/** The equations that say something: a computed cell makes its own sum true, which is no check. */
export const tellingEquations = (table: TableForm, { computed }: SumReading): readonly Equation[] =>
  equationsOf(table).filter(({ computes }) => computes === undefined || !computed.includes(computes));

/** The grid with another value in one place, and the computed cells computed anew. */
export function withValue(
  table: TableForm,
  sums: SumReading,
  grid: readonly number[],
  place: number,
  value: number,
): number[] {
  const changed = grid.slice();
  changed[place] = value;
  for (const one of sums.computed) changed[one] = NaN;
  compute(sums.computed, compile(table).formulas, changed);
  return changed;
}

/** How an equation stands on these numbers. */
export type Standing = 'holds' | 'fails' | 'unknown';

/** How an equation stands on these numbers: with blanks in it, it fails if what is there contradicts already. */
export function standingOf(equation: Equation, grid: readonly number[], table: TableForm): Standing {
  const [left, right] = [sumOf(equation.left, grid), sumOf(equation.right, grid)];
  const [openLeft, openRight] = [blanksIn(equation.left, grid) > 0, blanksIn(equation.right, grid) > 0];
  if (!openLeft && !openRight) return same(left, right) ? 'holds' : 'fails';
  if (table.columns.some(column => column.value.kind === 'change')) return 'unknown';
  // One side is known whole and the other is more already: no value here is below nothing.
  return (!openLeft && right > left) || (!openRight && left > right) ? 'fails' : 'unknown';
}

/** Puts in what follows from an equation of which nothing else is open, until no more does; what is put in is no longer open. */
export function settle(table: TableForm, open: Set<number>, grid: number[]): void {
  for (let changed = true; changed;) {
    changed = false;
    for (const place of open) {
      const value = equationsAt(table, place)
        .map(equation => solve(equation, place, grid))
        .find(one => one !== undefined);
      if (value === undefined) continue;
      grid[place] = value;
      open.delete(place);
      changed = true;
    }
  }
}

/** Whether the column may hold the number at all. */
export function canHold(table: TableForm, place: number, value: number): boolean {
  const kind = table.columns[whereIs(table, place).column]?.value.kind;
  return (kind === 'change' || value >= 0) && (kind === 'money' || Number.isInteger(value));
}
