import { isGroup, type ColumnForm } from '../forms/index.ts';
import { textOf } from '../grammar/index.ts';
import type { Row, Table, ValueFault, ValueReading } from '../model/index.ts';
import { rangeOf } from '../text/index.ts';
import { replace } from './edits.ts';
import { say, type BlockContext, type Draft } from './rule.ts';

/** Findings for the values that have this fault. A list and no generator: most tables have none, and many rules ask. */
export function faultyValues(
  { block }: BlockContext,
  fault: ValueFault,
  message: (text: string, reading: ValueReading, column: ColumnForm) => Draft['message'],
): Draft[] {
  const found: Draft[] = [];
  for (const table of block.tables) {
    for (const row of table.rows) {
      if (!row.match || isGroup(row.match.row)) continue;
      for (const { index, reading } of row.readings) {
        const cell = row.row.cells[index];
        const column = table.form.columns[row.order[index] ?? index];
        if (reading.fault !== fault || !cell || !column) continue;
        const { right } = reading;
        found.push({
          range: rangeOf(row.line, cell),
          message: message(textOf(row.row, cell), reading, column),
          cells: [addressAt(table, row, index)],
          ...(right !== undefined && {
            mends: [{ title: say(`改为 ${right}`, `Change to ${right}`), edits: [replace(row.line, cell, right)] }],
          }),
        });
      }
    }
  }
  return found;
}

/** The address of a cell of a row that was recognised: `applications.refused.secret.total`. */
export const addressAt = (table: Table, row: Row, index: number): string =>
  `${table.form.id}.${row.match?.row.key ?? ''}.${table.form.columns[row.order[index] ?? index]?.key ?? ''}`;
