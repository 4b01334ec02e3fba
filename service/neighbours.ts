import { readReport, type Report } from '../model/index.ts';
import { CopyIndex, noNeighbours, type Neighbours } from '../rules/index.ts';

export type { Neighbours } from '../rules/index.ts';
import type { Workspace } from './workspace.ts';

/** A report's text and what its file is called. */
export interface NamedText {
  /** The file's name, as it is shown. */
  readonly path: string;
  readonly text: string;
}

/** Reports that are checked together, each a neighbour of the others: last year's is found by organ and year, not by name. */
export function neighboursOf(reports: readonly NamedText[]): Neighbours {
  const copies = new CopyIndex();
  const byYear = new Map<string, NamedText | undefined>();
  for (const one of reports) {
    const report = readReport(one.text);
    copies.add(one.path, report);
    const key = keyOf(report, 0);
    // Of two reports of one organ and year it cannot be known which was handed in: neither is compared with.
    if (key !== undefined) byYear.set(key, byYear.has(key) ? undefined : one);
  }
  return {
    lastYear: report => {
      const found = byYear.get(keyOf(report, -1) ?? '');
      return found && { name: found.path, report: readReport(found.text) };
    },
    copies: report => copies.find(report),
  };
}

/** The neighbours of an open report: what of its workspace is at hand. */
export const neighboursIn = (workspace: Workspace): Neighbours => ({
  lastYear: report => {
    const found = workspace.lastYear(report);
    return found && { name: decodeURI(found.uri).replace(/^.*\//, ''), report: found.report };
  },
  copies: workspace.copies ?? noNeighbours.copies,
});

const keyOf = ({ head: { organ, year } }: Report, shift: number): string | undefined =>
  organ === undefined || year === undefined ? undefined : `${organ} ${year + shift}`;
