/** The tree read against an edition: organ, year, sections, tables, rows, sums, each with its place. */
export * from './flawless.ts';
export * from './labels.ts';
export * from './layout.ts';
export type { Slip } from './prose/slips.ts';
export * from './prose/statements.ts';
export * from './references.ts';
export * from './report.ts';
export * from './same-ends.ts';
export * from './sums.ts';
export * from './types.ts';
export * from './values.ts';
