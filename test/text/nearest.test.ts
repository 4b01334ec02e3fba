import assert from 'node:assert/strict';
import { nearest } from '../../text/index.ts';

const NAMES = ['row-order', 'row-label', 'row-total', 'missing-title', 'missing-table', 'balance'];

describe('text: the nearest of names', () => {
  for (const [name, meant] of [
    // A beginning of just one, however much is missing of it.
    ['ba', 'balance'],
    ['row-t', 'row-total'],
    ['missing-ta', 'missing-table'],
    // Few letters away, and the nearest of several; of two that are as near, the first.
    ['row-totals', 'row-total'],
    ['missing-tabel', 'missing-table'],
    ['missing-tible', 'missing-title'],
    ['Balance', 'balance'],
    ['BALANCE', 'balance'],
    ['balxxce', 'balance'],
    // Nothing that says little, or something else.
    ['b', undefined],
    ['balxxxe', undefined],
    ['row-xxxxx', undefined],
    ['', undefined],
  ] as const) {
    it(`to ${name === '' ? 'nothing' : name} is ${meant ?? 'none'}`, () => assert.equal(nearest(name, NAMES), meant));
  }

  it('is one letter away from a name of one letter or two', () => {
    assert.equal(nearest('a', ['o']), 'o');
    assert.equal(nearest('ab', ['ob', 'xyz']), 'ob');
    assert.equal(nearest('ab', ['oo']), undefined);
  });
});
