/**
 * What a server needs until it has said what is wrong with a text. A door of its own, because a bundler loads whatever
 * stands behind a door with the first of it.
 */
export * from './check.ts';
export * from './diagnostics.ts';
export * from './document.ts';
export * from './features/offers.ts';
export * from './neighbours.ts';
export * from './specimen.ts';
export * from './words.ts';
export * from './workspace.ts';
