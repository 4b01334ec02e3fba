/** What an editor or a command line asks of a report, as plain data. */
export * from './check.ts';
export * from './format.ts';
export * from './new-report.ts';
export * from './mend.ts';
export * from './document.ts';
export * from './places.ts';
export * from './words.ts';
export * from './workspace.ts';
