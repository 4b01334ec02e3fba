import type { Form } from '../../forms/index.ts';
import { lineOf } from '../../model/index.ts';
import { rangeOf, toHalfWidth, type Span } from '../../text/index.ts';
import { replace } from '../edits.ts';
import { matchesIn, perLine } from '../paragraphs.ts';
import { say, type Draft, type Rule } from '../rule.ts';

/** The notice that prescribes the form is named by the right number and title. */
export const notice: Rule = {
  id: 'notice',
  group: 'care',
  severity: 'information',
  title: say('格式通知引用有误', 'The notice is cited wrongly'),
  scope: 'report',
  *check(report) {
    const { form, forms } = report;
    for (const [index, block] of report.blocks.entries()) {
      for (const { line, found } of noticesOf(block)) yield* judge(found, lineOf(report, index, line), form, forms);
    }
  },
};

/** A number of a notice as a line cites it, and the title before it. */
interface Cited extends Span {
  readonly number: string;
  readonly title: (Span & { readonly text: string }) | undefined;
}

const noticesOf = perLine(
  ({ written }): readonly Cited[] =>
    matchesIn(toHalfWidth(written), NUMBER).map(({ 0: whole, 1: year = '', 2: number = '', index }) => ({
      start: index,
      end: index + whole.length,
      number: `国办公开办函〔${year}〕${number}号`,
      title: titleBefore(written, index),
    })),
  ['函'],
);

/** Characters that a title takes at most, with its marks and what may stand between it and its number. */
const LONGEST_TITLE = 125;

const NUMBER = /国办公开办函\s*[〔[(【]\s*(20\d\d)\s*[〕\])】]\s*(\d{1,3})\s*号/g;

function* judge(cited: Cited, line: number, form: Form, forms: readonly Form[]): Generator<Draft> {
  const { number, title } = cited;
  if (number === form.notice.number) {
    const wrong = forms.some(one => one !== form && title !== undefined && isTitle(title.text, one));
    if (wrong && title) yield wrongTitle(line, title, form);
  } else if (forms.some(one => one.notice.number === number)) yield superseded(line, cited, title, form);
  else if (title && forms.some(one => isTitle(title.text, one))) yield wrongNumber(line, cited, form);
}

/** The title in the marks straight before a number. */
function titleBefore(text: string, end: number): (Span & { readonly text: string }) | undefined {
  const from = Math.max(0, end - LONGEST_TITLE);
  const near = text.slice(from, end).replace(/^[^]*[。；](?=[^]*《)/, lead => ' '.repeat(lead.length));
  const found = /《([^]*)》[^《》]{0,3}$/.exec(near);
  if (!found) return undefined;
  const start = from + found.index;
  return { start, end: start + found[0].lastIndexOf('》') + 1, text: found[1] ?? '' };
}

/** The words by which a notice's title is known, whatever of it is left out. */
const isTitle = (title: string, { notice: { title: official } }: Form): boolean =>
  title.includes(official.replace(/》?的通知$/, '').slice(-8));

/** The title and the number as they are cited in a report. */
const citation = ({ notice: { title } }: Form): string => `《${title.replace(/《/g, '〈').replace(/》/g, '〉')}》`;

const superseded = (line: number, span: Span, title: Span | undefined, form: Form): Draft => ({
  range: rangeOf(line, span),
  message: say(
    `本年度适用的格式通知是${form.notice.number}`,
    `The notice in force for the year is ${form.notice.number}`,
  ),
  mends: [
    {
      title: say(`改为${form.notice.number}`, `Change to ${form.notice.number}`),
      edits: [...(title ? [replace(line, title, citation(form))] : []), replace(line, span, form.notice.number)],
      guess: true,
    },
  ],
});

const wrongTitle = (line: number, title: Span, form: Form): Draft => ({
  range: rangeOf(line, title),
  message: say(
    `${form.notice.number}的标题是${citation(form)}`,
    `The title of ${form.notice.number} is ${citation(form)}`,
  ),
  mends: [{ title: say('改为这个标题', 'Change to this title'), edits: [replace(line, title, citation(form))] }],
});

const wrongNumber = (line: number, span: Span, form: Form): Draft => ({
  range: rangeOf(line, span),
  message: say(`格式通知的文号是${form.notice.number}`, `The number of the notice is ${form.notice.number}`),
  mends: [
    {
      title: say(`改为${form.notice.number}`, `Change to ${form.notice.number}`),
      edits: [replace(line, span, form.notice.number)],
    },
  ],
});
