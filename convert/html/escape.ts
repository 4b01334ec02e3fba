const names: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** The text as HTML shows it, between tags or in an attribute. Characters that HTML does not allow are not passed on. */
export const escapeHtml = (text: string): string =>
  text
    // A form feed or the like is nothing that a page could show, and a lone surrogate is no character.
    .replace(/[\p{Cc}\p{Cs}]/gu, character => (character === '\t' ? ' ' : '\ufffd'))
    .replace(/[&<>"']/g, character => names[character] ?? '');
