import { allRows, isGroup, type TableForm } from '../../forms/index.ts';
import { matchColumn, matchExactly, matchNearly, type RowMatch } from '../../model/index.ts';
import { fold } from '../../text/index.ts';
import { isValue } from './cut-grid.ts';
import { spread, type Grid, type GridCell } from './grid.ts';

/** A table written elsewhere, read against one of the form: which row and column each of its values belongs to. */
export interface GridReading {
  readonly rows: readonly GridRow[];
  /** How many rows and columns of the form are named, guesses not counted; none where no row is. */
  readonly known: number;
}

/** A row of values; column heads are left out. */
export interface GridRow {
  /** The row of the form that its label means for sure. */
  readonly key?: string;
  /** The label of the row that is meant perhaps. */
  readonly guess?: string;
  /** What stands before the values. Without it the row can only be meant by its place. */
  readonly label: string;
  readonly values: readonly GridValue[];
}

/** A value as written; it may be blank. */
export interface GridValue {
  readonly text: string;
  /** The place of its column in the form, or one past the last; undefined where there are heads and none stands over it. */
  readonly column: number | undefined;
}

/**
 * Reads a grid against a table. Rows are known by their labels, columns by their heads. Without heads the columns are
 * those of the form, from the first where the grid has all of them, else from the column `from`.
 */
export function readGrid(grid: Grid, form: TableForm, from = 0): GridReading {
  const rows = withoutCaptions(grid.rows, form);
  const valued = rows.findIndex(cells => cells.some(isValue));
  const heads = rows.slice(0, valued < 0 ? rows.length : valued).map(cells => headsOf(cells, form));
  const below = heads.findLastIndex(row => row.length > 0) + 1;
  const labels = labelsOf(rows, new Set(heads.flat().map(({ cell }) => cell)), form);
  const columns = columnsUnder(heads.flat(), form);
  const sureHeads = heads.map(row => row.filter(({ isSure }) => isSure).map(({ column }) => column));
  const isAcross = sureHeads.some(row => new Set(row).size < row.length);
  const read = isAcross ? rowsAcross : rowsDown;
  const named = new Set([...labels.values()].filter(isCertain).map(({ row }) => row.key)).size;
  return {
    rows: read({ rows, form, places: spread({ rows }), below, labels, columns, from }),
    known: named > 0 ? named + new Set(columns.values()).size : 0,
  };
}

interface Reading {
  readonly rows: Grid['rows'];
  readonly form: TableForm;
  readonly places: ReturnType<typeof spread>;
  /** The first row below the heads. */
  readonly below: number;
  readonly labels: ReadonlyMap<GridCell, RowMatch>;
  /** The column of the form that each place stands under. */
  readonly columns: ReadonlyMap<number, number>;
  readonly from: number;
}

function rowsDown(reading: Reading): GridRow[] {
  const { rows, places, below, labels, columns, from } = reading;
  const start = startOfValues(reading);
  const first = start.isFirst ? 0 : from;
  return rows.slice(below).map((cells, index): GridRow => {
    const label = cells.find(cell => isValueRow(labels.get(cell)));
    const words = cells.filter(({ column, text }) => column < start.column && text !== '').map(({ text }) => text);
    const beside = new Set((places[below + index] ?? []).slice(start.column).filter(cell => cell !== undefined));
    const values = [...beside].flatMap((cell, rank): GridValue[] => {
      // A cell that reaches down from a row above is that row's.
      if (!cells.includes(cell)) return [];
      return [{ text: cell.text, column: columns.size > 0 ? columnOf(cell, columns) : first + rank }];
    });
    // Where the columns of a text have drifted, values stand among the labels of other rows.
    const drifted = cells
      .filter(cell => label && cell.column > label.column && cell.column < start.column)
      .filter(isValue);
    return {
      ...meantBy(label && labels.get(label)),
      label: label?.text ?? words.join(' '),
      values: [...drifted.map(({ text }) => ({ text, column: undefined })), ...values],
    };
  });
}

/** The rows of a table that the form prints across: their labels stand over the heads, their values in one line. */
function rowsAcross({ rows, places, below, labels, columns }: Reading): GridRow[] {
  const above = places.slice(0, below).reverse();
  const found = new Map<GridCell | undefined, GridValue[]>();
  for (const cell of rows.slice(below).flat()) {
    if (cell.text === '') continue;
    // The lowest label over a value; where merged cells were lost, it stands over the first of its columns.
    const label = above
      .map(row => row.slice(0, cell.column + 1).findLast(one => one !== undefined && labels.has(one)))
      .find(one => one && isValueRow(labels.get(one)));
    const value = { text: cell.text, column: columnOf(cell, columns) };
    found.set(label, [...(found.get(label) ?? []), value]);
  }
  return [...found].map(([label, values]) => ({
    ...meantBy(label && labels.get(label)),
    label: label?.text ?? '',
    values,
  }));
}

/** The row that a label names, or perhaps means. */
function meantBy(match: RowMatch | undefined): Pick<GridRow, 'key' | 'guess'> {
  if (!match) return {};
  return match.certainty === 'near' ? { guess: match.label } : { key: match.row.key };
}

/** A cell that is the head of a column. */
interface Head {
  readonly cell: GridCell;
  readonly column: number;
  readonly isSure: boolean;
}

/** The column of the form under each place. A head that is a guess counts where all columns are there, each once. */
function columnsUnder(heads: readonly Head[], form: TableForm): Map<number, number> {
  const isComplete = new Set(heads.map(({ column }) => column)).size === form.columns.length;
  const counted = heads.filter(({ isSure }) => isSure || (isComplete && heads.length === form.columns.length));
  return new Map(counted.flatMap(({ cell, column }) => placesOf(cell).map(place => [place, column])));
}

/** The rows without the words that the form prints over its heads: they are neither heads nor values. */
function withoutCaptions(rows: Grid['rows'], { stub, article, note, columns }: TableForm): Grid['rows'] {
  const captions = new Set([stub, article ?? '', note ?? '', ...columns.map(({ group }) => group ?? '')].map(fold));
  return rows.map(cells => cells.map(cell => (captions.has(fold(cell.text)) ? { ...cell, text: '' } : cell)));
}

/**
 * The heads in a row; none in one that holds mostly other words. A guess alone makes no heads: （七）总计 over blank
 * values is like 总计.
 */
function headsOf(cells: readonly GridCell[], form: TableForm): readonly Head[] {
  const written = cells.filter(({ text }) => text !== '');
  const named = written.flatMap(cell => {
    const { column, certainty } = matchColumn(form, cell.text);
    return column === undefined ? [] : [{ cell, column, isSure: certainty !== 'near' }];
  });
  const areHeads = named.some(({ isSure }) => isSure) && named.length * 2 >= written.length;
  return areHeads ? named : [];
}

/** The rows that labels name: the sure ones first, so that a guess never takes a row that another label names. */
function labelsOf(rows: Grid['rows'], heads: ReadonlySet<GridCell>, form: TableForm): Map<GridCell, RowMatch> {
  const found = new Map<GridCell, RowMatch>();
  const taken = new Set<string>();
  for (const match of [matchExactly, matchNearly]) {
    let group: string | undefined;
    for (const cells of rows) {
      let isLabelled = false;
      for (const cell of cells) {
        // Behind the values stand remarks; before the label there may be a number of its own.
        if (isLabelled && isValue(cell)) break;
        if (cell.text === '' || isValue(cell) || heads.has(cell)) continue;
        const row = found.get(cell) ?? match(form, cell.text, { group, taken });
        if (!row) continue;
        isLabelled = true;
        found.set(cell, row);
        taken.add(row.row.key);
        group = isGroup(row.row) ? row.row.key : allRows(form)[row.place]?.groups.at(-1)?.key;
      }
    }
  }
  return found;
}

/** Where the values begin, and whether that is the form's first column, whatever column was asked for. */
function startOfValues({ rows, form, places, below, labels }: Reading): { column: number; isFirst: boolean } {
  const body = places.slice(below);
  const width = Math.max(0, ...body.map(row => row.length));
  const columns = [...Array(width).keys()];
  const isBlank = (column: number): boolean => body.every(row => (row[column]?.text ?? '') === '');
  const ends = rows.slice(below).flatMap(cells => cells.filter(cell => isCertain(labels.get(cell))).map(endOf));
  if (ends.length === 0) {
    // Words that name no row of the form are labels all the same, if they stand before all values.
    const valued = columns.find(column => body.some(row => row[column] && isValue(row[column])));
    return { column: columns.slice(0, valued).findLastIndex(column => !isBlank(column)) + 1, isFirst: false };
  }
  const behind = Math.max(...ends);
  const spare = width - form.columns.length;
  // Text knows no merged cells: behind a label that spans columns stand blank cells, which are no values.
  if (spare >= behind && columns.slice(behind, spare).every(isBlank)) return { column: spare, isFirst: true };
  return { column: columns.slice(behind).find(column => !isBlank(column)) ?? behind, isFirst: spare > behind };
}

/** The column of a value: that of the one head which stands over it. */
function columnOf(cell: GridCell, columns: ReadonlyMap<number, number>): number | undefined {
  const over = new Set(placesOf(cell).flatMap(place => columns.get(place) ?? []));
  return over.size === 1 ? [...over][0] : undefined;
}

const placesOf = ({ column, columns }: GridCell): number[] => Array.from({ length: columns }, (_, i) => column + i);

const endOf = ({ column, columns }: GridCell): number => column + columns;

const isCertain = (match: RowMatch | undefined): boolean => match !== undefined && match.certainty !== 'near';

const isValueRow = (match: RowMatch | undefined): boolean => match !== undefined && !isGroup(match.row);
