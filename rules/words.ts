import { valueRows, type RowForm, type TableForm } from '../forms/index.ts';
import { whereIs } from '../model/index.ts';

/** What messages call a row: its short label, without what a long one explains in brackets. */
export const rowName = (row: RowForm): string => row.short ?? row.label;

/** What messages call a cell: “自然人”列“1.属于国家秘密”. */
export function cellName(table: TableForm, place: number): string {
  const { row, column } = whereIs(table, place);
  const form = valueRows(table)[row];
  return `“${table.columns[column]?.label ?? ''}”列“${form ? rowName(form) : ''}”`;
}

/** The same in English; labels stay as the form prints them. */
export function cellNameEnglish(table: TableForm, place: number): string {
  const { row, column } = whereIs(table, place);
  const form = valueRows(table)[row];
  return `“${form ? rowName(form) : ''}”, column “${table.columns[column]?.label ?? ''}”`;
}

/** `4 cells`, `1 cell`. */
export const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;
