/**
 * Characters that would drive the terminal or deceive the reader: control characters, marks that turn the direction of
 * writing, what is drawn as nothing, and halves of a surrogate pair.
 */
const unseen =
  // eslint-disable-next-line no-control-regex -- control characters are what this finds
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The text with every such character written out, `<U+001B>`: nothing in a report can move the cursor or hide. */
export const visible = (text: string): string =>
  text.replace(unseen, found => `<U+${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}>`);

/**
 * A value as JSON on one line in which such characters are escaped too: the same value to every reader, and harmless on
 * a terminal.
 */
export const jsonText = (value: unknown): string =>
  JSON.stringify(value).replace(unseen, found => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`);
