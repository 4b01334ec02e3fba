import assert from 'node:assert/strict';
import { forms } from '../../forms/index.ts';
import { readLines, type Line } from '../../grammar/index.ts';
import { bindReport, carriedOver, sameEnds, type Ends, type Report } from '../../model/index.ts';

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

describe('model: what two lists have in common', () => {
  it('is a beginning and an end that never overlap', () => {
    const ends = (before: string, after: string): unknown => Object.values(sameEnds([...before], [...after]));
    assert.deepEqual(ends('abc', 'abc'), [3, 3, 3]);
    assert.deepEqual(ends('abc', 'axc'), [1, 2, 2]);
    assert.deepEqual(ends('a', 'aa'), [1, 2, 1]);
    assert.deepEqual(ends('aa', 'a'), [1, 1, 2]);
    assert.deepEqual(ends('aba', 'a'), [1, 1, 3]);
    assert.deepEqual(ends('', 'ab'), [0, 2, 0]);
  });

  it('keeps what was found in it, moved with its lines', () => {
    const found = [0, 1, 3, 4].map(line => ({ line }));
    const carried = (ends: Ends): number[] => carriedOver(found, [{ line: 2 }], ends).map(({ line }) => line);
    assert.deepEqual(carried({ above: 2, below: 3, belowBefore: 3 }), [0, 1, 2, 3, 4]);
    assert.deepEqual(carried({ above: 2, below: 5, belowBefore: 3 }), [0, 1, 2, 5, 6]);
    assert.deepEqual(carried({ above: 1, below: 3, belowBefore: 4 }), [0, 2, 3]);
    assert.deepEqual(carried({ above: 0, below: 9, belowBefore: 5 }), [2]);
    assert.deepEqual(carriedOver([], [{ line: 2 }], { above: 0, below: 9, belowBefore: 5 }), [{ line: 2 }]);
  });
});

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
    assert.equal(after(4, 4, '话\n').again.head, before.head);
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
    assert.notEqual(after(15, 17, '').again.shape, before.shape);
    assert.ok(!isKept(10, 11, '　　无。\n'));
    assert.ok(!isKept(10, 12, '| 行政处罚 | 60 |\n'));
    assert.ok(!isKept(6, 7, '　　有。\n'));
    assert.ok(!isKept(1, 2, '机关：示范县\n'));
  });

  it('has the tables of before but those in which a number was written', () => {
    const { again, fresh, before } = rewritten('| 规章 | 1 | 2件 | 3 |', '| 规章 | 10 | 2件 | 3 |');
    assert.deepEqual(again, fresh);
    assert.equal(again.blocks[1]?.shape, before.blocks[1]?.shape);
    assert.deepEqual(
      again.blocks[1]?.tables.map((table, index) => table === before.blocks[1]?.tables[index]),
      [false, true],
    );
  });

  it('is read anew where digits were written that are not the whole number of a cell', () => {
    for (const [from, to] of [
      ['| 规章 | 1 | 2件 | 3 |', '| 规章 | 1 | 5件 | 3 |'],
      ['| 1.新规章 | 4 | 5 | 6 |', '| 2.新规章 | 4 | 5 | 6 |'],
      ['| 规章 | 7 | 8 | 9 |', '| 规章 | 7 | 8 | 90 |'],
      ['| 行政规范性文件 | 1 | 2 |', '| 行政规范性文件 | 3 | 2 |'],
      ['\n| 行政许可 | 5 |', ''],
    ] as const) {
      const { again, fresh } = rewritten(from, to);
      assert.deepEqual(again, fresh, to);
    }
  });

  it('has no block of a report that was read against other editions', () => {
    const again = bindReport({ lines: LINES }, [...forms], before);
    assert.deepEqual(
      again.blocks.filter(block => before.blocks.includes(block)),
      [],
    );
  });
});

const TABLES = `示范市2025年政府信息公开工作年度报告
二、主动公开政府信息情况
第二十条第（一）项
| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
| 规章 | 1 | 2件 | 3 |
| 1.新规章 | 4 | 5 | 6 |
| 规章 | 7 | 8 | 9 |
| 行政规范性文件 | 1 | 2 |
第二十条第（五）项
| 信息内容 | 本年处理决定数量 |
| 行政许可 | 5 |`;

/** A report whose last section ends with its tables, in which one line has become another. */
function rewritten(from: string, to: string): { again: Report; fresh: Report; before: Report } {
  const lines = readLines(TABLES);
  const report = bindReport({ lines }, forms);
  assert.ok(TABLES.includes(from));
  const now = readLines(TABLES.replace(from, to)).map((line, index) =>
    line.text === lines[index]?.text ? lines[index] : line,
  );
  return { again: bindReport({ lines: now }, forms, report), fresh: bindReport({ lines: now }, forms), before: report };
}
