import type { Report } from '../model/index.ts';

/** The other reports that a question may concern. The server knows them; a test makes them up. */
export interface Workspace {
  /** The same organ's report of the year before. */
  readonly lastYear: (report: Report) => { readonly uri: string; readonly report: Report } | undefined;
  /** All reports known, open or not. */
  readonly reports: () => Iterable<{
    readonly uri: string;
    readonly organ: string | undefined;
    readonly year: number | undefined;
  }>;
}

/** A workspace of one report. */
export const alone: Workspace = { lastYear: () => undefined, reports: () => [] };
