const WINDOW = 3 * 60 * 1000;
const LIMIT = 4;

/** Says whether a server that ended by itself is started again: at most four times in three minutes. */
export class Restarts {
  #times: readonly number[] = [];

  /** Counts one more end at this time, in milliseconds. */
  allows(now: number): boolean {
    this.#times = [...this.#times.filter(time => now - time < WINDOW), now];
    return this.#times.length <= LIMIT;
  }

  /** A user who starts the server by hand begins anew. */
  forget(): void {
    this.#times = [];
  }
}
