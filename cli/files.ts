import { stat } from 'node:fs/promises';
import path from 'node:path';
import picomatch from 'picomatch';
import { codeOf, faultOf, type FileFault } from './faults.ts';
import { STANDARD_INPUT } from './print/printer.ts';
import { walk, type Met, type Place } from './walk.ts';
import { words } from './words.ts';

/** A report to read: a file, or standard input, which has no place. */
export interface SourceFile {
  /** The path as the user wrote it, or as it follows from that. */
  readonly path: string;
  readonly absolute: string | undefined;
}

/** Surroundings of the search. */
export interface Search {
  readonly cwd: string;
  /** Whether the settings leave out a file or folder. */
  readonly ignores: (absolute: string) => Promise<boolean>;
  readonly signal?: AbortSignal | undefined;
}

/** The files that the operands mean, in the order of their paths, and what could not be found or read. */
export interface Found {
  readonly files: readonly SourceFile[];
  readonly faults: readonly FileFault[];
  /** Files that the user named and the settings ignore. */
  readonly ignored: readonly string[];
}

/** Whether a file in a folder is taken for a report. */
export const isReportName = (name: string): boolean => /\.(?:nianbao|年报)$/i.test(name);

/** The files that operands mean: files, folders, globs, `-`. One that means nothing is a fault. */
export async function findFiles(operands: readonly string[], search: Search): Promise<Found> {
  const files = new Map<string, SourceFile>();
  const faults: FileFault[] = [];
  const ignored: string[] = [];
  for (const operand of operands) {
    let met = 0;
    for await (const one of resolve(operand, search)) {
      met++;
      if ('fault' in one) faults.push(one.fault);
      else if ('ignored' in one) ignored.push(one.ignored);
      else {
        const key = one.file.absolute ?? STANDARD_INPUT;
        files.set(key, files.get(key) ?? one.file);
      }
    }
    if (met === 0) faults.push({ path: operand, message: isGlob(operand) ? words.noMatch : words.noReports });
  }
  return { files: [...files.values()].sort(byPath), faults, ignored };
}

type Resolved = { readonly file: SourceFile } | { readonly fault: FileFault } | { readonly ignored: string };

async function* resolve(operand: string, search: Search): AsyncGenerator<Resolved> {
  if (operand === STANDARD_INPUT) {
    yield { file: { path: operand, absolute: undefined } };
    return;
  }
  const place: Place = { path: path.normalize(operand), absolute: path.resolve(search.cwd, operand) };
  try {
    // What exists is meant as it stands, even with brackets in its name.
    if ((await stat(place.absolute)).isDirectory()) yield* reportsIn(place, search);
    else if (await search.ignores(place.absolute)) yield { ignored: place.path };
    else yield { file: shown(place) };
  } catch (error) {
    search.signal?.throwIfAborted();
    if (codeOf(error) === 'ENOENT' && isGlob(operand)) yield* globbed(operand, search);
    else yield { fault: faultOf(place.path, error) };
  }
}

const reportsIn = (folder: Place, search: Search): AsyncGenerator<Resolved> =>
  wanted(walk(folder, { depth: Infinity, skips: search.ignores, signal: search.signal }), search, place =>
    isReportName(place.absolute),
  );

/** As a shell would have done it: whatever the pattern matches, with any ending. */
async function* globbed(pattern: string, search: Search): AsyncGenerator<Resolved> {
  const { base, glob } = picomatch.scan(slashed(pattern));
  const root: Place = { path: path.normalize(base || '.'), absolute: path.resolve(search.cwd, base) };
  if (!(await isFolder(root.absolute))) return;
  const matches = picomatch(glob);
  // Without ** a pattern reaches as deep as it has slashes: `*.nianbao` must not walk through a whole home folder.
  const depth = glob.includes('**') ? Infinity : glob.split('/').length - 1;
  yield* wanted(walk(root, { depth, skips: search.ignores, signal: search.signal }), search, place =>
    matches(slashed(path.relative(root.absolute, place.absolute))),
  );
}

async function* wanted(
  met: AsyncIterable<Met>,
  search: Search,
  wants: (place: Place) => boolean,
): AsyncGenerator<Resolved> {
  for await (const one of met) {
    if ('fault' in one) yield one;
    else if (wants(one.file) && !(await search.ignores(one.file.absolute))) yield { file: shown(one.file) };
  }
}

async function isFolder(absolute: string): Promise<boolean> {
  return stat(absolute).then(
    stats => stats.isDirectory(),
    () => false,
  );
}

const isGlob = (operand: string): boolean => picomatch.scan(slashed(operand)).isGlob;

const slashed = (file: string): string => (path.sep === '\\' ? file.replaceAll('\\', '/') : file);

const shown = (place: Place): SourceFile => ({ path: slashed(place.path), absolute: place.absolute });

// By code unit, not by the machine's language: the order must be the same everywhere.
const byPath = (a: SourceFile, b: SourceFile): number => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);
