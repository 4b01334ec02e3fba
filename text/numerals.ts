const DIGITS = '〇一二三四五六七八九';

/** 一, 二 … 十, 十一 … 九十九 for 1 to 99. */
export function chineseOrdinal(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  const one = ones === 0 ? '' : (DIGITS[ones] ?? '');
  if (tens === 0) return one;
  return (tens === 1 ? '' : (DIGITS[tens] ?? '')) + '十' + one;
}

/** The number that 一 … 九十九 or half- or full-width digits say; nothing where they say none (一一, 百). */
export function ordinalValue(text: string): number | undefined {
  const digits = text.replace(/[０-９]/g, d => String.fromCharCode(d.charCodeAt(0) - 0xfee0));
  if (/^\d{1,2}$/.test(digits)) return Number(digits);
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text);
  if (!match) return undefined;
  const [, first, ten, last] = match;
  if (ten === undefined) return first !== undefined && last === undefined ? DIGITS.indexOf(first) : undefined;
  return (first === undefined ? 1 : DIGITS.indexOf(first)) * 10 + (last === undefined ? 0 : DIGITS.indexOf(last));
}

const UNITS = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);

/** The whole number that 三百二十一, 十二, 两千零五 or 一二〇 say; nothing where the characters make none. */
export function chineseNumber(text: string): number | undefined {
  const plain = text.replaceAll('零', '〇').replaceAll('两', '二');
  if (/^[〇一二三四五六七八九]+$/.test(plain)) {
    return Number([...plain].map(digit => DIGITS.indexOf(digit)).join(''));
  }
  const [thousands, rest, more] = plain.split('万');
  if (thousands === undefined || more !== undefined) return undefined;
  if (rest === undefined) return belowTenThousand(thousands);
  const [high, low] = [belowTenThousand(thousands), rest === '' ? 0 : belowTenThousand(rest)];
  return high === undefined || low === undefined ? undefined : high * 10_000 + low;
}

function belowTenThousand(text: string): number | undefined {
  let [sum, digit, unit] = [0, -1, 10_000];
  for (const character of text) {
    const worth = UNITS.get(character);
    if (worth === undefined) {
      const value = DIGITS.indexOf(character);
      // 〇 only says that a place is empty, so that a digit may follow it.
      if (value < 0 || digit > 0) return undefined;
      digit = value;
    } else {
      if (worth >= unit || digit === 0 || (digit < 0 && (worth !== 10 || sum > 0))) return undefined;
      sum += Math.max(digit, 1) * worth;
      [digit, unit] = [-1, worth];
    }
  }
  if (digit < 0 && sum === 0) return undefined;
  return sum + Math.max(digit, 0);
}
