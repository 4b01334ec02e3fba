import type { SumRule } from '../../forms/index.ts';
import { addressOf, solve, type Equation, type FailedSum, type Table } from '../../model/index.ts';
import type { Range } from '../../text/index.ts';
import { rangeOfPlace } from '../cells.ts';
import type { RelatedPlace } from '../finding.ts';
import type { BlockContext, Draft } from '../rule.ts';
import { cellName, cellNameEnglish } from '../words.ts';

/** The sums of one rule that fail, each shown at its total with its addends beside it. */
export function failedSums({ block }: BlockContext, rule: SumRule, words: SumWords): Draft[] {
  const found: Draft[] = [];
  for (const table of block.tables) {
    for (const failed of table.sums.failed) {
      if (failed.equation.rule !== rule) continue;
      const range = rangeOfPlace(table, failed.equation.shown);
      if (range) found.push(draft(table, failed, range, words));
    }
  }
  return found;
}

/** How a rule says that its sum fails. */
export type SumWords = (table: Table, failed: FailedSum) => Draft['message'];

function draft(table: Table, failed: FailedSum, range: Range, words: SumWords): Draft {
  const { equation, partial } = failed;
  const { shown } = equation;
  const others = othersOf(equation);
  const actual = table.sums.grid[shown] ?? NaN;
  const expected = partial ? undefined : solve(equation, shown, table.sums.grid);
  return {
    range,
    message: words(table, failed),
    cells: [shown, ...others].map(place => addressOf(table.form, place)),
    ...(expected !== undefined && { expected }),
    ...(!Number.isNaN(actual) && { actual }),
    sum: { table, failed },
  };
}

/** The addends of a failed sum, each with its number. Most sums are told of by the cell that explains them, and need none. */
export const addendsOf = ({ table, failed }: { table: Table; failed: FailedSum }): RelatedPlace[] =>
  othersOf(failed.equation).flatMap(place => relatedPlace(table, place));

const othersOf = ({ left, right, shown }: Equation): number[] => [...left, ...right].filter(place => place !== shown);

function relatedPlace(table: Table, place: number): RelatedPlace[] {
  const range = rangeOfPlace(table, place);
  const value = table.sums.grid[place] ?? NaN;
  if (!range || Number.isNaN(value)) return [];
  const { form } = table;
  // No quotation mark is put inside another here, and these are most of what is said of many sums that fail.
  return [
    { range, message: { zh: `${cellName(form, place)}：${value}`, en: `${cellNameEnglish(form, place)}: ${value}` } },
  ];
}
