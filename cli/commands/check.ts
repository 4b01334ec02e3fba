import { checkText, exporters, neighboursOf, type Checked } from '../../service/index.ts';
import { rules, type Neighbours } from '../../rules/index.ts';
import { TextLines } from '../../text/index.ts';
import { paintFor } from '../colour.ts';
import { valueOf, type Arguments } from '../command.ts';
import { deliver } from '../output.ts';
import type { Printer, PrinterOptions, Tally } from '../print/printer.ts';
import { readReports, type ReportText } from '../reports.ts';
import type { Session } from '../session.ts';
import { words } from '../words.ts';

/** `nianbao check`: the findings of reports, in the notation asked for. */
export async function check(session: Session, given: Arguments): Promise<number> {
  const format = valueOf(given, 'format') ?? 'text';
  const printer = await printerFor(format, session);
  const file = valueOf(given, 'output');
  const written: string[] = [];
  const print = async (text: string): Promise<void> => {
    if (file === undefined) await session.print(text);
    else written.push(text);
  };
  const tally: Tally = { files: 0, error: 0, warning: 0, information: 0 };
  await print(printer.begin());
  const reports: ReportText[] = [];
  for await (const report of readReports(operandsOf(given), session)) reports.push(report);
  // One report has no neighbours, and is not read twice.
  const neighbours = reports.length > 1 ? neighboursOf(reports) : undefined;
  for (const report of reports) {
    session.io.signal?.throwIfAborted();
    const checked = await checkOne(report, neighbours, session);
    if (!checked) continue;
    const { findings } = checked;
    tally.files++;
    for (const { severity } of findings) tally[severity]++;
    const { path, absolute } = report;
    const pieces = printer.file({ path, absolute, lines: new TextLines(report.text), ...checked });
    for (const piece of pieces) await print(piece);
  }
  await print(printer.end({ tally, problems: session.problems }));
  if (file !== undefined) await deliver(await contentOf(file, written.join('')), given, session);
  return tally.error > 0 ? 1 : 0;
}

/** A letter is wanted in Word as often as not: its lines are paragraphs, as a report's are. */
const contentOf = async (file: string, text: string): Promise<string | Uint8Array> =>
  file.toLowerCase().endsWith('.docx') ? exporters.docx(checkText(text).report) : text;

/** What a command works on when nothing is named: the folder where it runs. */
export const operandsOf = ({ operands }: Arguments): readonly string[] => (operands.length > 0 ? operands : ['.']);

/** The report and its findings; nothing after our own bug, which costs one file and not the run. */
async function checkOne(
  { path, text, settings }: ReportText,
  neighbours: Neighbours | undefined,
  session: Session,
): Promise<Checked | undefined> {
  try {
    return checkText(text, settings, undefined, neighbours);
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
    case 'letter':
      return (await import('../print/letter.ts')).letterPrinter();
    default:
      return (await import('../print/text.ts')).textPrinter(options);
  }
}

/** The width of what is no terminal. */
const PAGE = 120;
