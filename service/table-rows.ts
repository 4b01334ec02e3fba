import type { TextEdit } from 'vscode-languageserver-types';
import { allRows, isGroup, type TableForm } from '../forms/index.ts';
import type { Line } from '../grammar/index.ts';
import { writeRows, type Table, type WrittenRow } from '../model/index.ts';
import { rangeOf } from '../text/index.ts';
import { writtenTable } from './format.ts';

/** A row of a table as it is to be written. One without a line, counted from the block's first, is new. */
export interface TableRow {
  readonly key?: string;
  readonly line?: number;
  readonly row: WrittenRow;
}

/** The rows of a table as they stand, its head first. */
export function rowsOf(table: Table): TableRow[] {
  const keys = new Map([...table.byKey].map(([key, { line }]) => [line, key]));
  return writtenTable(table).map(({ line, row }) => {
    const key = keys.get(line);
    return { line, row, ...(key !== undefined && { key }) };
  });
}

/** The rows with one more, which stands behind the nearest that the form has before it. */
export function withRow(rows: readonly TableRow[], form: TableForm, key: string): TableRow[] {
  const all = allRows(form);
  const place = all.findIndex(one => one.row.key === key);
  const placed = all[place];
  if (!placed) throw new Error(`the form has no row ${key}`);
  const { row, depth } = placed;
  const before = all.slice(0, place).findLast(one => rows.some(written => written.key === one.row.key));
  const at = before ? rows.findIndex(written => written.key === before.row.key) : rows[0]?.key === undefined ? 0 : -1;
  const cells = isGroup(row) ? [] : form.columns.map(() => '');
  return rows.toSpliced(at + 1, 0, { key, row: { label: row.short ?? row.label, depth, cells } });
}

/** The edits that write the rows of a table anew, in columns as wide as they now are; lines that stay are not touched. */
export function tableEdits(lines: readonly Line[], start: number, rows: readonly TableRow[]): TextEdit[] {
  const texts = writeRows(rows.map(({ row }) => row));
  const written = new Map<number, string[]>();
  const first = rows.find(({ line }) => line !== undefined)?.line;
  let at = first;
  rows.forEach(({ line }, index) => {
    at = line ?? at;
    if (at !== undefined) written.set(at, [...(written.get(at) ?? []), texts[index] ?? '']);
  });
  return [...written].flatMap(([line, set]) => {
    const before = lines[start + line];
    if (!before) return [];
    const newText = set.join(before.ending === '' ? '\n' : before.ending);
    const range = rangeOf(start + line, { start: 0, end: before.text.length });
    return newText === before.text ? [] : [{ range, newText }];
  });
}
