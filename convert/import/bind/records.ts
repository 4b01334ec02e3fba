import type { TableForm } from '../../../forms/index.ts';
import type { SourceTable } from '../source.ts';
import type { ReadCell, ReadRow } from './cells.ts';
import type { Lexicon } from './lexicon.ts';

/** Labels and the values that follow them; no labels where a form prints its rows side by side. */
export interface Record {
  readonly table: TableForm | undefined;
  readonly labels: readonly ReadCell[];
  /** With the blank cells among them. */
  readonly values: readonly ReadCell[];
  readonly row: ReadRow;
  /** Whether the row of the file holds nothing else, so that places in it can be compared with other rows. */
  alone: boolean;
}

/** A foreign table read as rows of the form. */
export interface Records {
  readonly records: readonly Record[];
  /** The rows of column heads by the table that they head. */
  readonly heads: ReadonlyMap<TableForm | undefined, readonly ReadRow[]>;
}

/** Cuts the cells of a table at labels, articles and heads. */
export function readRecords(rows: readonly ReadRow[], layout: SourceTable['layout'], lexicon: Lexicon): Records {
  const reader = new Reader(lexicon);
  for (const row of rows) {
    if (layout === 'flowing') reader.flow(row);
    else reader.row(row);
  }
  return reader.end();
}

class Reader {
  readonly #records: Record[] = [];
  readonly #heads = new Map<TableForm | undefined, ReadRow[]>();
  /** The table that the last article or label belongs to. */
  #table: TableForm | undefined;
  /** Heads whose table is not known before its first label comes. */
  #open: ReadRow[] = [];
  #labels: ReadCell[] = [];
  #values: ReadCell[] = [];
  #row: ReadRow = { cells: [], place: {} };

  constructor({ tables }: Lexicon) {
    if (tables.length === 1) [this.#table] = tables;
  }

  /** A row that ends where it ends. */
  row(row: ReadRow): void {
    this.#row = row;
    const first = this.#records.length;
    if (this.#isHead(row)) this.#open.push(row);
    else if (this.#isBare(row)) this.#add(this.#table, [], row.cells);
    else {
      const numbers = row.cells.some(({ kind }) => kind === 'value');
      for (const cell of row.cells) this.#cell(cell, numbers);
    }
    this.#flush();
    const made = this.#records.slice(first);
    for (const record of made) record.alone = made.length === 1;
  }

  /** Cells that go on into the next line. */
  flow(row: ReadRow): void {
    for (const cell of row.cells) {
      if (cell.kind === 'blank') continue;
      // Words behind values begin what comes next.
      if (cell.kind !== 'value' && this.#values.length > 0) this.#flush();
      if (this.#values.length === 0) this.#row = row;
      const follows = this.#open.length > 0 && this.#labels.length === 0;
      if (cell.kind === 'head' || cell.kind === 'print') this.#flowingHead(cell, row);
      else if (cell.kind === 'text' && follows) this.#open.push({ ...row, cells: [cell] });
      else this.#cell(cell, true);
    }
  }

  end(): Records {
    this.#flush();
    this.#attach(this.#table);
    return { records: this.#records, heads: this.#heads };
  }

  /** Words alone, one of them a head: column heads. Where rows are printed side by side, labels are heads too. */
  #isHead({ cells }: ReadRow): boolean {
    const words = cells.filter(isFilled);
    if (words.some(({ kind }) => kind === 'value' || kind === 'article')) return false;
    if (words.some(({ kind }) => kind === 'head' || kind === 'print')) return true;
    return this.#table?.print === 'across' && words.length > 1;
  }

  /** Numbers without any label, as in a table that prints its rows side by side. */
  #isBare({ cells }: ReadRow): boolean {
    return (
      cells.some(({ kind }) => kind === 'value') && cells.every(({ kind }) => kind === 'value' || kind === 'blank')
    );
  }

  #flowingHead(cell: ReadCell, row: ReadRow): void {
    // A label before heads was one of them: 行政复议 over 结果维持.
    this.#open.push(...[...this.#labels, cell].map(one => ({ ...row, cells: [one] })));
    this.#labels = [];
  }

  #cell(cell: ReadCell, numbers: boolean): void {
    switch (cell.kind) {
      case 'article':
        this.#flush();
        this.#table = cell.meaning?.table;
        return;
      case 'label':
        this.#label(cell);
        return;
      case 'blank':
        if (this.#labels.length > 0) this.#values.push(cell);
        return;
      case 'value':
        this.#values.push(cell);
        return;
      default:
        // Before the numbers of a row words can only be its label, however they are written.
        if (this.#labels.length > 0 && (numbers ? this.#values.some(isFilled) : this.#values.length > 0)) {
          this.#values.push(cell);
        } else this.#label(cell);
    }
  }

  /** Values before a label are of the row before, or of none; blank cells between labels are no values. */
  #label(cell: ReadCell): void {
    if (this.#values.some(isFilled)) this.#flush();
    this.#values = [];
    this.#labels.push(cell);
  }

  #flush(): void {
    const [labels, values] = [this.#labels, this.#values];
    [this.#labels, this.#values] = [[], []];
    if (labels.length === 0 && values.length === 0) return;
    const own = labels.findLast(({ kind }) => kind === 'label')?.meaning?.table;
    this.#add(own ?? this.#table, labels, values);
  }

  #add(table: TableForm | undefined, labels: readonly ReadCell[], values: readonly ReadCell[]): void {
    this.#attach(table);
    this.#table = table;
    this.#records.push({ table, labels, values, row: this.#row, alone: false });
  }

  #attach(table: TableForm | undefined): void {
    this.#heads.set(table, [...(this.#heads.get(table) ?? []), ...this.#open]);
    this.#open = [];
  }
}

const isFilled = ({ kind }: ReadCell): boolean => kind !== 'blank';
