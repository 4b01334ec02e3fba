/**
 * Full-width forms that the input method leaves behind, as their half-width twins: U+FF01–U+FF5E and the ideographic
 * space. Quotation marks and 、。 have no ASCII twin of the same meaning and stay.
 */
export const toHalfWidth = (text: string): string => (WIDE.test(text) ? text.replace(EACH_WIDE, narrow) : text);

// Nearly all that is asked about is narrow already, and to say so costs a fifth of replacing nothing.
const WIDE = /[\uff01-\uff5e\u3000]/;
const EACH_WIDE = /[\uff01-\uff5e\u3000]/g;

const narrow = (character: string): string =>
  character === '\u3000' ? ' ' : String.fromCharCode(character.charCodeAt(0) - 0xfee0);

const spaces = /[\s\u200b\ufeff]+/g;

/** Texts that differ only in width and white space become equal. */
export const fold = remember(text => toHalfWidth(text).replace(spaces, ''));

const marks = /[\p{P}\p{S}\s\u200b\ufeff]+/gu;

/** Only letters and digits are left: widths, spaces, punctuation and quotation marks no longer count. */
export const foldWords = remember(text => toHalfWidth(text).replace(marks, ''));

/** The span without the white space at its ends. */
export function trimSpan(text: string, start: number, end: number): { start: number; end: number } {
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

/** The text without the white space at its ends. Unlike `trim`, it leaves marks that are no white space to people. */
export function trimSpaces(text: string): string {
  const { start, end } = trimSpan(text, 0, text.length);
  return text.slice(start, end);
}

/** Whether the code unit is white space inside a line. */
export const isSpace = (code: number): boolean => code === 32 || code === 9 || code === 0xa0 || code === 0x3000;

/** A report's labels are the same few hundred again and again; folding each once is a third of the cost of binding. */
function remember(convert: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return text => {
    if (text.length > 64) return convert(text);
    let converted = known.get(text);
    if (converted === undefined) {
      converted = convert(text);
      if (known.size > 4096) known.clear();
      known.set(text, converted);
    }
    return converted;
  };
}
