import type { Report } from '../../model/index.ts';
import type { Copy } from './copies.ts';

/** The other reports that a report is checked against. */
export interface Neighbours {
  /** The same organ's report of the year before, and the file that it stands in. */
  readonly lastYear: (report: Report) => { readonly name: string; readonly report: Report } | undefined;
  /** Paragraphs that stand in other reports too. */
  readonly copies: (report: Report) => readonly Copy[];
}

/** No other report is known. */
export const noNeighbours: Neighbours = { lastYear: () => undefined, copies: () => [] };
