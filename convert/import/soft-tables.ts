import { paragraph, rowOf, type Place, type SourceBlock, type SourceTable } from './source.ts';

/** A line of a text, and where it stood. */
export interface TextLine {
  readonly text: string;
  readonly place: Place;
}

/**
 * Lines as paragraphs and tables. A table shows by its tabs or bars; lines between such lines that are short belong
 * to it, since a cell's words may have been cut there.
 */
export function gatherTables(lines: readonly TextLine[], isHeading: (text: string) => boolean): SourceBlock[] {
  const blocks: SourceBlock[] = [];
  let at = 0;
  for (let line = lines[at]; line; line = lines[at]) {
    const mark = markOf(line.text);
    const end = mark === undefined ? at + 1 : endOfTable(lines, at, mark, isHeading);
    if (mark === undefined) blocks.push(paragraph(line.text, line.place));
    else blocks.push(...readTable(lines.slice(at, end), mark));
    at = end;
  }
  return blocks;
}

type Mark = 'tab' | 'bar';

/** What sets the cells of a line apart. */
const markOf = (text: string): Mark | undefined => (text.includes('\t') ? 'tab' : bars.test(text) ? 'bar' : undefined);

/** A bar at one end of the line, or two in it; one alone may stand in prose. */
const bars = /^\s*[|｜]|[|｜]\s*$|[|｜].*[|｜]/;

/** Words that stand on a line of their own inside a table are short. */
const LONGEST_PIECE = 40;

function endOfTable(
  lines: readonly TextLine[],
  start: number,
  mark: Mark,
  isHeading: (text: string) => boolean,
): number {
  let end = start + 1;
  for (let at = end; ; at++) {
    const text = lines[at]?.text;
    if (text === undefined) return end;
    if (markOf(text) === mark) end = at + 1;
    else if (text.trim() === '') {
      // Blank lines set rows apart; more than that sets tables apart.
      if (at - end >= 2) return end;
    } else if (markOf(text) !== undefined || isHeading(text) || text.trim().length > LONGEST_PIECE) return end;
    else if (at > end || /[。；]\s*$/.test(text)) return end;
    else end = at + 1;
  }
}

function readTable(lines: readonly TextLine[], mark: Mark): SourceBlock[] {
  const written = lines.filter(({ text }) => text.trim() !== '');
  if (written.length === 0) return [];
  if (mark === 'bar') return [readBars(lines)];
  const single = written.filter(({ text }) => /^[ \u3000]*\t[^\t]*$/.test(text)).length;
  return [single * 10 >= written.length * 7 ? readCellLines(lines) : readRows(written)];
}

/** A row a line. */
const readRows = (lines: readonly TextLine[]): SourceTable => ({
  kind: 'table',
  layout: 'loose',
  rows: lines.map(({ text, place }) => rowOf(text.split('\t'), place)),
});

/** A cell a line, led by a tab; a line without one goes on with the cell, and a blank line ends the row. */
function readCellLines(lines: readonly TextLine[]): SourceTable {
  const rows: { texts: string[]; place: Place }[] = [];
  let open: string[] | undefined;
  for (const { text, place } of lines) {
    if (/^[^\S\t]*$/.test(text)) open = undefined;
    else if (!open) rows.push({ texts: (open = [text.trim()]), place });
    else open.push(text.includes('\t') ? text.trim() : `${open.pop() ?? ''}${text.trim()}`);
  }
  const filled = rows.filter(({ texts }) => texts.some(text => text !== ''));
  // Without blank lines nothing tells the rows apart but their labels.
  const layout = filled.length === 1 && (filled[0]?.texts.length ?? 0) > MOST_CELLS ? 'flowing' : 'counted';
  return { kind: 'table', layout, rows: filled.map(({ texts, place }) => rowOf(texts, place)) };
}

/** More cells than the widest row of any form has. */
const MOST_CELLS = 16;

const delimiters = /^\s*(?:[|｜]\s*)?:?-{2,}:?\s*(?:[|｜]\s*:?-{2,}:?\s*)*(?:[|｜]\s*)?$/;

function readBars(lines: readonly TextLine[]): SourceTable {
  const isMarkdown = lines.some(({ text }) => delimiters.test(text));
  const rows = lines.flatMap(({ text, place }) => {
    if (delimiters.test(text)) return [];
    const cells = barCells(text, isMarkdown ? /(?<!\\)\|/ : /(?<!\\)[|｜]/);
    return cells.every(cell => cell === '') ? [] : [rowOf(cells, place)];
  });
  if (isMarkdown) return { kind: 'table', layout: 'laid', rows };
  const single = rows.filter(({ cells }) => cells.filter(({ text }) => text !== '').length === 1).length;
  const layout = single * 10 >= rows.length * 7 ? 'flowing' : 'loose';
  return { kind: 'table', layout, rows };
}

function barCells(text: string, bar: RegExp): string[] {
  const inside = text.replace(/^\s*[|｜]/, '');
  const cells = inside.split(bar).map(cell => cell.replace(/\\([|｜\\{}｛｝])/g, '$1').trim());
  // The bar that ends a row opens no cell.
  if (cells.at(-1) === '') cells.pop();
  return cells;
}
