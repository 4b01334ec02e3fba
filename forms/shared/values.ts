import type { ValueKind } from '../types.ts';

/** How many there are. */
export const count: ValueKind = { kind: 'count' };

/** How many there are more, or fewer, than last year. */
export const change: ValueKind = { kind: 'change' };
