/** Characters, lines, places and edits: everything that needs no grammar. */
export * from './base64.ts';
export * from './copy-with.ts';
export * from './decode.ts';
export * from './distance.ts';
export * from './edit.ts';
export * from './fold.ts';
export * from './kept.ts';
export * from './lines.ts';
export * from './nearest.ts';
export * from './numerals.ts';
export * from './place.ts';
export * from './quotation.ts';
export * from './width.ts';
export * from './within.ts';
