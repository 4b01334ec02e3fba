import { formOfYear, forms } from '../../forms/index.ts';
import { newReport } from '../../service/index.ts';
import { nearest, toHalfWidth } from '../../text/index.ts';
import { valueOf, type Arguments } from '../command.ts';
import { deliver } from '../output.ts';
import { readOne } from '../reports.ts';
import type { Session } from '../session.ts';
import { words } from '../words.ts';

/** `nianbao new`: a blank report, or one that carries on from last year's. */
export async function newCommand(session: Session, given: Arguments): Promise<number> {
  const [organ = '', written = ''] = given.operands.map(operand => operand.trim());
  checkOrgan(organ, written, given);
  const year = yearOf(written, given);
  const edition = editionOf(year, given);
  const from = valueOf(given, 'from');
  const before = from === undefined ? undefined : await readOne(from, session);
  if (from !== undefined && !before) return 2;
  const options = { organ, year, ...(edition !== undefined && { edition }), ...(before && { from: before.text }) };
  const { text, notes } = newReport(options);
  for (const note of notes) await session.note(note);
  await deliver(text, given, session);
  return 0;
}

function checkOrgan(organ: string, year: string, given: Arguments): void {
  if (isYear(organ) && !isYear(year)) throw given.refusal(words.swapped(year, organ));
  // eslint-disable-next-line no-control-regex -- an organ's name is one line that can be seen
  if (organ === '' || /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(organ)) throw given.refusal(words.organForm);
}

function yearOf(written: string, given: Arguments): number {
  const year = toHalfWidth(written).replace(/年度?$/, '');
  if (!isYear(year)) throw given.refusal(words.yearForm(written));
  return Number(year);
}

/** From the regulation's first year on. */
const isYear = (text: string): boolean => /^(?:200[89]|20[1-9]\d)$/.test(toHalfWidth(text));

function editionOf(year: number, given: Arguments): string | undefined {
  const edition = valueOf(given, 'edition');
  const known = forms.map(({ id }) => id);
  if (edition === undefined) {
    if (!formOfYear(forms, year)) throw given.refusal(words.noEdition(String(year), known));
    return undefined;
  }
  if (known.includes(edition)) return edition;
  throw given.refusal(words.wrongChoice('--edition', edition, known, nearest(edition, known)));
}
