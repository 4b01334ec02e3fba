import assert from 'node:assert/strict';
import { readReport } from '../../model/index.ts';
import { checkReport } from '../../rules/index.ts';
import { changeSnapshot, openSnapshot, textOfSnapshot } from '../../service/index.ts';
import { TextLines } from '../../text/index.ts';
import { makeReport, pick, seeded } from '../kit/index.ts';

const SCRIPTS = 200;
const EDITS = 20;

const inserted = ['', '1', '件', '\n', '\r', '\r\n', '|', '一、总体情况', '{本年新收}', '// 忽略：row-total 已核\n'];

describe('edits', () => {
  it('leave what a fresh read of the whole text gives, findings included', () => {
    for (let seed = 0; seed < SCRIPTS; seed++) {
      const random = seeded(seed);
      let text = makeReport(seed % 60).text.replaceAll('\n', pick(random, ['\n', '\n', '\r\n', '\r']));
      let snapshot = openSnapshot('file:///a.nianbao', 0, text);
      for (let edit = 1; edit <= EDITS; edit++) {
        const lines = new TextLines(text);
        const from = random(text.length + 1);
        const to = Math.min(text.length, from + random(pick(random, [1, 3, 30, 300])));
        const range = { start: lines.positionAt(from), end: lines.positionAt(to) };
        const piece = random(8) === 0 ? text.slice(random(text.length)).slice(0, 200) : pick(random, inserted);
        // An offset inside a line ending is no position: both sides take the one before it.
        text = text.slice(0, lines.offsetAt(range.start)) + piece + text.slice(lines.offsetAt(range.end));
        snapshot = changeSnapshot(snapshot, edit, [{ range, text: piece }]);
        assert.equal(textOfSnapshot(snapshot), text, `seed ${seed}, edit ${edit}`);
        const fresh = readReport(text);
        assert.deepEqual(snapshot.report.tree, fresh.tree, `seed ${seed}, edit ${edit}`);
        assert.deepEqual(checkReport(snapshot.report), checkReport(fresh), `seed ${seed}, edit ${edit}`);
      }
    }
  });
});
