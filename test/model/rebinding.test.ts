import assert from 'node:assert/strict';
import { forms } from '../../forms/index.ts';
import { readLines, type Line } from '../../grammar/index.ts';
import { bindReport, type Report } from '../../model/index.ts';

const TEXT = `示范市2025年政府信息公开工作年度报告
机关：示范市

一、总体情况

（一）主动公开
　　无。
二、主动公开政府信息情况
第二十条第（六）项
| 信息内容 | 本年处理决定数量 |
| 行政处罚 | 4 |
| 行政强制 | 5 |

五、存在的主要问题及改进情况
　　无。
六、其他需要报告的事项
　　无。`;

const LINES = readLines(TEXT);

const before = bindReport({ lines: LINES }, forms);

/** The report after an edit of lines: all others are the same objects as before. */
function after(from: number, to: number, text: string): { again: Report; fresh: Report; lines: readonly Line[] } {
  const written = text === '' ? [] : readLines(text).filter(({ ending }) => ending !== '');
  const lines = [...LINES.slice(0, from), ...written, ...LINES.slice(to)];
  return { lines, again: bindReport({ lines }, forms, before), fresh: bindReport({ lines }, forms) };
}

const WRITTEN = [
  '',
  '话\n',
  '\n',
  '七、附件\n',
  '三、收到和处理政府信息公开申请情况\n　　无。\n',
  '| 行政处罚 | 6 |\n',
  '格式：2019\n',
  '示范市2020年政府信息公开工作年度报告\n',
];

describe('model: a report after an edit', () => {
  it('is what a fresh read makes of it, wherever the edit was', () => {
    for (let from = 0; from <= LINES.length; from++) {
      for (const to of [from, from + 1, from + 3].filter(end => end <= LINES.length)) {
        for (const text of WRITTEN) {
          const { again, fresh } = after(from, to, text);
          assert.deepEqual(again, fresh, `${from}–${to}: ${JSON.stringify(text)}`);
        }
      }
    }
  });

  it('has the very blocks of before but those that were written in', () => {
    const kept = (from: number, to: number, text: string): string =>
      after(from, to, text)
        .again.blocks.map(block => (before.blocks.includes(block) ? before.blocks.indexOf(block) : '·'))
        .join('');
    assert.equal(kept(0, 0, ''), '01234');
    assert.equal(kept(4, 4, '话\n'), '0·234');
    assert.equal(kept(10, 11, '| 行政处罚 | 6 |\n'), '01·34');
    assert.equal(kept(14, 14, '七、附件\n'), '012··4');
    assert.equal(kept(16, 17, '　　有。\n'), '0123·');
    assert.equal(kept(1, 2, '机关：示范县\n'), '·1234');
    assert.equal(kept(3, 7, ''), '·234');
    assert.equal(kept(13, 15, ''), '01·4');
    // The year decides the edition, and with it what everything is.
    assert.equal(kept(0, 1, '示范市2020年政府信息公开工作年度报告\n'), '·····');
  });

  it('has the shape of before where only whole numbers are others', () => {
    const isKept = (from: number, to: number, text: string): boolean => {
      const { again } = after(from, to, text);
      const blocks = again.blocks.every(({ shape }, index) => shape === before.blocks[index]?.shape);
      assert.equal(again.shape === before.shape, blocks);
      return blocks;
    };
    assert.ok(isKept(10, 11, '| 行政处罚 | 60 |\n'));
    assert.ok(isKept(10, 12, '| 行政处罚 | 60 |\n| 行政强制 | 0 |\n'));
    for (const row of [
      '行政处罚 |  ',
      '行政处罚 | = ',
      '行政处罚 | 4件 ',
      '行政处法 | 4 ',
      '行政处罚 | 4 | 5 ',
      '行政处罚|4 ',
    ]) {
      assert.ok(!isKept(10, 11, `| ${row}|\n`), row);
    }
    assert.ok(!isKept(10, 11, '　　无。\n'));
    assert.ok(!isKept(10, 12, '| 行政处罚 | 60 |\n'));
    assert.ok(!isKept(6, 7, '　　有。\n'));
    assert.ok(!isKept(1, 2, '机关：示范县\n'));
  });

  it('has no block of a report that was read against other editions', () => {
    const again = bindReport({ lines: LINES }, [...forms], before);
    assert.deepEqual(
      again.blocks.filter(block => before.blocks.includes(block)),
      [],
    );
  });
});
