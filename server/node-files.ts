import { existsSync, readFileSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { decode } from '../text/index.ts';
import type { FileSystem } from './platform.ts';

const REPORT = /\.(?:nianbao|年报)$/;
const SETTINGS = '.nianbaorc.json';
/** A larger file is no report. */
const MAX_BYTES = 16 * 1024 * 1024;

/** The files of this machine. */
export const nodeFiles: FileSystem = {
  async reportsIn(folder) {
    const found: string[] = [];
    const path = pathOf(folder);
    if (path !== undefined) await collect(path, found);
    return found.sort().map(one => pathToFileURL(one).href);
  },
  async read(uri) {
    const path = pathOf(uri);
    if (path === undefined) return undefined;
    return textOf(await bytesOf(path));
  },
  readNow(uri) {
    const path = pathOf(uri);
    if (path === undefined || !existsSync(path)) return undefined;
    return textOf(attempt(() => readFileSync(path)));
  },
  settingsFor(uri) {
    let folder = pathOf(uri);
    while (folder !== undefined && folder !== dirname(folder)) {
      folder = dirname(folder);
      const file = join(folder, SETTINGS);
      if (existsSync(file)) return pathToFileURL(file).href;
    }
    return undefined;
  },
};

function pathOf(uri: string): string | undefined {
  return uri.startsWith('file:') ? attempt(() => fileURLToPath(uri)) : undefined;
}

function textOf(bytes: Uint8Array | undefined): string | undefined {
  const decoded = bytes && decode(bytes);
  return decoded?.ok ? decoded.text : undefined;
}

/** Folders are read one after the other; links are not followed, so that there is no circle. */
async function collect(folder: string, found: string[]): Promise<void> {
  let entries;
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (isRefusal(error)) return;
    throw error;
  }
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.')) await collect(path, found);
    else if (entry.isFile() && REPORT.test(entry.name)) found.push(path);
  }
}

async function bytesOf(path: string): Promise<Uint8Array | undefined> {
  try {
    return (await stat(path)).size > MAX_BYTES ? undefined : await readFile(path);
  } catch (error) {
    if (isRefusal(error)) return undefined;
    throw error;
  }
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (isRefusal(error)) return undefined;
    throw error;
  }
}

/** A file that is gone or closed to us, or an address that names none: everything that is not our own bug. */
const isRefusal = (error: unknown): boolean => error instanceof Error && 'code' in error;
