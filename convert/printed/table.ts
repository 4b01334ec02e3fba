import { firstLine, type Block, type Table } from '../../model/index.ts';
import { printAcross } from './across.ts';
import { printDown } from './down.ts';
import type { PrintedCell, PrintedGroup, PrintedRow, PrintedTable } from './types.ts';

/** Whether the form prints both tables in one, each under its article. */
export const printTogether = (table: Table, next: Table): boolean =>
  table.form.article !== undefined && next.form.article !== undefined;

/** Tables that stand one below the other, printed as one: the narrower ones are stretched at their right edge. */
export function printTables(tables: readonly Table[], block: Block, start: number): PrintedTable {
  const printed = tables.map(table => ({
    table,
    ...(table.form.print === 'across' ? printAcross(table, start) : printDown(table, start)),
  }));
  const widest = printed.reduce((a, b) => (b.widths.length > a.widths.length ? b : a));
  const width = widest.widths.length;
  const first = tables[0];
  const line = first ? firstLine(first) : 0;
  return {
    kind: 'table',
    caption: tables.length === 1 ? (first?.form.name ?? '') : (first?.section.title ?? ''),
    tables: tables.map(table => table.form.id),
    articles: tables.flatMap(({ form }) => form.article ?? []),
    widths: widest.widths,
    groups: printed.map(({ table, head, body, widths }): PrintedGroup => {
      const missing = width - widths.length;
      return { head: [...articleRow(table, width, start), ...stretch(head, missing)], body: stretch(body, missing) };
    }),
    source: { line: start + line, start: 0, end: block.lines[line]?.text.length ?? 0 },
  };
}

function articleRow({ form, article }: Table, width: number, start: number): PrintedRow[] {
  if (form.article === undefined) return [];
  const source = article && { line: start + article.line, start: article.span.start, end: article.span.end };
  const cell: PrintedCell = { kind: 'head', text: form.article, columns: width, rows: 1 };
  return [{ cells: [{ ...cell, ...(source && { source }) }] }];
}

/** Widens the cells at the right edge. The last cell of a row is at the edge unless one from further up reaches down there. */
function stretch(rows: readonly PrintedRow[], by: number): readonly PrintedRow[] {
  let free = 0;
  return rows.map((row, index) => {
    const last = row.cells.at(-1);
    if (!last || index < free) return row;
    free = index + last.rows;
    return { cells: [...row.cells.slice(0, -1), { ...last, columns: last.columns + by }] };
  });
}
