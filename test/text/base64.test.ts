import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fromBase64, toBase64 } from '../../text/index.ts';

describe('base64', () => {
  it('is what everyone else writes, and can be read again', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), bytes => {
        assert.equal(toBase64(bytes), Buffer.from(bytes).toString('base64'));
        assert.deepEqual(fromBase64(toBase64(bytes)), bytes);
      }),
    );
  });

  it('takes files of any size', () => {
    const bytes = Uint8Array.from({ length: 1 << 20 }, (_, i) => i % 251);
    assert.equal(toBase64(bytes), Buffer.from(bytes).toString('base64'));
  });
});
