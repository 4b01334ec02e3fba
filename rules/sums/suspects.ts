import {
  addressOf,
  canHold,
  equationsAt,
  solve,
  standingOf,
  tellingEquations,
  withValue,
  type Equation,
  type Table,
} from '../../model/index.ts';
import { copyWith } from '../../text/index.ts';
import { numberMend, rangeOfPlace } from '../cells.ts';
import type { RelatedPlace } from '../finding.ts';
import { say, type Draft, type Found } from '../rule.ts';
import { cellName, cellNameEnglish } from '../words.ts';
import { addendsOf } from './check.ts';

/**
 * Joins failed sums that one wrong cell explains: the finding stands at that cell with its right value, and the sums
 * are related to it. A sum that no such cell explains keeps its own finding, with a mend where its total can be set
 * without breaking another sum.
 */
export function joinSuspects(found: readonly Found[]): Found[] {
  const drafts = found.map(({ draft }) => draft);
  const tables = new Set(drafts.flatMap(draft => (draft.sum ? [draft.sum.table] : [])));
  const joined = new Map<Draft, Draft>();
  const gone = new Set<Draft>();
  for (const table of tables) {
    let open = drafts.filter(draft => draft.sum?.table === table);
    let { grid } = table.sums;
    for (;;) {
      const suspect = findSuspect(table, grid, open);
      const [first, ...others] = suspect?.sums ?? [];
      if (!suspect || !first) break;
      joined.set(first, joinedDraft(table, suspect, first, others));
      for (const other of others) gone.add(other);
      open = open.filter(draft => draft !== first && !others.includes(draft));
      grid = withValue(table.form, table.sums, grid, suspect.place, suspect.value);
    }
    for (const draft of open) joined.set(draft, onItsOwn(table, grid, draft));
  }
  return found.flatMap(({ rule, draft }) => (gone.has(draft) ? [] : [{ rule, draft: joined.get(draft) ?? draft }]));
}

interface FoundSuspect {
  readonly place: number;
  readonly value: number;
  readonly sums: readonly Draft[];
}

/** The cell whose single correction mends the most of the sums, two at least, and breaks none. */
function findSuspect(table: Table, grid: readonly number[], open: readonly Draft[]): FoundSuspect | undefined {
  if (open.length < 2) return undefined;
  let best: FoundSuspect | undefined;
  let tied = false;
  const seen = new Set<string>();
  const failing = new Set(open.map(({ sum }) => sum?.failed.equation));
  // A computed cell carries a correction on into sums that the corrected cell is no part of.
  const isShared = (place: number): boolean =>
    table.sums.computed.length > 0 || equationsAt(table.form, place).filter(one => failing.has(one)).length > 1;
  for (const { sum } of open) {
    if (!sum) continue;
    for (const place of [...sum.failed.equation.left, ...sum.failed.equation.right]) {
      if (!isShared(place)) continue;
      const value = solveAt(sum.failed.equation, place, grid);
      if (value === undefined || seen.has(`${place} ${value}`)) continue;
      seen.add(`${place} ${value}`);
      const sums = mended(table, grid, place, value, open);
      if (!sums || sums.length < 2 || sums.length < (best?.sums.length ?? 0)) continue;
      tied = sums.length === best?.sums.length && sums.some(one => best?.sums.includes(one));
      best = { place, value, sums };
    }
  }
  // Two cells that explain the same sums equally well: neither is certain.
  return tied ? undefined : best;
}

/** The sums that the correction mends, or nothing where it breaks one or cannot be a value of the cell. */
function mended(
  table: Table,
  grid: readonly number[],
  place: number,
  value: number,
  open: readonly Draft[],
): Draft[] | undefined {
  if (!canHold(table.form, place, value)) return undefined;
  const after = withValue(table.form, table.sums, grid, place, value);
  const sums: Draft[] = [];
  // Without computed cells, only the sums that the cell is part of can come to stand otherwise.
  const equations =
    table.sums.computed.length > 0 ? tellingEquations(table.form, table.sums) : equationsAt(table.form, place);
  for (const equation of equations) {
    const now = standingOf(equation, after, table.form);
    if (now === 'fails' && standingOf(equation, grid, table.form) !== 'fails') return undefined;
    const draft = open.find(({ sum }) => sum?.failed.equation === equation);
    if (now === 'holds' && draft) sums.push(draft);
  }
  return sums;
}

function solveAt(equation: Equation, place: number, grid: readonly number[]): number | undefined {
  return Number.isNaN(grid[place] ?? NaN) ? undefined : solve(equation, place, grid);
}

function joinedDraft(
  table: Table,
  { place, value, sums }: FoundSuspect,
  first: Draft,
  others: readonly Draft[],
): Draft {
  const cell = addressOf(table.form, place);
  const actual = table.sums.grid[place] ?? NaN;
  const mend = numberMend(table, place, value);
  const related: RelatedPlace[] = [first, ...others].map(({ range, message }) => ({ range, message }));
  return copyWith(first, {
    range: rangeOfPlace(table, place) ?? first.range,
    message: say(
      `${cellName(table.form, place)}应为 ${value}（现为 ${actual}），可同时消除 ${sums.length} 处不符`,
      `${cellNameEnglish(table.form, place)} should be ${value} (it is ${actual}): that mends ${sums.length} sums at once`,
    ),
    related,
    cells: [cell, ...new Set([first, ...others].flatMap(draft => draft.cells ?? []).filter(one => one !== cell))],
    expected: value,
    actual,
    suspect: { cell, expected: value, mends: sums.length },
    ...(mend && { mends: [mend] }),
  });
}

/** A sum that nothing explains: with its addends, and its total set to them, if no other sum breaks by it. */
function onItsOwn(table: Table, grid: readonly number[], draft: Draft): Draft {
  const { sum, expected } = draft;
  if (!sum) return draft;
  const place = sum.failed.equation.shown;
  const isSafe = expected !== undefined && mended(table, grid, place, expected, [draft])?.length === 1;
  const mend = isSafe ? numberMend(table, place, expected) : undefined;
  return copyWith(draft, { related: addendsOf(sum), ...(mend && { mends: [mend] }) });
}
