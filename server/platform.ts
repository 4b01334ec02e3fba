import type { ClientCapabilities } from 'vscode-languageserver';
import type { ImportedReport, ImportJob } from '../service/index.ts';

/** What the server needs of the place it runs in: a Node process, or a browser's worker. */
export interface Platform {
  /** Runs a task once the messages that have come in are dealt with. */
  readonly defer: (task: () => void) => void;
  /** The files of the machine; absent in a browser's worker, which has only those that its client reads for it. */
  readonly files?: LocalFiles;
  /** Ends the program; absent where the server is a part of another. */
  readonly exit?: (code: number) => void;
  /** Calls back when a process is gone. */
  readonly watchProcess?: (id: number, gone: () => void) => void;
  /** Imports a file where it can be stopped; where it is absent the server does it itself. */
  readonly importReport?: (job: ImportJob, script: string) => Promise<ImportedReport>;
  /** Called when it has been told what is wrong with the first report; whether the client is quiet can be asked then. */
  readonly settled?: (capabilities: ClientCapabilities, isQuiet: () => boolean) => Promise<void>;
}

/** Read access to reports and settings by their addresses. What cannot be read is undefined, never a rejection. */
export interface FileSystem {
  /** The addresses of all reports in a folder, at any depth. */
  readonly reportsIn: (folder: string) => Promise<readonly string[]>;
  readonly read: (uri: string) => Promise<string | undefined>;
}

/** Files that are read without the client. */
export interface LocalFiles extends FileSystem {
  /** Whether an address is one of theirs. */
  readonly has: (uri: string) => boolean;
}
