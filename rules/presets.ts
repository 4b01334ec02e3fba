import type { Bilingual } from '../forms/index.ts';
import type { Severity } from './finding.ts';
import { say } from './rule.ts';

/** Settings for all rules under one name. */
export interface Preset {
  readonly id: string;
  readonly title: Bilingual;
  /** What it is for, and what it does. */
  readonly description: Bilingual;
  readonly levels: Levels;
}

/**
 * What findings of a severity count as. A preset speaks of findings and not of rules: a rule that is sure of one and
 * unsure of another says so by their severities, and that difference must last.
 */
export type Levels = Readonly<Partial<Record<Severity, Severity | 'off'>>>;

/** The presets of `.nianbaorc.json`, the laxest first. */
export const presets: readonly Preset[] = [
  {
    id: 'sums',
    title: say('只查错误：勾稽关系和缺少的内容', 'Errors only: sums, and what is missing'),
    description: say(
      '填表过程中用：只报告算不平的数、缺少的部分和表格等错误，警告和提示一概不报。',
      'While the form is being filled in: numbers that do not add up, missing sections and tables. No warnings, no information.',
    ),
    levels: { warning: 'off', information: 'off' },
  },
  {
    id: 'submit',
    title: say('报送前检查（默认）', 'Before submission (the default)'),
    description: say(
      '报送前用：每一条按它自己的程度报告，只有错误使命令行以 1 退出。',
      'Before the report is handed in: each finding at its own severity. Only errors make the command line exit with 1.',
    ),
    levels: {},
  },
  {
    id: 'strict',
    title: say('从严：提示作为警告，警告作为错误', 'Strict: information counts as a warning, a warning as an error'),
    description: say(
      '汇总单位验收时用：每一处都高一级，提示作为警告，警告作为错误，所以有警告的报告也算不通过。没有把握的仍比有把握的低一级。',
      'For the office that accepts reports: each finding counts one step more, so that a report with warnings does not pass either. What is not sure still counts a step less than what is.',
    ),
    levels: { warning: 'error', information: 'warning' },
  },
];
