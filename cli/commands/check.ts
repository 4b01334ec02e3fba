import { checkText } from '../../service/index.ts';
import { rules, type Finding } from '../../rules/index.ts';
import { TextLines } from '../../text/index.ts';
import { paintFor } from '../colour.ts';
import { valueOf, type Arguments } from '../command.ts';
import type { Printer, PrinterOptions, Tally } from '../print/printer.ts';
import { readReports, type ReportText } from '../reports.ts';
import type { Session } from '../session.ts';
import { words } from '../words.ts';

/** `nianbao check`: the findings of reports, in the notation asked for. */
export async function check(session: Session, given: Arguments): Promise<number> {
  const printer = await printerFor(valueOf(given, 'format') ?? 'text', session);
  const tally: Tally = { files: 0, error: 0, warning: 0, information: 0 };
  await session.print(printer.begin());
  for await (const report of readReports(operandsOf(given), session)) {
    const findings = await findingsOf(report, session);
    if (!findings) continue;
    tally.files++;
    for (const { severity } of findings) tally[severity]++;
    const { path, absolute } = report;
    const pieces = printer.file({ path, absolute, lines: new TextLines(report.text), findings });
    for (const piece of pieces) await session.print(piece);
  }
  await session.print(printer.end({ tally, problems: session.problems }));
  return tally.error > 0 ? 1 : 0;
}

/** What a command works on when nothing is named: the folder where it runs. */
export const operandsOf = ({ operands }: Arguments): readonly string[] => (operands.length > 0 ? operands : ['.']);

/** The findings; nothing after our own bug, which costs one file and not the run. */
async function findingsOf(
  { path, text, settings }: ReportText,
  session: Session,
): Promise<readonly Finding[] | undefined> {
  try {
    return checkText(text, settings).findings;
  } catch (error) {
    await session.problem(words.internal(path, error instanceof Error ? error.message : String(error)));
    return undefined;
  }
}

async function printerFor(format: string, { io, locale }: Session): Promise<Printer> {
  const paint = paintFor(io.stdout, io.env);
  const columns = io.stdout.isTTY && io.stdout.columns ? io.stdout.columns : PAGE;
  const options: PrinterOptions = { locale, cwd: io.cwd, env: io.env, paint, columns, rules };
  switch (format) {
    case 'json':
      return (await import('../print/json.ts')).jsonPrinter(options);
    case 'sarif':
      return (await import('../print/sarif.ts')).sarifPrinter(options);
    case 'github':
      return (await import('../print/github.ts')).githubPrinter(options);
    default:
      return (await import('../print/text.ts')).textPrinter(options);
  }
}

/** The width of what is no terminal. */
const PAGE = 120;
