/** What the editor extension must know of the server: the two run in different processes. */
export * from './protocol.ts';
