import { formOfYear } from '../../forms/index.ts';
import type { Field, Head, Report, Title } from '../../model/index.ts';
import { fold, rangeOf, toHalfWidth } from '../../text/index.ts';
import { replace } from '../edits.ts';
import { say, type Draft, type Rule } from '../rule.ts';

/** A field must not say otherwise than the title: one of the two is left from another report. */
export const fieldConflict: Rule = {
  id: 'field-conflict',
  group: 'structure',
  severity: 'error',
  title: say('字段与标题矛盾', 'A field contradicts the title'),
  scope: 'report',
  *check(report) {
    const { head } = report;
    const { title } = head;
    for (const field of head.fields) {
      // The first of its name is as it says itself.
      const earlier = head.fields.find(other => other.key === field.key);
      const conflicts = title ? [...checkYear(field, title, report), ...checkOrgan(field, title, head)] : [];
      yield* conflicts;
      // One contradiction a field is enough.
      if (conflicts.length > 0 || field.key === undefined || !earlier || earlier.value.text === field.value.text) {
        continue;
      }
      yield conflict(
        field,
        say(
          `“${field.name.text}”写了两次，前面是“${earlier.value.text}”`,
          `“${field.name.text}” is given twice; above it is “${earlier.value.text}”`,
        ),
        rangeOf(earlier.line, earlier.value),
      );
    }
  },
};

function* checkYear(field: Field, title: Title, report: Report): Generator<Draft> {
  if (field.key !== 'year') return;
  const year = /\d{4}/.exec(toHalfWidth(field.value.text))?.[0];
  if (!title.year || year === undefined || Number(year) === title.year.value) return;
  const right = String(title.year.value);
  yield {
    mends: [
      {
        title: say(`按标题改为“${right}”`, `Change to ${right} as in the title`),
        edits: [replace(field.line, field.value, right)],
        // The title may be the one that was left from last year.
        guess: true,
      },
      // A year of another edition would make every table wrong: then it is the field that is.
      ...(formOfYear(report.forms, Number(year)) === report.form
        ? [
            {
              title: say(`把标题改为“${year}”`, `Change the title to ${year}`),
              edits: [replace(title.line, title.year, year)],
              guess: true as const,
            },
          ]
        : []),
    ],
    ...conflict(
      field,
      say(`年度写的是${year}，标题是${right}年`, `The field says ${year}, the title ${right}`),
      rangeOf(title.line, title.year),
    ),
  };
}

function* checkOrgan(field: Field, title: Title, { organ }: Head): Generator<Draft> {
  if (field.key !== 'organ' || !title.organ || organ === undefined || isSameOrgan(organ, field.value.text)) return;
  yield conflict(
    field,
    say(
      `机关写的是“${field.value.text}”，标题是“${title.organ.text}”`,
      `The field names “${field.value.text}”, the title “${title.organ.text}”`,
    ),
    rangeOf(title.line, title.organ),
  );
}

const conflict = (field: Field, message: Draft['message'], related: Draft['range']): Draft => ({
  range: rangeOf(field.line, field.value),
  message,
  related: [{ range: related, message: say('与这里矛盾', 'Contradicts this') }],
});

/**
 * One name may be the fuller one: with the county before it, or with 人民政府 or its office behind it. Anything else
 * behind it (示范市, 示范市财政局) is another organ. A field without a value contradicts none.
 */
function isSameOrgan(a: string, b: string): boolean {
  const [one, other] = [bare(a), bare(b)];
  return one.endsWith(other) || other.endsWith(one);
}

/** 丙区人民政府城南街道办事处 is 丙区城南街道, and 发展改革委 is 发展和改革委员会. */
const bare = (organ: string): string =>
  fold(organ)
    .replace(/(?:办公[厅室]|办事处)$/, '')
    .replace('委员会', '委')
    .replace(/人民政府|[和与]/g, '') || fold(organ);
