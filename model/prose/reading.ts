import { figureOf } from './figures.ts';
import { Heard, type Figure, type Found, type NamedYear, type Topic } from './heard.ts';
import { nothingOf } from './nothing.ts';
import { before, behind, has, kindOf } from './phrase.ts';
import type { MarkToken, NumberToken, Token } from './tokens.ts';

/** A number, or words that say a number, and the figure that it states. */
export interface Reading {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly figure: Figure;
  /** `words` where no number is written: 未收到 is 0, 均为自然人 the number before it. */
  readonly written: 'number' | 'words';
  readonly year?: NamedYear;
  /** The unit of an amount of money, which is counted in 万元 here. */
  readonly unit?: '元' | '万元' | '亿元';
}

/** What the numbers of a line state. The line is read once, from left to right; a word bears on what follows it. */
export function readNumbers(tokens: readonly Token[], topic: Topic | undefined): Reading[] {
  const reader = new Reader(topic);
  reader.read(tokens);
  return reader.found.flatMap(({ figure, value, start, end, written, year, unit }) =>
    figure === undefined || Number.isNaN(value)
      ? []
      : [{ figure, value, start, end, written, ...(year && { year }), ...(unit && { unit }) }],
  );
}

class Reader {
  readonly found: Found[] = [];
  readonly #heard: Heard;
  /** The words since the last mark or number, and since the last comma. */
  #words: Token[] = [];
  #clause: Token[] = [];
  #hasNumber = false;

  constructor(topic: Topic | undefined) {
    this.#heard = new Heard(topic);
  }

  read(tokens: readonly Token[]): void {
    for (let at = 0; at < tokens.length; at++) {
      const token = tokens[at];
      if (!token) break;
      if (token.kind === 'mark') this.#close(token.mark);
      else if (kindOf(token) === 'and') this.#close('、');
      else if (token.kind === 'number') at += this.#number(token, wordsBehind(tokens, at + 1));
      else {
        this.#heard.hear(token);
        this.#words.push(token);
        this.#clause.push(token);
      }
    }
    this.#close('。');
  }

  /** Tells what a number states, and how many words behind it were needed for that. */
  #number(token: NumberToken, words: readonly Token[]): number {
    const heard = this.#heard;
    const left = before(this.#words);
    const answer = figureOf(token, left, behind(words), heard);
    const found: Found | undefined = answer && {
      figure: answer.figure,
      value: valueOf(token),
      start: token.start,
      end: token.end,
      written: 'number',
      year: answer.year ?? heard.year,
      open: answer.open ?? false,
      ...(token.unit !== undefined && token.unit !== 'count' && token.unit !== 'other' && { unit: token.unit }),
    };
    if (found) this.#keep(found, answer?.each ?? false);
    const documents = [
      ...left.cues.flatMap(({ sense }) => (sense.kind === 'row' && sense.table === 'normative' ? [sense] : [])),
    ];
    if (documents.length > 0) heard.documents = documents;
    if (answer?.used) for (const word of words) heard.hear(word);
    heard.pass(found);
    this.#words = [];
    this.#hasNumber = true;
    return answer?.used ? words.length : 0;
  }

  #keep(found: Found, each: boolean): void {
    const heard = this.#heard;
    if (each && found.figure) {
      const { table, cells } = found.figure;
      this.found.push(...cells.map(cell => ({ ...found, figure: { table, cells: [cell] } })));
    } else this.found.push(found);
    const row = found.figure?.cells[0]?.row;
    const isTotal = found.figure?.cells.every(({ columns }) => columns[0] === 'total') ?? false;
    // 收到15件，其中新收12件、上年结转3件: only now it is said that 收到 counts both.
    const isPart = isTotal && (row === 'received' || row === 'carriedIn');
    if (heard.among && heard.whole?.open && isPart) heard.whole.figure = BOTH;
    if (isTotal && !(heard.among && heard.whole?.figure === BOTH)) heard.stated.push(found);
  }

  /** A phrase without a number says that there is none of something, or that all are of one kind, or what comes is about. */
  #withoutNumber(): Found[] {
    const heard = this.#heard;
    const found = [...nothingOf(this.#clause, heard), ...allOf(this.#words, heard)];
    const [row, another] = this.#clause.flatMap(token =>
      token.kind === 'word' && token.sense.kind === 'row' ? [token.sense] : [],
    );
    if (found.length === 0 && row?.table === 'applications' && !another) {
      heard.subject = { table: row.table, cells: [{ row: row.row, columns: ['total'] }] };
    }
    return found;
  }

  #close(mark: MarkToken['mark']): void {
    const heard = this.#heard;
    if (mark === '、') {
      join(heard, this.#words);
      this.#clause.push({ kind: 'mark', mark, start: 0, end: 0 });
    } else {
      if (!this.#hasNumber) this.found.push(...this.#withoutNumber());
      else this.found.push(...allOf(this.#words, heard));
      heard.end(mark);
      [this.#clause, this.#hasNumber] = [[], false];
    }
    this.#words = [];
  }
}

const BOTH: Figure = {
  table: 'applications',
  cells: ['received', 'carriedIn'].map(row => ({ row, columns: ['total'] })),
};

/** Money counts in 万元. */
const valueOf = ({ value, unit }: NumberToken): number =>
  unit === '元' ? value / 10_000 : unit === '亿元' ? value * 10_000 : value;

/** The words behind a number, up to the next mark; none where another number follows, which they belong to. */
function wordsBehind(tokens: readonly Token[], from: number): readonly Token[] {
  let to = from;
  while (to < tokens.length && !['mark', 'number', 'and'].includes(tokenKind(tokens[to]))) to++;
  return tokens.slice(from, to);
}

const tokenKind = (token: Token | undefined): string => (token ? kindOf(token) : 'mark');

/** 、 and 和: what was named stays in mind for the number behind the next. */
function join(heard: Heard, words: readonly Token[]): void {
  const { cues, loose } = before(words);
  const last = cues.at(-1)?.sense;
  const [act] = cues.flatMap(({ sense }) => (sense.kind === 'column' && sense.table === 'normative' ? [sense] : []));
  if (act) heard.column = act;
  if (last?.kind === 'row' && !loose) heard.joined.push(last);
  else if (words.length > 0) heard.joined = [];
}

/** 均为自然人: a column that has all of the number before. */
function allOf(words: readonly Token[], heard: Heard): Found[] {
  const cues = words.flatMap(token => (token.kind === 'word' ? [token] : []));
  const [column, another] = cues.filter(({ sense }) => sense.kind === 'column');
  const base = heard.subject ? undefined : heard.only;
  if (column?.sense.kind !== 'column' || another || !base?.figure || !has(cues, 'each') || heard.blocked) return [];
  if (column.sense.table !== 'applications' || base.figure.table !== 'applications') return [];
  if (words.some(({ kind }) => kind === 'text')) return [];
  const { columns } = column.sense;
  const cells = base.figure.cells.map(({ row }) => ({ row, columns }));
  return [
    { ...base, figure: { table: 'applications', cells }, written: 'words', start: column.start, end: column.end },
  ];
}
