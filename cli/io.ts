import type { Bilingual } from '../forms/index.ts';

/** The language that messages are written in. */
export type Locale = keyof Bilingual;

/** Where text goes: a terminal, a pipe, a file, or a test's array. */
export interface Output {
  /** A promise where the reader is slower than the writer. */
  readonly write: (text: string) => void | Promise<void>;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

/** Everything of the outer world that the command line touches besides the file system. */
export interface Io {
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: Output;
  readonly stderr: Output;
  /** The folder that relative paths are meant from. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborted when the user interrupts. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds since whenever; by default the process's own. */
  readonly now?: (() => number) | undefined;
}
