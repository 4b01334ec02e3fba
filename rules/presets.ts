import type { Bilingual } from '../forms/index.ts';
import type { Severity } from './finding.ts';
import { say } from './rule.ts';
import { rules } from './rules.ts';

/** Settings for all rules under one name. */
export interface Preset {
  readonly id: string;
  readonly title: Bilingual;
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
}

const RAISED: Readonly<Record<Severity, Severity | undefined>> = {
  error: undefined,
  warning: 'error',
  information: 'warning',
};

/** The presets of `.nianbaorc.json`, the laxest first. */
export const presets: readonly Preset[] = [
  {
    id: 'sums',
    title: say('只查错误：勾稽关系和缺少的内容', 'Errors only: sums, and what is missing'),
    rules: settingsOf(severity => (severity === 'error' ? undefined : 'off')),
  },
  { id: 'submit', title: say('报送前检查（默认）', 'Before submission (the default)'), rules: {} },
  {
    id: 'strict',
    title: say('从严：提示作为警告，警告作为错误', 'Strict: information counts as a warning, a warning as an error'),
    rules: settingsOf(severity => RAISED[severity]),
  },
];

/** Each rule with another setting than its own; nothing leaves it as it is. */
function settingsOf(change: (severity: Severity) => Severity | 'off' | undefined): Record<string, Severity | 'off'> {
  return Object.fromEntries(
    rules.flatMap(({ id, severity }) => {
      const changed = change(severity);
      return changed === undefined ? [] : [[id, changed]];
    }),
  );
}
