/** How many objects two lists have in common at their beginning, and how many of the rest at their end. */
export function sameEnds<Item>(
  before: readonly Item[],
  after: readonly Item[],
  isSame: (a: Item | undefined, b: Item | undefined) => boolean = Object.is,
): { readonly above: number; readonly below: number } {
  const most = Math.min(before.length, after.length);
  let above = 0;
  while (above < most && isSame(before[above], after[above])) above++;
  let below = 0;
  while (below < most - above && isSame(before[before.length - 1 - below], after[after.length - 1 - below])) below++;
  return { above, below };
}
