import assert from 'node:assert/strict';
import { readReport } from '../../../model/index.ts';
import { checkReport } from '../../../rules/index.ts';
import { changeSnapshot, openSnapshot, textOfSnapshot, type TextChange } from '../../../service/index.ts';
import { applyEdits, TextLines } from '../../../text/index.ts';
import { makeReport, pick, seeded, spoil, type Random } from '../../kit/index.ts';
import { madeAndHeld, type Campaign } from '../campaign.ts';

const EDITS = 20;

const INSERTED = ['', '1', '件', '\n', '\r', '\r\n', '|', '一、总体情况', '{本年新收}', '// 忽略：row-total 已核\n'];

export const edits: Campaign = {
  name: 'edits',
  promise: 'Reading only what an edit touched gives what a fresh read gives, findings included; undoing restores all',
  unit: `scripts of ${EDITS} edits`,
  seeds: { short: 200, normal: 600, deep: 50_000 },
  patience: 30,
  ...madeAndHeld(make, hold),
};

interface Script {
  readonly first: string;
  readonly changes: readonly Required<TextChange>[];
}

function make(seed: number): Script {
  const random = seeded(seed);
  const report = spoil(makeReport(seed % 300).text, random(4), random);
  const first = report.replaceAll('\n', pick(random, ['\n', '\n', '\r\n', '\r']));
  const changes: Required<TextChange>[] = [];
  for (let text = first; changes.length < EDITS;) {
    const change = someEdit(text, random);
    changes.push(change);
    text = applyEdits(text, [change]);
  }
  return { first, changes };
}

function hold({ first, changes }: Script): void {
  let text = first;
  let snapshot = openSnapshot('file:///a.nianbao', 0, text);
  const undos: TextChange[] = [];
  const step = (change: TextChange, version: number): void => {
    snapshot = changeSnapshot(snapshot, version, [change]);
    assert.ok(textOfSnapshot(snapshot) === text, `edit ${version}: another text`);
    const fresh = readReport(text);
    assert.deepEqual(snapshot.report.tree, fresh.tree, `edit ${version}`);
    assert.deepEqual(checkReport(snapshot.report), checkReport(fresh), `edit ${version}`);
  };
  for (const [index, change] of changes.entries()) {
    const lines = new TextLines(text);
    // An offset inside a line ending is no position: both sides take the one before it.
    const [from, to] = [lines.offsetAt(change.range.start), lines.offsetAt(change.range.end)];
    const old = text.slice(from, to);
    text = text.slice(0, from) + change.text + text.slice(to);
    step(change, index + 1);
    const after = new TextLines(text);
    const end = from + change.text.length;
    const back = { start: after.positionAt(from), end: after.positionAt(end) };
    // A line ending that the edit made at a seam has no place inside it from which to take it back.
    if (after.offsetAt(back.start) !== from || after.offsetAt(back.end) !== end) undos.length = 0;
    else undos.push({ range: back, text: old });
  }
  const whole = undos.length === changes.length;
  for (const [index, undo] of undos.reverse().entries()) {
    const lines = new TextLines(text);
    const [from, to] = [lines.offsetAt(undo.range!.start), lines.offsetAt(undo.range!.end)];
    text = text.slice(0, from) + undo.text + text.slice(to);
    snapshot = changeSnapshot(snapshot, changes.length + 1 + index, [undo]);
  }
  if (!whole) return;
  assert.ok(text === first, 'undone, the text is the first again');
  const fresh = readReport(first);
  assert.deepEqual(snapshot.report.tree, fresh.tree);
  assert.deepEqual(checkReport(snapshot.report), checkReport(fresh));
}

function someEdit(text: string, random: Random): Required<TextChange> {
  const lines = new TextLines(text);
  if (random(2) === 0) return numberEdit(lines, random);
  const from = random(text.length + 1);
  const to = Math.min(text.length, from + random(pick(random, [1, 3, 30, 300])));
  const piece = random(8) === 0 ? text.slice(random(text.length)).slice(0, 200) : pick(random, INSERTED);
  return { range: { start: lines.positionAt(from), end: lines.positionAt(to) }, text: piece };
}

/** What a clerk does most of the time, which the engine has a way of its own for: another digit in a row, one more, one less. */
function numberEdit(lines: TextLines, random: Random): Required<TextChange> {
  const digits = [...lines.text.matchAll(/(?<=^[ \u3000]*\|.*)\d/gm)].map(({ index }) => index);
  const from = digits.length > 0 ? pick(random, digits) : 0;
  const to = digits.length > 0 ? from + random(2) : from;
  const piece = pick(random, ['', '0', '1', '37', '-', '１', '3件', ' ']);
  return { range: { start: lines.positionAt(from), end: lines.positionAt(to) }, text: piece };
}
