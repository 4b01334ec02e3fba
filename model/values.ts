import type { ValueKind } from '../forms/index.ts';
import { fold, ordinalValue, toHalfWidth } from '../text/index.ts';

/** What is wrong with a value, by the name of the rule that says so. */
export type ValueFault = 'not-a-number' | 'negative-value' | 'fraction' | 'decimals';

/** A cell's text as a number. */
export interface ValueReading {
  /** The number it certainly means; NaN where it means none. */
  readonly value: number;
  readonly fault?: ValueFault;
  /** How the value is rightly written, where that is certain. */
  readonly right?: string;
}

const NOTHING = /^(?:[/\\]|-+|—+|―+|无|零|没有|none|n\/a)$/i;
const UNIT = /(件次|件|条|份|例|宗|封|项|个|次|人|户|亿元|万元|元)$/;
const MAX_DIGITS = 12;

/**
 * Reads a value. What is only written in another way (`3件`, `+5`, `无`) still counts with its number, so that mending
 * the way it is written never changes a sum.
 */
export function readValue(text: string, kind: ValueKind): ValueReading {
  // 3 4 may be 34, or two numbers: it is none.
  if (/\d\s+\d/.test(toHalfWidth(text))) return { value: NaN, fault: 'not-a-number' };
  const folded = fold(text);
  if (NOTHING.test(folded)) return { value: 0, fault: 'not-a-number', right: '0' };
  const unit = UNIT.exec(folded)?.[1];
  const amount = readAmount(unit === undefined ? folded : folded.slice(0, -unit.length));
  if (!amount) return { value: NaN, fault: 'not-a-number' };
  const { digits, plain } = amount;
  if (unit === undefined) return judge(digits, plain || kind.kind === 'change' ? undefined : 'not-a-number', kind);
  if (kind.kind !== 'money') {
    return unit.endsWith('元') ? { value: NaN, fault: 'not-a-number' } : judge(digits, 'not-a-number', kind);
  }
  const shift = unit === '元' ? -4 : unit === '亿元' ? 4 : unit === '万元' ? 0 : undefined;
  if (shift === undefined) return { value: NaN, fault: 'not-a-number' };
  return judge(shiftPoint(digits, shift), kind.unit === 'free' ? undefined : 'not-a-number', kind);
}

interface Amount {
  /** Sign, digits and point, nothing else. */
  readonly digits: string;
  /** Whether it was written as a number is: no plus, no needless zero ahead, separators where they belong. */
  readonly plain: boolean;
}

function readAmount(text: string): Amount | undefined {
  const chinese = /\D/.test(text) ? ordinalValue(text) : undefined;
  if (chinese !== undefined) return { digits: String(chinese), plain: false };
  const match = /^([+\-−—]?)([\d,，]*\d)(?:\.(\d+))?$/.exec(text);
  if (match?.[2] === undefined) return undefined;
  const whole = match[2].replace(/[,，]/g, '');
  const short = whole.replace(/^0+(?=\d)/, '');
  if (short.length > MAX_DIGITS || text.startsWith(',')) return undefined;
  const plain = match[1] !== '+' && short === whole && (whole === match[2] || /^\d{1,3}(?:,\d{3})+$/.test(match[2]));
  const minus = match[1] === '' || match[1] === '+' ? '' : '-';
  return { digits: `${minus}${short}${match[3] === undefined ? '' : `.${match[3]}`}`, plain };
}

/** The reading of sign, digits and point for this kind of value; `fault` is how they were written, if badly. */
function judge(digits: string, fault: ValueFault | undefined, kind: ValueKind): ValueReading {
  const value = Number(digits) + 0; // -0 is 0
  const negative = digits.startsWith('-');
  if (negative && kind.kind !== 'change') {
    return { value, fault: 'negative-value', ...(value === 0 && { right: '0' }) };
  }
  const places = digits.split('.')[1];
  if (places !== undefined && kind.kind !== 'money') {
    return { value, fault: 'fraction', ...(/^0+$/.test(places) && { right: String(value) }) };
  }
  if (kind.kind === 'money' && places !== undefined && places.length > kind.decimals) {
    const kept = digits.replace(/(?<!0)0+$/, '');
    const fits = (kept.split('.')[1] ?? '').length <= kind.decimals;
    return { value, fault: 'decimals', ...(fits && { right: kept.replace(/\.$/, '') }) };
  }
  return fault === undefined ? { value } : { value, fault, right: digits };
}

/** Moves the decimal point in the digits, so that 251000元 is 25.1万元 to the last place. */
function shiftPoint(digits: string, by: number): string {
  const sign = digits.startsWith('-') ? '-' : '';
  const [whole = '', places = ''] = digits.slice(sign.length).split('.');
  const room = '0'.repeat(Math.abs(by));
  const all = room + whole + places + room;
  const point = room.length + whole.length + by;
  const left = all.slice(0, point).replace(/^0+(?=\d)/, '');
  const right = all.slice(point).replace(/(?<!0)0+$/, '');
  return sign + left + (right === '' ? '' : `.${right}`);
}
