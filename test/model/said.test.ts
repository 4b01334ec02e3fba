import assert from 'node:assert/strict';
import { SAID } from '../../model/prose/said.ts';

describe('model: the kinds of words that are asked for', () => {
  it('have a bit each, of the 32 that a number has', () => {
    assert.equal(new Set(Object.values(SAID)).size, Object.keys(SAID).length);
  });
});
