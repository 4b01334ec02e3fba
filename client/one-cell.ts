/**
 * The words of a single cell, as spreadsheets copy it: with a line break at the end, which would break the row that it is
 * pasted into. Nothing where more was copied, or less.
 */
export function oneCell(text: string): string | undefined {
  const words = /^([^\t\r\n]*)\r?\n$/.exec(text)?.[1]?.trim();
  return words === '' ? undefined : words;
}
