import type { Bilingual } from '../forms/index.ts';

/**
 * What is told of a rule to whoever asks: in a hover, on the command line, in docs/rules/. It stands apart from the
 * rules, since a start that only checks does without it.
 */
export interface RulePage {
  /** Why it is a fault, and what it costs. */
  readonly description: Bilingual;
  /** The rule or notice that it rests on. */
  readonly clause?: Bilingual;
  /** A text in which the rule finds something, and one in which it finds nothing. */
  readonly example: {
    readonly failing: string;
    readonly passing: string;
    /** Another report that both are checked against. */
    readonly before?: string;
  };
}
