import type { Sense } from './lexicon.ts';
import { mayLimit } from './organs.ts';
import { kindOf, type Phrase } from './phrase.ts';
import { bitOf, SAID } from './said.ts';
import type { MarkToken, NumberToken, Token, WordToken, YearToken } from './tokens.ts';

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
  /** The organ that the sentence names, which must be the report's. */
  readonly organ: string | undefined;
  /** An organ that is named before what came in, and may be the report's or not: 县教育局收到. */
  readonly speaker: string | undefined;
  /** 依申请公开12件, which counts requests unless documents are counted next to it. */
  readonly bare?: boolean | undefined;
  /** 收到 or 办理: it may include what was left from last year, if what follows says so. */
  readonly open?: boolean | undefined;
  /** 办理15件，含上年结转3件: it may count those alone that have ended. */
  orEnded?: boolean;
  /** The unit of an amount of money. */
  readonly unit?: '元' | '万元' | '亿元';
}

/** Words that keep any number in their phrase from being compared; so do those that tell a part of the year. */
const BLOCKING = SAID.compare | SAID.supposed;

/** What a number was only a part of, or the organ that it is of; and so is what is said after it. */
type Share = 'time' | 'channel' | 'organs' | { readonly organ: string };

/** The words by which a sentence comes back to the whole. */
const WHOLE = {
  time: SAID.year | SAID.thisYear,
  channel: SAID.thisYear | SAID.allChannels | SAID.receive | SAID.request | SAID.byRequest,
  organs: SAID.self | SAID.allOrgans | SAID.organ | SAID.receive | SAID.accept,
};

/** The words that speak of what the tables count. */
const COUNTED = SAID.receive | SAID.accept | SAID.request | SAID.byRequest | SAID.bareRequest | SAID.handle | SAID.row;

/** The words by which an organ tells what it did. */
const ACTED = SAID.receive | SAID.accept | SAID.handle;

const REQUESTS = SAID.request | SAID.byRequest;
/** The words that say anew what came in. */
const ASKED = REQUESTS | SAID.receive | SAID.accept;
const ORGANS = SAID.organ | SAID.allOrgans | SAID.self;

/** What is said around a bracket, and goes on behind it. */
interface Outside {
  readonly among: boolean;
  readonly topic: Topic | undefined;
  readonly isAside: boolean;
  readonly phrase: number;
  readonly named: string | undefined;
}

/** No organ has a longer name. */
const LONGEST_NAME = 40;

/** What has been heard of a line so far, as far as it bears on what comes. */
export class Heard {
  readonly #tokens: readonly Token[];
  readonly #text: string;
  readonly #home: Topic | undefined;
  /** The token in hand. */
  at = 0;
  /** The kinds of words since the last comma, and since the last full stop. */
  #phrase = 0;
  #sentence = 0;
  topic: Topic | undefined;
  /** Whether the line speaks of disclosure, so that a lawsuit in it is one over disclosure. */
  linked: boolean;
  /** Rows joined to what follows: 行政复议、行政诉讼. */
  joined: RowSense[] = [];
  /** Whether something is joined to them that no table counts: 予以公开、征地、不予公开. */
  isMixed = false;
  /** Whether a kind of applicant is joined to what follows: 自然人和商业企业. */
  applicants = false;
  /** What was stated since the last semicolon, and in the clause before that stated something. */
  stated: Found[] = [];
  before: Found[] = [];
  /** 新收申请中，…: what the rest of the sentence is about. */
  subject: Figure | undefined;
  /** Whether requests are spoken of that are not all: 收到的12件已办结11件 leaves open how many of last year's have ended. */
  isOfSome = false;
  /** Whether other things were dealt with than requests: 受理不动产登记36件，办结36件. */
  isOfOthers = false;
  /** Whether a bracket tells more of those that came in: 收到12件（办结11件）. */
  isAside = false;
  /** Whether the sentence tells the results of requests, so that 公开3件 in it says how some ended. */
  tellsResults = false;
  /** Whether 其中 or 含 has been said, and the number that it opened up. */
  among = false;
  whole: Found | undefined;
  /** The review or lawsuits, and the documents, spoken of last. */
  dispute: Figure | undefined;
  documents: readonly RowSense[] = [];
  /** 制发规章、…: the column of an enumeration. */
  column: ColumnSense | undefined;
  last: Found | undefined;
  #brackets: Outside[] = [];
  #year: YearToken | undefined;
  #yearBefore: YearToken | undefined;
  #carried: NamedYear | undefined;
  #named: string | undefined;
  #share: Share | undefined;
  /** Whether one of the parts that 其中 tells is that of an organ or a time which has dealt with it itself. */
  #sharesAmong = false;
  /** Whether the number said last was not understood, and is what 其中 tells parts of. */
  #isUnclear = false;
  #isOfUnclear = false;

  constructor(tokens: readonly Token[], text: string, topic: Topic | undefined) {
    this.#tokens = tokens;
    this.#text = text;
    this.#home = topic;
    this.topic = topic;
    this.linked = topic !== undefined;
  }

  /** Whether a word of one of these kinds has been said since the last comma. */
  says(kinds: number): boolean {
    return (this.#phrase & kinds) !== 0;
  }

  /** Whether one has been said in the sentence. */
  hasSaid(kinds: number): boolean {
    return (this.#sentence & kinds) !== 0;
  }

  /** The sentence tells how documents are marked, and not how requests end. */
  turnToDocuments(): void {
    this.#sentence |= SAID.attribute;
  }

  /** Whether parts are told of a number that was not understood: 征地类申请5件，其中予以公开2件. */
  get isOfUnclear(): boolean {
    return this.among && this.#isOfUnclear;
  }

  /** Whether what is said is not said of the whole year and the whole organ. */
  get blocked(): boolean {
    return (
      this.#sharesAmong ||
      typeof this.#share === 'string' ||
      typeof this.#shareOfPhrase() === 'string' ||
      this.says(BLOCKING)
    );
  }

  /** The organ that what is said is said of, where it was named. */
  get organ(): string | undefined {
    return this.#named ?? (typeof this.#share === 'object' ? this.#share.organ : undefined);
  }

  #shareOfPhrase(): Share | undefined {
    if (this.says(SAID.someOrgans) && !this.says(SAID.allOrgans)) return 'organs';
    if (this.says(SAID.channel) && !this.says(SAID.allChannels)) return 'channel';
    if (this.says(SAID.period) || (this.says(SAID.lastYear) && !this.says(SAID.compare))) return 'time';
    return this.#named === undefined ? undefined : { organ: this.#named };
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

  /** What a token is in the line. */
  textOf({ start, end }: Token): string {
    return this.#text.slice(start, end);
  }

  /** What stands before the words of a number and is not understood: the organ that speaks, or a part of what is counted. */
  speaker(gap: Token | undefined): string | undefined {
    if (gap?.kind !== 'text') return undefined;
    const name = this.textOf(gap).slice(-LONGEST_NAME);
    return mayLimit(name) ? name : undefined;
  }

  /** Takes note of a word. */
  hear(token: WordToken | YearToken): void {
    const kind = kindOf(token);
    const bit = bitOf(kind);
    if (bit === 0 && kind !== 'carry') return;
    const previous = this.#tokens[this.at - 1];
    this.#phrase |= bit;
    this.#sentence |= bit;
    if ((bit & REQUESTS) !== 0) this.topic = 'applications';
    if ((bit & (REQUESTS | SAID.disclosure)) !== 0) this.linked = true;
    if (kind === 'among') [this.among, this.whole, this.#isOfUnclear] = [true, this.last, this.#isUnclear];
    if (this.#share && !this.among && (wholeOf(this.#share) & bit) !== 0) this.#share = undefined;
    if ((bit & ASKED) !== 0) this.isOfOthers = false;
    if ((bit & ORGANS) !== 0) this.#named = kind === 'self' ? undefined : this.textOf(token);
    if (token.kind === 'year') this.#hearYear(token);
    else if (previous?.kind === 'year') {
      // 比2024年增加3件: that year is not what the sentence is about, nor is 2024年结转.
      if (kind === 'compare' || kind === 'carry') this.#year = this.#yearBefore;
      if (kind === 'carry') this.#carried = { named: previous.value, shift: -1 };
    }
  }

  #hearYear(token: YearToken): void {
    const previous = this.#tokens[this.at - 1];
    if (this.says(SAID.compare)) return;
    // 2024年结转至2025年 has said already which year it is carried over from.
    if (previous && kindOf(previous) === 'carry') this.#carried ??= { named: token.value, shift: 1 };
    else [this.#yearBefore, this.#year] = [this.#year, token];
  }

  /** A number has been dealt with; one that counts nothing else may be what comes is a part of. */
  pass(found: Found | undefined, { unit, rough }: NumberToken, left: Phrase, right: Phrase): void {
    if (unit === 'count') this.#isUnclear = !found;
    // 受理36件信访 says only behind the number what it counts.
    const isForeign = this.says(SAID.foreign | SAID.publish) || (right.gap && kindOf(right.gap) === 'foreign');
    if (!found && !this.tellsResults && isForeign) this.topic = 'other';
    const isUnclear = !found && unit === 'count' && this.says(ACTED);
    const organ = isUnclear && !left.loose ? this.speaker(left.gap) : found?.speaker;
    const share = this.#shareOfPhrase() ?? (organ === undefined ? undefined : { organ });
    this.#goOnWith(share, isUnclear && !rough && this.#countsOthers(left, right));
    this.joined = [];
    this.isMixed = false;
    this.applicants = false;
    this.last = found;
    this.#carried = undefined;
  }

  /**
   * 上半年收到6件，办结5件: the second is of the half-year too, and of 县教育局 where that has received the first; 受理不动产
   * 登记36件，办结36件 tells of those alone. 其中 tells parts and leaves it at that.
   */
  #goOnWith(share: Share | undefined, isOfOthers: boolean): void {
    if (this.among) {
      // 其中县政府办公室收到4件，办结4件: what is told of a part goes on until 其中 ends.
      this.#sharesAmong ||= isOfOthers || (share !== undefined && share !== 'channel' && this.says(ACTED));
    } else {
      this.isOfOthers ||= isOfOthers;
      if (this.says(COUNTED)) this.#share = share ?? this.#share;
    }
  }

  /** 受理不动产登记36件, 收到36件不动产登记, 收到36件申请、信访: whether a number counts something else, or something else too. */
  #countsOthers(left: Phrase, right: Phrase): boolean {
    return this.isMixed || this.speaker(left.loose ? left.gap : right.gap) !== undefined;
  }

  /** A bracket opens, and tells of the number before it, or has the one of the words before it: 予以公开（5件）. */
  open(): void {
    const { among, topic, isAside } = this;
    this.#brackets.push({ among, topic, isAside, phrase: this.#phrase, named: this.#named });
    this.isAside ||= isIntake(rowOf(this.last));
  }

  /** What stands around the bracket that ends. */
  #leave(): Outside | undefined {
    const outside = this.#brackets.pop();
    this.among = outside?.among ?? false;
    this.isAside = outside?.isAside ?? false;
    if (outside && this.topic === 'other') this.topic = outside.topic;
    return outside;
  }

  /** A mark ends what it ends. */
  end(mark: MarkToken['mark']): void {
    this.joined = [];
    this.isMixed = false;
    this.applicants = false;
    this.column = undefined;
    if (mark === '（') this.open();
    const outside = mark === '）' ? this.#leave() : undefined;
    // 截至6月底，…: a time that stands by itself holds for what comes.
    const isPeriod = mark === '，' && this.#share === undefined && this.says(SAID.period);
    // 各乡镇（街道）收到 is said of the towns.
    this.#phrase = outside?.phrase ?? (isPeriod ? SAID.period : 0);
    this.#named = outside?.named;
    if (mark !== '。' && mark !== '；') return;
    this.last = undefined;
    this.among = this.isOfSome = this.isAside = this.#sharesAmong = this.#isUnclear = false;
    if (this.#share === 'channel') this.#share = undefined;
    if (this.stated.length > 0) this.before = this.stated;
    this.stated = [];
    if (mark === '；') return;
    if (this.#share === 'time') this.#share = undefined;
    this.#sentence = 0;
    this.#brackets = [];
    this.subject = undefined;
    this.documents = [];
    if (this.topic === 'other') this.topic = this.#home;
  }
}

/** The row of a number that was understood. */
export const rowOf = (found: Found | undefined): string | undefined => found?.figure?.cells[0]?.row;

/** Whether a row counts requests by when they came in. */
export const isIntake = (row: string | undefined): boolean => row === 'received' || row === 'carriedIn';

/** The rows that are named. */
export function rowsOf(tokens: readonly Token[]): RowSense[] {
  const rows: RowSense[] = [];
  for (const token of tokens) if (token.kind === 'word' && token.sense.kind === 'row') rows.push(token.sense);
  return rows;
}

const wholeOf = (share: Share): number => WHOLE[typeof share === 'string' ? share : 'organs'];
