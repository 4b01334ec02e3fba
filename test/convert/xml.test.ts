import assert from 'node:assert/strict';
import { ImportError } from '../../convert/import/errors.ts';
import { readXml } from '../../convert/import/docx/xml.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a part of a Word file', () => {
  for (const ahead of ['', 'a', 'ab']) {
    it(`is read whole, wherever the pieces end in which it is decoded: ${ahead.length} bytes ahead`, () => {
      const words = ahead + '字'.repeat(50_000);
      assert.deepEqual(readXml(bytesOf(`<t>${words}</t>`)).children, [words]);
    });
  }

  it('is nested no more deeply than any is', () => {
    const nested = (depth: number): string => '<a>'.repeat(depth) + '</a>'.repeat(depth);
    assert.equal(readXml(bytesOf(nested(256))).name, 'a');
    assert.throws(() => readXml(bytesOf(nested(257))), { name: 'ImportError', fault: 'too-deep' });
  });

  it('holds no more characters than any does, in however many words', () => {
    const words = (count: number, each: number): Uint8Array =>
      bytesOf(`<t>${`<a>${'a'.repeat(each)}</a>`.repeat(count)}</t>`);
    assert.equal(readXml(words(2, 10_000_000)).children.length, 2);
    assert.throws(() => readXml(words(3, 10_000_000)), { name: 'ImportError', fault: 'too-large' });
  });

  it('is damaged where its bytes are no characters, or end too early', () => {
    const [wrong, whole] = [bytesOf('<t>字</t>'), bytesOf('<t>字</t>字')];
    wrong[4] = 0xff;
    for (const bytes of [wrong, whole.subarray(0, -1), whole.subarray(0, 6)]) {
      assert.throws(
        () => readXml(bytes),
        (error: unknown) => error instanceof ImportError && error.fault === 'damaged',
      );
    }
  });
});
