import { tablesOf, type Form } from '../../forms/index.ts';
import { readValue } from '../../model/index.ts';
import { fold } from '../../text/index.ts';
import type { Grid, GridCell } from './grid.ts';

/**
 * The tables that a grid is made of, each with its heads: the print of section 二 is one table, in which an article
 * begins each of the form's, and a sheet may hold several tables below each other.
 */
export function cutGrid({ rows }: Grid, forms: readonly Form[]): Grid[] {
  const tables = forms.flatMap(tablesOf);
  const openings = new Set(
    tables.flatMap(({ article, stub }) => (article === undefined ? [stub] : [article, stub])).map(fold),
  );
  const opens = ({ text }: GridCell): boolean => openings.has(fold(text).replace(/:$/, ''));
  const starts = [0];
  let hasValues = false;
  rows.forEach((cells, row) => {
    if (hasValues && cells.some(opens)) {
      starts.push(row);
      hasValues = false;
    }
    hasValues ||= cells.some(isValue);
  });
  return starts.map((start, index) => {
    const part = rows.slice(start, starts[index + 1]);
    return {
      rows: part.map((cells, row) => cells.map(cell => ({ ...cell, rows: Math.min(cell.rows, part.length - row) }))),
    };
  });
}

/** Whether a cell holds a number in some way of writing it, or what stands for one: no label does, and no head. */
export const isValue = ({ text }: GridCell): boolean =>
  text === '=' || !Number.isNaN(readValue(text, { kind: 'money', decimals: 4, unit: 'free' }).value);
