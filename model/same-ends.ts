import { copyWith } from '../text/index.ts';

/** What two lists have in common: so much at their beginning, and everything from `below` on, which was `belowBefore`. */
export interface Ends {
  readonly above: number;
  readonly below: number;
  readonly belowBefore: number;
}

/** Which objects are the same at the beginning and at the end of a list before an edit and after it. */
export function sameEnds<Item>(
  before: readonly Item[],
  after: readonly Item[],
  isSame: (a: Item | undefined, b: Item | undefined) => boolean = Object.is,
): Ends {
  const most = Math.min(before.length, after.length);
  let above = 0;
  while (above < most && isSame(before[above], after[above])) above++;
  let end = 0;
  while (end < most - above && isSame(before[before.length - 1 - end], after[after.length - 1 - end])) end++;
  return { above, below: after.length - end, belowBefore: before.length - end };
}

/** What was found before in the lines that are the same, with what is found now in those between them. */
export function carriedOver<Found extends { readonly line: number }>(
  found: readonly Found[],
  between: readonly Found[],
  { above, below, belowBefore }: Ends,
): readonly Found[] {
  if (found.length === 0) return between;
  const behind = found.slice(placeOf(found, belowBefore));
  const moved = below - belowBefore;
  return [
    ...found.slice(0, placeOf(found, above)),
    ...between,
    ...(moved === 0 ? behind : behind.map(one => copyWith(one, { line: one.line + moved }))),
  ];
}

/** The place of the first that was found in this line or below. */
function placeOf(found: readonly { readonly line: number }[], line: number): number {
  let [from, to] = [0, found.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((found[middle]?.line ?? 0) < line) from = middle + 1;
    else to = middle;
  }
  return from;
}
