/** A cell of a table that was written elsewhere, where it begins. */
export interface GridCell {
  readonly text: string;
  /** Its place from the left, once the spans of the cells before it and above it are laid out. */
  readonly column: number;
  /** How many columns and rows it spans. */
  readonly columns: number;
  readonly rows: number;
}

/** A table that was written elsewhere: a web page, a spreadsheet, a text document. A cell stands only in its first row. */
export interface Grid {
  readonly rows: readonly (readonly GridCell[])[];
}

/** A cell before it has a place. As in HTML, a span of 0 rows means all that are left, and one of 0 columns means one. */
export interface LooseCell {
  readonly text: string;
  readonly columns?: number;
  readonly rows?: number;
}

/** A table with more places than any that people write: spans make a huge one of a few characters. */
export class GridTooLargeError extends Error {
  override readonly name = 'GridTooLargeError';
}

/** Official tables have sixteen columns and thirty rows; a whole sheet of a spreadsheet may be copied by mistake. */
const MOST_PLACES = 1_000_000;
const WIDEST = 1000;

/** Gives every cell its column: the first that is not taken by a cell which reaches down from above. */
export function layGrid(loose: readonly (readonly LooseCell[])[]): Grid {
  // For each column, the first row that is free again.
  const free: number[] = [];
  const rows = loose.map((cells, row) => {
    let column = 0;
    return cells.flatMap((cell): GridCell[] => {
      while ((free[column] ?? 0) > row) column++;
      const columns = Math.min(cell.columns ?? 1, WIDEST) || 1;
      const down = Math.min(cell.rows ?? 1, loose.length - row) || loose.length - row;
      if ((column + columns) * loose.length > MOST_PLACES) throw new GridTooLargeError(`${loose.length} rows`);
      const placed = { text: cell.text, column, columns, rows: down };
      for (let i = 0; i < columns; i++) free[column + i] = row + down;
      column += columns;
      return [placed];
    });
  });
  return { rows };
}

/**
 * The cell at each place of each row: a cell that spans several places stands at all of them. A place that no cell
 * covers is undefined.
 */
export function spread({ rows }: Grid): readonly (readonly (GridCell | undefined)[])[] {
  const places: (GridCell | undefined)[][] = rows.map(() => []);
  rows.forEach((cells, row) => {
    for (const cell of cells) {
      for (const line of places.slice(row, row + cell.rows)) {
        while (line.length < cell.column) line.push(undefined);
        for (let right = 0; right < cell.columns; right++) line[cell.column + right] = cell;
      }
    }
  });
  return places;
}
