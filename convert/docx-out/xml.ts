const names: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** The text between tags or in an attribute. What XML has no place for, and no one could see, becomes the mark for that. */
export const escapeXml = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, character => (character === '\t' ? ' ' : '\ufffd'))
    .replace(/[&<>"]/g, character => names[character] ?? '');

/** A part of the document as a whole file. */
export const xmlFile = (root: string): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`;
