import type { PrintedCell, PrintedPiece, PrintedReport, PrintedTable } from '../../convert/index.ts';
import { pick, type Random } from './random.ts';

/**
 * The ways in which reports arrive as text, each made from the official print. `holds`: whether the layout still shows
 * for every value where it belongs.
 */
export interface Layout {
  readonly name: string;
  readonly holds: boolean;
  readonly write: (report: PrintedReport, random: Random) => string;
}

/** One generator for each layout that real reports were met in. */
export const layouts: readonly Layout[] = [
  { name: 'a cell a line, led by a tab', holds: true, write: inPieces(cellLines) },
  { name: 'rows with tabs whose columns drift', holds: true, write: inPieces(driftingRows) },
  { name: 'rows with tabs, some of which lost a number', holds: false, write: inPieces(lossyRows) },
  { name: 'pipes, with lone ones between', holds: true, write: inPieces(pipes) },
  { name: 'a cell a line, blank lines between', holds: true, write: inPieces(table => spacedLines(table)) },
  { name: 'characters spread out', holds: true, write: inPieces((table, random) => spreadOut(table, random)) },
  { name: 'heads cut short', holds: true, write: inPieces(table => cutHeads(table)) },
  { name: 'blank cells dropped', holds: false, write: inPieces(table => droppedCells(table)) },
  { name: 'tables lost', holds: false, write: inPieces(() => []) },
  { name: 'everything on one line', holds: true, write: oneLine },
  { name: 'values written in other ways', holds: true, write: inPieces(oddValues) },
];

type WriteTable = (table: PrintedTable, random: Random) => string[];

function inPieces(writeTable: WriteTable): Layout['write'] {
  return ({ pieces }, random) =>
    pieces
      .flatMap(piece => (piece.kind === 'table' ? ['', ...writeTable(piece, random), '', ''] : [wordsOf(piece)]))
      .join('\n');
}

const wordsOf = (piece: Exclude<PrintedPiece, PrintedTable>): string => piece.runs.map(({ text }) => text).join('');

/** A place in the print: a cell where it begins, or what reaches into the place from above or from the left. */
type Spot = { readonly cell: PrintedCell } | 'above' | 'left';

function spotsOf(table: PrintedTable): Spot[][] {
  return table.groups.flatMap(({ head, body }) => {
    const rows: Spot[][] = [...head, ...body].map(() => []);
    [...head, ...body].forEach(({ cells }, row) => {
      let column = 0;
      for (const cell of cells) {
        while (rows[row]?.[column] !== undefined) column++;
        for (let down = 0; down < cell.rows; down++) {
          for (let right = 0; right < cell.columns; right++) {
            const spot = down > 0 ? 'above' : right > 0 ? 'left' : { cell };
            const line = rows[row + down];
            if (line) line[column + right] = spot;
          }
        }
      }
    });
    return rows;
  });
}

/** The cells of each row, with a blank one for what reaches in from above. */
const cellsOf = (table: PrintedTable): { text: string; kind: PrintedCell['kind'] }[][] =>
  spotsOf(table).map(row =>
    row.flatMap((spot, column) => {
      if (spot === 'left') return [];
      // One blank for each cell that reaches in, however wide it is.
      if (spot !== 'above') return [{ text: spot.cell.text, kind: spot.cell.kind }];
      return column > 0 && row[column - 1] === 'above' ? [] : [{ text: '', kind: 'label' as const }];
    }),
  );

function cellLines(table: PrintedTable, random: Random): string[] {
  return cellsOf(table).flatMap(row => [
    ...row.map(({ text, kind }) => `\t${kind === 'value' ? text : cut(text, random)}`),
    '',
  ]);
}

/** A line break in the middle of a word. */
function cut(text: string, random: Random): string {
  if (text.length < 4 || random(3) > 0) return text;
  const at = 1 + random(text.length - 2);
  return `${text.slice(0, at)}\n${text.slice(at)}`;
}

/** Every place of the print, blank where a cell reaches in. */
const placesOf = (table: PrintedTable): { text: string; kind: PrintedCell['kind'] | 'blank' }[][] =>
  spotsOf(table).map(row => row.map(spot => (typeof spot === 'string' ? { text: '', kind: 'blank' } : spot.cell)));

function driftingRows(table: PrintedTable, random: Random): string[] {
  return placesOf(table).map(row => {
    const texts = row.map(({ text }) => text);
    const label = row.findLastIndex(({ kind }) => kind === 'label');
    const shifts = row.some(({ kind }) => kind === 'value') && random(3) === 0;
    // The label moves to the first column, as where a page ends.
    if (shifts && label > 0) texts.unshift(...texts.splice(label, 1));
    if (random(4) === 0) texts.push('', '');
    return texts.join('\t');
  });
}

function lossyRows(table: PrintedTable, random: Random): string[] {
  return placesOf(table).map(row => {
    const texts = row.map(({ text }) => text);
    const values = row.flatMap(({ kind }, at) => (kind === 'value' ? [at] : []));
    if (values.length > 1 && random(3) === 0) texts.splice(pick(random, values), 1);
    return texts.join('\t');
  });
}

function pipes(table: PrintedTable, random: Random): string[] {
  const keepsSpans = random(2) === 0;
  return placesOf(table).flatMap(row => {
    const texts = row.flatMap(({ text, kind }) => (kind === 'blank' && !keepsSpans ? [] : [text]));
    const line = `| ${texts.join(' | ')} ${pick(random, ['|', '|', '|||'])}`;
    return random(5) === 0 ? [line, '|'] : [line];
  });
}

const spacedLines = (table: PrintedTable): string[] =>
  cellsOf(table).flatMap(row =>
    row.flatMap(({ text, kind }) => (text === '' ? [] : [kind === 'value' ? ` ${text}` : text, ''])),
  );

const spreadOut = (table: PrintedTable, random: Random): string[] =>
  placesOf(table).map(row =>
    row.map(({ text, kind }) => (kind !== 'value' && random(2) === 0 ? [...text].join(' ') : text)).join('\t'),
  );

/** Heads of which only the beginning is left; their order still tells which they are. */
const cutHeads = (table: PrintedTable): string[] =>
  placesOf(table).map(row =>
    row
      .map(({ text, kind }) => (kind === 'head' && text.length > 5 && !text.includes('第') ? text.slice(0, 3) : text))
      .join('\t'),
  );

/** Nothing is left of a nought, not even its place. */
const droppedCells = (table: PrintedTable): string[] =>
  cellsOf(table).map(row => {
    const texts = row.flatMap(({ text }) => (text === '' || text === '0' ? [] : [text]));
    return `| ${texts.join(' | ')} |`;
  });

function oneLine({ pieces }: PrintedReport): string {
  return pieces
    .flatMap(piece =>
      piece.kind === 'table'
        ? cellsOf(piece)
            .flat()
            .map(({ text }) => text)
        : [wordsOf(piece)],
    )
    .filter(text => text !== '')
    .join(' ');
}

function oddValues(table: PrintedTable, random: Random): string[] {
  const odd = (text: string): string => {
    if (text === '0') return pick(random, ['0', '/', '无', '—', '０']);
    if (!/^\d+$/.test(text)) return text;
    return pick(random, [
      text,
      ` ${text}`,
      `+${text}`,
      Number(text).toLocaleString('en-US'),
      text.replace(/\d/g, digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
    ]);
  };
  return cellsOf(table).flatMap(row => [
    ...row.map(({ text, kind }) => `\t${kind === 'value' ? odd(text) : text}`),
    '',
  ]);
}

/**
 * A text with characters put in here and there that no report has, each of them once: where they have gone shows what
 * became of the words around them. Only what `words` matches gets any.
 */
export function marksIn(text: string, random: Random, words = /[^]+/g): { source: string; marks: string[] } {
  const marks: string[] = [];
  const source = text.replace(words, run =>
    [...run]
      .map(character => {
        if (random(60) > 0 || character.trim() === '') return character;
        // The rare characters of extension A, which no form and no other mark has.
        const mark = String.fromCharCode(0x3400 + marks.length);
        marks.push(mark);
        return character + mark;
      })
      .join(''),
  );
  return { source, marks };
}
