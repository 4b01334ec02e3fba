/** A text by its lines, as the editor has it. */
export interface Lines {
  readonly lineCount: number;
  lineAt(line: number): { readonly text: string };
}

/** Columns of one line: what a step selects, or, where both are the same, where it puts the cursor. */
export interface Step {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** A cell: the column of its bar, that of the next, and its content without white space. */
export interface RowCell {
  readonly bar: number;
  readonly stop: number;
  readonly start: number;
  readonly end: number;
}

const space = '[ \\t\\u00a0\\u3000]';
const rowStart = new RegExp(`^${space}*[|｜]`);
const cellPattern = /[|｜](?:[^|｜\\]|\\.?)*/gu;
const edges = new RegExp(`^${space}+|(?<!${space})${space}+$`, 'g');

/** Whether a line is a row of a table: its first character is a bar. */
export const isRow = (line: string): boolean => rowStart.test(line);

/**
 * The cells of a row, its label first. The grammar of the language says the same and more; here are only the bars,
 * so that a key is answered at once and not by the server: what is typed behind it must not overtake the cursor.
 */
export function cellsOf(line: string): readonly RowCell[] {
  if (!isRow(line)) return [];
  const cells = [...line.matchAll(cellPattern)].map(({ 0: cell, index: bar }): RowCell => {
    const words = cell.slice(1).replace(edges, '');
    const start = words === '' ? bar + cell.length : bar + cell.indexOf(words, 1);
    return { bar, stop: bar + cell.length, start, end: start + words.length };
  });
  const last = cells.at(-1);
  // A bar with nothing behind it closes the row and opens no cell.
  return cells.length > 1 && last && last.start === last.end ? cells.slice(0, -1) : cells;
}

/** The value after the one at a place: in the row, in the next row that has values, in the next table. */
export function nextValue(lines: Lines, line: number, column: number): Step | undefined {
  const here = valuesOf(lines, line).find(cell => cell.bar >= column);
  if (here) return valueStep(lines, line, here);
  for (let at = line + 1; at < lines.lineCount; at++) {
    const first = valuesOf(lines, at)[0];
    if (first) return valueStep(lines, at, first);
  }
  return undefined;
}

/** The value before the one at a place. */
export function previousValue(lines: Lines, line: number, column: number): Step | undefined {
  const here = valuesOf(lines, line).findLast(cell => cell.stop < column);
  if (here) return valueStep(lines, line, here);
  for (let at = line - 1; at >= 0; at--) {
    const last = valuesOf(lines, at).at(-1);
    if (last) return valueStep(lines, at, last);
  }
  return undefined;
}

/** Which cell of a row a column stands in, the label being 0; -1 before its first bar and behind its last. */
export const cellAt = (line: string, column: number): number =>
  cellsOf(line).findIndex(cell => cell.bar < column && column <= cell.stop);

/** The same column of the next row that has it; nothing in the last row of a table and outside the cells. */
export function sameColumnBelow(lines: Lines, line: number, column: number): Step | undefined {
  const index = cellAt(lines.lineAt(line).text, column);
  if (index < 0) return undefined;
  for (let at = line + 1; at < lines.lineCount && isRow(lines.lineAt(at).text); at++) {
    const cell = cellsOf(lines.lineAt(at).text)[index];
    // A label is seldom meant to be typed over: the cursor stands before it.
    if (cell) return index === 0 ? { line: at, start: cell.start, end: cell.start } : valueStep(lines, at, cell);
  }
  return undefined;
}

/** The cells of a row that hold values: none of a line that is no row, of a group's label, and of column heads. */
function valuesOf(lines: Lines, line: number): readonly RowCell[] {
  const { text } = lines.lineAt(line);
  const values = cellsOf(text).slice(1);
  const isFirst = line === 0 || !isRow(lines.lineAt(line - 1).text);
  return isFirst && areHeads(values.map(({ start, end }) => text.slice(start, end))) ? [] : values;
}

/** Column heads are words in every cell; a value may have a word behind it (3件), or one in its place (无). */
const areHeads = (values: readonly string[]): boolean =>
  values.some(value => value !== '') && values.every(value => value === '' || /\p{Script=Han}{2}/u.test(value));

/** The whole value; in a blank cell the place where a number of one digit stands. */
function valueStep(lines: Lines, line: number, { bar, stop, start, end }: RowCell): Step {
  if (start < end) return { line, start, end };
  const isClosed = stop < lines.lineAt(line).text.length;
  const at = isClosed && stop - bar > 2 ? stop - 1 : stop;
  return { line, start: at, end: at };
}
