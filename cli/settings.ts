import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import picomatch from 'picomatch';
import type { Settings } from '../rules/index.ts';
import { parseSettings } from '../rules/later.ts';
import { decode } from '../text/index.ts';
import { codeOf, faultOf, type FileFault } from './faults.ts';
import { MAX_BYTES, TOO_LARGE } from './source.ts';
import { words } from './words.ts';

/** The name of a settings file. */
export const SETTINGS_NAME = '.nianbaorc.json';

/** The settings that hold in a folder. */
export interface FolderSettings {
  /** Nothing where no settings file stands up the tree. */
  readonly settings: Settings | undefined;
  /** What is wrong with the settings file; its reports are then not checked, for the result would be another one. */
  readonly faults: readonly FileFault[];
  /** Whether the settings leave out a file or folder. */
  readonly ignores: (absolute: string) => boolean;
}

/** Finds the settings of folders: those nearest up the tree. Every folder is looked at once. */
export function settingsFinder(cwd: string): (folder: string) => Promise<FolderSettings> {
  const known = new Map<string, Promise<FolderSettings>>();
  const find = (folder: string): Promise<FolderSettings> => {
    let settings = known.get(folder);
    if (!settings) known.set(folder, (settings = look(folder)));
    return settings;
  };
  return find;

  async function look(folder: string): Promise<FolderSettings> {
    const file = path.join(folder, SETTINGS_NAME);
    const shown = path.relative(cwd, file);
    try {
      if ((await stat(file)).size > MAX_BYTES) return { ...NONE, faults: [{ path: shown, message: TOO_LARGE }] };
      return read(shown, folder, await readFile(file));
    } catch (error) {
      const code = codeOf(error);
      if (code !== 'ENOENT' && code !== 'ENOTDIR') return { ...NONE, faults: [faultOf(shown, error)] };
      const parent = path.dirname(folder);
      return parent === folder ? NONE : find(parent);
    }
  }
}

const NONE: FolderSettings = { settings: undefined, faults: [], ignores: () => false };

function read(file: string, folder: string, bytes: Uint8Array): FolderSettings {
  const decoded = decode(bytes);
  if (!decoded.ok) return { ...NONE, faults: [{ path: file, message: words.unknownEncoding }] };
  const { settings, faults } = parseSettings(decoded.text);
  return {
    settings,
    faults: faults.map(({ range: { start }, message }) => ({
      path: `${file}:${start.line + 1}:${start.character + 1}`,
      message,
    })),
    ignores: ignorer(folder, settings.ignore),
  };
}

/**
 * Patterns count from the settings file's folder; one without a slash fits at any depth; one that fits a folder leaves
 * out all that is in it. As people know it from .gitignore.
 */
function ignorer(folder: string, patterns: readonly string[]): (absolute: string) => boolean {
  const matchers = patterns.map(pattern => {
    const bare = pattern.replace(/^\.?\//, '').replace(/(?<!\/)\/+$/, '');
    return picomatch(bare, { dot: true, basename: !pattern.replace(/(?<!\/)\/+$/, '').includes('/') });
  });
  return absolute => {
    const steps = path.relative(folder, absolute).split(path.sep);
    const ways = steps.map((_, index) => steps.slice(0, index + 1).join('/'));
    return matchers.some(matches => ways.some(way => matches(way)));
  };
}
