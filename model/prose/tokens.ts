import { hasProse, type Line, type Quote } from '../../grammar/index.ts';
import { chineseNumber, toHalfWidth, type Span } from '../../text/index.ts';
import { firstCharacters, wordAt, type Sense } from './lexicon.ts';

/** A piece of prose as far as it bears on numbers. */
export type Token = NumberToken | YearToken | MarkToken | WordToken | TextToken;

/** A number with what it counts, or a quote in its place. */
export interface NumberToken extends Span {
  readonly kind: 'number';
  /** NaN for a quote, which cannot be wrong. */
  readonly value: number;
  /** The unit behind it: cases, money, or what no table counts in; nothing where there is none. */
  readonly unit: Unit | undefined;
  /** Whether the unit is 条, which counts what is published more often than what the tables count. */
  readonly items: boolean;
  /** 近, 余, 以上, a range: not the number itself. */
  readonly rough: boolean;
  readonly quote?: Quote;
  /** The end of number and unit together. */
  readonly stop: number;
}

/** What is counted: cases, or money in one of its units. */
export type Unit = 'count' | '元' | '万元' | '亿元' | 'other';

/** 2025年. */
export interface YearToken extends Span {
  readonly kind: 'year';
  readonly value: number;
}

/** Punctuation: `。` ends a sentence, `；` a clause, `，` a phrase, `、` an item; brackets open and close. */
export interface MarkToken extends Span {
  readonly kind: 'mark';
  readonly mark: '。' | '；' | '，' | '、' | '（' | '）';
}

/** A word of the lexicon. */
export interface WordToken extends Span {
  readonly kind: 'word';
  readonly sense: Sense;
}

/** Anything else. */
export interface TextToken extends Span {
  readonly kind: 'text';
}

/** The tokens of a line's prose. */
export function tokensOf(line: Line): Token[] {
  if (!hasProse(line)) return [];
  const text = toHalfWidth(line.text);
  const tokens: Token[] = [];
  for (const span of line.spans) {
    if (span.kind === 'quote') {
      const unit = unitAt(text, span.end);
      tokens.push({
        kind: 'number',
        start: span.start,
        end: span.end,
        value: NaN,
        unit: unit?.unit,
        items: false,
        rough: false,
        quote: span,
        stop: unit?.end ?? span.end,
      });
    } else if (span.kind === 'text') scan(text, span, tokens);
  }
  return tokens;
}

function scan(text: string, span: Span, tokens: Token[]): void {
  const kinds = (kindsOfCharacters ??= readKinds());
  // Text that means nothing is one piece, however long.
  let plain = NOWHERE;
  const endPlain = (end: number): void => {
    if (plain !== NOWHERE) tokens.push({ kind: 'text', start: plain, end });
    plain = NOWHERE;
  };
  // What a quote counts has been read with it.
  const last = tokens.at(-1);
  let at = last?.kind === 'number' ? Math.max(span.start, last.stop) : span.start;
  while (at < span.end) {
    const kind = kinds[text.charCodeAt(at)] ?? PLAIN;
    const token = kind === PLAIN ? at + 1 : kind === SKIPPED ? undefined : tokenAt(text, at, kind, tokens.at(-1));
    if (typeof token === 'number') {
      if (plain === NOWHERE) plain = at;
      at = token;
    } else {
      endPlain(at);
      if (token) tokens.push(token);
      at = !token ? at + 1 : token.kind === 'number' ? Math.max(token.stop, token.end) : token.end;
    }
  }
  endPlain(at);
}

const NOWHERE = -1;

/** What a character can begin, of which it may be several. Most begin nothing, and are told by one look into a table. */
const [PLAIN, WORD, MARK, COLON, NAMING, NUMERAL, TIME, SKIPPED] = [0, 1, 2, 4, 8, 16, 32, 64] as const;

let kindsOfCharacters: Uint8Array | undefined;

function readKinds(): Uint8Array {
  const kinds = new Uint8Array(0x10000);
  const enter = (characters: Iterable<string>, kind: number): void => {
    for (const character of characters) {
      const code = character.charCodeAt(0);
      kinds[code] = (kinds[code] ?? PLAIN) | kind;
    }
  };
  enter(firstCharacters(), WORD);
  enter(MARKS.keys(), MARK);
  enter(NAMES, NAMING);
  enter(':', COLON);
  enter(NUMERALS, NUMERAL);
  enter(TIMES, TIME);
  // Whatever word may begin with one.
  for (const space of SPACES) kinds[space.charCodeAt(0)] = SKIPPED;
  return kinds;
}

const MARKS = new Map<string, MarkToken['mark']>([
  ['。', '。'],
  ['!', '。'],
  ['?', '。'],
  [';', '；'],
  [',', '，'],
  ['、', '、'],
  ['(', '（'],
  [')', '）'],
]);

/** What stands between words without a meaning of its own; so does a colon, but behind a number. */
const SPACES =
  ' \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u2028\u2029\u202f\u205f\u3000\ufeff“”‘’"\'';

/** What a name of a law or document, or its number, begins with. */
const NAMES = '《〈〔[(';

/** What a number begins with, and what a time begins with besides. */
const NUMERALS: ReadonlySet<string> = new Set('0123456789零〇一二两三四五六七八九十百千万');
const TIMES = '截第';

const PATTERNS = {
  /** Names of laws and documents, and their numbers, whatever words are in them. */
  name: /《[^《》]{0,80}》|〈[^〈〉]{0,80}〉|[〔[(]20\d\d[〕\])]\d{1,5}号/y,
  year: /(?:19|20)\d\d\s*年(?:度|内|全年)?|二[〇零]二[〇零一二三四五六七八九]年(?:度)?/y,
  /** The whole year, said by its days, or by the first of them. */
  wholeYear:
    /(?:20\d\d\s*年\s*)?(?:1\s*月\s*1\s*日起?(?:(?:至|到|-|—|–|~){1,2}(?:20\d\d\s*年)?\s*12\s*月\s*31\s*日(?:止|期间)?)?|12\s*月(?:\s*31\s*日|底)|1\s*(?:月\s*)?(?:至|到|-|—|–|~){1,2}\s*12\s*月)|(?:截至|截止)到?\s*(?:20\d\d\s*年\s*)?12\s*月(?:\s*31\s*日|底)?/y,
  /** Some other days or months. */
  date: /(?:截至|截止)?(?:20\d\d\s*年)?\s*(?:\d{1,2}\s*(?:至|到|-|—|–|~){1,2}\s*)?\d{1,2}\s*月(?:\s*\d{1,2}\s*日|份|底|末|初)?|(?:[一二三四五六七八九]|十[一二]?)月(?:份|底|末|初)/y,
  ordinal: /第\s*(?:\d+|[一二三四五六七八九十]+)/y,
  digits: /\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:\.\d+)?/y,
  /** Nobody says a longer one, and what is none is tried again from its next character. */
  numeral: /[零〇一二两三四五六七八九十百千万]{1,16}(?![零〇一二两三四五六七八九十百千万])/y,
  unit: /\s*(?:(万元|亿元|元)|(人次|人|户|家|篇|期|场|名|年|月|日|天|号|%|‰|倍|万|亿|批|类|种|处|台|页|字|分|小时|工作日|个(?=[\u4e00-\u9fff])|[项条](?=制度|机制|流程|环节|程序|措施|规定|标准|要求|工作))|(?:件次|件|条|份|例|宗|封|项|起|个|笔|次|部(?!门|分|委|署|长))(?!性|数))/y,
  roughAhead: /(?:约|近|超|超过|逾|突破|不足|至少|不少于|多达|不低于|最多)\s*$/,
  roughBehind: /\s*(?:余|多|几|来|[-~—–/]\s*\d|至\s*\d|到\s*\d)/y,
  roughUnit: /\s*(?:左右|以上|以下|以内|有余|上下|多)/y,
};

// What a pattern of PATTERNS can begin or, before a number, end with: few numbers need to be tried with any of them.
const ROUGH_AHEAD: ReadonlySet<string> = new Set('约近超过逾破足少于达多 \t\u00a0');
const ROUGH_BEHIND: ReadonlySet<string> = new Set('余多几来-~—–/至到 \t\u00a0');
const ROUGH_UNIT: ReadonlySet<string> = new Set('左以有上下多 \t\u00a0');

/** Between numbers, what makes of two of them one span or one number of another kind. */
const JOINING: ReadonlySet<string> = new Set('-~—–/.');

/** What begins at a character of some kind: the end of what means nothing, or nothing at all. */
function tokenAt(text: string, at: number, kind: number, last: Token | undefined): Token | number | undefined {
  const name = (kind & NAMING) !== 0 ? matchAt(PATTERNS.name, text, at) : undefined;
  if (name !== undefined) return name;
  const mark = (kind & MARK) !== 0 ? MARKS.get(text[at] ?? '') : undefined;
  if (mark !== undefined) return { kind: 'mark', mark, start: at, end: at + 1 };
  if ((kind & COLON) !== 0) return colonAt(at, last);
  const isNumber = (kind & NUMERAL) !== 0;
  const time = (kind & TIME) !== 0 || (isNumber && isTimeLike(text, at)) ? timeAt(text, at) : undefined;
  if (time !== undefined) return time;
  const word = (kind & WORD) !== 0 ? wordAt(text, at) : undefined;
  const number = isNumber ? numberAt(text, at, last) : undefined;
  if (number && (!word || number.stop > word.end)) return number;
  if (word) return { kind: 'word', sense: word.sense, start: at, end: word.end };
  return at + 1;
}

/** 答复9件：予以公开5件 goes on to something else, 行政复议：3件 does not. */
const colonAt = (at: number, last: Token | undefined): MarkToken | undefined =>
  last?.kind === 'number' && last.stop === at ? { kind: 'mark', mark: '，', start: at, end: at + 1 } : undefined;

/** Whether a number is followed as a year, a month or a span of months is; only such need be tried as a time. */
function isTimeLike(text: string, at: number): boolean {
  let end = at + 1;
  // Every numeral of a number asks: of a longer one than any time has, none is to look through all the others.
  const most = at + LONGEST_TIME;
  while (end < most && NUMERALS.has(text[end] ?? '')) end++;
  while (end < most && /\s/.test(text[end] ?? '')) end++;
  return TIME_GOES_ON.has(text[end] ?? '');
}

/** What stands behind the number of a year or a month, or between two. */
const TIME_GOES_ON: ReadonlySet<string> = new Set('年月至到-—–~');

/** Characters that the number of a time and the space behind it take at most. */
const LONGEST_TIME = 24;

function timeAt(text: string, at: number): Token | number | undefined {
  const whole = matchAt(PATTERNS.wholeYear, text, at);
  if (whole !== undefined) {
    return yearAt(text, at, whole) ?? { kind: 'word', sense: { kind: 'filler' }, start: at, end: whole };
  }
  const date = matchAt(PATTERNS.date, text, at);
  if (date !== undefined) return { kind: 'word', sense: { kind: 'period' }, start: at, end: date };
  const year = matchAt(PATTERNS.year, text, at);
  if (year !== undefined) return yearAt(text, at, year);
  return matchAt(PATTERNS.ordinal, text, at);
}

/** The year that a time begins with, standing for all of it. */
function yearAt(text: string, start: number, end: number): YearToken | undefined {
  const written = text.slice(start, start + 4);
  const value = /\d{4}/.test(written) ? Number(written) : chineseNumber(written);
  return value === undefined ? undefined : { kind: 'year', value, start, end };
}

function numberAt(text: string, at: number, last: Token | undefined): NumberToken | undefined {
  const digits = matchAt(PATTERNS.digits, text, at);
  const end = digits ?? matchAt(PATTERNS.numeral, text, at);
  if (end === undefined) return undefined;
  const written = text.slice(at, end);
  const value = digits === undefined ? chineseNumber(written) : Number(written.replaceAll(',', ''));
  if (value === undefined) return undefined;
  const isZero = written === '零' && /^[\s,;。、)]|^$/.test(text.slice(end, end + 1));
  const roughBehind = ROUGH_BEHIND.has(text[end] ?? '') ? matchAt(PATTERNS.roughBehind, text, end) : undefined;
  const unit = unitAt(text, roughBehind ?? end);
  // 一 or 十 with nothing behind that is counted is a word like any other.
  if (digits === undefined && !unit && !isZero) return undefined;
  const stop = unit?.end ?? end;
  const rough =
    roughBehind !== undefined || (last?.kind === 'number' && last.stop === at) || isRoughAround(text, at, stop);
  return { kind: 'number', value, unit: unit?.unit, items: text[stop - 1] === '条', rough, start: at, end, stop };
}

/** Whether what stands ahead of a number, or behind its unit, makes another of it than what is written. */
function isRoughAround(text: string, at: number, stop: number): boolean {
  const before = text[at - 1] ?? '';
  return (
    JOINING.has(before) ||
    (ROUGH_AHEAD.has(before) && PATTERNS.roughAhead.test(text.slice(Math.max(0, at - 6), at))) ||
    (ROUGH_UNIT.has(text[stop] ?? '') && matchAt(PATTERNS.roughUnit, text, stop) !== undefined)
  );
}

function unitAt(text: string, at: number): { unit: Unit; end: number } | undefined {
  PATTERNS.unit.lastIndex = at;
  const match = PATTERNS.unit.exec(text);
  if (!match) return undefined;
  const [, money, other] = match;
  const unit: Unit = (money as Unit | undefined) ?? (other === undefined ? 'count' : 'other');
  return { unit, end: at + match[0].length };
}

function matchAt(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
