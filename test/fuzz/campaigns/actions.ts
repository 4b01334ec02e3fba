import assert from 'node:assert/strict';
import { checkSnapshot, checkText, openSnapshot, type Finding } from '../../../service/index.ts';
import { applyEdits, editsConflict, TextLines } from '../../../text/index.ts';
import { makeReport, seeded, spoil } from '../../kit/index.ts';
import { actionsIn, editsOf } from '../../service/acting.ts';
import type { Campaign } from '../campaign.ts';

export const actions: Campaign = {
  name: 'actions',
  promise:
    'Every preferred quick fix takes its finding away and brings no new one; its edits do not overlap and can be undone to the byte',
  unit: 'reports with slips',
  seeds: { short: 100, normal: 1_500, deep: 15_000 },
  patience: 30,
  attempt(seed) {
    const text = spoil(makeReport(seed % 300).text, 1 + (seed % 3), seeded(seed * 31 + 5));
    const snapshot = openSnapshot('file:///a.nianbao', 1, text);
    const findings = checkSnapshot(snapshot);
    for (const finding of findings) {
      for (const action of actionsIn(snapshot, finding.range, [finding])) {
        if (action.kind !== 'quickfix' || action.isPreferred !== true) continue;
        const made = editsOf(action);
        made.forEach((one, index) => {
          for (const other of made.slice(index + 1)) assert.ok(!editsConflict(one, other), action.title);
        });
        const after = applyEdits(text, made);
        assert.equal(undone(after, text, made), text, action.title);
        const left = checkText(after).findings;
        const told = `${action.title}: ${rulesOf(findings)}, then ${rulesOf(left)}`;
        assert.ok(counted(left, finding.rule) < counted(findings, finding.rule), told);
        // A row that was missing comes in with blanks, which is a warning and no error.
        assert.ok(left.filter(isError).length <= findings.filter(isError).length, told);
      }
    }
  },
};

const rulesOf = (findings: readonly Finding[]): string => findings.map(({ rule }) => rule).join(' ');

const counted = (findings: readonly Finding[], rule: string): number =>
  findings.filter(one => one.rule === rule).length;

const isError = ({ severity }: Finding): boolean => severity === 'error';

/** The text after the inverse of edits: each replacement's old words put back where the new ones stand. */
function undone(after: string, before: string, made: ReturnType<typeof editsOf>): string {
  const lines = new TextLines(before);
  const spans = made
    .map(({ range, text }) => ({ from: lines.offsetAt(range.start), to: lines.offsetAt(range.end), text }))
    .sort((a, b) => a.from - b.from);
  let result = after;
  for (const { from, to, text } of spans) {
    // Everything before this place is as it was already.
    result = result.slice(0, from) + before.slice(from, to) + result.slice(from + text.length);
  }
  return result;
}
