/** Text to tree: what each line is and what its pieces are, without knowing any form. */
export * from './faults.ts';
export * from './read.ts';
export * from './tree.ts';
export * from './walk.ts';
