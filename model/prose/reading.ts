import { copyWith } from '../../text/index.ts';
import { figureOf, type Answer } from './figures.ts';
import { Heard, isIntake, rowOf, rowsOf, type Figure, type Found, type NamedYear, type Topic } from './heard.ts';
import { nothingOf } from './nothing.ts';
import { before, behind, has, kindOf, type Phrase } from './phrase.ts';
import { SAID } from './said.ts';
import { Tally, type Slip } from './slips.ts';
import { isWorthReading, surveyOf } from './survey.ts';
import type { MarkToken, NumberToken, Token } from './tokens.ts';

/** A number, or words that say a number, and the figure that it states. */
export interface Reading {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly figure: Figure;
  /** `words` where no number is written: 未收到 is 0, 均为自然人 the number before it. */
  readonly written: 'number' | 'words';
  readonly year: NamedYear | undefined;
  readonly organ: string | undefined;
  /** The unit of an amount of money, which is counted in 万元 here. */
  readonly unit?: '元' | '万元' | '亿元';
  /** Another figure that the words may as well mean. */
  readonly or?: Figure;
}

/** What the numbers of a line state, and where they contradict each other. */
export interface LineReading {
  readonly readings: readonly Reading[];
  readonly slips: readonly Slip[];
}

/** Reads the numbers of a line. It is read once, from left to right; a word bears on what follows it. */
export function readNumbers(tokens: readonly Token[], text: string, topic: Topic | undefined): LineReading {
  if (!isWorthReading(tokens, topic)) return NOTHING;
  const reader = new Reader(tokens, text, topic);
  reader.read();
  const readings: Reading[] = [];
  for (const { figure, value, start, end, written, year, organ, unit, orEnded } of reader.found) {
    if (figure === undefined || Number.isNaN(value)) continue;
    const or = orEnded && { or: ENDED };
    readings.push({ figure, value, start, end, written, year, organ, ...(unit && { unit }), ...or });
  }
  return { readings, slips: reader.slips };
}

const NOTHING: LineReading = { readings: [], slips: [] };

class Reader {
  readonly found: Found[] = [];
  readonly #tokens: readonly Token[];
  readonly #heard: Heard;
  readonly #tally: Tally;
  /** Where the words since the last mark or number begin, and the clause since the last comma. */
  #words = 0;
  #clause = 0;
  #hasNumber = false;
  /** Where the words before each open bracket begin; nothing for one whose number is theirs. */
  #outside: (number | undefined)[] = [];
  /** Whether those that ended late or early are told by themselves. */
  #isTimed = false;
  /** Where what was found in the sentence begins. */
  #sentence = 0;
  /** 依申请公开12件 in this sentence. */
  #bare: Found[] = [];

  constructor(tokens: readonly Token[], text: string, topic: Topic | undefined) {
    this.#tokens = tokens;
    this.#heard = new Heard(tokens, text, topic);
    this.#tally = new Tally(text);
  }

  get slips(): readonly Slip[] {
    return this.#tally.slips;
  }

  read(): void {
    const tokens = this.#tokens;
    const heard = this.#heard;
    for (let at = this.#open(0); ; at++) {
      const token = tokens[at];
      if (!token) break;
      heard.at = at;
      if (token.kind === 'mark') {
        if (token.mark === '（' && this.#isOfWordsBefore(at)) {
          heard.open();
          this.#outside.push(undefined);
          continue;
        }
        this.#close(token.mark);
        if (token.mark === '。') at = this.#open(at + 1) - 1;
      } else if (token.kind === 'number') at += this.#respective() || this.#number(token);
      else if (token.kind !== 'text') {
        const kind = kindOf(token);
        if (kind === 'and') this.#close('、');
        else heard.hear(token);
        if (kind === 'among') this.#tally.open(token);
      }
    }
    heard.at = tokens.length;
    this.#close('。');
  }

  /** Passes over sentences that say no number, and tells where the next begins that does. */
  #open(from: number): number {
    const tokens = this.#tokens;
    const heard = this.#heard;
    for (let at = from; at < tokens.length; at++) {
      const sentence = surveyOf(tokens, at);
      const isOnTopic = heard.topic !== undefined && heard.topic !== 'other';
      if (sentence.speaks || (sentence.hasNumber && isOnTopic)) {
        this.#bare = [];
        heard.tellsResults = sentence.tellsResults;
        // It is about requests from its first word on.
        if (heard.tellsResults && heard.topic === undefined) heard.topic = 'applications';
        return at;
      }
      for (; at < sentence.end; at++) {
        const token = tokens[at];
        heard.at = at;
        if (token?.kind === 'word' || token?.kind === 'year') heard.hear(token);
      }
      heard.end('。');
      this.#tally.end('。', false);
      this.#words = this.#clause = at + 1;
    }
    return tokens.length;
  }

  /** 予以公开（5件）, 自然人（10件，占83%）: what stands in the bracket is first of all the number of the words before it. */
  #isOfWordsBefore(at: number): boolean {
    const [word, , number, behind] = [-1, 0, 1, 2].map(by => this.#tokens[at + by]);
    return word?.kind === 'word' && number?.kind === 'number' && number.unit === 'count' && behind?.kind === 'mark';
  }

  /** Tells what a number states, and how many words behind it were needed for that. */
  #number(token: NumberToken): number {
    const tokens = this.#tokens;
    const heard = this.#heard;
    const { at } = heard;
    const left = before(tokens, this.#words, at);
    const end = endOfWords(tokens, at, left, heard);
    this.#isTimed ||=
      !heard.among &&
      left.gap !== undefined &&
      kindOf(left.gap) === 'timing' &&
      rowsOf(left.cues).at(-1)?.row === 'concluded';
    const right = behind(tokens, at + 1, end);
    const isShared = goesOn(tokens, at, end);
    heard.isMixed ||= isShared;
    const answer = figureOf(token, left, right, heard);
    const documents = rowsOf(left.cues).filter(({ table }) => table === 'normative');
    const used = isShared || answer?.used ? end - at - 1 : 0;
    this.#hear(at + 1, at + used);
    // 3件2024年提出的申请 are not of this year.
    const found = this.#take(token, answer, left, end === at + 1);
    if (documents.length > 0) heard.documents = documents;
    if (token.unit === 'count' && (!found || isIntake(rowOf(found)))) heard.isOfSome ||= isSpokenOf(tokens, at, heard);
    heard.pass(found, token, left, right);
    heard.isMixed = isShared;
    this.#words = at + 1 + used;
    return used;
  }

  /** Hears the words behind a number that tell what it states. */
  #hear(from: number, to: number): void {
    for (let at = from; at <= to; at++) {
      const token = this.#tokens[at];
      this.#heard.at = at;
      if (token?.kind === 'word' || token?.kind === 'year') this.#heard.hear(token);
    }
  }

  /** A和B分别为3件、5件: how many tokens were needed to tell; none where each number has its own words. */
  #respective(): number {
    const heard = this.#heard;
    if (!heard.says(SAID.respectively)) return 0;
    const numbers = numbersFrom(this.#tokens, heard.at);
    if (numbers.length < 2) return 0;
    const phrases = this.#phrases();
    heard.joined = [];
    const answers = numbers.map((number, index) => {
      const phrase = phrases[index];
      return phrase && figureOf(number, phrase, SILENCE, heard);
    });
    const isClear = numbers.length === phrases.length && answers.every(answer => answer !== undefined);
    for (const [index, number] of numbers.entries()) {
      const phrase = phrases[index] ?? SILENCE;
      const found = this.#take(number, isClear ? answers[index] : undefined, phrase, true);
      heard.pass(found, number, SILENCE, SILENCE);
    }
    const used = (numbers.length - 1) * 2;
    this.#words = heard.at + used + 1;
    return used;
  }

  /** The words of an enumeration, item by item. */
  #phrases(): Phrase[] {
    const tokens = this.#tokens;
    const phrases: Phrase[] = [];
    let from = this.#clause;
    for (let at = from; at <= this.#heard.at; at++) {
      const token = tokens[at];
      if (at < this.#heard.at && token?.kind !== 'mark' && !(token && kindOf(token) === 'and')) continue;
      phrases.push(before(tokens, from, at));
      from = at + 1;
    }
    return phrases;
  }

  /** Takes down a number with what it states. */
  #take(token: NumberToken, answer: Answer | undefined, left: Phrase, isLast: boolean): Found | undefined {
    const heard = this.#heard;
    const found: Found | undefined = answer && {
      figure: answer.figure,
      value: valueOf(token),
      start: token.start,
      end: token.end,
      written: 'number',
      year: answer.year ?? heard.year,
      organ: heard.organ ?? heard.speaker(left.gap),
      speaker: heard.speaker(left.gap),
      bare: answer.bare,
      open: answer.open,
      ...(token.unit !== undefined && token.unit !== 'count' && token.unit !== 'other' && { unit: token.unit }),
    };
    if (found) this.#keep(found, answer?.each ?? false);
    else if (heard.says(SAID.publish)) this.#unsay();
    // 主动公开2件，依申请公开5件，不予公开2件 tells how documents are marked.
    else if (heard.says(SAID.byRequest) && heard.hasSaid(SAID.publish)) heard.turnToDocuments();
    this.#tally.count(token, found, left, heard, isLast);
    this.#hasNumber = true;
    return found;
  }

  /** 依申请公开12件、主动公开356件: the first counts documents too. */
  #unsay(): void {
    if (this.#bare.length > 0) this.#heard.turnToDocuments();
    for (const found of this.#bare) found.figure = undefined;
  }

  #keep(found: Found, each: boolean): void {
    const heard = this.#heard;
    if (each && found.figure) {
      const { table, cells } = found.figure;
      this.found.push(...cells.map(cell => copyWith(found, { figure: { table, cells: [cell] } })));
    } else this.found.push(found);
    if (found.bare) this.#bare.push(found);
    // All cells of a figure are of the same columns.
    const { row, columns } = found.figure?.cells[0] ?? {};
    const isTotal = columns?.[0] === 'total';
    // 收到15件，其中新收12件、上年结转3件: only now it is said that 收到 counts both.
    const isPart = isTotal && isIntake(row);
    if (heard.among && heard.whole?.open && isPart) {
      heard.whole.orEnded ??= heard.whole.figure === undefined;
      heard.whole.figure = BOTH;
    }
    if (isTotal && !(heard.among && heard.whole?.figure === BOTH)) heard.stated.push(found);
  }

  /** A phrase without a number says that there is none of something, or that all are of one kind, or what comes is about. */
  #withoutNumber(): void {
    const heard = this.#heard;
    const known = this.found.length;
    if (heard.says(SAID.none | SAID.noRequests)) this.found.push(...nothingOf(this.#since(this.#clause), heard));
    this.#addAll();
    if (this.found.length > known) return;
    const [row, another] = rowsOf(this.#since(this.#clause));
    // 自然人申请中，予以公开4件.
    heard.isOfSome ||= heard.says(SAID.column) && heard.says(SAID.bareRequest | SAID.request | SAID.byRequest);
    if (row?.table === 'normative') {
      // 规范性文件方面，制发4件.
      const { cues, loose } = before(this.#tokens, this.#words, heard.at);
      if (!loose && cues.length === 1) heard.documents = [row];
    }
    if (row?.table !== 'applications' || another) return;
    heard.subject = { table: row.table, cells: [{ row: row.row, columns: ['total'] }] };
    heard.isOfSome ||= isIntake(row.row);
  }

  #since(from: number): readonly Token[] {
    return this.#tokens.slice(from, this.#heard.at);
  }

  #addAll(): void {
    const all = this.#heard.says(SAID.column) ? allOf(this.#since(this.#words), this.#heard) : undefined;
    if (all) this.found.push(all);
  }

  /** 出台规范性文件2件、4件 in one sentence: each tells a part, or the one before or behind a change. */
  #leaveContradictions(): void {
    const all = this.found.slice(this.#sentence);
    // 延期答复2件 was not counted with 按期答复12件.
    if (this.#isTimed) for (const one of all) if (rowOf(one) === 'concluded') one.figure = undefined;
    this.#isTimed = false;
    this.#sentence = this.found.length;
    if (all.length < 2) return;
    const values = new Map<string, number>();
    const contradicted = new Set<string>();
    for (const { value, ...found } of all) {
      const key = keyOf(found);
      if ((values.get(key) ?? value) !== value) contradicted.add(key);
      values.set(key, value);
    }
    for (const one of all) if (contradicted.has(keyOf(one))) one.figure = undefined;
  }

  #close(mark: MarkToken['mark']): void {
    const heard = this.#heard;
    if (mark === '、') {
      join(heard, before(this.#tokens, this.#words, heard.at));
    } else {
      if (this.#hasNumber) this.#addAll();
      else this.#withoutNumber();
      if (mark === '。' && heard.hasSaid(SAID.attribute)) this.#unsay();
      heard.end(mark);
      this.#hasNumber = false;
      this.#clause = heard.at + 1;
    }
    const isClosed = mark === '）' && this.#outside.length > 0;
    const outside = isClosed ? this.#outside.pop() : undefined;
    if (!isClosed || outside !== undefined) this.#tally.end(mark, heard.among);
    if (mark === '（') this.#outside.push(this.#words);
    this.#words = outside !== undefined && heard.at - outside < FAR ? outside : heard.at + 1;
    if (mark !== '。') return;
    this.#outside = [];
    this.#leaveContradictions();
  }
}

/** A phrase does not go on behind a bracket that is longer than that, nor behind ever so many of them. */
const FAR = 60;

const SILENCE: Phrase = { cues: [], gap: undefined, loose: false };

const BOTH: Figure = {
  table: 'applications',
  cells: ['received', 'carriedIn'].map(row => ({ row, columns: ['total'] })),
};

const ENDED: Figure = { table: 'applications', cells: [{ row: 'concluded', columns: ['total'] }] };

/** What is counted, of which year and of which organ. */
const keyOf = ({ figure, year, organ }: Pick<Found, 'figure' | 'year' | 'organ'>): string => {
  const cells = figure?.cells.map(({ row, columns }) => `${row}.${columns.join('|')}`) ?? [];
  return [...cells, year?.named, organ].join(' ');
};

/** Money counts in 万元. */
const valueOf = ({ value, unit }: NumberToken): number =>
  unit === '元' ? value / 10_000 : unit === '亿元' ? value * 10_000 : value;

/** Where the words behind a number end: at the next mark, or at another number, which they may belong to. */
function endOfWords(tokens: readonly Token[], number: number, left: Phrase, heard: Heard): number {
  let row: number | undefined;
  for (let at = number + 1; ; at++) {
    const token = tokens[at];
    if (!token || token.kind === 'mark' || kindOf(token) === 'and') return at;
    // 收到12件申请办结11件: what was done with them is told by the next number.
    if (token.kind === 'number') {
      return has(left.cues, 'receive', 'accept') || isSpokenOf(tokens, number, heard) ? (row ?? at) : at;
    }
    if (kindOf(token) === 'row') row ??= at;
  }
}

/** 12件予以公开、部分公开: whether the words behind a number go on to something else that has no number of its own. */
function goesOn(tokens: readonly Token[], number: number, end: number): boolean {
  const joint = tokens[end];
  const isListed = joint?.kind === 'mark' && joint.mark === '、';
  if (end === number + 1 || !joint || (!isListed && kindOf(joint) !== 'and')) return false;
  let isNamed = false;
  for (let at = end + 1; ; at++) {
    const token = tokens[at];
    if (!token || token.kind === 'mark' || kindOf(token) === 'and') return isNamed;
    if (token.kind === 'number') return false;
    // 3件予以公开并归卷 joins no other thing.
    isNamed ||= token.kind === 'text' ? isListed : isThing(token);
  }
}

/** What may be counted next to something else; 予以公开、答复申请人 says that of the same. */
const isThing = (token: Token): boolean =>
  token.kind === 'word' &&
  (token.sense.kind === 'row' ? token.sense.row !== 'concluded' : THINGS.has(token.sense.kind));

const THINGS: ReadonlySet<string> = new Set(['column', 'foreign', 'request', 'byRequest', 'bareRequest']);

/** 收到的12件申请已办结11件: what comes is told of those that the first number counts. */
function isSpokenOf(tokens: readonly Token[], number: number, heard: Heard): boolean {
  const ahead = tokens[number - 1];
  return ahead !== undefined && heard.textOf(ahead).endsWith('的');
}

/** The numbers that follow each other with nothing but a mark or 和 between them. */
function numbersFrom(tokens: readonly Token[], from: number): NumberToken[] {
  const numbers: NumberToken[] = [];
  for (let at = from; ; at += 2) {
    const number = tokens[at];
    const between = tokens[at - 1];
    const isNext = at === from || (between && (between.kind === 'mark' || kindOf(between) === 'and'));
    if (number?.kind !== 'number' || !isNext) return numbers;
    numbers.push(number);
  }
}

/** 、 and 和: what was named stays in mind for the number behind the next. */
function join(heard: Heard, { cues, gap, loose }: Phrase): void {
  const last = cues.at(-1)?.sense;
  const [act] = cues.flatMap(({ sense }) => (sense.kind === 'column' && sense.table === 'normative' ? [sense] : []));
  if (act) heard.column = act;
  if (cues.some(({ sense }) => sense.kind === 'column' && sense.table === 'applications')) heard.applicants = true;
  if (last?.kind === 'row' && !loose) heard.joined.push(last);
  else if (cues.length > 0 || gap) {
    heard.isMixed ||= heard.joined.length > 0;
    heard.joined = [];
  }
}

/** 均为自然人: a column that has all of the number before. */
function allOf(words: readonly Token[], heard: Heard): Found | undefined {
  const base = heard.subject ? undefined : heard.only;
  if (!base?.figure || heard.blocked) return undefined;
  const cues = words.flatMap(token => (token.kind === 'word' ? [token] : []));
  const [column, another] = cues.filter(({ sense }) => sense.kind === 'column');
  if (column?.sense.kind !== 'column' || another) return undefined;
  // Of one, what is said is said of all.
  if (!has(cues, 'each') && (base.value !== 1 || has(cues, 'none', 'receive', 'accept'))) return undefined;
  if (column.sense.table !== 'applications' || base.figure.table !== 'applications') return undefined;
  if (words.some(({ kind }) => kind === 'text')) return undefined;
  const { columns } = column.sense;
  const cells = base.figure.cells.map(({ row }) => ({ row, columns }));
  const { start, end } = column;
  return copyWith(base, { figure: { table: 'applications', cells }, written: 'words', start, end } as const);
}
