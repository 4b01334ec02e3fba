import type { Severity } from './finding.ts';
import type { Levels } from './presets.ts';
import type { Rule } from './rule.ts';

/** What a team sets for its reports in `.nianbaorc.json`. */
export interface Settings {
  /** Another severity for a rule, or that it is not asked. */
  readonly rules: Readonly<Record<string, RuleSetting>>;
  /** What the findings of all other rules count as, by their severities. */
  readonly levels?: Levels;
  /** Paths that are not checked, as globs from the settings' folder. */
  readonly ignore: readonly string[];
}

/** A rule's setting. */
export type RuleSetting = Severity | 'off';

/** Every rule as its author set it. */
export const defaultSettings: Settings = { rules: {}, ignore: [] };

/** What a finding of a rule counts as, if it is told at all. */
export const settingOf = (
  settings: Settings,
  { id, severity }: Pick<Rule, 'id' | 'severity'>,
  own: Severity = severity,
): RuleSetting => settings.rules[id] ?? settings.levels?.[own] ?? own;
