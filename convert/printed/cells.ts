import type { ColumnForm } from '../../forms/index.ts';
import { textOf } from '../../grammar/index.ts';
import { addressOf, placeOf, tidy, type Row, type Table } from '../../model/index.ts';
import { toHalfWidth, type Span } from '../../text/index.ts';
import type { Entry } from './entries.ts';
import { roomOf } from './places.ts';
import type { PrintedCell } from './types.ts';

/** How many columns and rows a cell spans. */
export interface Spans {
  readonly columns: number;
  readonly rows: number;
}

const single: Spans = { columns: 1, rows: 1 };

/** The label of a row or of a group of rows, in the words of the form. */
export const labelCell = ({ label, row }: Entry, spans: Spans, start: number): PrintedCell => ({
  kind: 'label',
  text: label,
  ...spans,
  ...(row && { source: roomOf(start + row.line, row.row.label) }),
});

/** The head of a column, in the words of the form. */
export function columnCell({ form, header }: Table, column: ColumnForm, spans: Spans, start: number): PrintedCell {
  const index = header?.columns.findIndex(head => head.column === form.columns.indexOf(column)) ?? -1;
  const cell = header?.row.cells[index];
  const source = cell && roomOf(start + header.line, cell);
  return { kind: 'head', text: column.label, ...spans, ...(source && { source }) };
}

/** The head over the labels, or over the columns where a note has the corner. */
export const stubCell = ({ form, header }: Table, spans: Spans, start: number): PrintedCell => ({
  kind: 'head',
  text: form.stub,
  ...spans,
  ...(header && { source: roomOf(start + header.line, header.row.label) }),
});

/** A head that stands over several columns and that no one writes: the form prints it unasked. */
export const groupCell = (text: string, spans: Spans): PrintedCell => ({
  kind: 'head',
  text,
  ...spans,
});

/**
 * The values of a row, one a column. Where a row has too many or too few cells, nobody knows which columns they are of:
 * they are printed as they stand, from the left, and count as no numbers.
 */
export function valueCells(table: Table, entry: Entry, start: number): PrintedCell[] {
  const { row, number } = entry;
  return table.form.columns.map((_, column): PrintedCell => {
    const place = number === undefined ? undefined : placeOf(table.form, number, column);
    const address = place === undefined ? {} : { address: addressOf(table.form, place) };
    const blank: PrintedCell = { kind: 'value', text: '', ...single, ...address };
    const index = row?.aligned ? row.order.indexOf(column) : column;
    const cell = row?.row.cells[index];
    if (!cell) return blank;
    const source = roomOf(start + row.line, cell);
    if (!row.aligned) return { ...blank, text: writtenFrom(table, row, column), source };
    const written = cell.kind === 'integer' ? cell.value : (row.values[column] ?? NaN);
    const value = cell.kind === 'computed' && place !== undefined ? (table.sums.grid[place] ?? NaN) : written;
    const text = cell.kind === 'text' ? writtenText(row, cell, index) : numberText(value);
    return { ...blank, text, ...(!Number.isNaN(value) && { value }), source };
  });
}

/** What is written: the separators of a right number go, while a wrong one is shown as it is. */
function writtenText({ row, readings }: Row, cell: Span, index: number): string {
  const text = toHalfWidth(textOf(row, cell));
  const fault = readings.find(one => one.index === index)?.reading.fault;
  return fault === undefined ? text.replace(/(?<=\d),(?=\d)/g, '') : text;
}

const numberText = (value: number): string => (Number.isNaN(value) ? '' : String(tidy(value)));

/** The cell as it is written; what there is too much of stands in the last column. */
function writtenFrom({ form }: Table, { row }: Row, column: number): string {
  const isLast = column === form.columns.length - 1;
  const cells = row.cells.slice(column, isLast ? undefined : column + 1);
  return cells.map(cell => textOf(row, cell)).join(' ');
}
