import type { Finding } from '../service/core.ts';

/** More of one report nobody reads; an editor that is sent tens of thousands stands still. The command line tells all. */
export const MOST_SHOWN = 1000;

const weights: readonly Finding['severity'][] = ['error', 'warning', 'information'];

/** The findings of a report that a client is told of, and those that are left out: the weightiest first, in text order. */
export function mostShown(findings: readonly Finding[]): { shown: readonly Finding[]; left: readonly Finding[] } {
  if (findings.length <= MOST_SHOWN) return { shown: findings, left: [] };
  const weighed = weights.flatMap(weight => findings.filter(({ severity }) => severity === weight));
  const chosen = new Set(weighed.slice(0, MOST_SHOWN));
  return { shown: findings.filter(finding => chosen.has(finding)), left: weighed.slice(MOST_SHOWN) };
}
