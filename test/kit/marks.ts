import assert from 'node:assert/strict';
import { checkText } from '../../service/index.ts';
import type { Finding } from '../../rules/index.ts';
import { applyEdits, TextLines, type Position, type Range } from '../../text/index.ts';

/** A text with its marks taken out: `⟦…⟧` are ranges, `‸` is the cursor. */
export interface MarkedText {
  readonly text: string;
  readonly ranges: readonly Range[];
  readonly cursor: Position | undefined;
}

/** Takes the marks out of a text. */
export function marked(source: string): MarkedText {
  let text = '';
  let cursor: number | undefined;
  const open: number[] = [];
  const spans: [number, number][] = [];
  for (const character of source) {
    if (character === '⟦') open.push(text.length);
    else if (character === '⟧') spans.push([open.pop() ?? assert.fail('⟧ without ⟦'), text.length]);
    else if (character === '‸') cursor = text.length;
    else text += character;
  }
  const lines = new TextLines(text);
  return {
    text,
    ranges: spans
      .sort(([a], [b]) => a - b)
      .map(([start, end]) => ({ start: lines.positionAt(start), end: lines.positionAt(end) })),
    cursor: cursor === undefined ? undefined : lines.positionAt(cursor),
  };
}

/** The findings of one rule in a text. */
export const findingsOf = (text: string, rule: string): readonly Finding[] =>
  checkText(text).findings.filter(finding => finding.rule === rule);

/** The text with every range set in marks, as `marked` would read it. */
export function withMarks(text: string, ranges: readonly Range[]): string {
  const lines = new TextLines(text);
  // At one place, what ends there comes first, then what begins there, and last the ends of what is empty.
  const marks = ranges.flatMap(range => {
    const [start, end] = [lines.offsetAt(range.start), lines.offsetAt(range.end)];
    return [
      { at: start, rank: 1, mark: '⟦' },
      { at: end, rank: start === end ? 2 : 0, mark: '⟧' },
    ];
  });
  let result = '';
  let done = 0;
  for (const { at, mark } of marks.sort((a, b) => a.at - b.at || a.rank - b.rank)) {
    result += text.slice(done, at) + mark;
    done = at;
  }
  return result + text.slice(done);
}

/** The rule finds exactly the marked places, and none where nothing is marked. */
export function finds(rule: string, source: string): readonly Finding[] {
  const { text } = marked(source);
  const findings = findingsOf(text, rule);
  assert.equal(
    withMarks(
      text,
      findings.map(finding => finding.range),
    ),
    source.replace('‸', ''),
  );
  return findings;
}

/** The text after the first mend of every finding of the rule, taken as offered, guesses included. */
export function mended(rule: string, source: string): string {
  const { text } = marked(source);
  const edits = findingsOf(text, rule).flatMap(finding => finding.mends?.[0]?.edits ?? []);
  assert.notEqual(edits.length, 0, 'there is a mend');
  return applyEdits(text, edits);
}
