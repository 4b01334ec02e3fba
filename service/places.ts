import { valueRows } from '../forms/index.ts';
import type { Cell, Quote, QuoteTerm, RowLine } from '../grammar/index.ts';
import { addressOf, placeOf, type Block, type Report, type Row, type Table } from '../model/index.ts';
import type { Position, Span } from '../text/index.ts';

/** What stands at a position of a report. */
export type Place =
  | { readonly kind: 'label'; readonly table: Table; readonly row: Row; readonly cell: Cell }
  | { readonly kind: 'cell'; readonly table: Table; readonly row: Row; readonly cell: Cell; readonly at: CellPlace }
  | { readonly kind: 'head'; readonly table: Table; readonly cell: Cell; readonly column: number | undefined }
  | { readonly kind: 'heading' }
  | { readonly kind: 'part' }
  | { readonly kind: 'article'; readonly table: Table | undefined }
  | { readonly kind: 'quote'; readonly quote: Quote; readonly term: QuoteTerm | undefined }
  | { readonly kind: 'rule'; readonly name: string; readonly span: Span };

/** A cell of a table: which of its row, in which column, and where its number stands in the grid. */
export interface CellPlace {
  /** The cell's number in its row, label not counted. */
  readonly index: number;
  /** The column of the form; absent past the last. */
  readonly column: number | undefined;
  /** The place in the grid, for a row that is counted. */
  readonly place: number | undefined;
  readonly address: string | undefined;
}

/** The block that a line stands in, and the line counted from the block's first. */
export function blockAt(report: Report, line: number): { block: Block; index: number; line: number } {
  let index = report.starts.length - 1;
  while (index > 0 && (report.starts[index] ?? 0) > line) index--;
  const block = report.blocks[index];
  if (!block) throw new Error('a report has a head at least');
  return { block, index, line: line - (report.starts[index] ?? 0) };
}

/** The row that stands on a line, with its table. */
export function rowAt(report: Report, line: number): { table: Table; row: Row } | undefined {
  const at = blockAt(report, line);
  for (const table of at.block.tables) {
    const row = table.rows.find(one => one.line === at.line);
    if (row) return { table, row };
  }
  return undefined;
}

/** What the position means; nothing in plain prose, in comments and on blank lines. */
export function placeAt(report: Report, position: Position): Place | undefined {
  const line = report.tree.lines[position.line];
  const { block, line: inBlock } = blockAt(report, position.line);
  const column = position.character;
  switch (line?.kind) {
    case 'row': {
      const found = rowAt(report, position.line);
      if (found) return placeInRow(found.table, found.row, column);
      const table = block.tables.find(({ header }) => header?.line === inBlock);
      return table && placeInHead(table, line, column);
    }
    case 'prose':
    case 'part': {
      const quote = line.spans.find((span): span is Quote => span.kind === 'quote' && holds(span, column));
      if (quote) return { kind: 'quote', quote, term: quote.terms.find(term => holds(term, column)) };
      if (inBlock === 0 && block.heading) return { kind: 'heading' };
      return line.kind === 'part' && column <= line.title.end ? { kind: 'part' } : undefined;
    }
    case 'section':
      return { kind: 'heading' };
    case 'article':
      return { kind: 'article', table: block.tables.find(({ article }) => article?.line === inBlock) };
    case 'comment': {
      const name = line.silence?.rules.find(rule => holds(rule, column));
      return name && { kind: 'rule', name: name.text, span: name };
    }
    default:
      return undefined;
  }
}

/** The number of the cell at a column, the label being −1; the one whose bar is the last before it. */
export function cellIndexAt(row: RowLine, column: number): number {
  return row.cells.findLastIndex(cell => cell.bar < column);
}

function placeInRow(table: Table, row: Row, column: number): Place {
  const index = cellIndexAt(row.row, column);
  const cell = row.row.cells[index];
  if (!cell) return { kind: 'label', table, row, cell: row.row.label };
  const at = row.order[index] ?? index;
  const rows = valueRows(table.form);
  const number = rows.findIndex(({ key }) => key === row.match?.row.key);
  const counted = row.aligned && !row.duplicate && number >= 0;
  const place = counted ? placeOf(table.form, number, at) : undefined;
  return {
    kind: 'cell',
    table,
    row,
    cell,
    at: {
      index,
      column: at < table.form.columns.length ? at : undefined,
      place,
      address: place === undefined ? undefined : addressOf(table.form, place),
    },
  };
}

function placeInHead(table: Table, row: RowLine, column: number): Place {
  const index = cellIndexAt(row, column);
  const cell = row.cells[index];
  return { kind: 'head', table, cell: cell ?? row.label, column: cell && table.header?.columns[index]?.column };
}

/** Whether the column lies in the span or at its end, where a cursor behind a word still means the word. */
const holds = (span: Span, column: number): boolean => span.start <= column && column <= span.end;
