import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { ruleById } from '../../../rules/index.ts';
import { fixAllKind } from '../../../service/features/offers.ts';
import {
  blockAt,
  checkSnapshot,
  checkText,
  openSnapshot,
  toDiagnostic,
  type Finding,
  type Snapshot,
} from '../../../service/index.ts';
import { applyEdits, editsConflict, TextLines, type Range, type TextEdit } from '../../../text/index.ts';
import { makeReport, pick, seeded, spoil, type Random } from '../../kit/index.ts';
import { actionsIn, editsOf } from '../../service/acting.ts';
import { madeAndHeld, type Campaign } from '../campaign.ts';

const corpus = new URL('../../corpus/', import.meta.url);

/** Reports as offices write them. */
const samples = readdirSync(corpus)
  .filter(name => name.endsWith('.nianbao'))
  .map(name => readFileSync(new URL(name, corpus), 'utf8'));

export const actions: Campaign = {
  name: 'actions',
  promise:
    'Every code action takes away the findings that it names and brings no fault, though it may uncover one in what could not be read; its edits do not overlap and can be undone to the byte',
  unit: 'applications',
  seeds: { short: 200, normal: 5_000, deep: 50_000 },
  patience: 30,
  ...madeAndHeld(make, hold),
};

interface Choice {
  readonly text: string;
  readonly range: Range;
  /** Which of those that are offered there. */
  readonly index: number;
}

function make(seed: number): Choice {
  const random = seeded(seed);
  const text = spoil(
    pick(random, [makeReport(seed).text, makeReport(seed).text, pick(random, samples)]),
    1 + random(3),
    random,
  );
  return { text, ...someAction(openSnapshot('file:///a.nianbao', 1, text), random) };
}

function hold({ text, range, index }: Choice): void {
  const snapshot = openSnapshot('file:///a.nianbao', 1, text);
  const findings = checkSnapshot(snapshot);
  const action = offeredAt(snapshot, range, findings)[index];
  if (!action) return;
  const made = editsOf(action);
  const told = `${action.kind ?? ''} ${action.title}`;
  made.forEach((one, index) => {
    for (const other of made.slice(index + 1)) assert.ok(!editsConflict(one, other), told);
  });
  const after = applyEdits(text, made);
  assert.equal(undone(after, text, made), text, told);
  const { report, findings: left } = checkText(after);
  const [before, now] = [findings, left].map(keysOf) as [string[], string[]];
  const named = (action.diagnostics ?? []).map(({ code, message }) =>
    keyOf(code, typeof message === 'string' ? message : message.value),
  );
  for (const key of new Set(named)) {
    assert.ok(counted(before, key) - counted(now, key) >= counted(named, key), `${told}: still there: ${key}`);
  }
  if (errorsOf(left).length <= errorsOf(findings).length) return;
  const mended =
    action.kind === fixAllKind ? findings.map(({ rule }) => rule) : (action.diagnostics ?? []).map(({ code }) => code);
  assert.ok(mended.some(uncovers), `${told}: ${keysOf(errorsOf(left)).join()} instead of ${before.join()}`);
  const edited = linesAfter(text, made, after).map(line => blockAt(report, line).block);
  for (const { rule, message, range } of errorsOf(left)) {
    if (before.includes(keyOf(rule, message.zh))) continue;
    assert.ok(edited.includes(blockAt(report, range.start.line).block), `${told}: elsewhere: ${message.zh}`);
  }
}

const errorsOf = (findings: readonly Finding[]): Finding[] => findings.filter(({ severity }) => severity === 'error');

/** Whether what stands in its place can be read only when this is mended: what is wrong there was not known before. */
const uncovers = (rule: unknown): boolean => ['structure', 'tables'].includes(ruleById(String(rule))?.group ?? '');

/** One of what is offered at a place where something was found, or anywhere. */
function someAction(snapshot: Snapshot, random: Random): Omit<Choice, 'text'> {
  const { lines } = snapshot.report.tree;
  const findings = checkSnapshot(snapshot);
  for (let times = 0; ; times++) {
    const line = random(lines.length);
    const anywhere = { line, character: random((lines[line]?.text.length ?? 0) + 1) };
    const range =
      findings.length > 0 && random(3) > 0 ? pick(random, findings).range : { start: anywhere, end: anywhere };
    const { length } = offeredAt(snapshot, range, findings);
    if (length > 0 || times === 20) return { range, index: random(Math.max(length, 1)) };
  }
}

const offeredAt = (snapshot: Snapshot, range: Range, findings: readonly Finding[]): ReturnType<typeof actionsIn> =>
  actionsIn(snapshot, range, findings, { diagnostics: findings.map(finding => toDiagnostic(finding, SHOWN)) });

const SHOWN = {
  uri: 'file:///a.nianbao',
  locale: 'zh',
  related: true,
  codeDescription: false,
  data: true,
  tags: false,
  docs: '',
} as const;

/** What is said, wherever it stands. */
const keyOf = (rule: unknown, message: string): string => `${String(rule)} ${message.replace(/第 \d+ 行/g, '')}`;

const keysOf = (findings: readonly Finding[]): string[] => findings.map(({ rule, message }) => keyOf(rule, message.zh));

const counted = (keys: readonly string[], key: string): number => keys.filter(one => one === key).length;

interface Replaced {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Edits by their offsets, in the order of the text. */
function replacements(text: string, made: readonly TextEdit[]): Replaced[] {
  const lines = new TextLines(text);
  return made
    .map(({ range, text: words }) => ({
      from: lines.offsetAt(range.start),
      to: lines.offsetAt(range.end),
      text: words,
    }))
    .sort((a, b) => a.from - b.from);
}

/** The text after the inverse of edits: each replacement's old words put back where the new ones stand. */
function undone(after: string, before: string, made: readonly TextEdit[]): string {
  let result = after;
  for (const { from, to, text } of replacements(before, made)) {
    // Everything before this place is as it was already.
    result = result.slice(0, from) + before.slice(from, to) + result.slice(from + text.length);
  }
  return result;
}

/** The lines that edits begin and end on, once they are made. */
function linesAfter(before: string, made: readonly TextEdit[], after: string): number[] {
  const lines = new TextLines(after);
  let shift = 0;
  return replacements(before, made).flatMap(({ from, to, text }) => {
    const start = from + shift;
    shift += text.length - (to - from);
    return [start, start + text.length].map(offset => lines.positionAt(offset).line);
  });
}
