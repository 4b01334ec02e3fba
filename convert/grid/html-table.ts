import { layGrid, type Grid, type LooseCell } from './grid.ts';
import { attribute, isElement, nodesOf, readHtmlTree, wordsIn, type HtmlElement } from './html-tree.ts';
import { tidied } from './text-table.ts';

/**
 * The tables of a page, or of what a browser, a spreadsheet or a text document puts on the clipboard as one. A table
 * that holds others lays out the page and is none.
 */
export function readHtmlTables(html: string): Grid[] {
  if (!/<table/i.test(html)) return [];
  const tables = [...nodesOf(readHtmlTree(html), () => true)].filter(node => isElement(node, 'table'));
  const holding = new Set(tables.flatMap(table => tablesAround(table)));
  const grids = tables.filter(table => !holding.has(table)).map(gridOf);
  return grids.filter(({ rows }) => rows.some(cells => cells.length > 0));
}

/** The cells of one table. */
export function gridOf(table: HtmlElement): Grid {
  const rows: LooseCell[][] = [];
  for (const node of nodesOf(table, element => !isElement(element, 'table', 'td', 'th') && !isHidden(element))) {
    if (!isElement(node)) continue;
    if (node.tagName === 'tr' && !isHidden(node)) rows.push([]);
    if (node.tagName === 'td' || node.tagName === 'th') rows.at(-1)?.push(looseCell(node));
  }
  return layGrid(rows);
}

function looseCell(cell: HtmlElement): LooseCell {
  const columns = spanIn(cell, 'colspan');
  const rows = spanIn(cell, 'rowspan');
  return {
    text: tidied(wordsIn(cell)),
    ...(columns !== undefined && { columns }),
    ...(rows !== undefined && { rows }),
  };
}

function spanIn(cell: HtmlElement, name: string): number | undefined {
  const digits = /^\s*(\d{1,4})/.exec(attribute(cell, name) ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** A row that a spreadsheet filtered out is copied along, but the writer does not see it. */
const isHidden = (element: HtmlElement): boolean =>
  /(?:^|;)\s*display\s*:\s*none/i.test(attribute(element, 'style') ?? '');

function tablesAround(table: HtmlElement): HtmlElement[] {
  const around: HtmlElement[] = [];
  for (let parent = table.parentNode; parent && 'parentNode' in parent; parent = parent.parentNode) {
    if (isElement(parent, 'table')) around.push(parent);
  }
  return around;
}
