import { applyEdits, editsConflict, type TextEdit } from '../text/index.ts';
import type { Finding } from '../rules/index.ts';

/** The edits of all certain mends that can be made together, and how many mends they are. */
export interface Mending {
  readonly edits: readonly TextEdit[];
  readonly count: number;
}

/**
 * The certain mends of these findings, the first of each; one that conflicts with a mend before it is left for the
 * next time. Guesses are never made unasked.
 */
export function mendsOf(findings: readonly Finding[]): Mending {
  const edits: TextEdit[] = [];
  let count = 0;
  for (const finding of findings) {
    const mend = finding.mends?.find(one => !one.guess);
    if (!mend || mend.edits.some(edit => edits.some(other => editsConflict(edit, other)))) continue;
    edits.push(...mend.edits);
    count++;
  }
  return { edits, count };
}

/** The text with all certain mends made. */
export const mendText = (text: string, findings: readonly Finding[]): string =>
  applyEdits(text, mendsOf(findings).edits);
