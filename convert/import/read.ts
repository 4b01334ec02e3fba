import { decode, type Encoding } from '../../text/index.ts';
import { ImportError } from './errors.ts';
import { readJson } from './json.ts';
import type { Source } from './source.ts';
import { readText } from './text.ts';

/** The largest file that is read, in bytes; the largest text, in characters. */
export const MOST_BYTES = 50 * 1024 * 1024;
const MOST_CHARACTERS = 10_000_000;

/** What a text is shows in so many characters at its beginning. */
const MOST_AHEAD = 20_000;

/** What a file holds, and how its bytes were read. */
export interface ReadFile {
  readonly source: Source;
  readonly encoding?: Encoding;
}

/** Reads a file as what it is by its content; the ending of its name is not asked. */
export async function readFile(bytes: Uint8Array): Promise<ReadFile> {
  if (bytes.length > MOST_BYTES) throw new ImportError('too-large');
  // Readers that bring a package with them are loaded when a file asks for them.
  if (startsWith(bytes, 'PK')) return { source: (await import('./docx/read.ts')).readDocx(bytes) };
  if (startsWith(bytes, '\u00d0\u00cf\u0011\u00e0')) throw new ImportError('old-word');
  if (startsWith(bytes, '%PDF')) throw new ImportError('pdf');
  if (startsWith(bytes, '{\\rtf')) throw new ImportError('rtf');
  const decoded = decode(bytes);
  if (!decoded.ok) throw new ImportError(decoded.reason);
  return { source: await readWords(decoded.text), encoding: decoded.encoding };
}

/** Reads a text as what it is: a page, an export, or plain words. */
export async function readWords(text: string): Promise<Source> {
  if (text.length > MOST_CHARACTERS) throw new ImportError('too-large');
  if (text.trim() === '') throw new ImportError('empty');
  if (/^\s*\{/.test(text)) return readJson(text);
  if (webArchive.test(text.slice(0, MOST_AHEAD))) throw new ImportError('web-archive');
  const page = text.replace(clipboardHead, '');
  return isHtml(page) ? (await import('./html.ts')).readHtml(page) : readText(text);
}

/** A page that was saved with its pictures in one file. */
const webArchive = /^MIME-Version:[\s\S]*?^Content-Type:\s*multipart\/related/im;

/** Where the fragment begins, which Windows writes before a page on its clipboard. */
const clipboardHead = /^Version:[\d.]+\s+StartHTML:[^<]{0,400}(?=<)/;

const startsWith = (bytes: Uint8Array, start: string): boolean =>
  start.split('').every((character, at) => character.charCodeAt(0) === bytes[at]);

const isHtml = (text: string): boolean =>
  /^[\ufeff\s]*<[a-z!?]/i.test(text) &&
  /<\/?(?:html|head|body|p|div|span|table|td|h[1-6]|br|ul|ol|article|section|meta)\b/i.test(text.slice(0, MOST_AHEAD));
