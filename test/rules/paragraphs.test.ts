import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { readReport } from '../../model/index.ts';
import { checkReport } from '../../rules/index.ts';
import { changeSnapshot, openSnapshot, textOfSnapshot } from '../../service/index.ts';
import { pick, seeded } from '../kit/index.ts';

const folder = new URL('passages/', import.meta.url);

/** Every passage of the rules' tests, right or wrong, as one line each. */
const passages = readdirSync(folder).flatMap(file =>
  readFileSync(new URL(file, folder), 'utf8')
    .split('\n')
    .filter(line => /^[✓✗]/.test(line))
    .flatMap(line => line.slice(2).replace(/[⟦⟧]/g, '').split('⏎')),
);

const SCRIPTS = 20;
const EDITS = 15;

describe('what is found in lines', () => {
  it('is the same after any edits of lines as in a fresh read', () => {
    for (let seed = 0; seed < SCRIPTS; seed++) {
      const random = seeded(seed);
      const line = (): string =>
        pick(random, [pick(random, passages), '', '　　全年公开信息126条。', '一、总体情况', '（二）依申请公开']);
      const first = ['甲县石桥镇2025年政府信息公开工作年度报告', '', ...Array.from({ length: 30 }, line)].join('\n');
      let snapshot = openSnapshot('file:///a.nianbao', 0, first);
      for (let version = 1; version <= EDITS; version++) {
        const from = random(snapshot.report.tree.lines.length);
        const to = Math.min(snapshot.report.tree.lines.length - 1, from + random(3));
        const text = Array.from({ length: random(3) }, () => `${line()}\n`).join('');
        const range = { start: { line: from, character: 0 }, end: { line: to, character: 0 } };
        snapshot = changeSnapshot(snapshot, version, [{ range, text }]);
        assert.deepEqual(
          checkReport(snapshot.report),
          checkReport(readReport(textOfSnapshot(snapshot))),
          `seed ${seed}, edit ${version}`,
        );
      }
    }
  });
});
