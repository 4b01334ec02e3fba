import { formOfYear, forms } from '../../forms/index.ts';
import { newReport } from '../../service/index.ts';
import { toHalfWidth } from '../../text/index.ts';
import { UsageError, valueOf, type Arguments } from '../command.ts';
import { nearest } from '../nearest.ts';
import { deliver } from '../output.ts';
import { readOne } from '../reports.ts';
import type { Session } from '../session.ts';
import { words } from '../words.ts';

/** `nianbao new`: a blank report, or one that carries on from last year's. */
export async function newCommand(session: Session, given: Arguments): Promise<number> {
  const [organ = '', written = ''] = given.operands.map(operand => operand.trim());
  checkOrgan(organ, written);
  const year = yearOf(written);
  const edition = editionOf(valueOf(given, 'edition'), year);
  const from = valueOf(given, 'from');
  const before = from === undefined ? undefined : await readOne(from, session);
  if (from !== undefined && !before) return 2;
  const options = { organ, year, ...(edition !== undefined && { edition }), ...(before && { from: before.text }) };
  await deliver(newReport(options), given, session);
  return 0;
}

function checkOrgan(organ: string, year: string): void {
  if (isYear(organ) && !isYear(year)) throw new UsageError(words.swapped(year, organ));
  // eslint-disable-next-line no-control-regex -- an organ's name is one line that can be seen
  if (organ === '' || /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(organ)) throw new UsageError(words.organForm);
}

function yearOf(written: string): number {
  const year = toHalfWidth(written).replace(/年度?$/, '');
  if (!isYear(year)) throw new UsageError(words.yearForm(written));
  return Number(year);
}

/** From the regulation's first year on. */
const isYear = (text: string): boolean => /^(?:200[89]|20[1-9]\d)$/.test(toHalfWidth(text));

function editionOf(edition: string | undefined, year: number): string | undefined {
  const known = forms.map(({ id }) => id);
  if (edition === undefined) {
    if (!formOfYear(forms, year)) throw new UsageError(words.noEdition(String(year), known));
    return undefined;
  }
  if (known.includes(edition)) return edition;
  throw new UsageError(words.wrongChoice('--edition', edition, known, nearest(edition, known)));
}
