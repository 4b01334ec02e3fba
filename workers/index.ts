export * from './import-workers.ts';
