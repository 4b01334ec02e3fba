import type { Line } from '../../grammar/index.ts';
import { foldWords, Kept } from '../../text/index.ts';

/**
 * A paragraph in little, by which it is found again. Every three characters of it are a shingle and have a number. The
 * numbers fall into bins by their first bits, and of each bin the least is kept: one pass, one number a shingle, where
 * MinHash as it is taught makes one for every entry. Two paragraphs agree in as many of their bins as they have shingles
 * in common among all; and one of fewer shingles than bins is kept nearly whole.
 *
 * The first entries are the bins, 0 for one that is empty. The last two are a number for the words as a whole, of a
 * paragraph so long that no two come to the same words by chance, whatever forms of speech they are made of.
 */
export const SIGNATURE_LENGTH = 130;

/** The bins of a signature. */
export const BINS = 128;

/** The signature of a line that is asked about again and again; nothing where `sign` makes none. */
export function signatureOf(line: Line): Uint16Array | undefined {
  let signature = known.get(line);
  if (!signature) {
    const made = new Uint16Array(SIGNATURE_LENGTH);
    known.set(line, (signature = sign(line, made, 0) ? made : NONE));
  }
  return signature === NONE ? undefined : signature;
}

const known = new Kept<Line, Uint16Array>();
const NONE = new Uint16Array(0);

const SHORTEST = 40;
const LONG = 80;
/** The first bits of a number choose its bin, the others say which of two is less. */
const REST_BITS = 25;
const REST = (1 << REST_BITS) - 1;
const EMPTY = 0x7fffffff;

const least = new Int32Array(BINS);

/**
 * Writes the signature of a line at a place. Not of what is no paragraph, or so short that there is but one way to say it:
 * then it says no.
 *
 * The words are read without widths, marks and the names of laws and documents, which are others' words; every number as
 * 0, since numbers change from year to year where the words do not.
 */
export function sign({ kind: lineKind, text }: Line, to: Uint16Array, place: number): boolean {
  if ((lineKind !== 'prose' && lineKind !== 'part') || text.length < SHORTEST) return false;
  least.fill(EMPTY);
  let length = 0;
  let whole = 0;
  let before = 0;
  let last = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === OPENING) at = endOfName(text, at);
    const kind = (kinds[code] ?? 0) || kindOf(code);
    if (kind === MARK || (kind === DIGIT && last === DIGIT)) continue;
    if (++length > 2) {
      const number = mixed(before, last, kind);
      whole = (Math.imul(whole, 31) + number) | 0;
      const bin = number >>> REST_BITS;
      const rest = number & REST;
      if (rest < (least[bin] ?? 0)) least[bin] = rest;
    }
    before = last;
    last = kind;
  }
  if (length < SHORTEST) return false;
  write(to, place, length < LONG ? 0 : whole);
  return true;
}

function write(to: Uint16Array, place: number, whole: number): void {
  for (let bin = 0; bin < BINS; bin++) {
    const rest = least[bin] ?? EMPTY;
    // Of the least in a crowded bin the first bits are all 0; the last differ.
    to[place + bin] = rest === EMPTY ? 0 : rest & 0xffff || 1;
  }
  to[place + BINS] = whole;
  to[place + BINS + 1] = whole >>> 16;
}

/** A number for three characters, of which every bit counts: its first ones choose a bin, the others are compared. */
function mixed(a: number, b: number, c: number): number {
  const sum = (Math.imul(a, 0x9e3779b1) + Math.imul(b, 0x85ebca6b) + Math.imul(c, 0xc2b2ae35)) | 0;
  return Math.imul(sum ^ (sum >>> 15), 0x27d4eb2f) >>> 0;
}

const OPENING = '《'.charCodeAt(0);
const LONGEST_NAME = 200;

/** The mark that ends a name, or the one that seemed to begin it. */
function endOfName(text: string, at: number): number {
  const end = text.indexOf('》', at);
  return end > 0 && end - at < LONGEST_NAME ? end : at;
}

const MARK = 1;
const DIGIT = 48;

/** What each character counts as, once it was met: its code without width, `MARK` or `DIGIT`. */
const kinds = new Uint16Array(0x10000);

function kindOf(code: number): number {
  const word = foldWords(String.fromCharCode(code));
  const kind = word === '' ? MARK : /\d/.test(word) ? DIGIT : word.charCodeAt(0);
  kinds[code] = kind;
  return kind;
}
