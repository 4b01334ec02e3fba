import { forms as allForms, type Form } from '../forms/index.ts';
import { readLines, type Line } from '../grammar/index.ts';
import { bindReport, readReport, type Report } from '../model/index.ts';
import type { Snapshot } from './document.ts';
import { checkReport, defaultSettings, type Finding, type Neighbours, type Settings } from '../rules/index.ts';

/** A text read and checked. */
export interface Checked {
  readonly report: Report;
  /** In the order of their places. */
  readonly findings: readonly Finding[];
}

/** Reads and checks a text: the one way that the command line, the editor and an import take. */
export function checkText(
  text: string,
  settings: Settings = defaultSettings,
  forms: readonly Form[] = allForms,
  neighbours?: Neighbours,
): Checked {
  const report = readReport(text, forms);
  return { report, findings: checkReport(report, settings, neighbours) };
}

/**
 * Reads a text for one who has more to do meanwhile: a long one in pieces, with a pause behind each. What the pause throws
 * ends it.
 */
export async function readInPieces(text: string, pause: () => Promise<void>): Promise<Report> {
  let lines: Line[] = [];
  let report: Report | undefined;
  for (let from = 0; from < text.length || !report;) {
    const to = endOfPiece(text, from);
    const piece = readLines(text.slice(from, to));
    // A piece that ends with a line ending is read with an empty line behind it, which is the next piece's first.
    if (to < text.length) piece.pop();
    lines = [...lines, ...piece];
    // What was bound before is taken over, so each time only the last section is bound again.
    report = bindReport({ lines }, allForms, report);
    if (to < text.length) await pause();
    from = to;
  }
  return report;
}

/** Checks a report that was read already. */
export const checkRead = (report: Report, settings: Settings, neighbours: Neighbours): Checked => ({
  report,
  findings: checkReport(report, settings, neighbours),
});

/** Checks a snapshot. What was found in its unchanged sections is remembered. */
export const checkSnapshot = (
  { report }: Snapshot,
  settings: Settings = defaultSettings,
  neighbours?: Neighbours,
): readonly Finding[] => checkReport(report, settings, neighbours);

export { defaultSettings } from '../rules/index.ts';
export type { Finding, RuleSetting, Settings } from '../rules/index.ts';
export type { Report } from '../model/index.ts';

/** A piece that is read and bound within some milliseconds. */
const PIECE = 32_768;

/** Where a piece ends: behind the first line feed that makes it long enough, or with the text. */
function endOfPiece(text: string, from: number): number {
  const end = text.indexOf('\n', from + PIECE);
  return end < 0 ? text.length : end + 1;
}
