/** The official forms as data. Nothing here knows a report. */
export * from './types.ts';
export * from './fields.ts';
export * from './lookup.ts';
export * from './shared/wording.ts';
export { forms } from './generated/editions.ts';
