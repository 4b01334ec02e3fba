import assert from 'node:assert/strict';
import { chineseNumber } from '../../text/index.ts';

/** A number in characters, by the rule that children learn: digit and unit, one 零 for any gap. */
function written(value: number): string {
  if (value >= 10_000) {
    const rest = value % 10_000;
    return `${written(Math.floor(value / 10_000))}万${rest === 0 ? '' : (rest < 1000 ? '零' : '') + written(rest)}`;
  }
  const digits = [...String(value)].map(Number);
  const text = digits
    .map((digit, at) =>
      digit === 0 ? '零' : `${'零一二三四五六七八九'[digit]}${['', '十', '百', '千'][digits.length - 1 - at]}`,
    )
    .join('');
  return text.replace(/零+/g, '零').replace(/(?<=.)零$/, '');
}

describe('text: numbers in characters', () => {
  it('are read as they are written', () => {
    for (let value = 0; value < 200_000; value += value < 12_000 ? 1 : 97) {
      assert.equal(chineseNumber(written(value)), value, written(value));
    }
  });

  const cases: readonly (readonly [string, number | undefined])[] = [
    ['十', 10],
    ['十二', 12],
    ['两百', 200],
    ['两千零五', 2005],
    ['一二〇', 120],
    ['二〇二五', 2025],
    ['〇', 0],
    ['三万', 30_000],
    ['两万零三十', 20_030],
    ['一百零二万三千', 1_023_000],
    ['', undefined],
    ['万', undefined],
    ['一万一万一', undefined],
    ['万五', undefined],
    ['一二十', undefined],
    ['十件', undefined],
    ['甲', undefined],
    ['百', undefined],
    ['一百百', undefined],
    ['一百千', undefined],
    ['一十百', undefined],
    ['三百十', undefined],
    ['零十', undefined],
    ['三百一二', undefined],
    ['一件', undefined],
  ];
  for (const [text, value] of cases) {
    it(`say ${value ?? 'none'} in ${JSON.stringify(text)}`, () => assert.equal(chineseNumber(text), value));
  }
});
