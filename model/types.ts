import type { Form, PartForm, RowForm, SectionForm, TableForm } from '../forms/index.ts';
import type { Line, RowLine, SyntaxTree } from '../grammar/index.ts';
import type { Span } from '../text/index.ts';
import type { ValueReading } from './values.ts';

/** A report read against an edition of the form. */
export interface Report {
  readonly tree: SyntaxTree;
  /** All editions known. */
  readonly forms: readonly Form[];
  /** The edition that the year, or `格式`, asks for. */
  readonly form: Form;
  readonly head: Head;
  /** The head and each section: what stands between two section headings. */
  readonly blocks: readonly Block[];
  /** The line at which each block begins. */
  readonly starts: readonly number[];
  /** The same object as long as no block has another shape. */
  readonly shape: object;
}

/** What the lines above the first section say of the report as a whole. */
export interface Head {
  readonly title?: Title;
  readonly fields: readonly Field[];
  /** Lines that read like one more title. */
  readonly furtherTitles: readonly number[];
  /** The organ and the year, from the title or else from their fields. */
  readonly organ?: string;
  readonly year?: number;
  /** The value of `格式`, known or not. */
  readonly edition?: string;
}

/** The report's title, with what was read from it. */
export interface Title {
  readonly line: number;
  readonly span: Span;
  readonly organ?: Span & { readonly text: string };
  readonly year?: Span & { readonly value: number };
  /** Whether it says what a title says: an organ, a year with 年, and that this is a report on disclosure. */
  readonly faults: readonly TitleFault[];
}

/** What a title lacks. */
export type TitleFault = 'no-organ' | 'no-year' | 'year-mark' | 'wording';

/** A line of the head: `机关：示范市人民政府`. */
export interface Field {
  readonly line: number;
  /** The field's key where its name is known. */
  readonly key?: string;
  readonly name: Span & { readonly text: string };
  readonly value: Span & { readonly text: string };
}

/**
 * The head, or one section. It knows only lines of its own, counted from its first, so that it stays as it is when
 * lines come or go above it.
 */
export interface Block {
  readonly lines: readonly Line[];
  /** Absent for the head. */
  readonly heading?: Heading;
  readonly parts: readonly Part[];
  readonly tables: readonly Table[];
  /** First lines of runs of rows that belong to no table of any edition. */
  readonly strays: readonly number[];
  /**
   * The same object as that of the block before an edit which changed nothing but whole numbers in its rows: whatever
   * does not follow from those is kept by it.
   */
  readonly shape: object;
}

/** A section's heading. */
export interface Heading {
  readonly ordinal: Span & { readonly value?: number };
  readonly title: Span & { readonly text: string };
  /** How the ordinal and its mark are written: `四、`, or otherwise (`4、`, `四.`). */
  readonly canonical: boolean;
  readonly match?: SectionMatch;
}

/** The official section that a heading means. */
export interface SectionMatch {
  readonly section: SectionForm;
  /** Its place in the form, from 1. */
  readonly ordinal: number;
  readonly certainty: Certainty | 'legal';
}

/**
 * How surely a label was recognised. `exact`: an official or accepted wording, widths and spaces apart; `known`: a
 * wording that is known to be wrong; `words`: the right words with another ordinal, punctuation or quotation marks;
 * `near`: the nearest by far.
 */
export type Certainty = 'exact' | 'known' | 'words' | 'near';

/** A part of a section: `（一）主动公开`. */
export interface Part {
  readonly line: number;
  readonly title: Span & { readonly text: string };
  readonly ordinal?: number;
  readonly form?: PartForm;
}

/** A table of the report. */
export interface Table {
  readonly form: TableForm;
  /** The edition that the table is written in, and the section it belongs to there. */
  readonly edition: Form;
  readonly section: SectionForm;
  /** Whether it stands in the section that it belongs to. */
  readonly home: boolean;
  readonly article?: { readonly line: number; readonly span: Span; readonly official: boolean };
  readonly header?: Header;
  readonly rows: readonly Row[];
  /** The rows of the form that are there, by key; of two, the first. */
  readonly byKey: ReadonlyMap<string, Row>;
  readonly sums: SumReading;
}

/** The row of column heads. */
export interface Header {
  readonly line: number;
  readonly row: RowLine;
  /** For each cell behind the stub the column that it heads, where it can be told. */
  readonly columns: readonly HeaderCell[];
  readonly stub: Certainty | undefined;
}

/** A column head: which column it means, and how surely. */
export interface HeaderCell {
  readonly column: number | undefined;
  readonly certainty: Certainty | undefined;
}

/** A row of a table. */
export interface Row {
  readonly line: number;
  readonly row: RowLine;
  readonly match?: RowMatch;
  /** Whether an earlier row of the table means the same. */
  readonly duplicate: boolean;
  /**
   * Whether it has as many cells as the table columns. Where it has not, it cannot be known which are missing, and
   * the row enters no sum.
   */
  readonly aligned: boolean;
  /** The column of each cell: its own place, unless the header names the columns in another order. */
  readonly order: readonly number[];
  /** The number in each column as written; NaN where there is none, or where it cannot be known. */
  readonly values: readonly number[];
  /** The cells that are neither blank nor a plain number nor `=`, with what they were read as. */
  readonly readings: readonly { readonly index: number; readonly reading: ValueReading }[];
}

/** The row of the form that a label means. */
export interface RowMatch {
  readonly row: RowForm;
  /** Its place among all rows of the form, groups included. */
  readonly place: number;
  readonly certainty: Certainty;
  /** The label as it should be written: the official one, or the short one where that is nearer. */
  readonly label: string;
}

/** A table's 勾稽关系 read on its numbers. */
export interface SumReading {
  /** How many hold, of how many that could be told. */
  readonly holding: number;
  readonly known: number;
  /** Those that fail. */
  readonly failed: readonly FailedSum[];
  /** The numbers by place (row of values × column), computed cells included; NaN where unknown. */
  readonly grid: readonly number[];
  /** Places with `=`. */
  readonly computed: readonly number[];
  /** Places with `=` that no sum computes, or whose computing comes round to itself. */
  readonly uncomputable: readonly { readonly place: number; readonly cycle: boolean }[];
}

/** A sum that does not hold: `left` ≠ `right`, or a known part that is already more than the whole. */
export interface FailedSum {
  readonly equation: Equation;
  readonly left: number;
  readonly right: number;
  /** Some addends are blank, but what is there contradicts already. */
  readonly partial: boolean;
}

/** One sum on one row or column, compiled to places in the grid. */
export interface Equation {
  readonly rule: string;
  readonly left: readonly number[];
  readonly right: readonly number[];
  /** The place that `=` computes by this sum, if any: it stands alone on its side, or moves there. */
  readonly computes: number | undefined;
  /** The place that a failure is shown at. */
  readonly shown: number;
}
