import type { Edition, KnownReport } from '../server/index.ts';

/** What a list calls a report: its organ and year, or the name of its file where it does not say them. */
export function titleOf({ uri, organ, year }: KnownReport): string {
  if (organ !== undefined && year !== undefined) return `${organ}${year}年`;
  return organ ?? decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
}

/** Reports as they are looked for: an organ's together, the newest first. */
export const byOrganAndYear = (reports: readonly KnownReport[]): readonly KnownReport[] =>
  reports.toSorted((a, b) => (a.organ ?? '').localeCompare(b.organ ?? '', 'zh') || (b.year ?? 0) - (a.year ?? 0));

/** The year that a report begun on a day is about: written in January, about the year before, until summer. */
export const yearInHand = (today: Date): number => today.getFullYear() - (today.getMonth() < 8 ? 1 : 0);

/** The edition that reports of a year are written in. */
export const editionOf = (editions: readonly Edition[], year: number): Edition | undefined =>
  editions.find(({ from, to = Infinity }) => from <= year && year <= to);

/** From the regulation's first year on. */
export const isYear = (text: string): boolean => /^(?:200[89]|20[1-9]\d)$/.test(text);
