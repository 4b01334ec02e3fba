import { Uri, type ExtensionContext } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import type { InitializationOptions } from '../server/index.ts';
import { start, type Extension } from './extension.ts';
import { LANGUAGE } from './host.ts';

let extension: Extension | undefined;

/** Begins in a browser: the server is a worker. */
export function activate(context: ExtensionContext): void {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'server-browser.js').toString(true);
  let worker: Worker | undefined;
  // A start is a worker of its own, and nobody else ends the one before. The client is given the transports, since a
  // worker that VS Code makes is none by the `instanceof` that it would look with.
  const begin = (): Promise<MessageTransports> => {
    worker?.terminate();
    worker = new Worker(script);
    return Promise.resolve({ reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) });
  };
  context.subscriptions.push({ dispose: () => worker?.terminate() });
  extension = start(context, (name, options) => {
    const initializationOptions = { ...(options.initializationOptions as InitializationOptions), script };
    return new LanguageClient(LANGUAGE, name, begin, { ...options, initializationOptions });
  });
}

/** Ends the server. */
export function deactivate(): Promise<void> | undefined {
  return extension?.stop();
}
