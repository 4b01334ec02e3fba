import type { Span } from '../../text/index.ts';
import type { GridCell } from '../grid/grid.ts';

/** What a foreign file holds, in reading order, whatever notation it came in. */
export interface Source {
  readonly format: SourceFormat;
  readonly blocks: readonly SourceBlock[];
  /** What the reader saw and left out, by its own words: hidden text, page headers, navigation. */
  readonly left: readonly LeftOut[];
}

/** The notations that are read. */
export type SourceFormat = 'docx' | 'html' | 'markdown' | 'text' | 'json';

/** A piece of a foreign file. */
export type SourceBlock = SourceParagraph | SourceTable;

/** A run of words on a line of their own. */
export interface SourceParagraph {
  readonly kind: 'paragraph';
  readonly text: string;
  /** Where the words are bold. */
  readonly bold: readonly Span[];
  /** The level of a heading, 0 for what the file does not call one. */
  readonly level: number;
  readonly place: Place;
}

/**
 * A table, and how far the place of a cell in its row can be trusted. `laid`: cells stand in columns. `counted`: every
 * cell of a row is there, blank ones too, but those that were spanned may be missing. `loose`: cells follow each other,
 * and blank ones may be there or not. `flowing`: only the order of the cells is left.
 */
export interface SourceTable {
  readonly kind: 'table';
  readonly layout: 'laid' | 'counted' | 'loose' | 'flowing';
  readonly rows: readonly SourceRow[];
}

/** A row of a table. */
export interface SourceRow {
  readonly cells: readonly SourceCell[];
  readonly place: Place;
}

/** A cell, which stands in the row that it begins in, however many it reaches down to. */
export type SourceCell = Pick<GridCell, 'text' | 'column' | 'columns'>;

/** Where something stood in the file, as a person would look for it. */
export interface Place {
  readonly line?: number;
  readonly paragraph?: number;
  readonly table?: number;
  readonly row?: number;
}

/** Words that are no part of the report, and what they seem to be. */
export interface LeftOut {
  readonly text: string;
  readonly place: Place;
  readonly as: 'hidden' | 'outside' | 'page' | 'comment' | 'picture';
}

/** A paragraph without bold words. */
export const paragraph = (text: string, place: Place, level = 0): SourceParagraph => ({
  kind: 'paragraph',
  text,
  bold: [],
  level,
  place,
});

/** A row with a cell in each column. */
export const rowOf = (texts: readonly string[], place: Place): SourceRow => ({
  cells: texts.map((text, column) => ({ text, column, columns: 1 })),
  place,
});

/** The same words from one column to another, with what was bold of them. */
export function slice(source: SourceParagraph, start: number, end = source.text.length): SourceParagraph {
  const words = source.text.slice(start, end).trimEnd();
  const text = words.trimStart();
  const from = start + words.length - text.length;
  const bold = source.bold.flatMap(span => {
    const cut = { start: Math.max(0, span.start - from), end: Math.min(text.length, span.end - from) };
    return cut.end > cut.start ? [cut] : [];
  });
  return { ...source, text, bold };
}
