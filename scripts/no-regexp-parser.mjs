/**
 * Stands in the bundles for `@chevrotain/regexp-to-ast`, with which Chevrotain's lexer would look through its own regular
 * expressions at every start: to validate them, which the tests do, and to sort them by first characters, which costs
 * more than it saves (grammar/ switches both off). Should anything ask for it after all, it fails at once.
 */
export class RegExpParser {
  pattern() {
    throw new Error('regular expressions are not analysed at run time');
  }
}

/** What would walk along an expression that was read. */
// eslint-disable-next-line @typescript-eslint/no-extraneous-class -- it is there to be extended
export class BaseRegExpVisitor {}
