import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fold, foldWords, toHalfWidth, trimSpaces, trimSpan } from '../../text/index.ts';

describe('text: full-width and half-width', () => {
  it('turns every full-width form into its ASCII twin, and nothing else', () => {
    for (let code = 0; code < 0x10000; code++) {
      const text = String.fromCharCode(code);
      const twin =
        code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(0x21 + code - 0xff01) : code === 0x3000 ? ' ' : text;
      assert.equal(toHalfWidth(text), twin, code.toString(16));
    }
  });

  it('keeps marks that have no twin of the same meaning', () => {
    assert.equal(toHalfWidth('“一”、‘二’。…—《》〔〕'), '“一”、‘二’。…—《》〔〕');
  });

  const folded: readonly (readonly [string, string])[] = [
    ['（一） 予以公开', '(一)予以公开'],
    ['总　 计\t', '总计'],
    ['１.属于\u00a0国家\u200b秘密\ufeff', '1.属于国家秘密'],
    ['“三安全一稳定”', '“三安全一稳定”'],
    ['', ''],
  ];
  for (const [text, expected] of folded) {
    it(`folds ${JSON.stringify(text)}`, () => assert.equal(fold(text), expected));
  }

  const words: readonly (readonly [string, string])[] = [
    ['3.危及“三安全一稳定”', '3危及三安全一稳定'],
    ['本年增/减', '本年增减'],
    ['（二）部分公开（区分处理的，', '二部分公开区分处理的'],
    ['＋１￥〈〉…—·', '1'],
    ['、。！', ''],
  ];
  for (const [text, expected] of words) {
    it(`leaves the words of ${text}`, () => assert.equal(foldWords(text), expected));
  }

  it('gives the same for the same text, remembered or not', () => {
    // More texts than are remembered at a time, and one longer than any that is.
    const labels = Array.from({ length: 5000 }, (_, i) => `（${i}） 甲`);
    const once = labels.map(fold);
    assert.deepEqual(labels.map(fold), once);
    assert.equal(once[17], '(17)甲');
    assert.equal(fold('（甲 ）'.repeat(30)), '(甲)'.repeat(30));
  });

  it('changes nothing that is folded already', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), text => {
        assert.equal(fold(fold(text)), fold(text));
        assert.equal(foldWords(fold(text)), foldWords(text));
      }),
      { seed: 1 },
    );
  });
});

describe('text: white space at the ends', () => {
  it('is what people see as such', () => {
    assert.deepEqual(trimSpan('x \t\u00a0　甲 乙　 x', 1, 10), { start: 5, end: 8 });
    assert.deepEqual(trimSpan('甲', 0, 1), { start: 0, end: 1 });
  });

  it('of a blank text is all of it', () => {
    const { start, end } = trimSpan(' 　 ', 0, 3);
    assert.equal(start, end);
    assert.equal(trimSpaces('　 '), '');
  });

  it('is not what `trim` takes away besides', () => {
    // These are faulty characters: the rules point them out, so they must not be lost on the way.
    for (const mark of ['\ufeff', '\u2028', '\u2029', '\v', '\f', '\u2003']) {
      assert.equal(trimSpaces(` ${mark}甲${mark}　`), `${mark}甲${mark}`);
    }
  });
});
