/** The endings of the files that can be read as a report. */
export const ENDINGS = ['docx', 'html', 'htm', 'md', 'txt', 'json'];

/** Whether a file of this name can be read as a report. */
export const isImportable = (name: string): boolean =>
  ENDINGS.some(ending => name.toLowerCase().endsWith(`.${ending}`));

/**
 * Whether what was copied is a report and not a piece of one: it has several headings or tables. What editors of code
 * copy as HTML has neither, so that the text of a report is pasted as it is.
 */
export const isWholeReport = (html: string): boolean => (html.match(/<(?:table|h[1-6])\b/gi) ?? []).length > 1;
