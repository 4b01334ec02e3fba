import assert from 'node:assert/strict';
import { checkText } from '../../service/index.ts';
import { makeReport, makeStatedReport } from '../kit/index.ts';

const REPORTS = 300;

describe('a right report', () => {
  it('gives no finding of any rule', () => {
    for (let seed = 0; seed < REPORTS; seed++) {
      for (const { text } of [makeReport(seed), makeStatedReport(seed)]) {
        const { findings } = checkText(text);
        assert.deepEqual(
          findings.map(({ rule, message }) => `${rule}: ${message.zh}`),
          [],
          text,
        );
      }
    }
  });
});
