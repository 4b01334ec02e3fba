import type { Locale, RuleSetting, Settings } from '../service/core.ts';
import { settingsName } from './file-names.ts';
import type { FileSystem } from './platform.ts';

/** What a user sets in the editor, under `nianbao`. */
export interface EditorSettings {
  readonly locale: Locale;
  readonly hints: {
    readonly computed: boolean;
    readonly totals: boolean;
    readonly blanks: boolean;
    readonly quotes: boolean;
  };
  readonly lenses: boolean;
  readonly rules: Readonly<Record<string, RuleSetting>>;
}

/** Reads the editor's answer to `workspace/configuration`; what is missing or no setting is as if it were not set. */
export function readEditorSettings(answer: unknown, clientLocale: string | undefined): EditorSettings {
  const set = recordOf(answer);
  const hints = recordOf(set.inlayHints);
  const isOn = (value: unknown): boolean => value !== false;
  return {
    locale: localeFor(set.locale, clientLocale),
    hints: {
      computed: isOn(hints.computed),
      totals: isOn(hints.totals),
      blanks: isOn(hints.blanks),
      quotes: isOn(hints.quotes),
    },
    lenses: isOn(set.codeLens),
    rules: rulesIn(set.rules),
  };
}

/** For how many milliseconds an editor is waited for that was asked for its settings. */
const PATIENCE = 1000;

/** The rules' settings for each report: those of the editor, and over them the nearest `.nianbaorc.json`. */
export class RuleSettings {
  /** Done when those of the editor are there, or took too long; a late answer is heeded when it comes. */
  expected = Promise.resolve();
  readonly #files: FileSystem;
  /** For every folder looked into its settings or those of the nearest above it. */
  #byFolder = new Map<string, Promise<Settings | undefined>>();
  #loaded = new Map<string, Settings | undefined>();
  #merged = new Map<Settings, Settings>();
  #editor: Settings = { rules: {}, ignore: [] };

  constructor(files: FileSystem) {
    this.#files = files;
  }

  /** The editor was asked: what is wrong with a report is not told by settings that are about to be others. */
  expect(set: Promise<void>): void {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const enough = new Promise<void>(resolve => (timer = setTimeout(resolve, PATIENCE)));
    this.expected = Promise.race([set.finally(() => clearTimeout(timer)), enough]);
  }

  setEditor(rules: EditorSettings['rules']): void {
    this.#editor = { rules, ignore: [] };
    this.#merged.clear();
  }

  /** Those known by now. The same object as long as nothing changes, since findings are remembered with it. */
  of(uri: string): Settings {
    const file = this.#loaded.get(folderOf(uri));
    if (!file) return this.#editor;
    let settings = this.#merged.get(file);
    if (!settings) {
      // A preset speaks of all rules, so that the editor’s settings for some of them no longer count.
      settings = { ...file, rules: file.levels ? file.rules : { ...this.#editor.rules, ...file.rules } };
      this.#merged.set(file, settings);
    }
    return settings;
  }

  /** Whether all settings that hold for a report were waited for. */
  knows(uri: string): boolean {
    return this.#loaded.has(folderOf(uri));
  }

  /** Waits for the settings of the editor and of a report's folder, from which `of` then answers. */
  async load(uri: string): Promise<void> {
    const folder = folderOf(uri);
    const loaded = this.#loaded;
    const [settings] = await Promise.all([this.#nearest(folder), this.expected]);
    loaded.set(folder, settings);
  }

  /** Settings files are read again when they are asked for next. */
  forget(): void {
    this.#byFolder = new Map();
    this.#loaded = new Map();
    this.#merged = new Map();
  }

  #nearest(folder: string): Promise<Settings | undefined> {
    let known = this.#byFolder.get(folder);
    if (!known) this.#byFolder.set(folder, (known = this.#find(folder)));
    return known;
  }

  async #find(folder: string): Promise<Settings | undefined> {
    if (folder === '') return undefined;
    // All folders above are looked into at once: what is wrong with a text is not told before this is known.
    const [text, above] = await Promise.all([
      this.#files.read(`${folder}/${settingsName}`),
      this.#nearest(folderOf(folder)),
    ]);
    if (text === undefined) return above;
    const { parseSettings } = await import('../service/later.ts');
    return parseSettings(text).settings;
  }
}

/** The folder of an address; empty for one that has none, as texts that were never saved. */
function folderOf(uri: string): string {
  const root = uri.indexOf('://') + 3;
  const end = uri.lastIndexOf('/');
  return root > 2 && end >= root ? uri.slice(0, end) : '';
}

function localeFor(set: unknown, client: string | undefined): Locale {
  if (set === 'zh' || set === 'en') return set;
  return client === undefined || /^zh/i.test(client) ? 'zh' : 'en';
}

const LEVELS: readonly unknown[] = ['off', 'information', 'warning', 'error'];

const rulesIn = (value: unknown): Record<string, RuleSetting> =>
  Object.fromEntries(
    Object.entries(recordOf(value)).filter((entry): entry is [string, RuleSetting] => LEVELS.includes(entry[1])),
  );

const recordOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
