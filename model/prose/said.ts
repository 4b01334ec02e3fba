import type { WordKind } from '../../forms/index.ts';

/** The kinds of words that are asked for by what they are, wherever in a phrase they stand. */
const KINDS = [
  ...(['row', 'column', 'receive', 'accept', 'request', 'byRequest', 'bareRequest', 'handle', 'respectively'] as const),
  ...([
    'none',
    'noRequests',
    'disclosure',
    'matter',
    'among',
    'publish',
    'foreign',
    'attribute',
    'judge',
    'more',
  ] as const),
  ...(['channel', 'allChannels', 'someOrgans', 'allOrgans', 'organ', 'self'] as const),
  ...(['period', 'thisYear', 'compare', 'lastYear', 'supposed', 'year'] as const),
] satisfies readonly (WordKind | 'row' | 'column' | 'year')[];

/**
 * A kind of word as a bit: what a phrase has said is noted at every word, and asked for at every comma and number. A
 * number has 32 of them, beyond which they would begin anew.
 */
export const SAID = Object.fromEntries(KINDS.map((kind, bit) => [kind, 1 << bit])) as Readonly<
  Record<(typeof KINDS)[number], number>
>;

/** The bit of a kind; none for one that is never asked for. */
export const bitOf = (kind: string): number => BITS.get(kind) ?? 0;

const BITS: ReadonlyMap<string, number> = new Map(Object.entries(SAID));
