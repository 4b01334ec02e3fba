import type { Bilingual } from '../forms/index.ts';
import type { Io, Locale } from './io.ts';
import { visible } from './print/visible.ts';
import { Progress } from './progress.ts';

/** One run of a command: where it writes, in which language, and what went wrong on the way. */
export class Session {
  readonly io: Io;
  readonly locale: Locale;
  readonly #progress: Progress;
  readonly #problems: string[] = [];

  constructor(io: Io, locale: Locale) {
    this.io = io;
    this.locale = locale;
    this.#progress = new Progress(io.stderr, io.now);
  }

  /** What kept the command from doing all of its work; not empty means exit code 2. */
  get problems(): readonly string[] {
    return this.#problems;
  }

  /** The result, on standard output. */
  async print(text: string): Promise<void> {
    if (text === '') return;
    await this.#progress.clear();
    await this.io.stdout.write(text);
  }

  /** Something worth knowing, on standard error. */
  async note(text: Bilingual): Promise<void> {
    await this.#progress.clear();
    await this.io.stderr.write(`${visible(text[this.locale])}\n`);
  }

  /** A part of the work that could not be done, on standard error. */
  async problem(text: Bilingual): Promise<void> {
    this.#problems.push(text[this.locale]);
    await this.note(text);
  }

  /** How far the work is, on a terminal. */
  async progress(text: Bilingual): Promise<void> {
    await this.#progress.show(text[this.locale]);
  }

  /** To be called at the end: leaves no half-told progress behind. */
  async close(): Promise<void> {
    await this.#progress.clear();
  }
}
