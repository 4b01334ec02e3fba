import type { ColumnForm } from '../../forms/index.ts';
import type { Table } from '../../model/index.ts';
import { columnCell, groupCell, labelCell, stubCell, valueCells } from './cells.ts';
import { depthOf, entriesOf, leavesOf, type Entry } from './entries.ts';
import type { PrintedCell, PrintedGroup, PrintedRow } from './types.ts';

/** A table printed row by row, the labels of its groups to the left of theirs. */
export function printDown(table: Table, start: number): PrintedGroup & { readonly widths: readonly number[] } {
  const entries = entriesOf(table);
  const stubs = depthOf(entries);
  return {
    head: headRows(table, stubs, start),
    body: bodyRows(table, entries, stubs, start),
    widths: widthsOf(stubs, table.form.columns.length),
  };
}

/** The heads: a note takes the corner over the labels, and the stub's head then stands over all columns. */
function headRows(table: Table, stubs: number, start: number): PrintedRow[] {
  const { columns, note } = table.form;
  const runs = groupRuns(columns);
  const levels = runs.some(run => run.name !== undefined) ? 2 : 1;
  const top = runs.flatMap(({ name, columns }): PrintedCell[] =>
    name === undefined
      ? columns.map(column => columnCell(table, column, { columns: 1, rows: levels }, start))
      : [groupCell(name, { columns: columns.length, rows: 1 })],
  );
  const under = runs
    .filter(({ name }) => name !== undefined)
    .flatMap(run => run.columns.map(column => columnCell(table, column, { columns: 1, rows: 1 }, start)));
  const rest = levels === 1 ? [] : [{ cells: under }];
  if (note === undefined) {
    return [{ cells: [stubCell(table, { columns: stubs, rows: levels }, start), ...top] }, ...rest];
  }
  const corner: PrintedCell = { kind: 'note', text: note, columns: stubs, rows: levels + 1 };
  return [{ cells: [corner, stubCell(table, { columns: columns.length, rows: 1 }, start)] }, { cells: top }, ...rest];
}

interface ColumnRun {
  /** The head over the columns; columns without one stand in runs of their own. */
  readonly name: string | undefined;
  readonly columns: ColumnForm[];
}

function groupRuns(columns: readonly ColumnForm[]): readonly ColumnRun[] {
  const runs: ColumnRun[] = [];
  for (const column of columns) {
    const last = runs.at(-1);
    if (last?.name === column.group && last) last.columns.push(column);
    else runs.push({ name: column.group, columns: [column] });
  }
  return runs;
}

/** The rows; the label of a group stands in the first of its rows and reaches down to the last. */
function bodyRows(table: Table, entries: readonly Entry[], stubs: number, start: number): PrintedRow[] {
  return entries.flatMap(entry => {
    if (!entry.entries) {
      const label = labelCell(entry, { columns: stubs, rows: 1 }, start);
      return [{ cells: [label, ...valueCells(table, entry, start)] }];
    }
    const label = labelCell(entry, { columns: 1, rows: leavesOf(entry.entries).length }, start);
    const [first, ...rest] = bodyRows(table, entry.entries, stubs - 1, start);
    return [{ cells: [label, ...(first?.cells ?? [])] }, ...rest];
  });
}

const GROUP_LABEL = 0.09;
const LABEL = 0.26;

/** All columns are as wide, unless labels stand in several: then those of groups are narrow, and the last one is wide. */
function widthsOf(stubs: number, columns: number): number[] {
  if (stubs === 1) return new Array<number>(1 + columns).fill(1 / (1 + columns));
  const labels = [...new Array<number>(stubs - 1).fill(GROUP_LABEL), LABEL];
  const rest = 1 - GROUP_LABEL * (stubs - 1) - LABEL;
  return [...labels, ...new Array<number>(columns).fill(rest / columns)];
}
