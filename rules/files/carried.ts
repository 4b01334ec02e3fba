import { valueRows, type TableForm } from '../../forms/index.ts';
import { placeOf, same, tidy } from '../../model/index.ts';
import type { TableFacts } from './facts.ts';

/** A number that does not follow from last year's. */
export type Difference = Compared & (Carried | Stock | Jump);

interface Compared {
  readonly place: number;
  readonly value: number;
  /** Last year's number. */
  readonly before: number;
}

/** What was carried in is not what last year's report carried over. */
interface Carried {
  readonly kind: 'carried';
}

/** The stock at the year's end is not that of the year before, with what was issued and without what was repealed. */
interface Stock {
  readonly kind: 'stock';
  readonly issued: number;
  readonly repealed: number;
  readonly expected: number;
}

/** A number ten times last year's, or a tenth of it. */
interface Jump {
  readonly kind: 'jump';
}

/** The numbers of a table that do not follow from the same table of last year's report. */
export function differencesIn(now: TableFacts, then: TableFacts | undefined): Difference[] {
  if (!now.home || !then) return [];
  return pairsOf(now.form, then.form).flatMap(pair => {
    const value = now.grid[pair.place] ?? NaN;
    const before = then.grid[pair.before] ?? NaN;
    if (Number.isNaN(value) || Number.isNaN(before)) return [];
    return differs(pair, { place: pair.place, value, before }, now.grid);
  });
}

function differs(pair: Pair, compared: Compared, grid: ArrayLike<number>): Difference[] {
  const { value, before } = compared;
  switch (pair.kind) {
    case 'carried':
      return same(value, before) ? [] : [{ kind: 'carried', ...compared }];
    case 'stock': {
      const [issued, repealed] = [grid[pair.issued] ?? NaN, grid[pair.repealed] ?? NaN];
      const expected = tidy(before + issued - repealed);
      // Unless old documents were counted anew, which is why this is information only.
      const follows = Number.isNaN(expected) || same(value, expected);
      return follows ? [] : [{ kind: 'stock', issued, repealed, expected, ...compared }];
    }
    case 'jump': {
      const [low, high] = [Math.min(value, before), Math.max(value, before)];
      return low > 0 && high >= low * 10 && high - low >= NOTABLE ? [{ kind: 'jump', ...compared }] : [];
    }
  }
}

/** Small numbers grow tenfold by chance. */
const NOTABLE = 100;

/** A place of this year's table and the one of last year's that it is held against. */
type Pair = { readonly place: number; readonly before: number } & (
  { readonly kind: 'carried' | 'jump' } | { readonly kind: 'stock'; readonly issued: number; readonly repealed: number }
);

const paired = new WeakMap<TableForm, WeakMap<TableForm, readonly Pair[]>>();

/** Two reports of a thousand are of the same editions: what is held against what is looked up once. */
function pairsOf(now: TableForm, then: TableForm): readonly Pair[] {
  let known = paired.get(now);
  if (!known) paired.set(now, (known = new WeakMap()));
  let pairs = known.get(then);
  if (!pairs) known.set(then, (pairs = [...pairUp(now, then)]));
  return pairs;
}

function* pairUp(now: TableForm, then: TableForm): Generator<Pair> {
  for (const [row, form] of valueRows(now).entries()) {
    for (const [column, { key, running }] of now.columns.entries()) {
      const place = placeOf(now, row, column);
      const before = placeNamed(then, form.lastYear ?? form.key, key);
      if (before === undefined) continue;
      if (form.lastYear !== undefined) yield { kind: 'carried', place, before };
      else if (running) {
        const [issued, repealed] = [placeNamed(now, form.key, 'issued'), placeNamed(now, form.key, 'repealed')];
        if (issued !== undefined && repealed !== undefined) yield { kind: 'stock', place, before, issued, repealed };
      } else if (key === 'total' || now.columns.length === 1) yield { kind: 'jump', place, before };
    }
  }
}

/** The place of a row and a column by their keys. */
function placeNamed(form: TableForm, row: string, column: string): number | undefined {
  const [atRow, atColumn] = [
    valueRows(form).findIndex(({ key }) => key === row),
    form.columns.findIndex(({ key }) => key === column),
  ];
  return atRow < 0 || atColumn < 0 ? undefined : placeOf(form, atRow, atColumn);
}
