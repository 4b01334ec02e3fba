import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { faultOf, type FileFault } from './faults.ts';

/** A file or folder on the way: as the user would write it, and where it is. */
export interface Place {
  readonly path: string;
  readonly absolute: string;
}

/** Where a walk stops. */
export interface WalkOptions {
  /** How many folders deep; 0 is the folder itself. */
  readonly depth: number;
  /** Folders that are left out with all that is in them. */
  readonly skips: (absolute: string) => Promise<boolean>;
  readonly signal?: AbortSignal | undefined;
}

/** What a walk meets: a file, or a folder that cannot be read. */
export type Met = { readonly file: Place } | { readonly fault: FileFault };

/**
 * All files in a folder and below it, in no promised order, without node_modules and what begins with a dot. Links
 * are followed after all that is really there, and no folder is entered twice, so that circles of links end and a file
 * has its own name rather than a link's.
 */
export async function* walk(root: Place, options: WalkOptions): AsyncGenerator<Met> {
  const visited = new Set<string>();
  const folders: (Place & { depth: number })[] = [{ ...root, depth: 0 }];
  const links: typeof folders = [];
  for (let folder; (folder = folders.pop() ?? links.shift());) {
    options.signal?.throwIfAborted();
    const { depth } = folder;
    try {
      const real = await realpath(folder.absolute);
      if (visited.has(real)) continue;
      visited.add(real);
      for (const entry of await readdir(folder.absolute, { withFileTypes: true })) {
        if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
        const place = inside(folder, entry.name);
        const kind = entry.isSymbolicLink() ? await targetKind(place.absolute) : kindOf(entry);
        if (kind === 'file') yield { file: place };
        else if (kind === 'folder' && depth < options.depth && !(await options.skips(place.absolute))) {
          (entry.isSymbolicLink() ? links : folders).push({ ...place, depth: depth + 1 });
        }
      }
    } catch (error) {
      options.signal?.throwIfAborted();
      yield { fault: faultOf(folder.path, error) };
    }
  }
}

type Kind = 'file' | 'folder' | 'other';

const kindOf = (entry: { isFile(): boolean; isDirectory(): boolean }): Kind =>
  entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other';

/** A link that leads nowhere counts as a file: reading it tells what is wrong, if it is one that we want. */
async function targetKind(absolute: string): Promise<Kind> {
  try {
    return kindOf(await stat(absolute));
  } catch {
    return 'file';
  }
}

const inside = (folder: Place, name: string): Place => ({
  path: path.join(folder.path, name),
  absolute: path.join(folder.absolute, name),
});
