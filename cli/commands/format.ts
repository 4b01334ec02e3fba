import { formatText } from '../../service/index.ts';
import type { Arguments } from '../command.ts';
import { save } from '../output.ts';
import { visible } from '../print/visible.ts';
import { readReports, type ReportText } from '../reports.ts';
import type { Session } from '../session.ts';
import { ENCODINGS } from '../source.ts';
import { words } from '../words.ts';
import { operandsOf } from './check.ts';

/** `nianbao format`: reports in canonical form, in place; standard input to standard output. */
export async function format(session: Session, given: Arguments): Promise<number> {
  const checkOnly = given.switches.has('check');
  const force = given.switches.has('force');
  let changed = 0;
  let unchanged = 0;
  let printed = false;
  for await (const report of readReports(operandsOf(given), session)) {
    const result = formatText(report.text);
    if (result.unsafe) await session.problem(words.at(report.path, words.unsafeFormat));
    const changes = result.text !== report.text || (force && report.encoding !== 'utf-8');
    if (changes) changed++;
    else if (!result.unsafe) unchanged++;

    if (checkOnly) {
      if (changes) await session.print(`${visible(report.path)}\n`);
    } else if (report.absolute === undefined) {
      printed = true;
      await session.print(withMark(report, result.text));
    } else if (changes && !(await rewrite(report, result.text))) changed--;
  }
  // What goes to standard output is then the report itself, or the bare list; the summary is no part of either.
  const summary = checkOnly ? words.formatCheck : words.formatSummary;
  if (!printed && changed + unchanged > 0) await session.note(summary(changed, unchanged));
  return checkOnly && changed > 0 ? 1 : 0;

  async function rewrite(report: ReportText, text: string): Promise<boolean> {
    if (report.encoding !== 'utf-8' && !force) {
      await session.problem(words.at(report.path, words.otherEncoding(ENCODINGS[report.encoding])));
      return false;
    }
    if (!(await save(report.path, withMark(report, text), 'replace', session))) return false;
    await session.print(`${words.formatted(visible(report.path))[session.locale]}\n`);
    return true;
  }
}

/** The mark of UTF-8 is kept; that of UTF-16 told the order of bytes and has no meaning left. */
const withMark = ({ mark, encoding }: ReportText, text: string): string =>
  mark && encoding === 'utf-8' ? `\ufeff${text}` : text;
