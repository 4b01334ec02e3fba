import { createHash, randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { codeOf } from './faults.ts';

/** What becomes of a file that is there already. */
export type Existing = 'keep' | 'replace';

/**
 * Writes a file so that at every moment it holds either all of the old or all of the new. A link stays and its
 * target is written. With `keep` an existing file stays as it is and EEXIST is thrown.
 *
 * Everything is synchronous: an interrupt cannot come between the temporary file and its end.
 */
export function writeFile(file: string, content: string | Uint8Array, existing: Existing): void {
  const target = targetOf(file);
  const before = fs.statSync(target, { throwIfNoEntry: false });
  if (before?.isDirectory()) throw systemError('EISDIR', target);
  // A terminal, a pipe or /dev/null holds nothing that could be lost, and must not be replaced by a file.
  if (before && !before.isFile()) {
    fs.writeFileSync(target, content);
    return;
  }
  if (before && existing === 'keep') throw systemError('EEXIST', target);
  // A rename would replace a write-protected file without a word: only opening it tells.
  if (before) fs.closeSync(fs.openSync(target, 'r+'));

  const folder = path.dirname(target);
  sweep(folder);
  const temporary = path.join(folder, `${MINE}-${randomBytes(6).toString('hex')}.tmp`);
  try {
    writeNew(temporary, content, before);
    if (existing === 'keep') linkNew(temporary, target);
    else fs.renameSync(temporary, target);
  } finally {
    fs.rmSync(temporary, { force: true });
  }
}

/** What the temporary files of this machine begin with: a folder on the net is swept by each machine for itself. */
const OURS = `.nianbao-${createHash('sha256').update(hostname()).digest('hex').slice(0, 8)}`;

/** What those of this process begin with. */
const MINE = `${OURS}-${process.pid}`;

const swept = new Set<string>();

/** Removes what processes that were killed in the middle have left in a folder, once in the life of this one. */
function sweep(folder: string): void {
  if (swept.has(folder)) return;
  swept.add(folder);
  for (const name of namesIn(folder)) {
    const [, owner] = /-(\d+)-[\da-f]{12}\.tmp$/.exec(name.startsWith(`${OURS}-`) ? name : '') ?? [];
    if (owner !== undefined && !isAlive(Number(owner))) removeLeft(path.join(folder, name));
  }
}

/** A folder that may be written but not listed is not swept. */
function namesIn(folder: string): readonly string[] {
  try {
    return fs.readdirSync(folder);
  } catch {
    return [];
  }
}

/** What cannot be removed was not worth failing for. */
function removeLeft(file: string): void {
  try {
    fs.rmSync(file, { force: true });
  } catch {
    return;
  }
}

function isAlive(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (error) {
    return codeOf(error) !== 'ESRCH';
  }
}

/** Where a link leads, even when nothing is there yet. */
function targetOf(file: string): string {
  if (!fs.lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink()) return file;
  try {
    // Links of /dev/stdout's kind lead to what has no path; the system still opens them by their own name.
    const target = fs.realpathSync(file);
    return fs.existsSync(target) ? target : file;
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' || fs.existsSync(file)) return file;
    return targetOf(path.resolve(path.dirname(file), fs.readlinkSync(file)));
  }
}

function writeNew(temporary: string, content: string | Uint8Array, before: fs.Stats | undefined): void {
  const handle = fs.openSync(temporary, 'wx');
  try {
    fs.writeFileSync(handle, content);
    if (before) keepOwnership(handle, before);
    fs.fsyncSync(handle);
  } finally {
    fs.closeSync(handle);
  }
}

function keepOwnership(handle: number, { mode, uid, gid }: fs.Stats): void {
  const now = fs.fstatSync(handle);
  if (now.uid !== uid || now.gid !== gid) {
    try {
      fs.fchownSync(handle, uid, gid);
    } catch (error) {
      // Only root may give a file away; who may write it may also own the new one.
      if (codeOf(error) !== 'EPERM') throw error;
    }
  }
  fs.fchmodSync(handle, mode & 0o7777);
}

/** A link, unlike a rename, fails where something has come to be meanwhile. Disks without links get a copy. */
function linkNew(temporary: string, target: string): void {
  try {
    fs.linkSync(temporary, target);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw error;
    fs.copyFileSync(temporary, target, fs.constants.COPYFILE_EXCL);
  }
}

const systemError = (code: string, file: string): Error =>
  Object.assign(new Error(`${code}: ${file}`), { code, path: file, syscall: 'open' });
