/** What is said about a report: the rules, their findings and the mends. */
export { CopyIndex } from './files/copies.ts';
export * from './files/facts.ts';
export * from './files/neighbours.ts';
export * from './finding.ts';
export { presets, type Levels, type Preset } from './presets.ts';
export { rules, ruleById } from './rules.ts';
export type { Rule, RuleGroup } from './rule.ts';
export { checkReport } from './run.ts';
export * from './settings.ts';
