import { tellingEquations } from '../model/index.ts';
import type { Finding, Severity } from '../rules/index.ts';
import type { Snapshot } from './document.ts';

/** How a report stands, in numbers. */
export interface Status {
  readonly findings: Readonly<Record<Severity, number>>;
  /** Sums of all tables: those that hold, those whose numbers are all there, and those that wait for some. */
  readonly sums: { readonly holding: number; readonly known: number; readonly open: number };
}

/** Counts what was found and what adds up. */
export function statusOf({ report }: Snapshot, findings: readonly Finding[]): Status {
  const counts = { error: 0, warning: 0, information: 0 };
  for (const { severity } of findings) counts[severity]++;
  const sums = { holding: 0, known: 0, open: 0 };
  for (const table of report.blocks.flatMap(block => block.tables)) {
    sums.holding += table.sums.holding;
    sums.known += table.sums.known;
    sums.open += tellingEquations(table.form, table.sums).length - table.sums.known;
  }
  return { findings: counts, sums };
}
