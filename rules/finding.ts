import type { Bilingual } from '../forms/index.ts';
import { copyWith, moveRange, type Range, type TextEdit } from '../text/index.ts';

/** How much a finding weighs. */
export type Severity = 'error' | 'warning' | 'information';

/** What a rule has to say about one place of a report. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** As small as the fault: the wrong total, not its row. */
  readonly range: Range;
  readonly message: Bilingual;
  /** Places that belong to the fault: the addends of a sum, the first of two sections. */
  readonly related?: readonly RelatedPlace[];
  /** Corrections, the likeliest first. */
  readonly mends?: readonly Mend[];
  /** Addresses of the cells concerned, the underlined one first: `applications.refused.secret.total`. */
  readonly cells?: readonly string[];
  /** What would be right in the underlined cell, and what stands there. */
  readonly expected?: number;
  readonly actual?: number;
  /** The cell whose single correction mends several sums. */
  readonly suspect?: Suspect;
}

/** A place that belongs to a finding, and why. */
export interface RelatedPlace {
  readonly range: Range;
  readonly message: Bilingual;
}

/** A correction: what it does, in the user's words, and the edits that do it. */
export interface Mend {
  readonly title: Bilingual;
  readonly edits: readonly TextEdit[];
  /** One possibility of several: offered, but never made unasked. */
  readonly guess?: true;
}

/** The cell whose correction to `expected` makes `mends` failed sums hold and breaks none. */
export interface Suspect {
  readonly cell: string;
  readonly expected: number;
  readonly mends: number;
}

/** The finding so many lines further down. */
export function moveFinding<F extends Omit<Finding, 'rule' | 'severity'>>(finding: F, lines: number): F {
  if (lines === 0) return finding;
  const { range, related, mends } = finding;
  return copyWith(finding, {
    range: moveRange(range, lines),
    ...(related && { related: related.map(place => movePlace(place, lines)) }),
    ...(mends && { mends: mends.map(mend => moveMend(mend, lines)) }),
  });
}

/** The place so many lines further down. */
export const movePlace = ({ range, message }: RelatedPlace, lines: number): RelatedPlace => ({
  range: moveRange(range, lines),
  message,
});

/** The mend so many lines further down. */
export const moveMend = (mend: Mend, lines: number): Mend =>
  copyWith(mend, { edits: mend.edits.map(({ range, text }) => ({ range: moveRange(range, lines), text })) });
