import {
  columnsByKey,
  isGroup,
  leaves,
  rowsByKey,
  tablesOf,
  valueRows,
  type Form,
  type TableForm,
} from '../../forms/index.ts';
import { placeOf } from '../sums.ts';
import type { Figure } from './heard.ts';

/** The cells of a figure in an edition. */
export interface Cells {
  readonly table: TableForm;
  /** Places in the table's grid. */
  readonly places: readonly number[];
  /** What a quote of these cells says between its braces. */
  readonly quote: string;
}

/** The cells of a figure in this edition; nothing where it has not all of them. */
export function cellsOf(figure: Figure, form: Form): Cells | undefined {
  const [cell, another] = figure.cells;
  if (!cell || another) return findCells(figure, form);
  const key = `${figure.table}.${cell.row}.${cell.columns.join('|')}`;
  const known = ofOne.get(form) ?? new Map<string, Cells | undefined>();
  ofOne.set(form, known);
  if (!known.has(key)) known.set(key, findCells(figure, form));
  return known.get(key);
}

/** Every report states the same few figures. */
const ofOne = new WeakMap<Form, Map<string, Cells | undefined>>();

function findCells(figure: Figure, form: Form): Cells | undefined {
  const table = tablesOf(form).find(({ id }) => id === figure.table);
  if (!table) return undefined;
  const places: number[] = [];
  const quotes: string[] = [];
  for (const cell of figure.cells) {
    const row = rowsByKey(table).get(cell.row)?.row;
    const columns = columnsOf(cell.columns, table);
    if (!row || !columns) return undefined;
    const rows = isGroup(row) ? leaves(row.rows) : [row];
    for (const one of rows) {
      for (const column of columns) places.push(placeOf(table, valueRows(table).indexOf(one), column));
    }
    for (const column of columns) quotes.push(quoteOf(table, row.name, column));
  }
  return { table, places, quote: quotes.join('+') };
}

/** The columns of the first alternative that the table has. */
function columnsOf(alternatives: readonly string[], table: TableForm): number[] | undefined {
  const keys = alternatives.map(one => one.split('+')).find(all => all.every(key => columnsByKey(table).has(key)));
  return keys?.map(key => table.columns.findIndex(column => column.key === key));
}

function quoteOf(table: TableForm, row: string, column: number): string {
  const { key, name } = table.columns[column] ?? { key: 'total', name: '' };
  return key === 'total' || table.columns.length === 1 ? row : `${row}.${name}`;
}
