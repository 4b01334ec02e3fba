import type { PrintedCell, PrintedGroup, PrintedTable } from '../printed/types.ts';
import { margin, page, size } from './page.ts';
import { escapeXml } from './xml.ts';

/** A table with merged cells. The head of a table with one head is repeated on every page that it reaches. */
export function tableXml(table: PrintedTable): string {
  const widths = columnWidths(table.widths);
  const repeats = table.groups.length === 1;
  const rows = table.groups.flatMap(group =>
    gridOf(group, widths.length).map((cells, index) => {
      const isHead = index < group.head.length;
      const properties = `<w:trPr><w:cantSplit/>${isHead && repeats ? '<w:tblHeader/>' : ''}</w:trPr>`;
      // A head stays with the row below it.
      return `<w:tr>${properties}${rowXml(cells, widths, isHead ? '<w:keepNext/>' : '')}</w:tr>`;
    }),
  );
  const caption = escapeXml(table.caption);
  return (
    `<w:tbl><w:tblPr><w:tblStyle w:val="ReportTable"/><w:tblW w:w="${page.text}" w:type="dxa"/>` +
    `<w:tblLayout w:type="fixed"/>${caption === '' ? '' : `<w:tblCaption w:val="${caption}"/>`}</w:tblPr>` +
    `<w:tblGrid>${widths.map(width => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${rows.join('')}</w:tbl>`
  );
}

/** The shares of the page, none of its width lost in rounding. */
function columnWidths(shares: readonly number[]): number[] {
  let sum = 0;
  let before = 0;
  return shares.map(share => {
    sum += share;
    const edge = Math.round(sum * page.text);
    const width = edge - before;
    before = edge;
    return width;
  });
}

/** A cell at the column that it begins in, and whether it only goes on from the row above. */
interface PlacedCell {
  readonly cell: PrintedCell;
  readonly column: number;
  readonly goesOn: boolean;
}

/** Every row with all its cells: Word wants one also where a cell from further up reaches down. */
function gridOf({ head, body }: PrintedGroup, width: number): PlacedCell[][] {
  const open: { placed: PlacedCell; rows: number }[] = [];
  return [...head, ...body].map(row => {
    const placed: PlacedCell[] = [];
    const waiting = [...row.cells];
    let column = 0;
    while (column < width) {
      const above = open.find(one => one.rows > 0 && one.placed.column === column);
      const cell = above ? above.placed.cell : waiting.shift();
      if (!cell) break;
      if (above) above.rows--;
      const next = { cell, column, goesOn: above !== undefined };
      if (!above) open.push({ placed: next, rows: cell.rows - 1 });
      placed.push(next);
      column += cell.columns;
    }
    return placed;
  });
}

const rowXml = (cells: readonly PlacedCell[], widths: readonly number[], keep: string): string =>
  cells
    .map(({ cell, column, goesOn }) => {
      const width = widths.slice(column, column + cell.columns).reduce((sum, one) => sum + one, 0);
      const span = cell.columns > 1 ? `<w:gridSpan w:val="${cell.columns}"/>` : '';
      const merge = cell.rows === 1 ? '' : goesOn ? '<w:vMerge/>' : '<w:vMerge w:val="restart"/>';
      const words = goesOn || cell.text === '' ? '' : wordsXml(cell.text, cell.value === undefined ? Infinity : width);
      return (
        `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span}${merge}<w:vAlign w:val="center"/></w:tcPr>` +
        `<w:p><w:pPr><w:pStyle w:val="${styleOf(cell)}"/>${keep}</w:pPr>${words}</w:p></w:tc>`
      );
    })
    .join('');

/** The words of a cell. A number too long for its column is set smaller: broken in two lines it would be two numbers. */
function wordsXml(text: string, width: number): string {
  const room = width - 2 * margin;
  const fitting = Math.floor(room / (text.length * digit * 10));
  const small = fitting < size.five ? `<w:sz w:val="${fitting}"/><w:szCs w:val="${fitting}"/>` : '';
  return `<w:r><w:rPr><w:rFonts w:hint="eastAsia"/>${small}</w:rPr><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}

/** How wide a digit is as a share of its height, in the widest font that may stand in for another. */
const digit = 0.64;

/** Labels that stand beside several rows are set in their middle, as the form has them. */
const styleOf = ({ kind, rows }: PrintedCell): string =>
  kind === 'note' || (kind === 'label' && rows === 1) ? 'TableLabel' : 'TableValue';
