import { toHtml, type HtmlForm } from '../../convert/index.ts';
import { checkText, exporters, type ExportFormat } from '../../service/index.ts';
import { valueOf, type Arguments } from '../command.ts';
import { save } from '../output.ts';
import { STANDARD_INPUT } from '../print/printer.ts';
import { readOne } from '../reports.ts';
import type { Session } from '../session.ts';
import { placeOf, targetOf, type Target } from '../targets.ts';
import { words } from '../words.ts';

/** `nianbao export`: reports in another notation; those with errors only by `--force`. */
export async function exportCommand(session: Session, given: Arguments): Promise<number> {
  const work: Work = { session, given, format: formatOf(given), target: targetOf(session, given), written: new Set() };
  const { format, target } = work;
  if (valueOf(given, 'html-form') !== undefined && format !== 'html') throw given.refusal(words.onlyHtml);
  const prints = target.to === 'output' || (target.to === 'beside' && given.operands.includes(STANDARD_INPUT));
  if (format === 'docx' && prints) throw given.refusal(words.exportToFile);
  let refused = 0;
  for (const file of given.operands) {
    session.io.signal?.throwIfAborted();
    if (!(await exportOne(file, work))) refused++;
  }
  return refused > 0 ? 1 : 0;
}

interface Work {
  readonly session: Session;
  readonly given: Arguments;
  readonly format: ExportFormat;
  readonly target: Target;
  /** What this run has written: two reports of one name go into one folder, and neither may take the other's place. */
  readonly written: Set<string>;
}

const htmlForms: readonly HtmlForm[] = ['page', 'fragment', 'styled-fragment'];

const isFormat = (name: string): name is ExportFormat => Object.hasOwn(exporters, name);

/** What `--to` says, else the ending of the file behind `-o`. */
function formatOf(given: Arguments): ExportFormat {
  const named = valueOf(given, 'to') ?? /\.([a-z]+)$/i.exec(valueOf(given, 'output') ?? '')?.[1]?.toLowerCase() ?? '';
  if (!isFormat(named)) throw given.refusal(words.missingOption('--to', Object.keys(exporters)));
  return named;
}

/** Exports a report; false where its errors keep it in. */
async function exportOne(file: string, work: Work): Promise<boolean> {
  const { session, given, format, target, written } = work;
  const source = await readOne(file, session);
  if (!source) return true;
  const { report, findings } = checkText(source.text, source.settings);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const force = given.switches.has('force');
  if (errors > 0 && !force) {
    await session.note(words.at(source.path, words.exportErrors(errors)));
    return false;
  }
  const form = htmlForms.find(one => one === valueOf(given, 'html-form'));
  const content = form ? toHtml(report, form) : await exporters[format](report);
  const isPrinted = target.to === 'beside' && given.operands.length === 1 && typeof content === 'string';
  const place = isPrinted ? undefined : placeOf(file, target, format);
  if (place === undefined) {
    if (typeof content === 'string') await session.print(content);
  } else if (written.has(place)) await session.problem(words.at(source.path, words.exportTwice(place)));
  else if (await save(place, content, force ? 'replace' : 'keep', session)) {
    written.add(place);
    await session.note(words.exported(place));
  }
  return true;
}
