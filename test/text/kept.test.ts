import assert from 'node:assert/strict';
import { Kept } from '../../text/index.ts';

describe('text: what is kept with an object', () => {
  const lengths = new Kept<object, number>();
  const names = new Kept<object, string>();

  it('is nothing at first, then what was said last', () => {
    const line = {};
    assert.equal(lengths.get(line), undefined);
    lengths.set(line, 1);
    lengths.set(line, 2);
    assert.equal(lengths.get(line), 2);
  });

  it('is each keeper’s own', () => {
    const line = {};
    lengths.set(line, 1);
    names.set(line, 'row');
    assert.deepEqual([lengths.get(line), names.get(line)], [1, 'row']);
  });

  it('goes into no copy, no comparison and no text', () => {
    const line = { kind: 'row' };
    lengths.set(line, 1);
    assert.equal(lengths.get({ ...line }), undefined);
    assert.equal(lengths.get(Object.assign({}, line)), undefined);
    assert.deepStrictEqual(line, { kind: 'row' });
    assert.equal(JSON.stringify(line), '{"kind":"row"}');
  });
});
