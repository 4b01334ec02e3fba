import assert from 'node:assert/strict';
import fc from 'fast-check';
import { displayWidth } from '../../text/index.ts';

describe('text: display width', () => {
  const cases: readonly (readonly [string, string, number])[] = [
    ['nothing', '', 0],
    ['ASCII', '| a 1 |', 7],
    ['Chinese', '规章', 4],
    ['Chinese beyond the first plane', '𠮷', 2],
    ['the last character of the first plane', '\uffff年', 3],
    ['the first character beyond it', '\u{10000}', 1],
    ['the ends of the usual block', '一鿿', 4],
    ['full-width forms', '１２｜：（）', 12],
    ['half-width forms', 'ｱｲ', 2],
    ['the full-width space', '　　', 4],
    // As Chinese fonts draw them.
    ['ambiguous quotation marks, ellipsis and dash', '“”‘’…—·', 14],
    ['circled numbers and Greek', '①α', 4],
    ['emoji', '😀', 2],
    ['a combining accent', 'e\u0301', 1],
    ['an enclosing mark', 'a\u20dd', 1],
    ['a variation selector', '年\u{e0100}', 2],
    ['marks that nobody sees', 'a\u200b\u200d\u202e\ufeffb', 2],
    ['control characters', '\0\t\u001b\u007f\u0085', 0],
    ['a lone surrogate, drawn as a replacement character', '\ud83d', 1],
    ['lone surrogates in the wrong order', '\ude00\ud83d', 2],
    ['a lone surrogate before a whole pair', '\ud83d😀', 3],
  ];
  for (const [name, text, expected] of cases) {
    it(`of ${name}`, () => assert.equal(displayWidth(text), expected));
  }

  it('is that of the parts together', () => {
    const text = fc.string({ unit: 'binary', maxLength: 10 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        assert.equal(displayWidth(a + b), displayWidth(a) + displayWidth(b));
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});
