import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readLines } from '../../grammar/index.ts';
import { insertAfter, insertBefore, removeLines, replace } from '../../rules/edits.ts';
import { outOfOrder } from '../../rules/order.ts';
import { applyEdits } from '../../text/index.ts';

describe('rules: what is out of order', () => {
  const cases: readonly (readonly [readonly number[], readonly number[]])[] = [
    [[], []],
    [[3], []],
    [[1, 2, 3], []],
    [[2, 3, 1], [2]],
    [[3, 1, 2], [0]],
    [[1, 3, 2, 4], [2]],
    [[1, 1, 2], [1]],
    [
      [3, 2, 1],
      [1, 2],
    ],
  ];
  for (const [values, expected] of cases) {
    it(`in ${values.join(' ') || 'nothing'}`, () => assert.deepEqual(outOfOrder(values), expected));
  }

  it('is the least that must move for the rest to ascend', () => {
    /** The length of the longest ascending choice, found by trying all. */
    const longest = (values: readonly number[], above = -1): number =>
      values.reduce(
        (best, value, i) => (value > above ? Math.max(best, 1 + longest(values.slice(i + 1), value)) : best),
        0,
      );
    fc.assert(
      fc.property(fc.array(fc.nat(6), { maxLength: 8 }), values => {
        const moved = outOfOrder(values);
        const rest = values.filter((_, i) => !moved.includes(i));
        assert.ok(rest.every((value, i) => i === 0 || value > rest[i - 1]!));
        assert.equal(rest.length, longest(values));
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});

describe('rules: edits of lines', () => {
  const text = '甲甲\n乙\n丙丙丙';
  const lines = readLines(text);
  const after = (edit: Parameters<typeof applyEdits>[1][number]): string => applyEdits(text, [edit]);

  it('put words in the place of a span', () =>
    assert.equal(after(replace(2, { start: 1, end: 2 }, '丁')), '甲甲\n乙\n丙丁丙'));

  it('put lines behind a line, and before one', () => {
    assert.equal(after(insertAfter(lines, 0, ['一', '二'])), '甲甲\n一\n二\n乙\n丙丙丙');
    assert.equal(after(insertAfter(lines, 2, ['一'])), '甲甲\n乙\n丙丙丙\n一');
    assert.equal(after(insertBefore(0, ['一', '二'])), '一\n二\n甲甲\n乙\n丙丙丙');
    assert.equal(after(insertBefore(2, ['一'])), '甲甲\n乙\n一\n丙丙丙');
  });

  it('take lines away with one of the endings that they stand between', () => {
    assert.equal(after(removeLines(lines, 0, 0)), '乙\n丙丙丙');
    assert.equal(after(removeLines(lines, 0, 1)), '丙丙丙');
    assert.equal(after(removeLines(lines, 1, 1)), '甲甲\n丙丙丙');
    assert.equal(after(removeLines(lines, 1, 2)), '甲甲');
    assert.equal(after(removeLines(lines, 2, 2)), '甲甲\n乙');
    assert.equal(after(removeLines(lines, 0, 2)), '');
  });

  it('reach over nothing that the text does not have', () => {
    const { range } = removeLines(lines, 1, 2);
    assert.deepEqual(range, { start: { line: 0, character: 2 }, end: { line: 2, character: 3 } });
    assert.deepEqual(removeLines(lines, 0, 2).range, { start: { line: 0, character: 0 }, end: range.end });
  });
});
