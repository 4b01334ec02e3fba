import type { Position, TextEdit } from 'vscode-languageserver-types';
import { allRows, isGroup, type PlacedRow } from '../forms/index.ts';
import type { Table } from '../model/index.ts';
import type { Snapshot } from './document.ts';
import { tableAt } from './features/placed-cells.ts';
import { rowsOf, tableEdits, withRow, type TableRow } from './table-rows.ts';

/** The edits that put a missing row into a table. */
export interface InsertedRow {
  readonly edits: readonly TextEdit[];
  /** The line on which the row stands then. */
  readonly line: number;
}

/**
 * Puts in the row that is missing next: behind the row in hand in the order of the form, or else from the first on. A
 * group that is missing comes with its first row, and a row with the groups that it stands in. Nothing outside tables,
 * and where all rows are there.
 */
export function insertMissingRow({ report }: Snapshot, { line }: Position): InsertedRow | undefined {
  const at = tableAt(report, line);
  if (!at) return undefined;
  const { table, start } = at;
  const missing = nextMissing(table, line - start);
  const last = missing.at(-1);
  if (!last) return undefined;
  const rows = missing.reduce<TableRow[]>((written, { row }) => withRow(written, table.form, row.key), rowsOf(table));
  const edits = tableEdits(report.tree.lines, start, rows);
  return { edits, line: start + lineIn(rows, last.row.key) };
}

/** The rows that come in together, the one to be filled in last. */
function nextMissing(table: Table, line: number): readonly PlacedRow[] {
  const all = allRows(table.form);
  const isMissing = ({ row }: PlacedRow): boolean => !table.byKey.has(row.key);
  const here = table.rows.findLast(row => row.line <= line && row.match)?.match?.place ?? -1;
  const ahead = all.findIndex((placed, place) => place > here && isMissing(placed));
  const place = ahead >= 0 ? ahead : all.findIndex(isMissing);
  const next = all[place];
  if (!next) return [];
  const groups = next.groups.flatMap(group => all.filter(placed => placed.row === group && isMissing(placed)));
  const inside = all.slice(place).findIndex(placed => !isGroup(placed.row) || !isMissing(placed));
  return [...groups, ...all.slice(place, place + inside + 1).filter(isMissing)];
}

/** The line of a new row, counted from the block's first: that of the row before it, and one more for each new one. */
function lineIn(rows: readonly TableRow[], key: string): number {
  const index = rows.findIndex(row => row.key === key);
  const before = rows.slice(0, index).findLastIndex(({ line }) => line !== undefined);
  const anchor = rows[before]?.line;
  if (anchor !== undefined) return anchor + index - before + rows.slice(0, before).filter(isNew).length;
  return (rows.find(({ line }) => line !== undefined)?.line ?? 0) + index;
}

const isNew = ({ line }: TableRow): boolean => line === undefined;
