import type { ExtensionContext, LogOutputChannel } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** What every part of the extension is given when it is registered. */
export interface Host {
  /** What a part registers goes into `context.subscriptions`. */
  readonly context: ExtensionContext;
  /**
   * The language client. It stays the same object when the server is started again, so that it can be kept; requests
   * wait until the server runs.
   */
  readonly client: BaseLanguageClient;
  /** Where what happened can be read afterwards. */
  readonly log: LogOutputChannel;
}

/** The language of reports, as the editor knows it. */
export const LANGUAGE = 'nianbao';
