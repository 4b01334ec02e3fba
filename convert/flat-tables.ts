import { firstLine, lineOf, type Report, type Table, type WrittenRow } from '../model/index.ts';
import { valueCells } from './printed/cells.ts';
import { entriesOf, type Entry } from './printed/entries.ts';
import type { PrintedTable } from './printed/types.ts';

/** A printed table without merged cells: one head, and every group of rows a row of its own. */
export interface FlatTable {
  readonly article?: string;
  readonly head: WrittenRow;
  readonly rows: readonly WrittenRow[];
}

/** The tables that a piece of the page is printed of, one after the other. */
export function flatTables(report: Report, piece: PrintedTable): readonly FlatTable[] {
  return piece.tables.length === 0 ? [strayTable(piece)] : tablesOf(report, piece).map(flatTable);
}

interface PlacedTable {
  readonly table: Table;
  /** The line that its block begins at. */
  readonly start: number;
}

/** The tables from the piece's first line on, as many as are printed in it. */
function tablesOf(report: Report, { source, tables }: PrintedTable): PlacedTable[] {
  return report.blocks
    .flatMap((block, index) => block.tables.map(table => ({ table, start: lineOf(report, index, 0) })))
    .filter(({ table, start }) => start + firstLine(table) >= source.line)
    .slice(0, tables.length);
}

function flatTable({ table, start }: PlacedTable): FlatTable {
  const { article, stub, columns } = table.form;
  const rowsOf = (entries: readonly Entry[], depth: number): WrittenRow[] =>
    entries.flatMap(entry =>
      entry.entries
        ? [{ label: entry.label, depth, cells: columns.map(() => '') }, ...rowsOf(entry.entries, depth + 1)]
        : [{ label: entry.label, depth, cells: valueCells(table, entry, start).map(({ text }) => text) }],
    );
  return {
    ...(article !== undefined && { article }),
    head: { label: stub, depth: 0, cells: columns.map(({ label }) => label) },
    rows: rowsOf(entriesOf(table), 0),
  };
}

function strayTable({ widths, groups }: PrintedTable): FlatTable {
  const [head, ...rows] = groups
    .flatMap(group => [...group.head, ...group.body])
    .map(({ cells }): WrittenRow => {
      const [label = '', ...rest] = cells.map(({ text }) => text);
      return { label, depth: 0, cells: [...rest, ...new Array<string>(widths.length - cells.length).fill('')] };
    });
  return { head: head ?? { label: '', depth: 0, cells: [] }, rows };
}
