import assert from 'node:assert/strict';
import { decode } from '../../text/index.ts';

/** Whether words with so many of a byte among them are taken for no text. */
const isBinary = (byte: number, times: number, length: number): boolean => {
  const bytes = new Uint8Array(length).fill(0x61).fill(byte, length - times);
  const decoded = decode(bytes);
  return !decoded.ok && decoded.reason === 'binary';
};

describe('text: files that are none', () => {
  it('are full of control characters other than those that texts have', () => {
    const strange = Array.from({ length: 128 }, (_, byte) => byte).filter(byte => isBinary(byte, 2, 10));
    // Tab, the ends of lines and pages, and the escape that terminals are coloured by.
    const usual = [9, 10, 11, 12, 13, 27];
    assert.deepEqual(
      strange,
      Array.from({ length: 32 }, (_, byte) => byte).filter(byte => !usual.includes(byte)),
    );
  });

  it('have more than a tenth of them at their beginning', () => {
    assert.equal(isBinary(1, 1, 10), false);
    assert.equal(isBinary(1, 2, 19), true);
    assert.equal(isBinary(1, 5000, 4096 + 5000), false);
    assert.equal(isBinary(1, 409 + 1000, 4096 + 1000), false);
    assert.equal(isBinary(1, 410 + 1000, 4096 + 1000), true);
  });

  it('are none even where they could be read as Chinese', () => {
    const bytes = Uint8Array.of(...new Uint8Array(4), 0xca, 0xbe);
    assert.deepEqual(decode(bytes), { ok: false, reason: 'binary' });
    assert.deepEqual(decode(Uint8Array.of(...bytes.subarray(4), ...new Uint8Array(20).fill(0x61))).ok, true);
  });
});
