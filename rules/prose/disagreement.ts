import {
  addressOf,
  equationsAt,
  same,
  standingOf,
  tidy,
  withValue,
  type Statement,
  type Table,
} from '../../model/index.ts';
import { copyWith, moveRange, rangeOf } from '../../text/index.ts';
import { numberMend, rangeOfPlace } from '../cells.ts';
import { replace } from '../edits.ts';
import { moveMend, type Mend } from '../finding.ts';
import { say, type Draft } from '../rule.ts';

/** The number in the table, where it is known and another than the text says. */
export function expectedBy(table: Table, statement: Statement): number | undefined {
  if (table.form !== statement.table) return undefined;
  const expected = sumOf(table, statement.places);
  if (Number.isNaN(expected) || agrees(statement, expected)) return undefined;
  return statement.or && same(statement.value, sumOf(table, statement.or)) ? undefined : expected;
}

function sumOf(table: Table, places: readonly number[]): number {
  let sum = 0;
  for (const place of places) sum += table.sums.grid[place] ?? NaN;
  return tidy(sum);
}

/** An amount in a column without a unit may be in any. */
function agrees({ value, table, places }: Statement, expected: number): boolean {
  if (same(value, expected)) return true;
  const kind = table.columns[(places[0] ?? 0) % table.columns.length]?.value;
  const isFree = kind?.kind === 'money' && kind.unit === 'free';
  return isFree && (same(value * 10_000, expected) || same(value, expected * 10_000));
}

/** A statement of a line, and what stands in the table, whose block begins at a line. */
export interface Disagreement {
  readonly statement: Statement;
  readonly line: number;
  readonly expected: number;
  readonly table: Table;
  readonly start: number;
}

/** What is told of a number that the table has otherwise. */
export function draftOfDisagreement(disagreement: Disagreement): Draft {
  const { statement, line, expected, table, start } = disagreement;
  const { value, places, quote, written } = statement;
  const name = quote.replaceAll('+', '”+“');
  const isSum = quote.includes('+');
  return {
    range: rangeOf(line, statement),
    message: say(
      `文中${written === 'words' ? '说的是' : '为'} ${value}，表中“${name}”${isSum ? '合计' : ''}为 ${expected}`,
      `“${name}” ${isSum ? 'add up to' : 'is'} ${expected} in the table, and ${value} here`,
    ),
    related: places.flatMap(place => {
      const range = rangeOfPlace(table, place);
      const number = table.sums.grid[place] ?? NaN;
      return range
        ? [{ range: moveRange(range, start), message: say(`表中为 ${number}`, `“${number}” in the table`) }]
        : [];
    }),
    cells: places.map(place => addressOf(table.form, place)),
    expected,
    actual: value,
    mends: written === 'words' ? [] : [...mends(disagreement)],
  };
}

/** Which of the two is wrong cannot be known, so that each mend is a guess. */
function* mends({ statement, line, expected, table, start }: Disagreement): Generator<Mend> {
  const { quote, unit, places, value } = statement;
  const number = inUnit(expected, unit);
  yield {
    title: say(`文中改为 ${number}`, `Change the text to ${number}`),
    edits: [replace(line, statement, number)],
    guess: true,
  };
  if (unit === undefined || unit === '万元') {
    yield {
      title: say(`文中改为引用“{${quote}}”`, `Quote {${quote}} in the text`),
      edits: [replace(line, statement, `{${quote}}`)],
      guess: true,
    };
  }
  const [place, another] = places;
  if (place === undefined || another !== undefined || breaksSum(table, place, value)) return;
  const mend = numberMend(table, place, value);
  if (mend) yield copyWith(moveMend(mend, start), { guess: true } as const);
}

/** An amount of the table, which counts in 万元, as the text counts it. */
function inUnit(amount: number, unit: Statement['unit']): string {
  if (unit === '元') return String(tidy(amount * 10_000));
  // A cent is the tenth decimal, where a binary fraction would be written out with its noise, or as 5e-7.
  return unit === '亿元' ? (amount / 10_000).toFixed(10).replace(/\.?0{1,10}$/, '') : String(amount);
}

/** A number that would break a sum of the table which holds now is not offered for its cell. */
function breaksSum({ form, sums }: Table, place: number, value: number): boolean {
  const failing = (grid: readonly number[]): number =>
    equationsAt(form, place).filter(equation => standingOf(equation, grid, form) === 'fails').length;
  return failing(withValue(form, sums, sums.grid, place, value)) > failing(sums.grid);
}
