import type { Finding, Rule, Severity } from '../../rules/index.ts';
import type { Report } from '../../service/index.ts';
import type { TextLines } from '../../text/index.ts';
import type { Paint } from '../colour.ts';
import type { Io, Locale } from '../io.ts';

/** A report that was checked, as the printers want it. */
export interface CheckedFile {
  /** The path as the user wrote it; `-` for standard input. */
  readonly path: string;
  /** Nothing for standard input. */
  readonly absolute: string | undefined;
  readonly lines: TextLines;
  readonly findings: readonly Finding[];
  readonly report?: Report;
}

/** How many files were checked and what was found in them. */
export type Tally = { files: number } & Record<Severity, number>;

/** What is told at the end. */
export interface Ending {
  readonly tally: Readonly<Tally>;
  /** Files that could not be checked and the like, in the user's language. */
  readonly problems: readonly string[];
  /** The reports in which nothing was found, as `name` calls them. */
  readonly right: readonly string[];
}

/**
 * Writes findings in one notation. What it tells of a file does not depend on the files before, so that several can be
 * told of at once, wherever they are checked.
 */
export interface Printer {
  readonly begin: () => string;
  readonly file: (checked: CheckedFile) => Iterable<string>;
  /** What stands between two files of which there is something to tell. */
  readonly between: string;
  /** What the end calls a report in which nothing was found, if it names those. */
  readonly name?: (checked: CheckedFile) => string;
  readonly end: (ending: Ending) => string;
}

/** What a printer has to know of its surroundings. */
export interface PrinterOptions {
  readonly locale: Locale;
  readonly cwd: string;
  readonly env: Io['env'];
  readonly paint: Paint;
  /** The width of the terminal. */
  readonly columns: number;
  readonly rules: readonly Rule[];
}

/** The string for standard input where a path is expected. */
export const STANDARD_INPUT = '-';
