import type { Span } from '../../text/index.ts';

/**
 * A report as it is printed: the pieces of its page from top to bottom, worded as the official form words them. Exports
 * and the preview only give it another look; what is printed is decided here, once.
 */
export interface PrintedReport {
  /** The title as plain text; empty where there is none. */
  readonly title: string;
  readonly pieces: readonly PrintedPiece[];
}

/** One piece of the page. */
export type PrintedPiece = PrintedText | PrintedTable;

/**
 * A line of words. `title`, `heading` (一、) and `subheading` (（一）) head what follows; `organ` and `date` are the
 * signature, set to the right below the text; `contact` is the note in brackets under them.
 */
export interface PrintedText {
  readonly kind: 'title' | 'heading' | 'subheading' | 'paragraph' | 'organ' | 'date' | 'contact';
  readonly runs: readonly PrintedRun[];
  readonly source: SourceSpan;
}

/** A run of words in one weight; `heading`: the title of a part whose prose runs on behind it in the same paragraph. */
export interface PrintedRun {
  readonly text: string;
  readonly weight: 'plain' | 'bold' | 'heading';
}

/** A table in the official layout, or, for rows that are of no form, as it is written. */
export interface PrintedTable {
  readonly kind: 'table';
  /** What the table is about, for those who cannot see it. */
  readonly caption: string;
  /** The ids of the tables of the form that are printed in it. */
  readonly tables: readonly string[];
  /** The articles of the regulation that head its groups; none where the form prints the table by itself. */
  readonly articles: readonly string[];
  /** How wide each column is, as a share of the whole; together 1. */
  readonly widths: readonly number[];
  /** Runs of rows that belong together: a head and its rows. Cells span rows of their own group only. */
  readonly groups: readonly PrintedGroup[];
  readonly source: SourceSpan;
}

/** A head and the rows below it. Several stand in one table where the form prints several articles in one. */
export interface PrintedGroup {
  readonly head: readonly PrintedRow[];
  readonly body: readonly PrintedRow[];
}

/** The cells that begin in one row, from left to right. A place that a cell from further up reaches into has none. */
export interface PrintedRow {
  readonly cells: readonly PrintedCell[];
}

/** A cell and the columns and rows that it spans. */
export interface PrintedCell {
  /** `head`: over columns; `label`: before values; `note`: a remark on the table; `value`: a number, or blank. */
  readonly kind: 'head' | 'label' | 'note' | 'value';
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
  /** The number of a value, computed where the report says `=`; absent where it is blank or none. */
  readonly value?: number;
  /** Where the number stands in the form: `applications.refused.secret.total`. */
  readonly address?: string;
  /** Where it is written: the whole room between its bars. Absent for what the form prints unasked. */
  readonly source?: SourceSpan;
}

/** A place in the text that something printed comes from. */
export interface SourceSpan extends Span {
  /** Counted from the first line of the text. */
  readonly line: number;
}
