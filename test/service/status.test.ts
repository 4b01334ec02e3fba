import assert from 'node:assert/strict';
import { checkSnapshot, statusOf } from '../../service/index.ts';
import { opened } from './anywhere.ts';
import { sample } from './sample.ts';

const sumsOf = (source: string): object => {
  const { snapshot } = opened(source);
  return statusOf(snapshot, checkSnapshot(snapshot)).sums;
};

describe('status', () => {
  it('counts the sums that hold, are known and wait', () => {
    assert.deepEqual(sumsOf(sample), { holding: 0, known: 1, open: 1 });
    assert.deepEqual(sumsOf(sample.replace('0 | 4 |', '0 | 1 |').replace('| 2 |  | 0', '| 2 | 2 | 0')), {
      holding: 2,
      known: 2,
      open: 0,
    });
  });

  it('counts nothing in a report without tables', () => {
    assert.deepEqual(sumsOf('示范市2025年政府信息公开工作年度报告\n'), { holding: 0, known: 0, open: 0 });
  });
});
