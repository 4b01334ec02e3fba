const rewrite = 'refactor.rewrite.nianbao';

/** The kinds of rewriting, each below `refactor.rewrite.nianbao`. */
export const rewriteKinds = {
  total: `${rewrite}.total`,
  quote: `${rewrite}.quote`,
  fill: `${rewrite}.fill`,
  insert: `${rewrite}.insert`,
  sort: `${rewrite}.sort`,
} as const;
