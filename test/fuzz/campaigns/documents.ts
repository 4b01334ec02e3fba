import assert from 'node:assert/strict';
import { readReport } from '../../../model/index.ts';
import { checkReport } from '../../../rules/index.ts';
import { comparePositions, TextLines, type Range } from '../../../text/index.ts';
import { readSoundly } from '../../grammar/nesting.ts';
import { makeReport, mutate, seeded } from '../../kit/index.ts';
import { madeAndHeld, type Campaign } from '../campaign.ts';

export const documents: Campaign = {
  name: 'documents',
  promise: 'Any text is read: nothing throws, pieces nest and joined are the text, findings lie inside it',
  unit: 'mutated documents',
  seeds: { short: 1_000, normal: 20_000, deep: 200_000 },
  patience: 20,
  ...madeAndHeld(
    seed => mutate(makeReport(seed % 500).text, makeReport((seed * 7 + 1) % 500).text, seeded(seed)),
    text => {
      readSoundly(text);
      const lines = new TextLines(text);
      for (const { range, related, mends } of checkReport(readReport(text))) {
        inside(lines, range);
        for (const one of related ?? []) inside(lines, one.range);
        for (const { edits } of mends ?? []) for (const edit of edits) inside(lines, edit.range);
      }
    },
  ),
};

/** The range lies in the text, does not end before it begins, and cuts no character in two. */
function inside(lines: TextLines, { start, end }: Range): void {
  assert.ok(comparePositions(start, end) <= 0);
  for (const { line, character } of [start, end]) {
    const text = lines.line(line);
    assert.ok(line >= 0 && line < lines.count && character >= 0 && character <= text.length, `${line}:${character}`);
    const cut = /[\ud800-\udbff]/.test(text[character - 1] ?? '') && /[\udc00-\udfff]/.test(text[character] ?? '');
    assert.ok(!cut, `${line}:${character} stands inside a character`);
  }
}
