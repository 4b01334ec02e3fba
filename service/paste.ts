import type { Position, TextEdit } from 'vscode-languageserver-types';
import { cutGrid, readGrid, type Grid, type GridReading, type GridRow } from '../convert/index.ts';
import type { Bilingual } from '../forms/index.ts';
import type { Snapshot } from './document.ts';
import { tableAt } from './features/placed-cells.ts';
import { FilledTable, type RowTarget } from './filled-table.ts';
import { inLocale, type Locale } from './words.ts';

/** What becomes of tables that are pasted. */
export interface Pasted {
  readonly edits: readonly TextEdit[];
  /** How many values find their cells. */
  readonly placed: number;
  /** The others. Blank cells are no values and change nothing. */
  readonly unplaced: readonly Unplaced[];
}

/** A value that has no cell, and why. */
export interface Unplaced {
  readonly value: string;
  /** The label and the column head that it stood at; empty where there were none. */
  readonly row: string;
  readonly column: string;
  readonly reason: string;
}

/** More cells than the official tables have together ten times over: not a table of a report, but a sheet. */
const MOST_CELLS = 4000;

const unknownRow = ({ guess }: GridRow): Bilingual =>
  guess === undefined
    ? { zh: '没有认出这一行', en: 'the row is not known' }
    : { zh: `行名不同，可能是“${guess}”`, en: `another label, perhaps “${guess}” is meant` };
const tooLarge: Bilingual = {
  zh: `超过 ${MOST_CELLS} 格，不是年报的表格`,
  en: `more than ${MOST_CELLS} cells, which is no table of a report`,
};
const beyondRows: Bilingual = { zh: '超出表格的最后一行', en: 'beyond the last row' };

/**
 * Fills copied tables into those of the report: by their labels, in whichever table these stand, or else from the cell
 * at the position on. Rows that the report lacks come in with their values. Nothing outside tables, and where there is
 * no value.
 */
export function paste(
  { report }: Snapshot,
  position: Position,
  grids: readonly Grid[],
  { locale }: { readonly locale: Locale },
): Pasted | undefined {
  const here = tableAt(report, position.line);
  if (!here) return undefined;
  const cells = grids.flatMap(({ rows }) => rows.flat());
  if (cells.length > MOST_CELLS) return refused(cells, inLocale(tooLarge, locale));
  const tables = report.blocks.flatMap((block, index) =>
    block.tables.map(table => new FilledTable(table, report.starts[index] ?? 0)),
  );
  const own = tables.filter(({ table }) => table === here.table);
  const others = tables.filter(({ table }) => table !== here.table);
  const unplaced: Unplaced[] = [];
  let placed = 0;
  const parts = grids.flatMap(one => cutGrid(one, report.forms));
  for (const grid of parts) {
    // Of the tables that know as many labels, the one in hand is meant.
    const [best] = [...own, ...others]
      .map(table => ({ table, reading: readGrid(grid, table.form, table.columnAt(position)) }))
      .sort((a, b) => b.reading.known - a.reading.known);
    if (!best) continue;
    const { table, reading } = best;
    // Of several tables none can be meant by its place.
    const isLabelled = parts.length > 1 || reading.rows.some(({ label }) => label !== '');
    const targets = isLabelled ? named(table, reading) : placedFrom(table, reading, position);
    for (const [row, target] of targets) {
      for (const { text, column } of row.values) {
        if (text === '') continue;
        const reason = typeof target === 'object' ? target : table.fill(target, column, text);
        if (!reason) placed++;
        else {
          const head = column === undefined ? undefined : table.form.columns[column]?.label;
          unplaced.push({ value: text, row: row.label, column: head ?? '', reason: inLocale(reason, locale) });
        }
      }
    }
  }
  if (placed === 0 && unplaced.length === 0) return undefined;
  return { edits: tables.flatMap(table => table.edits(report.tree.lines)), placed, unplaced };
}

/** A sheet that is not looked through: its first words stand for all of it. */
function refused(cells: Grid['rows'][number], reason: string): Pasted {
  const value = cells.find(({ text }) => text !== '')?.text ?? '';
  return { edits: [], placed: 0, unplaced: [{ value, row: '', column: '', reason }] };
}

/** Each row with the row of the report that it is for, or why there is none. */
type Targets = readonly (readonly [GridRow, RowTarget | Bilingual])[];

const named = (table: FilledTable, { rows }: GridReading): Targets =>
  rows.map(row => [row, row.key === undefined ? unknownRow(row) : table.rowNamed(row.key)]);

function placedFrom(table: FilledTable, { rows }: GridReading, { line }: Position): Targets {
  const below = table.rowsFrom(line);
  return rows.map(row => {
    const isBlank = row.values.every(({ text }) => text === '');
    // Where the copied table has a row for the label of a group as well, it is blank.
    while (below[0]?.isGroup && !isBlank) below.shift();
    return [row, below.shift()?.target ?? beyondRows];
  });
}
