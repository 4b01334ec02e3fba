/**
 * Stands in the bundles for Chevrotain's validation of a grammar, which the tests do once and no start does again (grammar/
 * switches it off). Should anything ask for it after all, it fails at once.
 */
const refuse = () => {
  throw new Error('the grammar is not validated at run time');
};

export {
  refuse as validateAmbiguousAlternationAlternatives,
  refuse as validateEmptyOrAlternative,
  refuse as validateGrammar,
  refuse as validateLookahead,
  refuse as validateNoLeftRecursion,
  refuse as validateRuleIsOverridden,
  refuse as validateSomeNonEmptyLookaheadPath,
};
