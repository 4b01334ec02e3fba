import assert from 'node:assert/strict';
import type { Finding } from '../../rules/index.ts';
import { checkText, mendsOf, mendText } from '../../service/index.ts';
import { applyEdits } from '../../text/index.ts';
import { makeReport, seeded, spoil } from '../kit/index.ts';

const TEXTS = 1_500;

describe('mends, on reports with one to three slips', () => {
  it('each alone leaves no more findings than before', () => {
    for (let seed = 0; seed < TEXTS; seed++) {
      const text = broken(seed);
      const { findings } = checkText(text);
      for (const finding of findings) {
        for (const mend of finding.mends ?? []) {
          const after = checkText(applyEdits(text, mend.edits)).findings;
          assert.ok(
            after.length <= findings.length,
            `seed ${seed}: ${mend.title.zh}\n${told(findings)}\n→\n${told(after)}`,
          );
        }
      }
    }
  });

  it('all together leave fewer findings, and made again and again come to an end', () => {
    for (let seed = 0; seed < TEXTS; seed++) {
      let text = broken(seed);
      let { findings } = checkText(text);
      for (let round = 0; mendsOf(findings).count > 0; round++) {
        assert.ok(round < 12, `seed ${seed}: no end\n${told(findings)}`);
        text = mendText(text, findings);
        const after = checkText(text).findings;
        assert.ok(
          after.length <= findings.length,
          `seed ${seed}, round ${round}\n${told(findings)}\n→\n${told(after)}`,
        );
        findings = after;
      }
    }
  });
});

const broken = (seed: number): string => spoil(makeReport(seed % 100).text, 1 + (seed % 3), seeded(seed * 31 + 5));

const told = (findings: readonly Finding[]): string =>
  findings.map(one => `  ${one.range.start.line + 1} ${one.rule}: ${one.message.zh}`).join('\n');
