import { statSync } from 'node:fs';
import path from 'node:path';
import { valueOf, type Arguments } from './command.ts';
import { STANDARD_INPUT } from './print/printer.ts';
import type { Session } from './session.ts';
import { words } from './words.ts';

/** Where `-o` sends results: to standard output, to one file, into a folder; where it is not given, beside the originals. */
export type Target =
  | { readonly to: 'output' }
  | { readonly to: 'file'; readonly file: string }
  | { readonly to: 'folder'; readonly folder: string }
  | { readonly to: 'beside' };

/** Reads `-o`. One file takes the result of one original only. */
export function targetOf({ io }: Session, given: Arguments): Target {
  const output = valueOf(given, 'output');
  if (output === undefined) return { to: 'beside' };
  if (output === STANDARD_INPUT) return { to: 'output' };
  const isFolder =
    /[/\\]$/.test(output) || statSync(path.resolve(io.cwd, output), { throwIfNoEntry: false })?.isDirectory();
  if (isFolder) return { to: 'folder', folder: output };
  if (given.operands.length > 1) throw given.refusal(words.oneOutput(output));
  return { to: 'file', file: output };
}

/** The file that the result of an original goes to; nothing where that is standard output. */
export function placeOf(original: string, target: Target, ending: string): string | undefined {
  if (target.to === 'file') return target.file;
  if (target.to === 'output' || (target.to === 'beside' && original === STANDARD_INPUT)) return undefined;
  const name = path.basename(original === STANDARD_INPUT ? 'report' : original).replace(/\.[^.]*$/, '');
  return path.join(target.to === 'folder' ? target.folder : path.dirname(original), `${name}.${ending}`);
}
