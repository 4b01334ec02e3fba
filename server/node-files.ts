import * as fs from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { decode } from '../text/index.ts';
import { isReport } from './file-names.ts';
import type { LocalFiles } from './platform.ts';

/** A larger file is no report. */
const MAX_BYTES = 16 * 1024 * 1024;

// `node:fs/promises` would load a dozen modules at each start.
const [stat, readFile, readdir] = [promisify(fs.stat), promisify(fs.readFile), promisify(fs.readdir)];

/** The files of this machine. */
export const nodeFiles: LocalFiles = {
  has: uri => uri.startsWith('file:'),
  async reportsIn(folder) {
    const found: string[] = [];
    await refused(async () => collect(fileURLToPath(folder), found));
    return found.sort().map(path => pathToFileURL(path).href);
  },
  read: uri =>
    refused(async () => {
      const path = fileURLToPath(uri);
      if ((await stat(path)).size > MAX_BYTES) return undefined;
      const decoded = decode(await readFile(path));
      return decoded.ok ? decoded.text : undefined;
    }),
};

/** Folders are read one after the other; links are not followed, so that there is no circle. */
async function collect(folder: string, found: string[]): Promise<void> {
  const entries = (await refused(() => readdir(folder, { withFileTypes: true }))) ?? [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.')) await collect(path, found);
    else if (entry.isFile() && isReport(entry.name)) found.push(path);
  }
}

/** Nothing for a file that is gone or closed to us, or an address that names none; what is our own bug goes on. */
async function refused<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}
