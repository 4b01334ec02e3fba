/** A promise that is put to the test with one seed after another. */
export interface Campaign {
  readonly name: string;
  /** What holds whatever the seed, as docs/reliability.md says it. */
  readonly promise: string;
  /** What one seed makes: “document”, “session”. */
  readonly unit: string;
  readonly seeds: Readonly<Record<Depth, number>>;
  /** Seconds that one seed may take on a busy machine; past them it hangs, and that is a failure. */
  readonly patience: number;
  /** It measures time, and so is tried while no other campaign is. */
  readonly alone?: true;
  /** One seed; a promise that is broken throws. `keep` takes what was made of the seed, and gives it back. */
  readonly attempt: (seed: number, keep: Keep) => void | Promise<void>;
  /** The same with what was kept, whatever the seed makes by then. Absent where a seed is all that a case is known by. */
  readonly retry?: (kept: never) => void | Promise<void>;
  /** After the last seed. */
  readonly close?: () => void | Promise<void>;
}

/** How many seeds: those that every run of the tests takes, those of `npm run fuzz`, those of `--deep`. */
export type Depth = 'short' | 'normal' | 'deep';

/** Holds on to what is tried, so that a failure can be tried again. It can be written as JSON; a list may grow yet. */
export type Keep = <Made>(made: Made) => Made;

/** A campaign whose seeds are first made into something, which then must hold. */
export const madeAndHeld = <Made>(
  make: (seed: number) => Made,
  hold: (made: Made) => void | Promise<void>,
): Pick<Campaign, 'attempt' | 'retry'> => ({ attempt: (seed, keep) => hold(keep(make(seed))), retry: hold });
