import { BrowserMessageReader, BrowserMessageWriter } from 'vscode-jsonrpc/browser';
import { Connection } from './connection.ts';
import { startServer } from './session.ts';

// The worker's own scope. Its type would bring all of the browser's names into a program for Node.
const scope = globalThis as unknown as { readonly close: () => void };

startServer(new Connection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope)), {
  defer: task => setTimeout(task, 0),
  exit: () => scope.close(),
});
