import type { Topic } from './heard.ts';
import { kindOf } from './phrase.ts';
import { bitOf, SAID } from './said.ts';
import type { Token } from './tokens.ts';

/** Most lines have no number, nor a word that says that there is none, or speak of nothing that the tables count. */
export function isWorthReading(tokens: readonly Token[], topic: Topic | undefined): boolean {
  let said = topic === undefined ? 0 : SUBJECTS;
  let hasNumber = false;
  for (const token of tokens) {
    if (token.kind === 'word') said |= bitOf(token.sense.kind);
    else if (isCount(token)) hasNumber = true;
    if ((hasNumber || (said & WORDED) !== 0) && (said & SUBJECTS) !== 0) return true;
  }
  return false;
}

/** What a sentence is like, before it is read. */
export interface Survey {
  /** The place of the mark that ends it. */
  readonly end: number;
  readonly hasNumber: boolean;
  /** Whether anything can be stated in it: it has a number, or words that stand for one, of what the tables count. */
  readonly speaks: boolean;
  /** Whether it names two results of requests and speaks of nothing else, or names three. */
  readonly tellsResults: boolean;
}

/** Looks a sentence over from its first token. */
export function surveyOf(tokens: readonly Token[], from: number): Survey {
  const rows: string[] = [];
  let said = 0;
  let hasNumber = false;
  let end = from;
  for (; ; end++) {
    const token = tokens[end];
    if (!token || (token.kind === 'mark' && token.mark === '。')) break;
    if (isCount(token)) hasNumber = true;
    if (token.kind !== 'word') continue;
    const { sense } = token;
    said |= bitOf(sense.kind);
    if (sense.kind !== 'row' || sense.table !== 'applications' || UNCLEAR.has(sense.row)) continue;
    if (rows.length < 3 && !rows.includes(sense.row)) rows.push(sense.row);
  }
  const isOfOthers = (said & (SAID.foreign | SAID.publish)) !== 0;
  const tellsResults = (said & SAID.attribute) === 0 && rows.length > (isOfOthers ? 2 : 1);
  hasNumber ||= (said & WORDED) !== 0;
  // 公开信息120条。其中网站公开130条。
  const next = tokens[end + 1];
  const isWhole = next !== undefined && kindOf(next) === 'among';
  return { end, hasNumber, speaks: hasNumber && (isWhole || (said & SUBJECTS) !== 0), tellsResults };
}

/** What is also said of letters, proposals and other matters that are dealt with. */
const UNCLEAR: ReadonlySet<string> = new Set(['received', 'carriedIn', 'carriedOut', 'concluded', 'other.rest']);

/** Without one of these nothing is understood. 其中 tells a part, of whatever it is. */
const SUBJECTS =
  SAID.row | SAID.column | SAID.request | SAID.byRequest | SAID.among | SAID.receive | SAID.accept | SAID.noRequests;

/** These say a number without one: none, or as many as were said before. */
const WORDED = SAID.none | SAID.noRequests | SAID.column;

/** A number of what tables count, or of what it counts it does not say. */
const isCount = (token: Token): boolean => token.kind === 'number' && token.unit !== 'other';
