import { layGrid, type Grid } from './grid.ts';

/**
 * The table that a spreadsheet puts on the clipboard as text: a row a line, a tab between cells, and a cell that holds
 * a line break, a tab or a quotation mark written in quotation marks. Nothing where there is neither a tab nor a
 * column of numbers.
 */
export function readTextTable(text: string): Grid | undefined {
  if (!text.includes('\t') && !columnOfNumbers.test(text)) return undefined;
  const rows: string[][] = [[]];
  let at = 0;
  while (at < text.length) {
    const row = rows.at(-1) ?? [];
    const quoted = text[at] === '"' ? readQuoted(text, at) : undefined;
    const end = quoted?.end ?? endOfCell(text, at);
    row.push(tidied(quoted?.text ?? text.slice(at, end)));
    if (text[end] === '\t') {
      at = end + 1;
      // A tab that ends the text, or its line, has an empty cell behind it.
      if (at === text.length || isBreak(text[at])) row.push('');
      else continue;
    } else at = end;
    at += text.startsWith('\r\n', at) ? 2 : 1;
    if (at < text.length) rows.push([]);
  }
  return layGrid(rows.map(cells => cells.map(one => ({ text: one }))));
}

/** At least two lines, of which each holds a number, or what stands for none. */
const columnOfNumbers = /^(?:[ \u3000]*[-−—/=＝\d０-９][-−—/\d０-９,，.．]*[ \u3000]*(?:\r?\n|$)){2,}$/;

/** A cell's words on one line: what was wrapped in the other program is joined. */
export const tidied = (text: string): string => text.replace(/[\s\u200b\ufeff]+/g, ' ').trim();

/** A cell in quotation marks, up to the mark that ends it; nothing where a mark merely stands at its beginning. */
function readQuoted(text: string, at: number): { text: string; end: number } | undefined {
  let inside = '';
  for (let from = at + 1; ;) {
    const mark = text.indexOf('"', from);
    if (mark < 0) return undefined;
    inside += text.slice(from, mark);
    if (text[mark + 1] !== '"') {
      const end = mark + 1;
      return end === text.length || text[end] === '\t' || isBreak(text[end]) ? { text: inside, end } : undefined;
    }
    inside += '"';
    from = mark + 2;
  }
}

function endOfCell(text: string, at: number): number {
  const found = text.slice(at).search(/[\t\r\n]/);
  return found < 0 ? text.length : at + found;
}

const isBreak = (character: string | undefined): boolean => character === '\n' || character === '\r';
