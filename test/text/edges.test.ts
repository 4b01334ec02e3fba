import assert from 'node:assert/strict';
import { displayWidth, editDistance, trimSpan } from '../../text/index.ts';

describe('text: at the edges', () => {
  it('white space at the ends of a span is looked for inside it only', () => {
    assert.deepEqual(trimSpan('甲    乙', 1, 3), { start: 3, end: 3 });
    assert.deepEqual(trimSpan(' 甲 ', 1, 2), { start: 1, end: 2 });
  });

  it('texts of any length are compared', () => {
    for (const length of [255, 256, 257, 600]) {
      const text = '一二三'.repeat(length).slice(0, length);
      assert.equal(editDistance(text, `甲${text}`), 1, `${length}`);
      assert.equal(editDistance(`${text}甲`, text), 1, `${length}`);
    }
  });

  it('a character is as wide whatever stands before it', () => {
    for (const before of ['\uffff', '\u007f', '\u009f', '\u4dff', '\ua000', '\ue000']) {
      for (const text of ['甲', 'a', '😀']) {
        assert.equal(displayWidth(before + text), displayWidth(before) + displayWidth(text), JSON.stringify(before));
      }
    }
  });
});
