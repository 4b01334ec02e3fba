/**
 * Which places of a sequence are out of order: the fewest that have to move so that the rest ascend (what a longest
 * ascending subsequence leaves over).
 */
export function outOfOrder(values: readonly number[]): number[] {
  const best: number[] = [];
  const previous: number[] = [];
  let end = -1;
  values.forEach((value, i) => {
    best[i] = 1;
    for (let j = 0; j < i; j++) {
      const length = (best[j] ?? 0) + 1;
      if ((values[j] ?? 0) < value && length > (best[i] ?? 0)) [best[i], previous[i]] = [length, j];
    }
    if (end < 0 || (best[i] ?? 0) > (best[end] ?? 0)) end = i;
  });
  const kept = new Set<number>();
  for (let i = end; i >= 0; i = previous[i] ?? -1) kept.add(i);
  return values.map((_, i) => i).filter(i => !kept.has(i));
}
