import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cacheFolder, CodeCache } from './code-cache.ts';

/** What a file of a program is given, as a CommonJS module is; the last is what `import.meta.url` would be. */
type Body = (exports: object, require: (id: string) => unknown, module: { exports: object }, url: string) => void;

/**
 * When what was compiled is kept: a server has said what is wrong with the first report by then, and has compiled all
 * that it takes.
 */
const SETTLED = 3000;

/**
 * Runs a program, whose files are CommonJS, with what V8 made of them in an earlier start. Compiling them is a third of
 * a start that has it to do.
 */
export function launch(program: string): void {
  const cache = new CodeCache(cacheFolder(process.env), program);
  const modules = new Map<string, { exports: object }>();
  const load = (path: string): object => {
    const known = modules.get(path);
    if (known) return known.exports;
    const module = { exports: {} };
    modules.set(path, module);
    const body = cache.compile(path, readFileSync(path, 'utf8')).runInThisContext() as Body;
    const builtIn = createRequire(path);
    const require = (id: string): unknown => (id.startsWith('.') ? load(join(dirname(path), id)) : builtIn(id));
    body(module.exports, require, module, pathToFileURL(path).href);
    return module.exports;
  };
  load(program);
  const keep = (): void => cache.keep();
  setTimeout(keep, SETTLED).unref();
  process.once('exit', keep);
}
