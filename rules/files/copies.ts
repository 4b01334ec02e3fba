import type { Report } from '../../model/index.ts';
import { foldWords } from '../../text/index.ts';
import { paragraphsOf } from '../paragraphs.ts';

/** A paragraph that stands, word for word or nearly, in another report. */
export interface Copy {
  /** The block, and the line in it. */
  readonly block: number;
  readonly line: number;
  readonly source: Source;
  /** How much of the words is the same, up to 1. */
  readonly likeness: number;
}

/** Where a paragraph stands. */
export interface Source {
  readonly name: string;
  readonly organ: string | undefined;
  readonly year: number | undefined;
  /** The line in the text. */
  readonly line: number;
}

/**
 * The paragraphs of many reports, found again by their likeness. Each is cut into shingles of three characters; of
 * many hashes of them the least is kept (MinHash), and those that agree in all hashes of some band are compared. So no
 * paragraph is compared with all others. What many reports have in common is nobody's copy: the forms of speech that
 * the regulation and the template gave.
 */
export class CopyIndex {
  readonly #entries: Entry[] = [];
  readonly #buckets = new Map<number, number[]>();
  #reports = 0;

  /** Takes in a report. */
  add(name: string, report: Report): void {
    this.#reports++;
    const { organ, year } = report.head;
    for (const { block, line, signature } of signaturesOf(report)) {
      const source = { name, organ, year, line: (report.starts[block] ?? 0) + line };
      const entry = this.#entries.push({ source, signature }) - 1;
      for (const key of bandsOf(signature)) {
        const bucket = this.#buckets.get(key);
        if (bucket) bucket.push(entry);
        else this.#buckets.set(key, [entry]);
      }
    }
  }

  /** The paragraphs of a report that were there before: last year, or in another's report of the same year or earlier. */
  find(report: Report): Copy[] {
    return signaturesOf(report).flatMap(({ block, line, signature }) => {
      const found = this.#nearest(signature, report);
      return found ? [{ block, line, ...found }] : [];
    });
  }

  #nearest(signature: Uint32Array, report: Report): { source: Source; likeness: number } | undefined {
    const seen = new Set<number>();
    let best: { source: Source; likeness: number } | undefined;
    let likeOrgans = new Set<string | undefined>();
    for (const key of bandsOf(signature)) {
      for (const place of this.#buckets.get(key) ?? []) {
        if (seen.has(place)) continue;
        seen.add(place);
        // What is as common as this is boilerplate, however much of it there is to compare.
        if (seen.size > MOST_COMPARED) return undefined;
        const entry = this.#entries[place];
        if (!entry || !isOther(entry.source, report)) continue;
        const likeness = likenessOf(entry.signature, signature);
        if (likeness < LEAST) continue;
        likeOrgans = likeOrgans.add(entry.source.organ);
        if (!best || likeness > best.likeness) best = { source: entry.source, likeness };
      }
    }
    return likeOrgans.size > Math.max(FEW, this.#reports / 100) ? undefined : best;
  }
}

interface Entry {
  readonly source: Source;
  readonly signature: Uint32Array;
}

interface Signed {
  readonly block: number;
  readonly line: number;
  readonly signature: Uint32Array;
}

/** Below this, likeness is that of any two texts on one subject. */
const LEAST = 0.65;
/** As many organs as may share words before they are nobody's own. */
const FEW = 4;
const MOST_COMPARED = 400;
/** Shorter paragraphs say what there is but one way to say. */
const SHORTEST = 40;
const SHINGLE = 3;
const BANDS = 21;
const ROWS = 3;

/** Another organ's report that is not younger, or the same organ's of an earlier year. */
function isOther({ organ, year }: Source, { head }: Report): boolean {
  if (year === undefined || head.year === undefined) return organ !== head.organ;
  return organ === head.organ ? year < head.year : year <= head.year;
}

const known = new WeakMap<Report, readonly Signed[]>();

/** The head is left out: it says what every report says. */
function signaturesOf(report: Report): readonly Signed[] {
  const before = known.get(report);
  if (before) return before;
  const signed = report.blocks.flatMap((block, index) =>
    index === 0
      ? []
      : paragraphsOf(block).flatMap(({ line, text }) => {
          // Numbers change from year to year where the words do not.
          const words = foldWords(text).replace(/\d+/g, '0');
          return words.length < SHORTEST ? [] : [{ block: index, line, signature: signatureOf(words) }];
        }),
  );
  known.set(report, signed);
  return signed;
}

const SEEDS = Uint32Array.from({ length: BANDS * ROWS }, (_, index) => Math.imul(index + 1, 0x9e3779b1) | 1);

function signatureOf(words: string): Uint32Array {
  const least = new Uint32Array(SEEDS.length).fill(0xffffffff);
  for (let at = 0; at + SHINGLE <= words.length; at++) {
    let hash = 0;
    for (let i = 0; i < SHINGLE; i++) hash = Math.imul(hash ^ words.charCodeAt(at + i), 0x85ebca6b) ^ (hash >>> 13);
    for (let row = 0; row < SEEDS.length; row++) {
      let mixed = Math.imul(hash ^ (SEEDS[row] ?? 0), 0xc2b2ae35);
      mixed = (mixed ^ (mixed >>> 15)) >>> 0;
      if (mixed < (least[row] ?? 0)) least[row] = mixed;
    }
  }
  return least;
}

function* bandsOf(signature: Uint32Array): Generator<number> {
  for (let band = 0; band < BANDS; band++) {
    let key = band + 1;
    for (let row = 0; row < ROWS; row++) {
      key = Math.imul(key ^ (signature[band * ROWS + row] ?? 0), 0x01000193) ^ (key >>> 7);
    }
    yield key >>> 0;
  }
}

/** Equal hashes are as frequent as shared shingles are among all; of two texts as long, so much of each is the same. */
function likenessOf(a: Uint32Array, b: Uint32Array): number {
  let equal = 0;
  for (let row = 0; row < a.length; row++) if (a[row] === b[row]) equal++;
  const shared = equal / a.length;
  return (2 * shared) / (1 + shared);
}
