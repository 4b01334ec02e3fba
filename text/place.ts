/** A place in a text: zero-based line, and UTF-16 code units from the line's beginning. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** From `start` up to, not including, `end`. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Columns of one line, from `start` up to, not including, `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Negative, zero or positive as `a` stands before, at or after `b`. */
export const comparePositions = (a: Position, b: Position): number => a.line - b.line || a.character - b.character;

/** The order in which findings and edits are listed: by beginning, then by end. */
export const compareRanges = (a: Range, b: Range): number =>
  comparePositions(a.start, b.start) || comparePositions(a.end, b.end);

/** A span of one line as a range of the text. */
export const rangeOf = (line: number, span: Span): Range => ({
  start: { line, character: span.start },
  end: { line, character: span.end },
});

/** The same range so many lines further down. */
export const moveRange = (range: Range, lines: number): Range =>
  lines === 0
    ? range
    : {
        start: { line: range.start.line + lines, character: range.start.character },
        end: { line: range.end.line + lines, character: range.end.character },
      };

/** Whether the position lies in the range or at one of its ends. */
export const touches = (range: Range, position: Position): boolean =>
  comparePositions(range.start, position) <= 0 && comparePositions(position, range.end) <= 0;
