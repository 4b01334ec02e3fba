import {
  equationsAt,
  equationsOf,
  same,
  solve,
  standingOf,
  type Equation,
  type Report,
  type Table,
} from '../../model/index.ts';
import type { Position } from '../../text/index.ts';
import { placeAt } from '../places.ts';
import type { ActionDraft } from './action-drafts.ts';
import { placedCells, setCell, tableAt, type PlacedCell } from './placed-cells.ts';
import { rewriteKinds } from './rewrite-kinds.ts';
import { numberText } from './table-cells.ts';

const kind = rewriteKinds.total;

/** A total that agrees with its sum written as `=`, a `=` written as its number, and the same for a whole table. */
export function* totalActions(report: Report, position: Position): Generator<ActionDraft> {
  const at = tableAt(report, position.line);
  if (!at) return;
  const { table, start } = at;
  const cells = placedCells(table);
  const place = placeAt(report, position);
  const here = place?.kind === 'cell' ? cells.find(({ cell }) => cell === place.cell) : undefined;
  if (here && isComputable(table, here)) {
    yield {
      kind,
      title: { zh: '改为“=”，由勾稽关系算出', en: 'Write =, computed by its sum' },
      edits: [setCell(start, here, '=')],
    };
  }
  const value = here && computedValue(table, here);
  if (here && value !== undefined) {
    yield {
      kind,
      title: { zh: `“=”改为数字 ${value}`, en: `Write the number ${value} for =` },
      edits: [setCell(start, here, value)],
    };
  }
  // What is carried over is computed too, but it is the remainder, not a total: as a number it is a check.
  const totals = cells.filter(one => formulaOf(table, one.place)?.left.length === 1 && isComputable(table, one));
  if (totals.length > 0) {
    yield {
      kind,
      title: {
        zh: `本表合计都改为“=”（${totals.length} 处）`,
        en: `Write = for all totals of the table (${totals.length})`,
      },
      edits: totals.map(one => setCell(start, one, '=')),
    };
  }
  const computed = cells.flatMap(one => {
    const number = computedValue(table, one);
    return number === undefined ? [] : [setCell(start, one, number)];
  });
  if (computed.length > 1) {
    yield {
      kind,
      title: {
        zh: `本表的“=”都改为数字（${computed.length} 处）`,
        en: `Write numbers for all = of the table (${computed.length})`,
      },
      edits: computed,
    };
  }
}

/** The sum that `=` computes a place by: the first one listed that does. */
const formulaOf = (table: Table, place: number): Equation | undefined =>
  equationsOf(table.form).find(({ computes }) => computes === place);

/** Whether `=` would compute the very number that is written. */
function isComputable(table: Table, { cell, place }: PlacedCell): boolean {
  if (cell.kind === 'blank' || cell.kind === 'computed') return false;
  const formula = formulaOf(table, place);
  const value = table.sums.grid[place] ?? NaN;
  const sum = formula && solve(formula, place, table.sums.grid);
  return sum !== undefined && same(sum, value);
}

/**
 * What a `=` amounts to; nothing where it cannot be computed, and where another sum is not met by it: that fault would
 * be one more once the number stands there.
 */
function computedValue({ form, sums: { grid } }: Table, { cell, place }: PlacedCell): string | undefined {
  const value = cell.kind === 'computed' ? (grid[place] ?? NaN) : NaN;
  if (Number.isNaN(value)) return undefined;
  const fails = equationsAt(form, place).some(one => standingOf(one, grid, form) === 'fails');
  return fails ? undefined : numberText(value);
}
