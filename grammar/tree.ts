import type { LineEnding, Span } from '../text/index.ts';

/**
 * The syntax tree: the lines of a text, each with its pieces. What a line is shows at its beginning, whatever stands
 * above it, so a line's tree knows only columns of its own line and never moves when lines come or go above it. Which
 * lines belong together (sections, tables) is the model's reading.
 */
export interface SyntaxTree {
  readonly lines: readonly Line[];
}

/** One line of a text. */
export type Line = BlankLine | CommentLine | RowLine | SectionLine | PartLine | ArticleLine | ProseLine;

interface LineBase {
  /** The line without its ending. */
  readonly text: string;
  readonly ending: LineEnding;
}

/** Nothing, or white space. */
export interface BlankLine extends LineBase {
  readonly kind: 'blank';
}

/** `// …`: an internal note, never exported. */
export interface CommentLine extends LineBase {
  readonly kind: 'comment';
  /** The text behind the mark. */
  readonly body: Span;
  readonly silence?: Silence;
}

/** `忽略：rule-id 原因`: findings that the writer has looked at and accepts. */
export interface Silence {
  readonly scope: 'next-line' | 'file';
  readonly rules: readonly Name[];
  readonly reason?: Span;
}

/** A word with its place in the line. */
export interface Name extends Span {
  readonly text: string;
}

/** `| label | value | … |` */
export interface RowLine extends LineBase {
  readonly kind: 'row';
  /** The label. */
  readonly label: Cell;
  /** The cells behind the label. */
  readonly cells: readonly Cell[];
  /** The last bar, with nothing but white space behind it; absent while the row is being typed. */
  readonly end?: Span;
}

/** What a cell holds, as far as that shows without knowing the form. */
export type CellKind = 'blank' | 'integer' | 'computed' | 'text';

/** A cell: a bar, and everything up to the next bar. The span is that of its content, without white space. */
export interface Cell extends Span {
  readonly kind: CellKind;
  /** The column of the bar that opens the cell. */
  readonly bar: number;
  /** Where the next bar stands or would stand. */
  readonly stop: number;
  /** The number of a cell of kind `integer`. */
  readonly value: number;
}

/** `一、总体情况` */
export interface SectionLine extends LineBase {
  readonly kind: 'section';
  readonly ordinal: Span;
  readonly title: Span;
}

/** `（一）主动公开`, and prose that runs in behind `。` or `：`. */
export interface PartLine extends LineBase {
  readonly kind: 'part';
  readonly ordinal: Span;
  readonly title: Span;
  readonly spans: readonly ProseSpan[];
}

/** `第二十条第（一）项` */
export interface ArticleLine extends LineBase {
  readonly kind: 'article';
  readonly title: Span;
}

/** Everything else: one paragraph. */
export interface ProseLine extends LineBase {
  readonly kind: 'prose';
  /** What the line begins with, where that could mean more than prose; the model decides. */
  readonly lead?: Lead;
  /** The words, indentation and lead left out. */
  readonly spans: readonly ProseSpan[];
}

/** `# ` before a title; `机关：`, a field at its place; `4、`, a heading's ordinal written in another way. */
export interface Lead extends Span {
  readonly kind: 'hash' | 'field' | 'number';
}

/** A run of prose. */
export type ProseSpan = TextSpan | Quote;

/** Words, an escaped character (`\{`), the mark `**` that begins or ends bold, or a brace that nothing closes. */
export interface TextSpan extends Span {
  readonly kind: 'text' | 'escape' | 'bold' | 'open-quote';
}

/** `{本年新收.自然人}`: cells quoted in prose, added or subtracted. */
export interface Quote extends Span {
  readonly kind: 'quote';
  readonly terms: readonly QuoteTerm[];
  /** Where the inside ceases to make sense. */
  readonly broken?: Span;
}

/** One quoted cell: one or two names, with the sign it counts with. */
export interface QuoteTerm extends Span {
  readonly sign: 1 | -1;
  readonly names: readonly Name[];
}
