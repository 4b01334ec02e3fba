import { valueRows } from '../forms/index.ts';
import type { Cell } from '../grammar/index.ts';
import { whereIs, type Table } from '../model/index.ts';
import { rangeOf, type Range } from '../text/index.ts';
import { replace } from './edits.ts';
import type { Mend } from './finding.ts';
import { say } from './rule.ts';
import { cellName, cellNameEnglish } from './words.ts';

/** Where a place of the grid is written; nothing where its row is not there. */
export function rangeOfPlace(table: Table, place: number): Range | undefined {
  const found = cellAt(table, place);
  if (!found) return undefined;
  const { line, cell } = found;
  return rangeOf(line, cell.start === cell.end ? { start: cell.bar + 1, end: cell.stop } : cell);
}

/** The mend that writes another number into a place whose number is known, unless that is computed. */
export function numberMend(table: Table, place: number, value: number): Mend | undefined {
  const found = cellAt(table, place);
  if (!found || found.cell.kind === 'computed') return undefined;
  return {
    title: say(
      `${cellName(table.form, place)}改为 ${value}`,
      `Change ${cellNameEnglish(table.form, place)} to ${value}`,
    ),
    edits: [replace(found.line, found.cell, String(value))],
  };
}

function cellAt(table: Table, place: number): { line: number; cell: Cell } | undefined {
  const at = whereIs(table.form, place);
  const row = table.byKey.get(valueRows(table.form)[at.row]?.key ?? '');
  const cell = row?.aligned ? row.row.cells[row.order.indexOf(at.column)] : undefined;
  return row && cell && { line: row.line, cell };
}
