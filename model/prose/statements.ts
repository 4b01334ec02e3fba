import {
  columnsByKey,
  isGroup,
  leaves,
  rowsByKey,
  tablesOf,
  valueRows,
  type Form,
  type TableForm,
} from '../../forms/index.ts';
import type { Line } from '../../grammar/index.ts';
import type { Span } from '../../text/index.ts';
import { placeOf } from '../sums.ts';
import type { Block } from '../types.ts';
import type { Figure, NamedYear, Topic } from './heard.ts';
import { NO_REQUESTS } from './nothing.ts';
import { kindOf } from './phrase.ts';
import { readNumbers, type Reading } from './reading.ts';
import { tokensOf } from './tokens.ts';

/** A number in prose, or words that say one, and the cells whose sum it states. */
export interface Statement extends Span {
  /** The line in its block. */
  readonly line: number;
  readonly value: number;
  /** `words` where no number is written: 未收到 is 0, 均为自然人 the number before it. */
  readonly written: 'number' | 'words';
  readonly table: TableForm;
  /** Places in the table's grid. */
  readonly places: readonly number[];
  /** What a quote of these cells says between its braces. */
  readonly quote: string;
  /** The sentence names a year, which is the report's and so much more, or else speaks of another report. */
  readonly year?: NamedYear;
  /** The unit of an amount of money, which is counted in 万元 here. */
  readonly unit?: '元' | '万元' | '亿元';
}

/** What the prose of a block states of the tables of a form, in the order of the text. */
export function statementsOf(block: Block, form: Form): readonly Statement[] {
  const before = knownStatements.get(block);
  if (before?.form === form) return before.statements;
  const statements = readStatements(block, form);
  knownStatements.set(block, { form, statements });
  return statements;
}

/** Neither do blocks change. */
const knownStatements = new WeakMap<Block, { readonly form: Form; readonly statements: readonly Statement[] }>();

function readStatements(block: Block, form: Form): Statement[] {
  const home = topicOf(block);
  let topic = home;
  // One by one, as the lines come: there may be thousands.
  const parts = block.parts.values();
  return block.lines.flatMap((line, index) => {
    if (line.kind === 'part') {
      const table = parts.next().value?.form?.table;
      topic = table === 'applications' ? table : home;
    }
    return readingsOf(line, topic).flatMap(reading => {
      if (reading.alone === true && !isAlone(block, index)) return [];
      const found = knownCells(reading.figure, form);
      const { start, end, value, written, year, unit } = reading;
      return found
        ? [{ start, end, value, written, ...found, line: index, ...(year && { year }), ...(unit && { unit }) }]
        : [];
    });
  });
}

/** Whether a statement is one about the year of the report: a sentence that names another year speaks of another. */
export const isOfYear = ({ year }: Statement, reported: number | undefined): boolean =>
  !year || reported === undefined || year.named === reported + year.shift;

function topicOf({ heading }: Block): Topic | undefined {
  const id = heading?.match?.section.tables?.at(-1)?.id;
  return id === 'applications' || id === 'disputes' ? id : undefined;
}

interface LineReading extends Reading {
  /** 无 and nothing more, which says that there were no requests only where the part says nothing else. */
  readonly alone?: true;
}

/** Lines never change, and an edit leaves all others as the objects that they are. */
const known = new WeakMap<Line, { readonly topic: Topic | undefined; readonly readings: readonly LineReading[] }>();

function readingsOf(line: Line, topic: Topic | undefined): readonly LineReading[] {
  if (line.kind !== 'prose' && line.kind !== 'part') return [];
  const before = known.get(line);
  if (before && before.topic === topic) return before.readings;
  const tokens = tokensOf(line);
  const words = tokens.filter(({ kind }) => kind !== 'mark');
  const [first] = words;
  const isNothing =
    first &&
    topic === 'applications' &&
    words.every(word => ['none', 'filler'].includes(kindOf(word))) &&
    kindOf(first) === 'none';
  const readings: readonly LineReading[] = isNothing
    ? [{ start: first.start, end: first.end, value: 0, figure: NO_REQUESTS, written: 'words', alone: true }]
    : readNumbers(tokens, topic);
  known.set(line, { topic, readings });
  return readings;
}

/** Whether no other line of the part says anything. Nothing is looked at beyond the nearest that does. */
function isAlone({ lines }: Block, index: number): boolean {
  const isEnd = (line: Line | undefined): boolean => line?.kind === 'part' || line?.kind === 'section';
  const speaks = (line: Line): boolean => (line.kind === 'prose' || line.kind === 'part') && line.spans.length > 0;
  const matters = (line: Line | undefined): boolean => line === undefined || isEnd(line) || speaks(line);
  let next = index + 1;
  while (!matters(lines[next])) next++;
  if (next < lines.length && !isEnd(lines[next])) return false;
  if (isEnd(lines[index])) return true;
  let before = index - 1;
  while (!matters(lines[before])) before--;
  const first = lines[before];
  return first !== undefined && isEnd(first) && !speaks(first);
}

const cells = new WeakMap<Figure, { readonly form: Form; readonly found: ReturnType<typeof cellsOf> }>();

function knownCells(figure: Figure, form: Form): ReturnType<typeof cellsOf> {
  const before = cells.get(figure);
  if (before?.form === form) return before.found;
  const found = cellsOf(figure, form);
  cells.set(figure, { form, found });
  return found;
}

/** The places of a figure in this edition; nothing where it has not all of them. */
function cellsOf(figure: Figure, form: Form): Pick<Statement, 'table' | 'places' | 'quote'> | undefined {
  const table = tablesOf(form).find(({ id }) => id === figure.table);
  if (!table) return undefined;
  const places: number[] = [];
  const quotes: string[] = [];
  for (const cell of figure.cells) {
    const row = rowsByKey(table).get(cell.row)?.row;
    const columns = columnsOf(cell.columns, table);
    if (!row || !columns) return undefined;
    const rows = isGroup(row) ? leaves(row.rows) : [row];
    for (const one of rows) {
      for (const column of columns) places.push(placeOf(table, valueRows(table).indexOf(one), column));
    }
    for (const column of columns) quotes.push(quoteOf(table, row.name, column));
  }
  return { table, places, quote: quotes.join('+') };
}

/** The columns of the first alternative that the table has. */
function columnsOf(alternatives: readonly string[], table: TableForm): number[] | undefined {
  const keys = alternatives.map(one => one.split('+')).find(all => all.every(key => columnsByKey(table).has(key)));
  return keys?.map(key => table.columns.findIndex(column => column.key === key));
}

function quoteOf(table: TableForm, row: string, column: number): string {
  const { key, name } = table.columns[column] ?? { key: 'total', name: '' };
  return key === 'total' || table.columns.length === 1 ? row : `${row}.${name}`;
}
