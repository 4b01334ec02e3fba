import type { Position, TextEdit } from 'vscode-languageserver-types';
import { isGroup, type Bilingual, type ColumnForm, type TableForm } from '../forms/index.ts';
import type { Line } from '../grammar/index.ts';
import { readValue, type Table } from '../model/index.ts';
import { fold } from '../text/index.ts';
import { cellIndexAt } from './places.ts';
import { rowsOf, tableEdits, withRow } from './table-rows.ts';

/** A row that values are for: one that is there, by its line in the block, or one that is not, by its key. */
export type RowTarget = number | string;

const reasons = {
  notANumber: { zh: '不是数字', en: 'not a number' },
  unknownColumn: { zh: '没有认出这一栏', en: 'the column is not known' },
  beyondColumns: { zh: '超出表格的最后一栏', en: 'beyond the last column' },
  tooManyCells: { zh: '报告中这一行的格数比栏数多', en: 'the row of the report has more cells than columns' },
  twice: { zh: '这一格已经填入另一个值', en: 'another value is filled into the same cell' },
} satisfies Record<string, Bilingual>;

/** A table of a report, and the values to be filled into it. */
export class FilledTable {
  readonly table: Table;
  /** The line at which the table's block begins. */
  readonly #start: number;
  readonly #values = new Map<RowTarget, Map<number, string>>();

  constructor(table: Table, start: number) {
    this.table = table;
    this.#start = start;
  }

  get form(): TableForm {
    return this.table.form;
  }

  /** The column of the form at a position; the first where that is in a label, or not in the table. */
  columnAt({ line, character }: Position): number {
    const { header, rows } = this.table;
    const row = [...(header ? [header] : []), ...rows].find(one => this.#start + one.line === line);
    const index = row ? Math.max(0, cellIndexAt(row.row, character)) : 0;
    return this.#order[index] ?? index;
  }

  /** The row of this key, there or not. */
  rowNamed(key: string): RowTarget {
    return this.table.byKey.get(key)?.line ?? key;
  }

  /** The rows that stand on this line of the text or below. */
  rowsFrom(line: number): { readonly target: RowTarget; readonly isGroup: boolean }[] {
    const below = this.table.rows.filter(row => this.#start + row.line >= line);
    return below.map(({ line: target, match, row }) => ({
      target,
      isGroup: match ? isGroup(match.row) : row.cells.length === 0,
    }));
  }

  /** Fills a value in. Says why, where it cannot. */
  fill(target: RowTarget, column: number | undefined, text: string): Bilingual | undefined {
    if (column === undefined) return reasons.unknownColumn;
    const { columns } = this.form;
    const form = columns[column];
    if (!form) return reasons.beyondColumns;
    const row = this.table.rows.find(({ line }) => line === target);
    if (row && row.row.cells.length > columns.length) return reasons.tooManyCells;
    const value = valueText(text, form);
    if (value === undefined) return reasons.notANumber;
    const values = this.#values.get(target) ?? new Map<number, string>();
    if ((values.get(column) ?? value) !== value) return reasons.twice;
    this.#values.set(target, values.set(column, value));
    return undefined;
  }

  /** The edits that write the table with its values; none where there are none. */
  edits(lines: readonly Line[]): TextEdit[] {
    if (this.#values.size === 0) return [];
    const missing = [...this.#values.keys()].filter(target => typeof target === 'string');
    const rows = missing.reduce((written, key) => withRow(written, this.form, key), rowsOf(this.table));
    const filled = rows.map(written => {
      const values = this.#values.get(written.line ?? written.key ?? '');
      if (!values) return written;
      const cells = this.form.columns.map((_, index) => {
        return values.get(this.#order[index] ?? index) ?? written.row.cells[index] ?? '';
      });
      return { ...written, row: { ...written.row, cells } };
    });
    return tableEdits(lines, this.#start, filled);
  }

  /** The column of each cell, which is the same in all rows of a table. */
  get #order(): readonly number[] {
    return this.table.rows[0]?.order ?? [];
  }
}

/** A value as it is written in the column; nothing where it is no number. Rules say what else is wrong with it. */
function valueText(text: string, column: ColumnForm): string | undefined {
  const plain = fold(text).replace(/,/g, '');
  if (plain === '=') return plain;
  const { value, right } = readValue(text, column.value);
  return Number.isNaN(value) ? undefined : (right ?? plain);
}
