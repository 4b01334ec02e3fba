import { isUtf8, transcode } from 'node:buffer';
import { closeSync, constants, createReadStream, fstatSync, openSync, readSync } from 'node:fs';
import { decode, type Encoding } from '../text/index.ts';
import { codeOf, faultOf, type FileFault } from './faults.ts';
import type { SourceFile } from './files.ts';
import type { Io } from './io.ts';
import { words } from './words.ts';

/** Larger files are no reports and would only fill the memory. */
export const MAX_BYTES = 16 * 1024 * 1024;

/** What is said of them. */
export const TOO_LARGE = words.tooLarge(`${MAX_BYTES >> 20} MiB`);

/** A file's text and how its bytes were read, or why there is none. */
export type Source =
  | { readonly ok: true; readonly text: string; readonly encoding: Encoding; readonly mark: boolean }
  | { readonly ok: false; readonly fault: FileFault };

/** Reads a file or standard input. */
export async function readSource(file: SourceFile, { stdin, signal }: Io): Promise<Source> {
  const source = readAtOnce(file);
  if (source) return source;
  const { path, absolute } = file;
  try {
    const stream = absolute === undefined ? stdin : createReadStream(absolute, { highWaterMark: 1 << 20, signal });
    return decoded(await collect(stream), path);
  } catch (error) {
    signal?.throwIfAborted();
    return { ok: false, fault: faultOf(path, error) };
  }
}

/**
 * Reads a file without waiting, which for thousands of small ones is several times quicker. Nothing for what may keep its
 * reader waiting: standard input, pipes and devices; nor while so many files are open that the system opens no more.
 */
export function readAtOnce({ path, absolute }: SourceFile): Source | undefined {
  if (absolute === undefined) return undefined;
  try {
    const file = openSync(absolute, constants.O_RDONLY | WITHOUT_WAITING);
    try {
      const { size, isFile, isDirectory } = kindOf(file);
      if (size > MAX_BYTES) return decoded(undefined, path);
      // Of some files that are made while they are read the size is not known.
      return (isFile && size > 0) || isDirectory ? decoded(bytesOf(file, size), path) : undefined;
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (NO_MORE_OPEN.has(codeOf(error) ?? '')) return undefined;
    return { ok: false, fault: faultOf(path, error) };
  }
}

/** The limit of the process, and that of the system. */
const NO_MORE_OPEN: ReadonlySet<string> = new Set(['EMFILE', 'ENFILE']);

/** Else a pipe would not even be opened until somebody writes into it. Windows has no such thing. */
const WITHOUT_WAITING = (constants as { O_NONBLOCK?: number }).O_NONBLOCK ?? 0;

function kindOf(file: number): { size: number; isFile: boolean; isDirectory: boolean } {
  const stats = fstatSync(file);
  return { size: stats.size, isFile: stats.isFile(), isDirectory: stats.isDirectory() };
}

/** The bytes of a file as a text. Where there are none they were too many. */
function decoded(bytes: Uint8Array | undefined, path: string): Source {
  if (!bytes) return { ok: false, fault: { path, message: TOO_LARGE } };
  const text = decode(bytes, utf8Of);
  if (text.ok) return text;
  return { ok: false, fault: { path, message: text.reason === 'binary' ? words.binary : words.unknownEncoding } };
}

/** By way of UTF-16, which is what a string is inside, Chinese is read five times as quickly as by the decoder. */
const utf8Of = (bytes: Uint8Array): string | undefined =>
  isUtf8(bytes) ? transcode(bytes, 'utf8', 'utf16le').toString('utf16le') : undefined;

/** What messages call an encoding. */
export const ENCODINGS: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16LE',
  'utf-16be': 'UTF-16BE',
  gb18030: 'GB18030',
};

/** Where files are read to, one after the other: each is decoded before the next is read. */
let room = new Uint8Array(1 << 16);

function bytesOf(file: number, size: number): Uint8Array {
  if (room.length < size) room = new Uint8Array(size * 2);
  let read = 0;
  for (let more; read < size && (more = readSync(file, room, read, size - read, null)) > 0;) read += more;
  return room.subarray(0, read);
}

/** All bytes, or nothing as soon as there are too many: a pipe does not tell its size. */
async function collect(stream: AsyncIterable<Uint8Array>): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > MAX_BYTES) return undefined;
  }
  return Buffer.concat(chunks);
}
