import type { TextDocumentPositionParams } from 'vscode-languageserver';
import type {
  Clipboard,
  Edition,
  ExportFormat,
  InsertedRow,
  Pasted,
  Preview,
  SourceFormat,
  Status,
} from '../service/index.ts';

/** What a client may tell the server with `initialize`, as `initializationOptions`. */
export interface InitializationOptions {
  /** The folder of the pages that explain the rules, as an address; `codeDescription` links to them. */
  readonly docs?: string;
  /** Where a browser's server has its own script, as an address: it imports files in a worker that runs it once more. */
  readonly script?: string;
  /**
   * Whether the client answers the requests below. The server then asks it for every file that it cannot read itself:
   * all of them in a browser's worker, those that are not on the disk (`vscode-vfs:` and the like) in a Node process.
   */
  readonly files?: boolean;
}

/** Server to client: the files in a folder, at any depth, that a pattern describes. Answered with `FoundFiles`. */
export const FIND_FILES = 'nianbao/findFiles';

/** Where to look, and for what. */
export interface FindFilesParams {
  /** The address of a workspace folder. */
  readonly folder: string;
  /** A glob relative to the folder, written as for file watchers. */
  readonly pattern: string;
}

/** The addresses of the files found, in any order; those that the client excludes from its searches are left out. */
export type FoundFiles = readonly string[];

/** Server to client: the bytes of a file. Answered with `FileContent`. */
export const READ_FILE = 'nianbao/readFile';

/** Which file to read. */
export interface ReadFileParams {
  /** The address of the file: one that was found or that changed, or a settings file that may not exist. */
  readonly uri: string;
}

/** The bytes as base64, since their encoding is for the server to find out; null where there is no such file. */
export type FileContent = string | null;

export type { Edition, ExportFormat, InsertedRow, Pasted, Preview, Status };

/** Client to server: how an open report stands. Answered with `Status`, or null where it is not open. */
export const STATUS = 'nianbao/status';

/** Which report is meant. */
export interface ReportParams {
  readonly uri: string;
}

/** Client to server: the reports of the workspace and those that are open. Answered with a list of `KnownReport`. */
export const KNOWN_REPORTS = 'nianbao/reports';

/** A report, and whose of which year it is, where its title says so. */
export interface KnownReport {
  readonly uri: string;
  readonly organ?: string | undefined;
  readonly year?: number | undefined;
}

/** Client to server: an open report in its official layout. Answered with `Preview`, or null where it is not open. */
export const PREVIEW = 'nianbao/preview';

/** Client to server: the editions of the form. Answered with a list of `Edition`. */
export const EDITIONS = 'nianbao/editions';

/** Client to server: an open report in another notation. Answered with `Exported`. */
export const EXPORT = 'nianbao/export';

/** Which report, and written as what. */
export interface ExportParams extends ReportParams {
  readonly to: ExportFormat;
}

/** What a file of that notation holds: a text, or bytes as base64. */
export type Exported = { readonly text: string } | { readonly base64: string };

/** Client to server: the edits that put in the next missing row of a table. Answered with `InsertedRow`, or null. */
export const MISSING_ROW = 'nianbao/missingRow';

/** Client to server: what becomes of copied tables in a report. Answered with `Pasted`, or null. */
export const PASTE = 'nianbao/paste';

/** Where the cursor is, and what was copied. */
export interface PasteParams extends TextDocumentPositionParams {
  readonly clipboard: Clipboard;
}

/** Client to server: a file of another program as a report. Answered with `Imported`, or an error that says why not. */
export const IMPORT = 'nianbao/import';

/** The bytes of the file, as base64: what it is shows in them. Or its words, where they come from a clipboard. */
export type ImportParams = { readonly base64: string } | { readonly text: string };

/** The report, and what was left out, changed or found out on the way. */
export interface Imported {
  readonly format: SourceFormat;
  readonly text: string;
  readonly remarks: readonly ImportedRemark[];
}

/** A remark in the user's words: where in the file, which words of it, and what became of them. */
export interface ImportedRemark {
  readonly kind: 'loss' | 'change' | 'note';
  readonly place: string;
  readonly text: string;
  readonly message: string;
  /** The line of the report that it is about, where there is one. */
  readonly line?: number;
}
