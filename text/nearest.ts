import { editDistance } from './distance.ts';

/** The one of the names that was probably meant: a beginning of just one, or few letters away. */
export function nearest(name: string, names: Iterable<string>): string | undefined {
  const known = [...names];
  const begun = known.filter(candidate => name.length > 1 && candidate.startsWith(name));
  if (begun.length === 1) return begun[0];
  let best: string | undefined;
  let least = Math.max(1, Math.floor(name.length / 3)) + 1;
  for (const candidate of known) {
    const distance = editDistance(name.toLowerCase(), candidate, least);
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}
