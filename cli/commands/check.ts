import { checkText, exporters } from '../../service/index.ts';
import { CheckRun } from '../check-run.ts';
import { valueOf, type Arguments } from '../command.ts';
import { deliver } from '../output.ts';
import type { Tally } from '../print/printer.ts';
import { printerFor, type Printing } from '../print/printers.ts';
import { findReports, noteEncoding, tell } from '../reports.ts';
import type { Session } from '../session.ts';
import { words } from '../words.ts';

/** `nianbao check`: the findings of reports, in the notation asked for. */
export async function check(session: Session, given: Arguments): Promise<number> {
  const file = valueOf(given, 'output');
  const written: string[] = [];
  const print = async (text: string): Promise<void> => {
    if (file === undefined) await session.print(text);
    else written.push(text);
  };
  const printing = printingOf(session, valueOf(given, 'format') ?? 'text');
  const printer = await printerFor(printing);
  await print(printer.begin());
  const run = new CheckRun(await findReports(operandsOf(given), session), printing, printer, session);
  const tally: Tally = { files: 0, error: 0, warning: 0, information: 0 };
  const right: string[] = [];
  let between = '';
  for await (const [report, outcome] of run.outcomes()) {
    session.io.signal?.throwIfAborted();
    if ('fault' in outcome) await tell(outcome.fault, session);
    else if ('bug' in outcome) await session.problem(words.internal(report.path, outcome.bug));
    else {
      await noteEncoding(report, outcome.encoding, session);
      tally.files++;
      for (const severity of ['error', 'warning', 'information'] as const) tally[severity] += outcome.counts[severity];
      if (outcome.right !== undefined) right.push(outcome.right);
      if (outcome.text === '') continue;
      await print(between + outcome.text);
      between = printer.between;
    }
  }
  await print(printer.end({ tally, problems: session.problems, right }));
  if (file !== undefined) await deliver(await contentOf(file, written.join('')), given, session);
  return tally.error > 0 ? 1 : 0;
}

/** A letter is wanted in Word as often as not: its lines are paragraphs, as a report's are. */
const contentOf = async (file: string, text: string): Promise<string | Uint8Array> =>
  file.toLowerCase().endsWith('.docx') ? exporters.docx(checkText(text).report) : text;

/** What a command works on when nothing is named: the folder where it runs. */
export const operandsOf = ({ operands }: Arguments): readonly string[] => (operands.length > 0 ? operands : ['.']);

const printingOf = ({ io: { stdout, cwd, env }, locale }: Session, format: string): Printing => ({
  format,
  locale,
  cwd,
  // A process's own environment is no plain object.
  env: { ...env },
  output: { isTTY: stdout.isTTY, columns: stdout.columns },
});
