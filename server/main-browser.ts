import { BrowserMessageReader, BrowserMessageWriter } from 'vscode-jsonrpc/browser';
import type { ImportedReport, ImportJob } from '../service/index.ts';
import { IMPORTER, type WorkerScope } from './browser-scope.ts';
import { Connection } from './connection.ts';
import { startServer } from './session.ts';

// The worker's own scope. Its type would bring all of the browser's names into a program for Node.
const scope = globalThis as unknown as WorkerScope & { readonly close: () => void };

let imports: Promise<(job: ImportJob) => Promise<ImportedReport>> | undefined;

// The same script is both.
if (scope.name === IMPORTER) void import('./browser-imports.ts').then(({ serveImports }) => serveImports(scope));
else {
  startServer(new Connection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope)), {
    defer: task => setTimeout(task, 0),
    exit: () => scope.close(),
    importReport: async (job, script) => {
      imports ??= import('./browser-imports.ts').then(({ importsIn }) => importsIn(scope, script));
      return (await imports)(job);
    },
  });
}
