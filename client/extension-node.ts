import { Uri, type ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { start, type Extension } from './extension.ts';
import { LANGUAGE } from './host.ts';

let extension: Extension | undefined;

/** Begins on the desktop and on remote machines: the server is a process of its own. */
export function activate(context: ExtensionContext): void {
  const module = Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  extension = start(context, (name, options) => {
    return new LanguageClient(LANGUAGE, name, { module, transport: TransportKind.ipc }, options);
  });
}

/** Ends the server. */
export function deactivate(): Promise<void> | undefined {
  return extension?.stop();
}
