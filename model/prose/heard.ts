import type { WordKind } from '../../forms/index.ts';
import type { Sense } from './lexicon.ts';
import { kindOf } from './phrase.ts';
import type { MarkToken, Token, YearToken } from './tokens.ts';

/** A row of the form, as prose names it. */
export type RowSense = Extract<Sense, { kind: 'row' }>;
/** A column, as prose names it. */
export type ColumnSense = Extract<Sense, { kind: 'column' }>;

/** What the place of a line says of it: the part on requests, or the section of a table. */
export type Topic = 'applications' | 'disputes' | 'other';

/** Cells of one table whose sum a number in prose states: each row with its columns. */
export interface Figure {
  readonly table: string;
  readonly cells: readonly { readonly row: string; readonly columns: readonly string[] }[];
}

/** The year that a sentence names, which must be the report's and so much more. */
export interface NamedYear {
  readonly named: number;
  readonly shift: number;
}

/** A number that was understood, or may be by what follows it. */
export interface Found {
  figure: Figure | undefined;
  readonly value: number;
  readonly start: number;
  readonly end: number;
  readonly written: 'number' | 'words';
  readonly year: NamedYear | undefined;
  /** 收到 or 办理: it may include what was left from last year, if what follows says so. */
  readonly open: boolean;
  /** The unit of an amount of money. */
  readonly unit?: '元' | '万元' | '亿元';
}

/** Words that keep any number in their phrase from being compared. */
const BLOCKING: readonly WordKind[] = ['period', 'compare', 'supposed'];

/** What has been heard of a line so far, as far as it bears on what comes. */
export class Heard {
  readonly #home: Topic | undefined;
  topic: Topic | undefined;
  /** Whether the line speaks of disclosure, so that a lawsuit in it is one over disclosure. */
  linked: boolean;
  /** Kinds of words since the last comma, and since the last full stop. */
  phrase = new Set<string>();
  sentence = new Set<string>();
  /** Rows joined to what follows: 行政复议、行政诉讼. */
  joined: RowSense[] = [];
  /** What was stated since the last semicolon, and in the clause before that stated something. */
  stated: Found[] = [];
  before: Found[] = [];
  /** 新收申请中，…: what the rest of the sentence is about. */
  subject: Figure | undefined;
  /** Whether 其中 or 含 has been said, and the number that it opened up. */
  among = false;
  whole: Found | undefined;
  /** The review or lawsuits, and the documents, spoken of last. */
  dispute: Figure | undefined;
  documents: readonly RowSense[] = [];
  /** 制发规章、…: the column of an enumeration. */
  column: ColumnSense | undefined;
  last: Found | undefined;
  readonly #brackets: boolean[] = [];
  #previous: Token | undefined;
  #year: YearToken | undefined;
  #yearBefore: YearToken | undefined;
  #carried: NamedYear | undefined;

  constructor(topic: Topic | undefined) {
    this.#home = topic;
    this.topic = topic;
    this.linked = topic !== undefined;
  }

  /** Whether what is said is not said of the whole year and the whole organ. */
  get blocked(): boolean {
    const { phrase } = this;
    return (
      BLOCKING.some(kind => phrase.has(kind)) ||
      (phrase.has('channel') && !phrase.has('allChannels')) ||
      (phrase.has('someOrgans') && !phrase.has('allOrgans'))
    );
  }

  /** The year named last. */
  get year(): NamedYear | undefined {
    return this.#year && { named: this.#year.value, shift: 0 };
  }

  /** 2024年结转, 结转至2026年: the year that is carried over from or to. */
  get carried(): NamedYear | undefined {
    return this.#carried;
  }

  /** The only number stated in this clause, or else in the one before it. */
  get only(): Found | undefined {
    const stated = this.stated.length > 0 ? this.stated : this.before;
    return stated.length === 1 ? stated[0] : undefined;
  }

  /** The figure that a kind of applicant is a part of, where there is but one that it can be. */
  get base(): Figure | undefined {
    return this.subject ?? this.only?.figure;
  }

  /** Takes note of a word. */
  hear(token: Token): void {
    const kind = kindOf(token);
    this.phrase.add(kind);
    this.sentence.add(kind);
    if (kind === 'request' || kind === 'byRequest') this.topic = 'applications';
    if (kind === 'request' || kind === 'byRequest' || kind === 'disclosure') this.linked = true;
    if (kind === 'among') [this.among, this.whole] = [true, this.last];
    if (token.kind === 'year') {
      if (this.#previous && kindOf(this.#previous) === 'carry') this.#carried = { named: token.value, shift: 1 };
      else [this.#yearBefore, this.#year] = [this.#year, token];
    }
    if (kind === 'carry' && this.#previous?.kind === 'year') {
      this.#carried = { named: this.#previous.value, shift: -1 };
      this.#year = this.#yearBefore;
    }
    this.#previous = token;
  }

  /** A number has been dealt with. */
  pass(found: Found | undefined): void {
    if (!found && (this.phrase.has('foreign') || this.phrase.has('publish'))) this.topic = 'other';
    this.joined = [];
    this.last = found;
    this.#carried = undefined;
    this.#previous = undefined;
  }

  /** A mark ends what it ends. */
  end(mark: MarkToken['mark']): void {
    this.joined = [];
    this.column = undefined;
    this.#previous = undefined;
    if (mark === '（') this.#brackets.push(this.among);
    if (mark === '）') this.among = this.#brackets.pop() ?? false;
    // 截至6月底，…: a time that stands by itself holds for what comes.
    this.phrase = new Set(mark === '，' && this.phrase.has('period') && this.last === undefined ? ['period'] : []);
    if (mark !== '。' && mark !== '；') return;
    this.last = undefined;
    this.among = false;
    if (this.stated.length > 0) this.before = this.stated;
    this.stated = [];
    if (mark === '；') return;
    this.sentence = new Set();
    this.subject = undefined;
    this.documents = [];
    if (this.topic === 'other') this.topic = this.#home;
  }
}
