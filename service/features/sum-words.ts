import { valueRows, type Bilingual } from '../../forms/index.ts';
import { standingOf, tidy, whereIs, type Equation, type Standing, type Table } from '../../model/index.ts';
import { inLocale, type Locale } from '../words.ts';
import { numberText } from './table-cells.ts';

/** From so many terms on, those that are 0 or blank are not listed one by one. */
const MANY = 8;

/** A sum with today's numbers: `总计 13 = 自然人 12 + 其他 1`, or `≠` and what the sides come to. */
export function sumInNumbers(
  table: Table,
  equation: Equation,
  locale: Locale,
  named: 'named' | 'bare' = 'named',
): string {
  const failing = standingOf(equation, table.sums.grid, table.form) === 'fails';
  const nameOf = namer(table, equation);
  const name = (place: number): string => (named === 'named' ? `${nameOf(place)} ` : '');
  const side = (places: readonly number[]): string => {
    const { terms, zeros, blanks } = told(table, places);
    const words = terms.map(place => {
      const value = table.sums.grid[place] ?? NaN;
      return `${name(place)}${Number.isNaN(value) ? inLocale({ zh: '未填', en: 'blank' }, locale) : numberText(value)}`;
    });
    const rest = named === 'bare' ? '' : inLocale(restWords(zeros, blanks), locale);
    const total = failing && places.length > 1 ? ` = ${numberText(sumOf(table, places))}` : '';
    return words.join(' + ') + rest + total;
  };
  return `${side(equation.left)} ${failing ? '≠' : '='} ${side(equation.right)}`;
}

/** A sum in the names of its terms alone. */
export function sumInNames(table: Table, equation: Equation): string {
  const name = namer(table, equation);
  const side = (places: readonly number[]): string => places.map(name).join(' + ');
  return `${side(equation.left)} = ${side(equation.right)}`;
}

/** Whether a sum agrees, in words. */
export function verdictOn(table: Table, equation: Equation, locale: Locale): string {
  const { computes } = equation;
  if (computes !== undefined && table.sums.computed.includes(computes)) {
    return inLocale({ zh: '自动计算', en: 'computed' }, locale);
  }
  const standing: Standing = standingOf(equation, table.sums.grid, table.form);
  if (standing === 'holds') return inLocale({ zh: '相符', en: 'agrees' }, locale);
  if (standing === 'unknown') return inLocale({ zh: '有未填，尚不能核对', en: 'blanks left, not known yet' }, locale);
  const apart = numberText(Math.abs(sumOf(table, equation.left) - sumOf(table, equation.right)));
  return inLocale({ zh: `不符，相差 ${apart}`, en: `off by ${apart}` }, locale);
}

/** The share that a place has in a sum that it is one addend of, as a percentage. */
export function shareIn(table: Table, { left, right }: Equation, place: number): string | undefined {
  const side = left.includes(place) ? left : right;
  if (side.length < 2) return undefined;
  const value = table.sums.grid[place] ?? NaN;
  const whole = side.reduce((sum, one) => sum + (table.sums.grid[one] ?? NaN), 0);
  return whole > 0 && value >= 0 ? percent(value / whole) : undefined;
}

/** A ratio as a percentage with one decimal at most. */
export const percent = (ratio: number): string => `${(ratio * 100).toFixed(1).replace(/\.0$/, '')}%`;

/** Along a row the terms are told apart by their columns, along a column by their rows. */
function namer(table: Table, { left, right }: Equation): (place: number) => string {
  const rows = new Set([...left, ...right].map(place => whereIs(table.form, place).row));
  return place => {
    const { row, column } = whereIs(table.form, place);
    return (rows.size > 1 ? valueRows(table.form)[row]?.name : table.form.columns[column]?.name) ?? '';
  };
}

/** The terms of one side to be listed, one at least, and how many others are 0 or blank. */
function told(table: Table, places: readonly number[]): { terms: readonly number[]; zeros: number; blanks: number } {
  if (places.length <= MANY) return { terms: places, zeros: 0, blanks: 0 };
  const telling = places.filter(place => Math.abs(table.sums.grid[place] ?? NaN) > 0);
  const terms = telling.length === 0 ? places.slice(0, 1) : telling;
  const others = places.filter(place => !terms.includes(place)).map(place => table.sums.grid[place] ?? NaN);
  const blanks = others.filter(Number.isNaN).length;
  return { terms, zeros: others.length - blanks, blanks };
}

function restWords(zeros: number, blanks: number): Bilingual {
  if (zeros + blanks === 0) return { zh: '', en: '' };
  if (blanks === 0) return { zh: `（其余 ${zeros} 项为 0）`, en: ` (the other ${zeros} are 0)` };
  if (zeros === 0) return { zh: `（其余 ${blanks} 项未填）`, en: ` (the other ${blanks} are blank)` };
  return { zh: `（其余 ${zeros} 项为 0，${blanks} 项未填）`, en: ` (${zeros} others are 0, ${blanks} blank)` };
}

/** What is there, blanks left out. */
function sumOf(table: Table, places: readonly number[]): number {
  const values = places.map(place => table.sums.grid[place] ?? NaN).filter(value => !Number.isNaN(value));
  return tidy(values.reduce((sum, value) => sum + value, 0));
}
