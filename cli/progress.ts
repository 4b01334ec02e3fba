import type { Output } from './io.ts';

/** Progress after this many milliseconds; what is quicker needs none. */
const PATIENCE = 1000;

/** The line is not rewritten more often than this, in milliseconds. */
const PAUSE = 100;

/** One line at the foot of a terminal that tells how far the work is. Nothing where there is no terminal. */
export class Progress {
  readonly #output: Output;
  readonly #now: () => number;
  readonly #start: number;
  #last = -Infinity;
  #shown = false;

  constructor(output: Output, now: () => number = () => performance.now()) {
    this.#output = output;
    this.#now = now;
    this.#start = now();
  }

  /** Shows the text, once it has taken long enough to be worth it. */
  async show(text: string): Promise<void> {
    if (!this.#output.isTTY) return;
    const now = this.#now();
    if (now - this.#start < PATIENCE || now - this.#last < PAUSE) return;
    this.#last = now;
    this.#shown = true;
    await this.#output.write(`\r\u001b[2K${text}`);
  }

  /** Takes the line away, so that something else can be written. */
  async clear(): Promise<void> {
    if (!this.#shown) return;
    this.#shown = false;
    await this.#output.write('\r\u001b[2K');
  }
}
