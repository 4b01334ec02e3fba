import { parseSettings, type Locale, type RuleSetting, type Settings } from '../service/index.ts';
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

/** The rules' settings for each report: those of the editor, and over them the nearest `.nianbaorc.json`. */
export class RuleSettings {
  readonly #files: FileSystem | undefined;
  readonly #known = new Map<string, Settings>();
  #editor: Settings = { rules: {}, ignore: [] };

  constructor(files: FileSystem | undefined) {
    this.#files = files;
  }

  setEditor(rules: EditorSettings['rules']): void {
    this.#editor = { rules, ignore: [] };
    this.forget();
  }

  /** The same object as long as nothing changes, since findings are remembered with it. */
  of(uri: string): Settings {
    const file = this.#files?.settingsFor(uri);
    if (file === undefined) return this.#editor;
    let settings = this.#known.get(file);
    if (!settings) {
      const read = parseSettings(this.#files?.readNow(file) ?? '{}').settings;
      settings = { ...read, rules: { ...this.#editor.rules, ...read.rules } };
      this.#known.set(file, settings);
    }
    return settings;
  }

  /** Settings files are read again when they are asked for next. */
  forget(): void {
    this.#known.clear();
  }
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
