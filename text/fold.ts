/**
 * Full-width forms that the input method leaves behind, as their half-width twins: U+FF01–U+FF5E and the ideographic
 * space. Quotation marks and 、。 have no ASCII twin of the same meaning and stay.
 */
export const toHalfWidth = (text: string): string =>
  text.replace(/[\uff01-\uff5e\u3000]/g, c => (c === '\u3000' ? ' ' : String.fromCharCode(c.charCodeAt(0) - 0xfee0)));

/** White space of a line as people type it: blanks, tabs, no-break and ideographic spaces. */
export const SPACES = ' \\t\\u00a0\\u3000';

const spaces = /[\s\u200b\ufeff]+/g;

/** Texts that differ only in width and white space become equal. */
export const fold = (text: string): string => toHalfWidth(text).replace(spaces, '');

const marks = /[\p{P}\p{S}\s\u200b\ufeff]+/gu;

/** Only letters and digits are left: widths, spaces, punctuation and quotation marks no longer count. */
export const foldWords = (text: string): string => toHalfWidth(text).replace(marks, '');

/** The span without the white space at its ends. */
export function trimSpan(text: string, start: number, end: number): { start: number; end: number } {
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

/** Whether the code unit is white space inside a line. */
export const isSpace = (code: number): boolean => code === 32 || code === 9 || code === 0xa0 || code === 0x3000;
