import assert from 'node:assert/strict';
import { openSnapshot, textOfSnapshot, type Snapshot } from '../../service/index.ts';
import { comparePositions, type Position, type Range } from '../../text/index.ts';
import { makeReport, marked, mutate, seeded } from '../kit/index.ts';

/** A snapshot of a marked text, with its cursor and its ranges. */
export function opened(source: string): { snapshot: Snapshot; cursor: Position; ranges: readonly Range[] } {
  const { text, cursor, ranges } = marked(source);
  return { snapshot: openSnapshot('file:///r.nianbao', 7, text), cursor: cursor ?? { line: 0, character: 0 }, ranges };
}

/** Broken reports, one a seed. */
export function* brokenReports(seeds: number): Generator<Snapshot> {
  for (let seed = 0; seed < seeds; seed++) {
    const random = seeded(seed);
    const text = mutate(makeReport(seed).text, makeReport(seed + 1).text, random);
    yield openSnapshot(`file:///${seed}.nianbao`, 1, text);
  }
}

/** Every position of two broken reports, some of two hundred, and some outside the text of each. */
export function* anywhere(): Generator<{ snapshot: Snapshot; position: Position }> {
  let number = 0;
  for (const snapshot of brokenReports(200)) {
    const { lines } = snapshot.report.tree;
    const random = seeded(number++);
    for (const outside of [-1, lines.length, 1e9]) yield { snapshot, position: { line: outside, character: outside } };
    yield { snapshot, position: { line: random(lines.length), character: 1e9 } };
    if (number <= 2) {
      for (const [line, { text }] of lines.entries()) {
        for (let character = 0; character <= text.length; character++) {
          yield { snapshot, position: { line, character } };
        }
      }
    }
    for (let times = 0; times < 25; times++) {
      const line = random(lines.length);
      yield { snapshot, position: { line, character: random((lines[line]?.text.length ?? 0) + 2) } };
    }
  }
}

/** The range lies in the text and does not end before it begins. */
export function assertInside({ report }: Snapshot, { start, end }: Range): void {
  assert.ok(comparePositions(start, end) <= 0);
  for (const { line, character } of [start, end]) {
    const text = report.tree.lines[line]?.text;
    assert.ok(text !== undefined && character >= 0 && character <= text.length, `${line}:${character}`);
  }
}

/** What a range holds, of one line. */
export const textIn = (snapshot: Snapshot, { start, end }: Range): string =>
  start.line === end.line
    ? (snapshot.report.tree.lines[start.line]?.text.slice(start.character, end.character) ?? '')
    : textOfSnapshot(snapshot)
        .split('\n')
        .slice(start.line, end.line + 1)
        .join('\n');
