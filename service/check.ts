import { forms as allForms, type Form } from '../forms/index.ts';
import { readReport, type Report } from '../model/index.ts';
import type { Snapshot } from './document.ts';
import { checkReport, defaultSettings, type Finding, type Settings } from '../rules/index.ts';

/** A text read and checked. */
export interface Checked {
  readonly report: Report;
  /** In the order of their places. */
  readonly findings: readonly Finding[];
}

/** Reads and checks a text: the one way that the command line, the editor and an import take. */
export function checkText(
  text: string,
  settings: Settings = defaultSettings,
  forms: readonly Form[] = allForms,
): Checked {
  const report = readReport(text, forms);
  return { report, findings: checkReport(report, settings) };
}

/** Checks a snapshot. What was found in its unchanged sections is remembered. */
export const checkSnapshot = ({ report }: Snapshot, settings: Settings = defaultSettings): readonly Finding[] =>
  checkReport(report, settings);

export { defaultSettings, parseSettings } from '../rules/index.ts';
export type { Finding, RuleSetting, Settings } from '../rules/index.ts';
export type { Report } from '../model/index.ts';
