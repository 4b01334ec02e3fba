/** The language service on a connection. */
export { startServer } from './session.ts';
export type { FileSystem, Platform } from './platform.ts';
