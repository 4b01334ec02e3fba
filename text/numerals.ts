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
  if (!match || text === '') return undefined;
  const [, first, ten, last] = match;
  if (ten === undefined) return first !== undefined && last === undefined ? DIGITS.indexOf(first) : undefined;
  return (first === undefined ? 1 : DIGITS.indexOf(first)) * 10 + (last === undefined ? 0 : DIGITS.indexOf(last));
}
