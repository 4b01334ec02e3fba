import { valueRows, type SumRule } from '../../forms/index.ts';
import { addressOf, solve, whereIs, type FailedSum, type Table } from '../../model/index.ts';
import { rangeOf, type Range } from '../../text/index.ts';
import { replace } from '../edits.ts';
import type { Mend, RelatedPlace } from '../finding.ts';
import { say, type BlockContext, type Draft } from '../rule.ts';
import { cellName, cellNameEnglish } from '../words.ts';

/** The sums of one rule that fail, each shown at its total with its addends beside it. */
export function* failedSums({ block }: BlockContext, rule: SumRule, words: SumWords): Generator<Draft> {
  for (const table of block.tables) {
    for (const failed of table.sums.failed) {
      if (failed.equation.rule !== rule) continue;
      const range = rangeOfPlace(table, failed.equation.shown);
      if (range) yield draft(table, failed, range, words);
    }
  }
}

/** How a rule says that its sum fails. */
export type SumWords = (table: Table, failed: FailedSum) => Draft['message'];

function draft(table: Table, failed: FailedSum, range: Range, words: SumWords): Draft {
  const { equation, partial } = failed;
  const { shown } = equation;
  const others = [...equation.left, ...equation.right].filter(place => place !== shown);
  const actual = table.sums.grid[shown] ?? NaN;
  const grid = table.sums.grid.slice();
  grid[shown] = NaN;
  const expected = partial ? undefined : solve(equation, shown, grid);
  return {
    range,
    message: words(table, failed),
    related: others.flatMap(place => relatedPlace(table, place)),
    cells: [shown, ...others].map(place => addressOf(table.form, place)),
    ...(expected !== undefined && { expected }),
    ...(!Number.isNaN(actual) && { actual }),
    sum: { table, failed },
  };
}

function relatedPlace(table: Table, place: number): RelatedPlace[] {
  const range = rangeOfPlace(table, place);
  const value = table.sums.grid[place] ?? NaN;
  if (!range || Number.isNaN(value)) return [];
  const message = say(`${cellName(table.form, place)}：${value}`, `${cellNameEnglish(table.form, place)}: ${value}`);
  return [{ range, message }];
}

/** Where a place of the grid is written; nothing where its row is not there. */
export function rangeOfPlace(table: Table, place: number): Range | undefined {
  const found = cellAt(table, place);
  if (!found) return undefined;
  const { line, cell } = found;
  return rangeOf(line, cell.start === cell.end ? { start: cell.bar + 1, end: cell.stop } : cell);
}

/** The mend that writes a number into a place, where a number is written there already. */
export function numberMend(table: Table, place: number, value: number): Mend | undefined {
  const found = cellAt(table, place);
  if (!found || found.cell.kind === 'blank' || found.cell.kind === 'computed') return undefined;
  return {
    title: say(`${cellName(table.form, place)}改为 ${value}`, `Change ${cellNameEnglish(table.form, place)} to ${value}`),
    edits: [replace(found.line, found.cell, String(value))],
  };
}

function cellAt(table: Table, place: number): { line: number; cell: Table['rows'][number]['row']['cells'][number] } | undefined {
  const at = whereIs(table.form, place);
  const row = table.byKey.get(valueRows(table.form)[at.row]?.key ?? '');
  const cell = row?.aligned ? row.row.cells[row.order.indexOf(at.column)] : undefined;
  return row && cell && { line: row.line, cell };
}
