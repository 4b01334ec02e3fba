import assert from 'node:assert/strict';
import fc from 'fast-check';
import { editDistance } from '../../text/index.ts';

/** The distance by its definition. */
function naive(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const rest = naive(a.slice(1), b.slice(1));
  if (a.startsWith(b.charAt(0))) return rest;
  return 1 + Math.min(rest, naive(a.slice(1), b), naive(a, b.slice(1)));
}

describe('text: edit distance', () => {
  const cases: readonly (readonly [string, string, number])[] = [
    ['', '', 0],
    ['总计', '总计', 0],
    ['', '总计', 2],
    ['总计', '合计', 1],
    ['尚未申结', '尚未审结', 1],
    ['行政法案卷', '行政执法案卷', 1],
    ['本年新收到', '本年新收', 1],
    ['kitten', 'sitting', 3],
    // Two characters changed over are two edits here.
    ['结转', '转结', 2],
  ];
  for (const [a, b, expected] of cases) {
    it(`of ${JSON.stringify(a)} and ${JSON.stringify(b)} is ${expected}`, () => {
      assert.equal(editDistance(a, b), expected);
      assert.equal(editDistance(b, a), expected);
    });
  }

  it('is counted in texts of any length, each longer than the one before', () => {
    for (let length = 1; length < 300; length++) {
      assert.equal(editDistance('甲'.repeat(length), '乙'.repeat(length)), length);
    }
  });

  const text = fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), maxLength: 6 });

  it('is the one of the definition', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        assert.equal(editDistance(a, b), naive(a, b));
      }),
      { seed: 1, numRuns: 1000 },
    );
  });

  it('is given up above the limit, and only there', () => {
    fc.assert(
      fc.property(text, text, fc.nat(7), (a, b, limit) => {
        assert.equal(editDistance(a, b, limit), Math.min(naive(a, b), limit + 1));
      }),
      { seed: 2, numRuns: 1000 },
    );
  });
});
