import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { cachedDataVersionTag } from 'node:v8';
import { Script } from 'node:vm';
import { Pieces } from './pieces.ts';

/** Compiled code of versions that nobody starts any more is let go after so long; of the others it is made again. */
const OLD = 30 * 24 * 60 * 60 * 1000;

/** Where programs keep what can be made again, by the habits of each system; nowhere if `NIANBAO_CACHE` is `off`. */
export function cacheFolder(env: NodeJS.ProcessEnv): string | undefined {
  const { NIANBAO_CACHE: chosen, XDG_CACHE_HOME: xdg, LOCALAPPDATA: local } = env;
  if (chosen) return chosen === 'off' ? undefined : chosen;
  if (process.platform === 'win32') return local ? join(local, 'nianbao', 'cache') : undefined;
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'nianbao');
  return join(xdg?.startsWith('/') ? xdg : join(homedir(), '.cache'), 'nianbao');
}

/** What V8 made of a program's files, kept in one file from one start to the next. */
export class CodeCache {
  readonly #path: string | undefined;
  /** Another version of V8, another processor or other switches have other code. */
  readonly #tag = cachedDataVersionTag();
  /** What an earlier start kept: open while this one goes on, and again when something is loaded or kept later. */
  #opened: Pieces | undefined;
  readonly #scripts = new Map<string, Script>();
  #isComplete = true;

  /**
   * `program` is its first file, whose name holds a digest of all of them: V8 itself compares only the length of
   * a text with what it was compiled from.
   */
  constructor(folder: string | undefined, program: string) {
    this.#path = folder && join(folder, `${basename(program, '.js')}-${this.#tag.toString(16)}.code`);
  }

  /** A file as the function that it is the body of. */
  compile(path: string, text: string): Script {
    const name = basename(path);
    const cachedData = this.#kept?.read(name);
    const script = new Script(`(function(exports,require,module,moduleUrl){${text}\n})`, {
      filename: path,
      ...(cachedData && { cachedData }),
    });
    this.#scripts.set(name, script);
    if (!cachedData || script.cachedDataRejected) this.#isComplete = false;
    return script;
  }

  /** Keeps what has been compiled, if some of it was not kept yet. */
  keep(): void {
    // While the program has turned a switch, what is compiled is nothing that the next start would take.
    if (cachedDataVersionTag() === this.#tag) {
      if (this.#path !== undefined && !this.#isComplete) write(this.#path, this.#all());
      this.#isComplete = true;
    }
    this.#opened?.close();
    this.#opened = undefined;
  }

  /** What was kept before, and what was compiled since. */
  #all(): Map<string, Buffer> {
    const all = new Map<string, Buffer>([...this.#scripts].map(([name, script]) => [name, script.createCachedData()]));
    for (const name of this.#kept?.names ?? []) {
      const piece = all.has(name) ? undefined : this.#kept?.read(name);
      if (piece) all.set(name, piece);
    }
    return all;
  }

  get #kept(): Pieces | undefined {
    return this.#path === undefined ? undefined : (this.#opened ??= Pieces.open(this.#path));
  }
}

/** Puts the file there whole or not at all. Where that is not allowed, the next start is as slow as this one and no worse. */
function write(path: string, code: ReadonlyMap<string, Buffer>): void {
  const folder = dirname(path);
  const draft = `${path}-${Math.random().toString(16).slice(2)}`;
  const put = (): void => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(draft, Pieces.toBytes(code), { flag: 'wx', mode: 0o600 });
    renameSync(draft, path);
    sweep(folder);
  };
  if (!succeeds(put)) succeeds(() => rmSync(draft, { force: true }));
}

/** A program that has done its work must not fail over what only makes its next start quicker. */
function succeeds(act: () => void): boolean {
  try {
    act();
    return true;
  } catch {
    return false;
  }
}

function sweep(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (/\.code(?:-[\da-f-]+)?$/.test(name) && Date.now() - statSync(path).mtimeMs > OLD) rmSync(path, { force: true });
  }
}
