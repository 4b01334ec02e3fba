import assert from 'node:assert/strict';
import { compareRanges, moveRange, rangeOf, touches, type Range } from '../../text/index.ts';
import { marked } from '../kit/index.ts';

describe('text: places', () => {
  it('touch a range inside it and at both of its ends', () => {
    const { text, ranges } = marked('甲\n乙⟦丙丁⟧戊\n');
    const touched = [...text].map((_, character) => touches(ranges[0]!, { line: 1, character }));
    assert.deepEqual(touched.slice(0, 5), [false, true, true, true, false]);
    assert.deepEqual(
      [0, 2].map(line => touches(ranges[0]!, { line, character: 2 })),
      [false, false],
    );
  });

  it('touch an empty range where it stands', () => {
    const { ranges, cursor } = marked('甲⟦⟧‸乙');
    assert.equal(touches(ranges[0]!, cursor!), true);
    assert.equal(touches(ranges[0]!, { line: 0, character: 0 }), false);
  });

  it('are in the order of their beginnings, then of their ends', () => {
    const inOrder = [rangeOf(0, { start: 5, end: 9 }), ...[2, 3, 9].map(end => rangeOf(1, { start: 2, end }))];
    assert.deepEqual(inOrder.toReversed().sort(compareRanges), inOrder);
  });

  it('move down with their lines, and nowhere to the side', () => {
    const range: Range = { start: { line: 1, character: 4 }, end: { line: 3, character: 2 } };
    assert.deepEqual(moveRange(range, 2), { start: { line: 3, character: 4 }, end: { line: 5, character: 2 } });
    assert.deepEqual(moveRange(range, 1), { start: { line: 2, character: 4 }, end: { line: 4, character: 2 } });
    assert.deepEqual(moveRange(range, -1), { start: { line: 0, character: 4 }, end: { line: 2, character: 2 } });
    assert.deepEqual(moveRange(range, 0), range);
  });
});
