/** What the tests share: marked texts, right reports by seed, texts that are broken on purpose, and a client. */
export * from './client.ts';
export * from './faults.ts';
export * from './layouts.ts';
export * from './marks.ts';
export * from './mutations.ts';
export * from './neighbours.ts';
export * from './prose.ts';
export * from './protocol.ts';
export * from './random.ts';
export * from './reports.ts';
export * from './wires.ts';
export * from './word.ts';
