import type { Severity } from '../rules/index.ts';
import { checkText, type Neighbours, type Report } from '../service/index.ts';
import { TextLines, type Encoding } from '../text/index.ts';
import type { FileFault } from './faults.ts';
import type { Printer } from './print/printer.ts';
import type { FoundReport } from './reports.ts';
import type { Source } from './source.ts';

/** What came of a report, as plain data: it was checked, or could not be used, or we have a bug. */
export type Outcome = CheckedReport | { readonly fault: FileFault } | { readonly bug: string };

/** A report that was checked. */
export interface CheckedReport {
  /** What there is to tell of it. */
  readonly text: string;
  readonly counts: Readonly<Record<Severity, number>>;
  /** What it is called among those in which nothing was found. */
  readonly right?: string;
  readonly encoding: Encoding;
}

/** Checks a report that was read. Our own bug costs that report and not the run. */
export function checkSource(
  { path, absolute, settings }: FoundReport,
  source: Source,
  printer: Printer,
  neighbours?: Neighbours,
): { readonly outcome: Outcome; readonly report?: Report } {
  if (!source.ok) return { outcome: { fault: source.fault } };
  try {
    const { text, encoding } = source;
    const { report, findings } = checkText(text, settings, undefined, neighbours);
    const counts = { error: 0, warning: 0, information: 0 };
    for (const { severity } of findings) counts[severity]++;
    const checked = { path, absolute, lines: new TextLines(text), findings, report };
    const right = findings.length === 0 ? printer.name?.(checked) : undefined;
    const printed = [...printer.file(checked)].join('');
    return { outcome: { text: printed, counts, encoding, ...(right !== undefined && { right }) }, report };
  } catch (error) {
    return { outcome: { bug: error instanceof Error ? error.message : String(error) } };
  }
}
