import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { startServer } from './session.ts';

// The worker's own scope. Its type would bring all of the browser's names into a program for Node.
const scope = globalThis as never;
const connection = createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope));

startServer(connection, { defer: task => setTimeout(task, 0) });
