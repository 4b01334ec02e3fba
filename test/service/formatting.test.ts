import assert from 'node:assert/strict';
import { formatEdits, formatOnType, formatRange } from '../../service/features/formatting.ts';
import { formattingTriggers } from '../../service/features/offers.ts';
import { formatText, openSnapshot, textOfSnapshot, type Snapshot } from '../../service/index.ts';
import { applyEdits, TextLines, type Position } from '../../text/index.ts';
import type { TextEdit } from 'vscode-languageserver-types';
import { makeReport, marked, mutate, seeded, spoil } from '../kit/index.ts';

describe('formatting', () => {
  it('edits only the lines that change', () => {
    const text = '示范市2025年政府信息公开工作年度报告\n\n\n一、总体情况\n\n　　无。\n次段。\n';
    const edits = formatEdits(open(text));
    assert.deepEqual(
      edits.map(({ range, newText }) => [range.start.line, range.end.line, newText]),
      [
        [2, 3, ''],
        [6, 6, '　　'],
      ],
    );
    assert.equal(apply(text, edits), formatText(text).text);
  });

  it('leaves a canonical text alone', () => {
    assert.deepEqual(formatEdits(open(formatText(makeReport(3).text).text)), []);
  });

  it('says the same as the command line, whatever the text', () => {
    for (let seed = 0; seed < 300; seed++) {
      const text = broken(seed);
      const edits = formatEdits(open(text));
      assert.equal(apply(text, edits), formatText(text).text, `seed ${seed}`);
      if (text !== formatText(text).text) {
        assert.ok(
          edits.every(edit => isMinimal(text, edit)),
          `seed ${seed}`,
        );
      }
    }
  });

  it('keeps a byte-order mark', () => {
    const text = '\ufeff\n示范市2025年政府信息公开工作年度报告\n一、总体情况\n';
    assert.equal(apply(text, formatEdits(open(text))), formatText(text).text);
  });

  it('of a range stays in it, and aligns a table whole', () => {
    const text =
      '一、总体情况\n甲\n乙\n\n四、政府信息公开行政复议、行政诉讼情况\n\n| 行政复议 | 0 | 0 | 0 | 0 | 0 |\n| 行政诉讼 |\n';
    const range = (line: number): Parameters<typeof formatRange>[1] => ({
      start: { line, character: 0 },
      end: { line: line + 1, character: 0 },
    });
    assert.equal(apply(text, formatRange(open(text), range(1))), text.replace('甲', '\n　　甲'));
    const crooked = text.replace('| 行政诉讼 |', '|行政诉讼|').replace('| 行政复议 |', '|行政复议|');
    assert.equal(apply(crooked, formatRange(open(crooked), range(7))), text);
  });

  it('of a range is the part of the whole that lies in it', () => {
    let compared = 0;
    for (let seed = 0; seed < 60; seed++) {
      const random = seeded(seed);
      const snapshot = open(broken(seed));
      const whole = formatEdits(snapshot);
      const count = snapshot.report.tree.lines.length;
      const everything = { start: { line: 0, character: 0 }, end: { line: count, character: 0 } };
      assert.deepEqual(formatRange(snapshot, everything), whole);
      if (whole.length === 0) continue;
      const first = random(count);
      const part = formatRange(snapshot, {
        start: { line: first, character: 0 },
        end: { line: first + 1 + random(20), character: 0 },
      });
      compared += part.length;
      for (const edit of part) assert.ok(whole.some(one => JSON.stringify(one) === JSON.stringify(edit)));
    }
    assert.ok(compared > 100);
  });

  it('ranges anywhere keep what a text says', () => {
    for (let seed = 0; seed < 150; seed++) {
      const random = seeded(seed);
      const text = broken(seed);
      const snapshot = open(text);
      const count = snapshot.report.tree.lines.length;
      const [a, b] = [random(count + 2) - 1, random(count + 2)];
      const start = { line: Math.min(a, b), character: random(9) };
      assert.doesNotThrow(() =>
        apply(text, formatRange(snapshot, { start, end: { line: Math.max(a, b), character: 2 } })),
      );
    }
  });
});

describe('formatting on type', () => {
  const head = '四、政府信息公开行政复议、行政诉讼情况\n\n';

  it('aligns the other rows and the row in hand up to the bar', () => {
    assert.equal(
      typed(`${head}| 案件类型 | 结果维持 |\n|行政复议|12|‸`),
      `${head}| 案件类型 | 结果维持 |\n| 行政复议 |       12 |‸`,
    );
  });

  it('leaves what stands behind the last bar of an unfinished row', () => {
    assert.equal(
      typed(`${head}| 案件类型 | 结果维持 |\n|行政复议|‸ 3`),
      `${head}| 案件类型 | 结果维持 |\n| 行政复议 |‸ 3`,
    );
  });

  it('writes a full-width bar as the half-width one', () => {
    assert.equal(typed(`${head}｜行政复议｜‸`), `${head}| 行政复议 |‸`);
  });

  it('closes and aligns the row that the line ending ended', () => {
    const { text, cursor } = marked(`${head}| 案件类型 | 结果维持 |\n|行政复议|12\n‸`);
    assert.equal(
      apply(text, formatOnType(open(text), cursor!, '\n')),
      `${head}| 案件类型 | 结果维持 |\n| 行政复议 |       12 |\n`,
    );
  });

  it('does nothing in prose, and for no other character', () => {
    assert.deepEqual(formatOnType(open('甲|'), { line: 0, character: 2 }, '|'), []);
    assert.deepEqual(formatOnType(open(`${head}|行政复议|`), { line: 2, character: 6 }, '。'), []);
  });

  it('never takes the cursor out of its cell', () => {
    for (let seed = 0; seed < 20; seed++) {
      const text = broken(seed);
      const snapshot = open(text);
      snapshot.report.tree.lines.forEach((line, number) => {
        for (const [character, one] of [...line.text].entries()) {
          if (one !== '|' && one !== '｜') continue;
          const cursor = { line: number, character: character + 1 };
          const edits = formatOnType(snapshot, cursor, one);
          const after = apply(text, edits);
          const moved = new TextLines(after).positionAt(moveOffset(text, edits, cursor));
          assert.equal(moved.line, cursor.line);
          assert.equal(barsBefore(after, moved), barsBefore(text, cursor), `seed ${seed}: ${line.text}`);
        }
      });
    }
  });

  it('stands any position', () => {
    for (let seed = 0; seed < 30; seed++) {
      const text = broken(seed);
      const snapshot = open(text);
      for (let line = -1; line < snapshot.report.tree.lines.length + 1; line++) {
        for (const one of formattingTriggers) apply(text, formatOnType(snapshot, { line, character: 5 }, one));
      }
    }
  });
});

const open = (text: string): Snapshot => openSnapshot('file:///a.nianbao', 1, text);

const broken = (seed: number): string =>
  seed % 3 === 0
    ? spoil(makeReport(seed).text, 2, seeded(seed))
    : mutate(makeReport(seed % 60).text, makeReport((seed % 7) + 70).text, seeded(seed));

function apply(text: string, edits: readonly TextEdit[]): string {
  const lines = new TextLines(text);
  for (const { range } of edits) {
    for (const { line, character } of [range.start, range.end]) {
      assert.ok(line >= 0 && line < lines.count && character >= 0 && character <= lines.line(line).length);
    }
  }
  return applyEdits(
    text,
    edits.map(({ range, newText }) => ({ range, text: newText })),
  );
}

/** Neither begins nor ends with what stands there already. */
function isMinimal(text: string, { range, newText }: TextEdit): boolean {
  const old = new TextLines(text).slice(range);
  if (range.start.line !== range.end.line) return !/\S/.test(old.replace(/[\u3000\u200b]/g, ' '));
  return old !== newText;
}

function typed(source: string): string {
  const { text, cursor } = marked(source);
  const edits = formatOnType(open(text), cursor!, text[new TextLines(text).offsetAt(cursor!) - 1]!);
  const after = apply(text, edits);
  const at = moveOffset(text, edits, cursor!);
  assert.equal(textOfSnapshot(open(after)), after);
  return `${after.slice(0, at)}‸${after.slice(at)}`;
}

/** Where an editor leaves the cursor: what is put in where it stands comes behind it. */
function moveOffset(text: string, edits: readonly TextEdit[], cursor: Position): number {
  const lines = new TextLines(text);
  let at = lines.offsetAt(cursor);
  const before = at;
  for (const { range, newText } of edits) {
    const [start, end] = [lines.offsetAt(range.start), lines.offsetAt(range.end)];
    if (end <= before && start < before) at += newText.length - (end - start);
    else if (start < before && before < end) at += start - before;
  }
  return at;
}

const barsBefore = (text: string, { line, character }: Position): number =>
  new TextLines(text)
    .line(line)
    .slice(0, character)
    .replace(/\\[|｜]/g, '')
    .replace(/[^|｜]/g, '').length;
