/** Reports in other notations. */
export * from './json.ts';
