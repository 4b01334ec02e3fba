import { valueRows, type Bilingual, type RowForm, type TableForm } from '../forms/index.ts';
import { say } from './rule.ts';

/** What messages call a row: its short label, without what a long one explains in brackets. */
export const rowName = (row: RowForm): string => row.short ?? row.label;

/** What messages call a cell: “自然人”列“1.属于国家秘密”. */
export const cellName = (table: TableForm, place: number): string => namesIn(table)[place]?.zh ?? '';

/** The same in English; labels stay as the form prints them. */
export const cellNameEnglish = (table: TableForm, place: number): string => namesIn(table)[place]?.en ?? '';

/**
 * The names of all places of a table, their inner quotation marks in order. A sum that fails names each of its cells, and
 * a text may have any number of those.
 */
function namesIn(table: TableForm): readonly Bilingual[] {
  let names = known.get(table);
  if (!names) {
    names = valueRows(table).flatMap(form => {
      const row = rowName(form);
      return table.columns.map(({ label }) => say(`“${label}”列“${row}”`, `“${row}”, column “${label}”`));
    });
    known.set(table, names);
  }
  return names;
}

const known = new WeakMap<TableForm, readonly Bilingual[]>();

/** `4 cells`, `1 cell`. */
export const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;
