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
  /** One seed; a promise that is broken throws. */
  readonly attempt: (seed: number) => void | Promise<void>;
  /** After the last seed. */
  readonly close?: () => void | Promise<void>;
}

/** How many seeds: those that every run of the tests takes, those of `npm run fuzz`, those of `--deep`. */
export type Depth = 'short' | 'normal' | 'deep';
