import type { ColumnForm } from '../forms/index.ts';
import { textOf, type Cell } from '../grammar/index.ts';
import { readValue, type Row, type Table, type ValueFault, type ValueReading } from '../model/index.ts';
import { rangeOf } from '../text/index.ts';
import { replace } from './edits.ts';
import { say, type BlockContext, type Draft } from './rule.ts';

/** A cell of a row that is sure of its columns. */
export interface PlacedCell {
  readonly table: Table;
  readonly row: Row;
  readonly cell: Cell;
  readonly column: ColumnForm;
  readonly address: string;
}

/** The cells of all rows that hold values and have as many cells as the table columns. */
export function* placedCells({ block }: BlockContext): Generator<PlacedCell> {
  for (const table of block.tables) {
    for (const row of table.rows) {
      if (!row.match || row.values.length === 0) continue;
      for (const [index, cell] of row.row.cells.entries()) {
        const column = table.form.columns[row.order[index] ?? index];
        if (column) {
          yield { table, row, cell, column, address: `${table.form.id}.${row.match.row.key}.${column.key}` };
        }
      }
    }
  }
}

/** Findings for the values that have this fault. */
export function* faultyValues(
  context: BlockContext,
  fault: ValueFault,
  message: (text: string, reading: ValueReading, column: ColumnForm) => Draft['message'],
): Generator<Draft> {
  for (const { row, cell, column, address } of placedCells(context)) {
    if (cell.kind !== 'text') continue;
    const text = textOf(row.row, cell);
    const reading = readValue(text, column.value);
    if (reading.fault !== fault) continue;
    const { right } = reading;
    yield {
      range: rangeOf(row.line, cell),
      message: message(text, reading, column),
      cells: [address],
      ...(right !== undefined && {
        mends: [{ title: say(`改为 ${right}`, `Change to ${right}`), edits: [replace(row.line, cell, right)] }],
      }),
    };
  }
}
