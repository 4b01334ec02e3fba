/** Reports in other notations. */
export * from './csv.ts';
export * from './docx-out.ts';
export * from './grid/clipboard.ts';
export * from './grid/cut-grid.ts';
export * from './grid/grid.ts';
export * from './grid/read-grid.ts';
export * from './html.ts';
export * from './import/import.ts';
export * from './json.ts';
export * from './markdown-out.ts';
export * from './printed.ts';
