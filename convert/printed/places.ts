import type { Cell } from '../../grammar/index.ts';
import type { SourceSpan } from './types.ts';

/** Where a cell is written: all the room between its bars, so that a blank one has a place too. */
export const roomOf = (line: number, { bar, stop }: Cell): SourceSpan => ({
  line,
  start: Math.min(bar + 1, stop),
  end: Math.max(bar + 1, stop),
});
