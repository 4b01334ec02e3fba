import { textOf, type RowLine } from '../../grammar/index.ts';
import type { Block } from '../../model/index.ts';
import { roomOf } from './places.ts';
import type { PrintedCell, PrintedRow, PrintedTable } from './types.ts';

/** Rows that are of no form, as they are written: the first one as their heads. */
export function printStray({ lines, tables, strays }: Block, first: number, start: number): PrintedTable {
  const taken = new Set(tables.flatMap(table => [table.header?.line, ...table.rows.map(row => row.line)]));
  const rows: { readonly row: RowLine; readonly line: number }[] = [];
  for (let at = first; at < lines.length; at++) {
    const row = lines[at];
    if (row?.kind === 'article' || (at > first && (taken.has(at) || strays.includes(at)))) break;
    if (row?.kind === 'row') rows.push({ row, line: start + at });
  }
  const width = Math.max(...rows.map(({ row }) => row.cells.length)) + 1;
  const [head, ...body] = rows.map(({ row, line }, index) =>
    printRow(row, line, index === 0 ? 'head' : 'value', width),
  );
  return {
    kind: 'table',
    caption: '',
    tables: [],
    articles: [],
    widths: new Array<number>(width).fill(1 / width),
    groups: [{ head: head ? [head] : [], body }],
    source: { line: start + first, start: 0, end: lines[first]?.text.length ?? 0 },
  };
}

function printRow(row: RowLine, line: number, kind: 'head' | 'value', width: number): PrintedRow {
  const cells = [row.label, ...row.cells].map((cell, column): PrintedCell => ({
    kind: column === 0 && kind === 'value' ? 'label' : kind,
    text: textOf(row, cell).replace(escaped, '$1'),
    columns: 1,
    rows: 1,
    source: roomOf(line, cell),
  }));
  const last = cells.at(-1);
  if (!last) return { cells };
  return { cells: [...cells.slice(0, -1), { ...last, columns: width - cells.length + 1 }] };
}

/** A bar, a brace or a backslash that the writer meant as such. */
const escaped = /\\([\\{}|｛｝｜])/g;
