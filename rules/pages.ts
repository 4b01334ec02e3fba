import { pages as care } from './care/pages.ts';
import { pages as files } from './files/pages.ts';
import { pages as freshness } from './freshness/pages.ts';
import { pages as meta } from './meta/pages.ts';
import type { RulePage } from './page.ts';
import { pages as prose } from './prose/pages.ts';
import { pages as structure } from './structure/pages.ts';
import { pages as sums } from './sums/pages.ts';
import { pages as tables } from './tables/pages.ts';

const all: Readonly<Record<string, RulePage>> = {
  ...structure,
  ...tables,
  ...sums,
  ...prose,
  ...freshness,
  ...files,
  ...care,
  ...meta,
};

/** The page of a rule, which every rule has. */
export function pageOf(rule: string): RulePage {
  const page = all[rule];
  if (!page) throw new Error(`${rule} has no page`);
  return page;
}
