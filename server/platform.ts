/** What the server needs of the place it runs in: a Node process, or a browser's worker. */
export interface Platform {
  /** Runs a task once the messages that have come in are dealt with. */
  readonly defer: (task: () => void) => void;
  /** The files of the workspace; absent where the server cannot read any (a browser's worker). */
  readonly files?: FileSystem;
}

/** Read access to reports and settings by their addresses. What cannot be read is undefined, never a throw. */
export interface FileSystem {
  /** The addresses of all reports in a folder, at any depth. */
  readonly reportsIn: (folder: string) => Promise<readonly string[]>;
  readonly read: (uri: string) => Promise<string | undefined>;
  /** For questions that are answered at once, such as last year's number in a hover. */
  readonly readNow: (uri: string) => string | undefined;
  /** The nearest settings file at or above a report's folder. */
  readonly settingsFor: (uri: string) => string | undefined;
}
