import { readReport } from '../../model/index.ts';
import { factsOf, KnownReports, type Neighbours } from '../../rules/index.ts';

/** A report's text and what its file is called. */
export interface NamedText {
  /** The file's name, as it is shown. */
  readonly path: string;
  readonly text: string;
}

/** Reports that are checked together, each a neighbour of the others. */
export function neighboursOf(reports: readonly NamedText[]): Neighbours {
  const known = new KnownReports();
  for (const { path, text } of reports) known.set(path, factsOf(readReport(text)));
  return known;
}
