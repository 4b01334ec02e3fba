import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { decode, type Encoding } from '../text/index.ts';
import { faultOf, type FileFault } from './faults.ts';
import type { SourceFile } from './files.ts';
import type { Io } from './io.ts';
import { words } from './words.ts';

/** Larger files are no reports and would only fill the memory. */
export const MAX_BYTES = 16 * 1024 * 1024;

/** A file's text and how its bytes were read, or why there is none. */
export type Source =
  | { readonly ok: true; readonly text: string; readonly encoding: Encoding; readonly mark: boolean }
  | { readonly ok: false; readonly fault: FileFault };

/** Reads a file or standard input. */
export async function readSource({ path, absolute }: SourceFile, io: Io): Promise<Source> {
  try {
    const bytes = await (absolute === undefined ? collect(io.stdin) : bytesOf(absolute, io.signal));
    if (!bytes) return { ok: false, fault: { path, message: words.tooLarge(`${MAX_BYTES >> 20} MiB`) } };
    const decoded = decode(bytes);
    if (decoded.ok) return decoded;
    const message = decoded.reason === 'binary' ? words.binary : words.unknownEncoding;
    return { ok: false, fault: { path, message } };
  } catch (error) {
    io.signal?.throwIfAborted();
    return { ok: false, fault: faultOf(path, error) };
  }
}

/** What messages call an encoding. */
export const ENCODINGS: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16LE',
  'utf-16be': 'UTF-16BE',
  gb18030: 'GB18030',
};

async function bytesOf(absolute: string, signal: AbortSignal | undefined): Promise<Buffer | undefined> {
  if ((await stat(absolute)).size > MAX_BYTES) return undefined;
  return collect(createReadStream(absolute, { highWaterMark: 1 << 20, signal }));
}

/** All bytes, or nothing as soon as there are too many: a pipe does not tell its size, and a file may grow. */
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
