import assert from 'node:assert/strict';
import { textOf, type Line } from '../../../grammar/index.ts';
import { readReport, type Report } from '../../../model/index.ts';
import { checkReport } from '../../../rules/index.ts';
import { formatEdits, formatOnType, formatRange, formatText, openSnapshot } from '../../../service/index.ts';
import { applyEdits, fold, type Range, type TextEdit } from '../../../text/index.ts';
import { makeReport, mutate, pick, seeded, spoil, type Random } from '../../kit/index.ts';
import { madeAndHeld, type Campaign } from '../campaign.ts';

export const formatting: Campaign = {
  name: 'formatting',
  promise:
    'Formatting twice is formatting once; numbers and names are kept, comments and prose to the letter, line endings and marks; it brings no finding; as a whole, of a range, and while typing',
  unit: 'documents',
  seeds: { short: 100, normal: 5_000, deep: 50_000 },
  patience: 20,
  ...madeAndHeld(make, hold),
};

interface Loose {
  readonly text: string;
  readonly range: Range;
  /** What was typed at the end of the range; nothing where the range itself is formatted. */
  readonly typed?: string;
}

function make(seed: number): Loose {
  const random = seeded(seed);
  const right = makeReport(seed % 400).text.replaceAll('\n', pick(random, ['\n', '\r\n', '\r']));
  const text =
    pick(random, ['', '\ufeff']) +
    pick(random, [
      () => right,
      () => spoil(right, 2, random),
      () => mutate(right, makeReport((seed % 7) + 400).text, random),
    ])();
  const range = someLines(readReport(text), random);
  return { text, range, ...(random(2) === 0 && { typed: pick(random, ['|', '\n']) }) };
}

function hold({ text, range, typed }: Loose): void {
  const once = formatText(text);
  assert.equal(once.unsafe, false);
  assert.equal(formatText(once.text).text, once.text);
  const snapshot = openSnapshot('file:///a.nianbao', 1, text);
  const made = (edits: ReturnType<typeof formatEdits>): string => applyEdits(text, edits.map(asEdit));
  assert.equal(made(formatEdits(snapshot)), once.text);
  assertSays(text, once.text);
  const part = typed === undefined ? formatRange(snapshot, range) : formatOnType(snapshot, range.end, typed);
  assertSays(text, made(part));
}

const asEdit = ({ range, newText }: { range: Range; newText: string }): TextEdit => ({ range, text: newText });

function someLines({ tree: { lines } }: Report, random: Random): Range {
  const [first = 0, last = 0] = [random(lines.length), random(lines.length)].sort((a, b) => a - b);
  return {
    start: { line: first, character: 0 },
    end: { line: last, character: random((lines[last]?.text.length ?? 0) + 1) },
  };
}

function assertSays(before: string, after: string): void {
  if (after === before) return;
  const [old, fresh] = [readReport(before), readReport(after)];
  assert.deepEqual(wordsOf(fresh), wordsOf(old));
  assert.deepEqual(numbersOf(fresh), numbersOf(old));
  assert.deepEqual(endingsOf(fresh), endingsOf(old));
  assert.equal(after.startsWith('\ufeff'), before.startsWith('\ufeff'));
  const left = findingsOf(old);
  for (const finding of findingsOf(fresh)) {
    const index = left.indexOf(finding);
    assert.ok(index >= 0, `new: ${finding}`);
    left.splice(index, 1);
  }
}

const said = ({ tree }: Report): readonly Line[] => tree.lines.filter(({ kind }) => kind !== 'blank');

/** What a writer wrote in words, line by line: comments as they are, names of fields with their values, prose between its spaces. */
function wordsOf({ tree, head }: Report): string[] {
  const fields = new Map(head.fields.map(({ line, name, value }) => [line, `${name.text}：${value.text}`]));
  return tree.lines.flatMap((line, index) => {
    if (line.kind === 'comment') return [line.text];
    if (line.kind !== 'prose') return [];
    return [
      fields.get(index) ?? (index === head.title?.line ? line.text.replace(/^[\ufeff\s#]*/, '') : line.text).trim(),
    ];
  });
}

/** Every row of every table, its label and what its cells hold, width and commas aside. */
const numbersOf = ({ tree }: Report): string[][] =>
  tree.lines.flatMap(line =>
    line.kind === 'row'
      ? [[line.label, ...line.cells].map(cell => fold(textOf(line, cell)).replace(/[,\s]/g, ''))]
      : [],
  );

/** Of the lines that say something: the last may be followed by one more. */
const endingsOf = (report: Report): string[] => said(report).map(({ ending }) => ending);

/** What is found, wherever it stands now. */
const findingsOf = (report: Report): string[] =>
  checkReport(report).map(({ rule, message }) => `${rule} ${message.zh.replace(/第 \d+ 行/g, '')}`);
