import { l10n, Uri, window, type ExtensionContext } from 'vscode';
import {
  CloseAction,
  ErrorAction,
  RevealOutputChannelOn,
  type BaseLanguageClient,
  type LanguageClientOptions,
} from 'vscode-languageclient';
import type { InitializationOptions } from '../server/index.ts';
import { registerCommands } from './commands.ts';
import { answerFileRequests } from './files.ts';
import { LANGUAGE, type Host } from './host.ts';
import { registerEmptyReport } from './import/empty-report.ts';
import { ImportLetters } from './import/letters.ts';
import { registerPaste } from './paste.ts';
import { registerPreview } from './preview.ts';
import { Restarts } from './restarts.ts';
import { openable } from './rule-pages.ts';
import { registerStatus } from './status.ts';
import { registerTableKeys } from './table-keys.ts';
import { complain } from './messages.ts';

/** The extension while it runs. */
export interface Extension {
  readonly stop: () => Promise<void>;
}

/** How a server is reached differs between the two hosts; all else is the same. */
export type CreateClient = (name: string, options: LanguageClientOptions) => BaseLanguageClient;

/** Begins in either host. */
export function start(context: ExtensionContext, createClient: CreateClient): Extension {
  const log = window.createOutputChannel('年报 Nianbao', { log: true });
  const restarts = new Restarts();
  const pages = Uri.joinPath(context.extensionUri, 'docs', 'rules').toString();
  const client = createClient(l10n.t('Nianbao'), {
    documentSelector: [{ language: LANGUAGE }],
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationOptions: { docs: pages, files: true } satisfies InitializationOptions,
    uriConverters: {
      code2Protocol: uri => uri.toString(),
      protocol2Code: address => Uri.parse(openable(address, pages)),
    },
    errorHandler: {
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      closed: () => {
        if (restarts.allows(Date.now())) return { action: CloseAction.Restart, handled: true };
        void tellThatItEnded();
        return { action: CloseAction.DoNotRestart, handled: true };
      },
    },
    middleware: {
      // The older side of a comparison is the same report once more, which nothing should be said of twice.
      didOpen: (document, next) => (document.uri.scheme === 'git' ? Promise.resolve() : next(document)),
    },
  });
  const host: Host = { context, client, log };
  const restart = async (): Promise<void> => {
    restarts.forget();
    if (client.needsStop()) await client.stop();
    await client.start();
  };
  const tellThatItEnded = async (): Promise<void> => {
    const [again, show] = [l10n.t('Restart'), l10n.t('Show Log')];
    const message = l10n.t('The checker of reports ended several times and is not started again.');
    const chosen = await complain(message, again, show);
    if (chosen === again) await restart();
    if (chosen === show) log.show();
  };
  context.subscriptions.push(log);
  answerFileRequests(client);
  const letters = new ImportLetters(host);
  registerCommands(host, letters, restart);
  registerStatus(host);
  registerTableKeys(host);
  registerPaste(host);
  registerEmptyReport(host, letters);
  registerPreview(host);
  void client.start().catch((error: unknown) => log.error(`The server does not start: ${String(error)}`));
  return { stop: () => client.dispose() };
}
