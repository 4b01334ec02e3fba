import type { Facts } from './facts.ts';
import { BINS, SIGNATURE_LENGTH } from './signature.ts';

/** A paragraph that another one is, word for word or nearly. */
export interface Likeness {
  /** The report that it stands in, as it was named to the index. */
  readonly key: string;
  readonly organ: string | undefined;
  readonly year: number | undefined;
  /** The line in that report's text. */
  readonly line: number;
  /** How much of the words is the same, up to 1. */
  readonly share: number;
}

/** Who asks: what is copied was there before, in another organ's report or in an earlier one of the same. */
export type Asking = Pick<Facts, 'organ' | 'year'>;

/**
 * The paragraphs of many reports, found again by their likeness. Some bins of a signature are its seeds; paragraphs that
 * have a seed in common are compared, and no others. A seed that many organs have is a form of speech that regulation
 * and template gave; so what everybody writes is nobody's copy, and costs nothing to compare.
 */
export class CopyIndex {
  readonly #reports: (Entry | undefined)[] = [];
  readonly #byKey = new Map<string, number>();
  readonly #organs = new Map<string | undefined, number>();
  /** For each paragraph its report, and its place among that report's paragraphs. */
  #owner = new Int32Array(64);
  #place = new Uint32Array(64);
  #paragraphs = 0;
  readonly #free: number[] = [];
  readonly #freeReports: number[] = [];
  /** The seeds of each paragraph, and for each the next one in the chain that begins in `#heads`; -1 ends it. */
  #seeds = new Int32Array(64 * SEEDS);
  #next = new Int32Array(64 * SEEDS);
  #heads = new Int32Array(1024).fill(-1);
  /** Seeds that were found to be everybody's, until something changes. */
  readonly #common = new Set<number>();
  /** The paragraphs that have the seed in question. */
  readonly #found = new Int32Array(MOST_LOOKED_AT);
  #seenParagraphs = new Int32Array(64);
  #seenOrgans = new Int32Array(64);
  #questions = 0;

  /** How many reports there are. */
  get size(): number {
    return this.#byKey.size;
  }

  /** Takes in a report, in place of what was known of it before. */
  set(key: string, facts: Facts): void {
    this.delete(key);
    const report = this.#freeReports.pop() ?? this.#reports.length;
    const organ = this.#organs.get(facts.organ) ?? this.#organs.size;
    this.#organs.set(facts.organ, organ);
    if (organ >= this.#seenOrgans.length) this.#seenOrgans = grown(this.#seenOrgans, new Int32Array(organ * 2));
    const { lines, signatures } = facts.paragraphs;
    const paragraphs = Array.from(lines, (_, place) => this.#enter(report, place, signatures));
    this.#reports[report] = { key, facts, organ, paragraphs };
    this.#byKey.set(key, report);
    this.#common.clear();
  }

  /** Forgets a report. */
  delete(key: string): void {
    const report = this.#byKey.get(key);
    const entry = report === undefined ? undefined : this.#reports[report];
    if (report === undefined || !entry) return;
    for (const paragraph of entry.paragraphs) this.#remove(paragraph);
    this.#common.clear();
    this.#reports[report] = undefined;
    this.#freeReports.push(report);
    this.#byKey.delete(key);
  }

  /** The paragraph most like the one whose signature stands here, if one is like it and it is not everybody's. */
  find(signatures: Uint16Array, at: number, asking: Asking): Likeness | undefined {
    const question = ++this.#questions;
    const own = this.#organs.get(asking.organ) ?? -1;
    const most = Math.max(FEW, this.#byKey.size / 100);
    const likeOrgans = new Set<number>();
    let best: Likeness | undefined;
    readSeeds(signatures, at);
    for (const seed of seeds) {
      if (seed === NO_SEED || this.#common.has(seed)) continue;
      const found = this.#having(seed, own, most);
      for (let number = 0; number < found; number++) {
        const paragraph = this.#found[number] ?? 0;
        if (this.#seenParagraphs[paragraph] === question) continue;
        this.#seenParagraphs[paragraph] = question;
        const entry = this.#reports[this.#owner[paragraph] ?? 0];
        if (!entry || !isBefore(entry.facts, asking)) continue;
        const place = this.#place[paragraph] ?? 0;
        const share = shareOf(signatures, at, entry.facts.paragraphs.signatures, place * SIGNATURE_LENGTH);
        if (share < LEAST) continue;
        if (entry.organ !== own) likeOrgans.add(entry.organ);
        const { organ, year, paragraphs } = entry.facts;
        const likeness = { key: entry.key, organ, year, line: paragraphs.lines[place] ?? 0, share };
        if (!best || isNearer(likeness, best)) best = likeness;
      }
    }
    return likeOrgans.size > most ? undefined : best;
  }

  /** How many paragraphs have a seed; they stand in `#found` then. None where more organs than so many have it. */
  #having(seed: number, own: number, most: number): number {
    const question = ++this.#questions;
    let organs = 0;
    let count = 0;
    for (let one = this.#headOf(seed); one >= 0; one = this.#next[one] ?? -1) {
      if (this.#seeds[one] !== seed) continue;
      const paragraph = Math.floor(one / SEEDS);
      const organ = this.#reports[this.#owner[paragraph] ?? 0]?.organ ?? -1;
      if (organ !== own && this.#seenOrgans[organ] !== question) {
        this.#seenOrgans[organ] = question;
        organs++;
      }
      // One organ more than that, and they are too many whoever asks: in which order things come must not matter.
      if (organs > most + 1 || count === this.#found.length) {
        this.#common.add(seed);
        return 0;
      }
      this.#found[count++] = paragraph;
    }
    return organs > most ? 0 : count;
  }

  #enter(report: number, place: number, signatures: Uint16Array): number {
    const paragraph = this.#free.pop() ?? this.#paragraphs++;
    if (paragraph >= this.#owner.length) this.#grow();
    this.#owner[paragraph] = report;
    this.#place[paragraph] = place;
    readSeeds(signatures, place * SIGNATURE_LENGTH);
    for (const [number, seed] of seeds.entries()) this.#link(paragraph * SEEDS + number, seed);
    return paragraph;
  }

  #link(one: number, seed: number): void {
    this.#seeds[one] = seed;
    if (seed === NO_SEED) return;
    const slot = this.#slotOf(seed);
    this.#next[one] = this.#heads[slot] ?? -1;
    this.#heads[slot] = one;
  }

  #remove(paragraph: number): void {
    for (let one = paragraph * SEEDS; one < (paragraph + 1) * SEEDS; one++) {
      const seed = this.#seeds[one] ?? NO_SEED;
      this.#seeds[one] = NO_SEED;
      if (seed === NO_SEED) continue;
      const next = this.#next[one] ?? -1;
      const slot = this.#slotOf(seed);
      let before = this.#heads[slot] ?? -1;
      if (before === one) this.#heads[slot] = next;
      else {
        while (before >= 0 && this.#next[before] !== one) before = this.#next[before] ?? -1;
        this.#next[before] = next;
      }
    }
    this.#free.push(paragraph);
  }

  #grow(): void {
    const length = this.#owner.length * 2;
    this.#owner = grown(this.#owner, new Int32Array(length));
    this.#place = grown(this.#place, new Uint32Array(length));
    this.#seenParagraphs = grown(this.#seenParagraphs, new Int32Array(length));
    this.#seeds = grown(this.#seeds, new Int32Array(length * SEEDS));
    this.#next = grown(this.#next, new Int32Array(length * SEEDS));
    if (length * SEEDS < this.#heads.length * 2) return;
    this.#heads = new Int32Array(this.#heads.length * 4).fill(-1);
    for (const [one, seed] of this.#seeds.entries()) this.#link(one, seed);
  }

  #headOf(seed: number): number {
    return this.#heads[this.#slotOf(seed)] ?? -1;
  }

  #slotOf(seed: number): number {
    return (Math.imul(seed, 0x9e3779b1) >>> 7) & (this.#heads.length - 1);
  }
}

interface Entry {
  readonly key: string;
  readonly facts: Facts;
  readonly organ: number;
  readonly paragraphs: readonly number[];
}

/** Below this, likeness is that of any two texts on one subject. */
const LEAST = 0.65;
/** As many organs as may share words before they are nobody's own. */
const FEW = 4;
/** A seed that so many paragraphs have is no sign of anything, whoever wrote them. */
const MOST_LOOKED_AT = 1000;
/** The bins by which a paragraph is looked up, and the number of its words as a whole. */
const SEEDS = 17;
const NO_SEED = 0;

const seeds = new Int32Array(SEEDS);

/** The seeds of a signature: its first bins that are not empty, and all of its words. */
function readSeeds(signatures: Uint16Array, at: number): void {
  let count = 0;
  for (let bin = 0; bin < BINS && count < SEEDS - 1; bin++) {
    const value = signatures[at + bin] ?? 0;
    if (value !== 0) seeds[count++] = (bin << 16) | value;
  }
  seeds.fill(NO_SEED, count);
  const whole = ((signatures[at + BINS] ?? 0) << 16) | (signatures[at + BINS + 1] ?? 0);
  seeds[SEEDS - 1] = whole === 0 ? NO_SEED : (whole & 0x3fffffff) | 0x40000000;
}

/** Another organ's report that is not younger, or the same organ's of an earlier year. */
function isBefore({ organ, year }: Facts, asking: Asking): boolean {
  if (year === undefined || asking.year === undefined) return organ !== asking.organ;
  return organ === asking.organ ? year < asking.year : year <= asking.year;
}

/** How much of the words is the same: bins are equal as often as shingles are shared among all. */
function shareOf(a: Uint16Array, inA: number, b: Uint16Array, inB: number): number {
  let equal = 0;
  let filled = 0;
  for (let bin = 0; bin < BINS; bin++) {
    const one = a[inA + bin] ?? 0;
    const other = b[inB + bin] ?? 0;
    if (one === other) equal += one === 0 ? 0 : 1;
    if (one !== 0 || other !== 0) filled++;
  }
  const shared = equal / Math.max(1, filled);
  return (2 * shared) / (1 + shared);
}

/** Of two that are as near the same organ's, then the younger, then the first by name: whatever order they came in. */
function isNearer(one: Likeness, other: Likeness): boolean {
  if (one.share !== other.share) return one.share > other.share;
  const years = (one.year ?? 0) - (other.year ?? 0);
  if (years !== 0) return years > 0;
  return one.key === other.key ? one.line < other.line : one.key < other.key;
}

function grown<T extends Int32Array | Uint32Array>(old: T, larger: T): T {
  larger.set(old);
  return larger;
}
