import type { Position } from '../text/index.ts';

/** How a client counts the characters of a line. */
export type PositionEncoding = 'utf-8' | 'utf-16' | 'utf-32';

/** The first of the client's encodings that we can count in; UTF-16, which everyone can, if it names none. */
export const chooseEncoding = (offered: readonly string[] | undefined): PositionEncoding =>
  (offered ?? []).find((one): one is PositionEncoding => one === 'utf-16') ??
  (offered ?? []).find((one): one is PositionEncoding => one === 'utf-8' || one === 'utf-32') ??
  'utf-16';

/** The line of a document's text, for counting in it. */
export type LineText = (uri: string, line: number) => string;

/** A column as the client counts it, in UTF-16 code units. One inside a character counts as the character's beginning. */
export function fromClient(text: string, column: number, encoding: PositionEncoding): number {
  if (encoding === 'utf-16') return column;
  let at = 0;
  let counted = 0;
  for (const character of text) {
    counted += encoding === 'utf-32' ? 1 : utf8Length(character);
    if (counted > column) break;
    at += character.length;
  }
  return at;
}

/** A column in UTF-16 code units, as the client counts it. */
export function toClient(text: string, column: number, encoding: PositionEncoding): number {
  if (encoding === 'utf-16') return column;
  let counted = 0;
  let at = 0;
  for (const character of text) {
    at += character.length;
    if (at > column) break;
    counted += encoding === 'utf-32' ? 1 : utf8Length(character);
  }
  return counted;
}

function utf8Length(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}

/**
 * A message with every position in it counted the other way. Which document a position is in shows in the `uri` beside
 * it or around it; workspace edits name it as the key.
 */
export function convertPositions<T>(value: T, uri: string, convert: (uri: string, position: Position) => Position): T {
  return walk(value, uri, convert) as T;
}

function walk(value: unknown, uri: string, convert: (uri: string, position: Position) => Position): unknown {
  if (Array.isArray(value)) return value.map(one => walk(one, uri, convert));
  if (typeof value !== 'object' || value === null) return value;
  if (isPosition(value)) return convert(uri, value);
  const own = uriIn(value) ?? uri;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => {
      // In a link from one document to another, the origin lies in the one that was asked about.
      const inDocument = key === 'originSelectionRange' ? uri : key.includes('://') ? key : own;
      return [key, walk(one, inDocument, convert)];
    }),
  );
}

const isPosition = (value: object): value is Position =>
  'line' in value && 'character' in value && typeof value.line === 'number' && typeof value.character === 'number';

function uriIn(value: object): string | undefined {
  if ('uri' in value && typeof value.uri === 'string') return value.uri;
  if ('targetUri' in value && typeof value.targetUri === 'string') return value.targetUri;
  if (!('textDocument' in value) || typeof value.textDocument !== 'object' || value.textDocument === null) {
    return undefined;
  }
  return uriIn(value.textDocument);
}
