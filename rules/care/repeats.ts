import { trimSpan, type Span } from '../../text/index.ts';

/** A word, a mark or a sentence that stands twice. */
export interface Repeat extends Span {
  /** What is left of it. */
  readonly once: string;
}

const NONE: readonly Repeat[] = [];

/** Three characters and more never stand twice by rights, nor do words so long by chance. */
const [SHORTEST_WORD, LONGEST_WORD] = [3, 12];

/** Of two, only words that nothing is made of by doubling: 信息信息化 and 公开公开栏 are two words each. */
const PAIRS = '按照 根据 以及 通过 关于 对于 我们 切实 认真 加强 开展 推进 完善 提高 落实 加大'.split(' ');

/** 无。 and the like may follow one another. */
const SHORTEST_SENTENCE = 6;

const MARKS = '，、；：。';
const ENDS = '。！？；!?;';

/**
 * One walk along the line, since every line takes it: how far back a character stood last is how long a word is that is
 * given twice.
 */
export function repeatsIn(text: string): readonly Repeat[] {
  let found: Repeat[] | undefined;
  let done = 0;
  let sentence: Span = { start: 0, end: 0 };
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isHan(code)) {
      const length = at - (lastSeen[code & FEW] ?? 0);
      lastSeen[code & FEW] = at;
      if (length > 0 && length <= LONGEST_WORD) {
        const start = twiceFrom(text, at, length);
        if (start >= done) {
          done = start + 2 * length;
          (found ??= []).push({ start, end: done, once: text.slice(start, start + length) });
        }
      }
      continue;
    }
    const mark = text.charAt(at);
    if (mark === text.charAt(at - 1) && MARKS.includes(mark)) {
      const start = at - 1;
      while (text.charAt(at + 1) === mark) at++;
      (found ??= []).push({ start, end: at + 1, once: mark });
    } else if (ENDS.includes(mark)) {
      const now = trimSpan(text, sentence.end, at + 1);
      if (isSame(text, sentence, now)) (found ??= []).push({ start: now.start, end: now.end, once: '' });
      sentence = now;
    }
  }
  return found ?? NONE;
}

const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff;

/**
 * Where each character stood last, in this line or in one before it, which the text then tells. Characters share places,
 * so that the table stays in the nearest memory: a word is missed only where others displace its characters one by one.
 */
const FEW = 0xfff;
const lastSeen = new Int32Array(FEW + 1);

/** Where a word of this length begins that stands twice, its second time holding a place; -1 where none does. */
function twiceFrom(text: string, at: number, length: number): number {
  if (length === 1) return text.startsWith('的的', at - 1) && text[at + 1] !== '确' ? at - 1 : -1;
  let first = at;
  while (at - first < length && isAgain(text, first, length)) first--;
  let last = at;
  while (last - at < length && isAgain(text, last + 1, length)) last++;
  if (last - first < length) return -1;
  const start = first + 1 - length;
  return length >= SHORTEST_WORD || PAIRS.includes(text.slice(start, start + length)) ? start : -1;
}

const isAgain = (text: string, at: number, length: number): boolean =>
  at >= length && text.charCodeAt(at) === text.charCodeAt(at - length) && isHan(text.charCodeAt(at));

function isSame(text: string, before: Span, now: Span): boolean {
  const length = now.end - now.start;
  return (
    length >= SHORTEST_SENTENCE &&
    length === before.end - before.start &&
    text.startsWith(text.slice(before.start, before.end), now.start)
  );
}
