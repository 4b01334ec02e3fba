import type { Span } from '../../text/index.ts';
import { isIntake, rowOf, type Figure, type Found, type Heard } from './heard.ts';
import { kindOf, type Phrase } from './phrase.ts';
import { SAID } from './said.ts';
import type { MarkToken, NumberToken, Token } from './tokens.ts';

/** Numbers of one sentence that cannot all be right, whatever the tables say. */
export interface Slip {
  /** `parts` add up to more than their whole; a `sum` is not that of the numbers before it. */
  readonly kind: 'parts' | 'sum';
  /** The whole, or the sum. */
  readonly whole: Written;
  readonly addends: readonly Written[];
}

/** A number as it is written. */
export interface Written extends Span {
  readonly value: number;
}

interface Counted extends Written {
  readonly found: Found | undefined;
  /** 网上申请: one of the ways in which requests come in, and nothing else. */
  readonly isWay: boolean;
  readonly isExact: boolean;
  readonly unit: string;
}

/** A sentence, or a bracket in one, as far as it has been read. */
interface Frame {
  readonly numbers: Counted[];
  /** What 其中 speaks of: the whole, the greatest number of its kind before it, and the parts so far. */
  among:
    { readonly end: number; readonly whole: Counted; readonly most: number; readonly parts: Counted[] } | undefined;
}

/** Keeps count of the numbers of a line, sentence by sentence, and sees where they contradict each other. */
export class Tally {
  readonly slips: Slip[] = [];
  readonly #text: string;
  #before: readonly Counted[] = [];
  #frame: Frame = { numbers: [], among: undefined };
  #outer: Frame[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  /** 其中: what was counted last is a whole, and what comes may be its parts. */
  open({ end }: Token): void {
    this.#check();
    const near = [this.#frame, ...this.#outer.toReversed()].find(({ numbers }) => numbers.length > 0)?.numbers;
    const numbers = near ?? (this.#before.length === 1 ? this.#before : []);
    const whole = numbers.at(-1);
    if (!whole?.isExact) return;
    const most = numbers.reduce((most, { unit, value }) => (unit === whole.unit ? Math.max(most, value) : most), 0);
    this.#frame.among = { end, whole, most, parts: [] };
  }

  /** Takes a number down, with the words before it; `isLast` when no word follows it. */
  count(token: NumberToken, found: Found | undefined, left: Phrase, heard: Heard, isLast: boolean): void {
    if (token.unit !== 'count') return;
    const counted: Counted = {
      value: token.value,
      start: token.start,
      end: token.end,
      found,
      isWay: heard.says(SAID.channel) && !heard.says(SAID.allChannels),
      isExact: !token.rough && !Number.isNaN(token.value),
      unit: this.#text.slice(token.end, token.stop).trim(),
    };
    if (isLast && counted.isExact && this.#isBareSum(left)) this.#checkSum(counted);
    const { numbers, among } = this.#frame;
    numbers.push(counted);
    if (numbers.length > MANY) numbers.shift();
    if (among && among.parts.length < MANY) among.parts.push(counted);
  }

  /** A mark ends what it ends. */
  end(mark: MarkToken['mark'], among: boolean): void {
    if (mark === '（') {
      this.#outer.push(this.#frame);
      this.#frame = { numbers: [], among: undefined };
    } else if (mark === '）') this.#leave();
    else if (mark === '。') {
      while (this.#outer.length > 0) this.#leave();
      this.#check();
      this.#before = this.#frame.numbers;
      this.#frame = { numbers: [], among: undefined };
    } else if (!among) this.#check();
  }

  /** A bracket ends, where it is closed or with the sentence. */
  #leave(): void {
    this.#check();
    this.#frame = this.#outer.pop() ?? this.#frame;
  }

  /** Sees whether the parts of what 其中 spoke of are more than it is. */
  #check(): void {
    const { among } = this.#frame;
    if (!among) return;
    this.#frame.among = undefined;
    const [first] = among.parts;
    if (!first) return;
    const { whole, most, end } = among;
    const addends = overflow(
      whole,
      among.parts.filter(({ isExact }) => isExact),
    );
    // 主动公开信息100条，其中微信公众号120条: of whatever it is, a part is not greater than the whole.
    const isNext = first.start - end <= NEAR && !whole.found && first.isExact && first.unit === whole.unit;
    if (addends) this.slips.push({ kind: 'parts', whole, addends });
    else if (isNext && first.value > most) this.slips.push({ kind: 'parts', whole, addends: [first] });
  }

  /** 共15件, with nothing else said of what they are. 累计 may count other years too. */
  #isBareSum({ cues, gap }: Phrase): boolean {
    const isSum = cues.length > 0 && !gap && cues.every(cue => kindOf(cue) === 'sum');
    return isSum && !cues.some(({ start, end }) => this.#text.slice(start, end).includes('累计'));
  }

  #checkSum(sum: Counted): void {
    const all = this.#frame.numbers.filter(({ unit }) => unit === sum.unit);
    if (all.length > MOST || !all.every(({ isExact }) => isExact)) return;
    const from = all.findLastIndex(({ found, isWay }) => !found?.figure && !isWay) + 1;
    const run = all.slice(from);
    const pair = isComplete(run.slice(-2)) ? run.slice(-2) : undefined;
    const addends = pair ?? run;
    if (addends.length < 2 || canMake(sum.value, all)) return;
    // 予以公开5件、不予公开2件，共9件 leaves open that there are others.
    if (pair || totalOf(addends) > sum.value) this.slips.push({ kind: 'sum', whole: sum, addends });
  }
}

/** So many characters may stand between 其中 and what it tells a part of. */
const NEAR = 12;
/** More numbers than that nobody writes in a sentence, and more than those are not tried in all their combinations. */
const MANY = 40;
const MOST = 10;

const totalOf = (all: readonly Written[]): number => all.reduce((sum, { value }) => sum + value, 0);

/** Whether some of the numbers add up to this one: then it is their sum. */
function canMake(value: number, all: readonly Written[]): boolean {
  let sums = new Set([0]);
  for (const one of all) sums = new Set([...sums, ...[...sums].map(sum => sum + one.value)]);
  return sums.has(value);
}

/** Two figures that nothing else belongs to. */
const isComplete = (pair: readonly Counted[]): boolean => {
  const cells = pair.flatMap(({ found }) => found?.figure?.cells ?? []);
  const rows = cells.map(({ row }) => row).join(' ');
  const isTotal = cells.every(({ columns }) => columns[0] === 'total');
  return isTotal && (rows === 'received carriedIn' || rows === 'carriedIn received' || rows === 'review litigation');
};

/** Parts that exclude each other and are together more than the whole. */
function overflow(whole: Counted, parts: readonly Counted[]): readonly Counted[] | undefined {
  const kinds = new Map<string, Counted[]>();
  for (const part of parts) {
    const kind = kindOfPart(part, whole);
    if (kind !== undefined) kinds.set(kind, [...(kinds.get(kind) ?? []), part]);
  }
  return [...kinds.values()]
    .map(all => all.filter(part => !all.some(other => covers(other, part))))
    .find(all => totalOf(all) > whole.value);
}

/** By what parts are told apart: applicants, results, outcomes, ways in. Of those of one kind each excludes the others. */
function kindOfPart(part: Counted, whole: Counted): string | undefined {
  const requests = whole.found?.open === true || rowOf(whole.found) === 'received';
  if (part.isWay) return requests ? 'way' : undefined;
  const [mine, of] = [part.found, whole.found];
  if (!mine?.figure || !of || mine.year?.named !== of.year?.named) return undefined;
  const kinds = new Set(mine.figure.cells.map(cell => kindOfCell(mine.figure?.table, cell, of)));
  return kinds.size === 1 ? [...kinds][0] : undefined;
}

type Cell = Figure['cells'][number];

function kindOfCell(table: string | undefined, { row, columns }: Cell, { figure, open }: Found): string | undefined {
  const isTotal = columns[0] === 'total';
  const wholes = figure?.cells ?? [];
  // 办理12件 is of requests, whichever of them it counts.
  if ((figure?.table ?? 'applications') !== table) return undefined;
  if (!isTotal) return wholes.some(one => one.row === row && one.columns[0] === 'total') ? 'column' : undefined;
  if (table === 'disputes') return wholes[0]?.row === 'litigation' && KINDS.has(row) ? 'kind' : undefined;
  // What is dealt with came in this year or last, and ends in some way; what came in this year may end in the next.
  const isAll = wholes.length === 2 || (open === true && !figure);
  return kindOfRow(row, wholes, isAll);
}

function kindOfRow(row: string, wholes: readonly Cell[], isAll: boolean): string | undefined {
  if (isIntake(row)) return isAll ? 'intake' : undefined;
  if (row === 'carriedOut' || row === 'concluded') return undefined;
  const isResult = isAll || wholes.some(one => one.row === 'concluded' || row.startsWith(`${one.row}.`));
  return isResult ? 'result' : undefined;
}

const KINDS: ReadonlySet<string> = new Set(['direct', 'afterReview']);

/** 不予公开6件 counts 属于国家秘密2件 too, 法人或其他组织 counts 商业企业; what is said twice counts once. */
function covers(one: Counted, other: Counted): boolean {
  const [cell, inner] = [one.found?.figure?.cells[0], other.found?.figure?.cells[0]];
  if (!cell || !inner) return false;
  const isSame = cell.row === inner.row && cell.columns[0] === inner.columns[0];
  if (isSame) return one.start < other.start;
  const isGroup = inner.row.startsWith(`${cell.row}.`);
  return isGroup || (cell.row === inner.row && (cell.columns[0]?.includes(inner.columns[0] ?? '') ?? false));
}
