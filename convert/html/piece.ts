import type { PrintedCell, PrintedPiece, PrintedRow, PrintedTable, PrintedText } from '../printed/types.ts';
import { escapeHtml } from './escape.ts';

/** The elements that a report is made of in HTML, by what is printed in them. */
export type HtmlPart = PrintedText['kind'] | PrintedCell['kind'] | 'table' | 'caption' | 'lead';

/** What is added to the bare elements: markup that must be safe as it is. */
export interface HtmlLook {
  /** Attributes of an element, each with a space before it. */
  readonly attributes: (part: HtmlPart, printed: PrintedPiece | PrintedCell) => string;
  /** What stands in an element behind its words. */
  readonly behind: (printed: PrintedPiece | PrintedCell) => string;
}

/** A piece of the page as one element. Every character of the report in it is escaped. */
export const pieceHtml = (piece: PrintedPiece, look: HtmlLook): string =>
  piece.kind === 'table' ? tableHtml(piece, look) : textHtml(piece, look);

const tags: Readonly<Record<PrintedText['kind'], string>> = {
  title: 'h1',
  heading: 'h2',
  subheading: 'h3',
  paragraph: 'p',
  organ: 'p',
  date: 'p',
  contact: 'p',
};

function textHtml(piece: PrintedText, look: HtmlLook): string {
  const { kind } = piece;
  const runs = piece.runs.map(({ text, weight }) => {
    const words = escapeHtml(text);
    if (weight === 'plain') return words;
    return weight === 'bold' ? `<strong>${words}</strong>` : `<b${look.attributes('lead', piece)}>${words}</b>`;
  });
  const tag = tags[kind];
  const name = tag === 'p' && kind !== 'paragraph' ? ` class="${kind}"` : '';
  return `<${tag}${name}${look.attributes(kind, piece)}>${runs.join('')}${look.behind(piece)}</${tag}>`;
}

function tableHtml(table: PrintedTable, look: HtmlLook): string {
  const caption =
    table.caption === '' ? '' : `<caption${look.attributes('caption', table)}>${escapeHtml(table.caption)}</caption>\n`;
  const columns = table.widths.map(width => `<col width="${Number((width * 100).toFixed(2))}%">`).join('');
  const groups = table.groups.map(({ head, body }) =>
    // Only one head is allowed in a table: where several articles are printed in one, each is a body with its own.
    table.groups.length === 1
      ? rowsHtml('thead', head, look) + rowsHtml('tbody', body, look)
      : rowsHtml('tbody', [...head, ...body], look),
  );
  const inside = `${caption}<colgroup>${columns}</colgroup>\n${groups.join('')}`;
  return `<table${look.attributes('table', table)}>\n${inside}</table>${look.behind(table)}`;
}

const rowsHtml = (tag: string, rows: readonly PrintedRow[], look: HtmlLook): string =>
  rows.length === 0
    ? ''
    : `<${tag}>\n${rows.map(row => `<tr>${row.cells.map(cell => cellHtml(cell, look)).join('')}</tr>\n`).join('')}</${tag}>\n`;

/**
 * A cell. The scope is that of the columns or rows that the cell spans, which is what `col` and `row` mean of a cell
 * with spans; `colgroup` and `rowgroup` would reach to the end of the table.
 */
function cellHtml(cell: PrintedCell, look: HtmlLook): string {
  const tag = cell.kind === 'head' || cell.kind === 'label' ? 'th' : 'td';
  const attributes = [
    cell.kind === 'head' ? ' scope="col"' : '',
    cell.kind === 'label' ? ' scope="row"' : '',
    cell.kind === 'note' ? ' class="note"' : '',
    cell.columns > 1 ? ` colspan="${cell.columns}"` : '',
    cell.rows > 1 ? ` rowspan="${cell.rows}"` : '',
    look.attributes(cell.kind, cell),
  ];
  return `<${tag}${attributes.join('')}>${escapeHtml(cell.text)}${look.behind(cell)}</${tag}>`;
}
