import assert from 'node:assert/strict';
import { chineseOrdinal, ordinalValue } from '../../text/index.ts';

describe('text: numerals', () => {
  const cases: readonly (readonly [number, string])[] = [
    [1, '一'],
    [9, '九'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [35, '三十五'],
    [99, '九十九'],
  ];
  for (const [value, text] of cases) {
    it(`say ${value} as ${text}`, () => assert.equal(chineseOrdinal(value), text));
  }

  it('are read as they are written, from 1 to 99', () => {
    const written = Array.from({ length: 99 }, (_, i) => chineseOrdinal(i + 1));
    assert.deepEqual(
      written.map(ordinalValue),
      written.map((_, i) => i + 1),
    );
    assert.equal(new Set(written).size, 99);
  });

  const others: readonly (readonly [string, number | undefined])[] = [
    ['4', 4],
    ['４', 4],
    ['１2', 12],
    ['07', 7],
    // Said in full in some offices.
    ['一十', 10],
    ['一十二', 12],
    ['', undefined],
    ['100', undefined],
    ['百', undefined],
    ['一百', undefined],
    ['一一', undefined],
    ['十十', undefined],
    ['一二十', undefined],
    ['〇', undefined],
    ['零', undefined],
    ['四、', undefined],
    ['4a', undefined],
    ['-1', undefined],
  ];
  for (const [text, value] of others) {
    it(`read ${JSON.stringify(text)} as ${value ?? 'none'}`, () => assert.equal(ordinalValue(text), value));
  }
});
