import { textOf, type Line, type RowLine } from '../grammar/index.ts';
import { copyWith } from '../text/index.ts';
import { readSums } from './sums.ts';
import { readValues, unread } from './tables.ts';
import type { Block, Row, Table } from './types.ts';

/**
 * The block with these lines, where nothing but whole numbers in its rows is another: what a clerk does most of the time.
 * All that follows from labels, heads and prose stays as it is; nothing where more has changed.
 */
export function renumbered(before: Block, lines: readonly Line[]): Block | undefined {
  if (lines.length !== before.lines.length) return undefined;
  const changed = new Map<number, RowLine>();
  for (let index = 0; index < lines.length; index++) {
    const [old, now] = [before.lines[index], lines[index]];
    if (old === now) continue;
    if (old?.kind !== 'row' || now?.kind !== 'row' || !differInNumbers(old, now)) return undefined;
    changed.set(index, now);
  }
  const tables = before.tables.map(table =>
    table.rows.some(({ line }) => changed.has(line)) ? reread(table, changed) : table,
  );
  return copyWith(before, { lines, tables });
}

/** Whether two rows are the same but for the digits of their whole numbers, and for where these stand. */
function differInNumbers(old: RowLine, now: RowLine): boolean {
  return (
    withoutDigits(old.text) === withoutDigits(now.text) &&
    textOf(old, old.label) === textOf(now, now.label) &&
    old.cells.every((cell, index) => {
      const other = now.cells[index];
      return cell.kind === other?.kind && (cell.kind === 'integer' || textOf(old, cell) === textOf(now, other));
    })
  );
}

const withoutDigits = (text: string): string => text.replace(/\d+/g, '0');

function reread(table: Table, changed: ReadonlyMap<number, RowLine>): Table {
  const byKey = new Map(table.byKey);
  const rows = table.rows.map((before): Row => {
    const row = changed.get(before.line);
    if (!row) return before;
    const read = before.values.length > 0 ? readValues(row, before.order, table.form) : unread;
    const now = copyWith(before, { row, ...read });
    if (before.match && byKey.get(before.match.row.key) === before) byKey.set(before.match.row.key, now);
    return now;
  });
  return copyWith(table, { rows, byKey, sums: readSums(table.form, byKey) });
}
