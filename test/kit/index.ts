/** What the tests share: marked texts, right reports by seed, and texts that are broken on purpose. */
export * from './faults.ts';
export * from './marks.ts';
export * from './mutations.ts';
export * from './random.ts';
export * from './reports.ts';
