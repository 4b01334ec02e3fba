import type { TextDocument } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  EDITIONS,
  EXPORT,
  IMPORT,
  KNOWN_REPORTS,
  PREVIEW,
  STATUS,
  type Edition,
  type Exported,
  type ExportFormat,
  type ExportParams,
  type Imported,
  type ImportParams,
  type KnownReport,
  type Preview,
  type ReportParams,
  type Status,
} from '../server/index.ts';
import { toBase64 } from '../text/index.ts';

/** How an open report stands. */
export const askStatus = (client: BaseLanguageClient, { uri }: TextDocument): Promise<Status | null> =>
  client.sendRequest(STATUS, { uri: uri.toString() } satisfies ReportParams);

/** A report in its official layout. */
export const askPreview = (client: BaseLanguageClient, { uri }: TextDocument): Promise<Preview | null> =>
  client.sendRequest(PREVIEW, { uri: uri.toString() } satisfies ReportParams);

/** The reports of the workspace and those that are open. */
export const askReports = (client: BaseLanguageClient): Promise<readonly KnownReport[]> =>
  client.sendRequest(KNOWN_REPORTS);

/** The editions of the form. */
export const askEditions = (client: BaseLanguageClient): Promise<readonly Edition[]> => client.sendRequest(EDITIONS);

/** An open report in another notation. */
export const askExport = (client: BaseLanguageClient, { uri }: TextDocument, to: ExportFormat): Promise<Exported> =>
  client.sendRequest(EXPORT, { uri: uri.toString(), to } satisfies ExportParams);

/** The bytes of another program's file, or the words of a clipboard, as a report. */
export const askImport = (client: BaseLanguageClient, source: Uint8Array | string): Promise<Imported> => {
  const params: ImportParams = typeof source === 'string' ? { text: source } : { base64: toBase64(source) };
  return client.sendRequest(IMPORT, params);
};

/** Has the server carry out one of its commands, whose names are not those of ours. */
export const execute = <T>(client: BaseLanguageClient, command: string, ...args: readonly unknown[]): Promise<T> =>
  client.sendRequest('workspace/executeCommand', { command, arguments: args });
