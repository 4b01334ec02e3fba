import { fields as fieldForms, formOfYear } from '../../forms/index.ts';
import type { Field, Report } from '../../model/index.ts';
import { editDistance, rangeOf, toHalfWidth } from '../../text/index.ts';
import { replace } from '../edits.ts';
import { say, type Draft, type Rule } from '../rule.ts';

/** A field that the language does not know, or a value that it cannot read, would be passed over in silence. */
export const unknownField: Rule = {
  id: 'unknown-field',
  group: 'structure',
  severity: 'warning',
  title: say('不认识的字段', 'Unknown field'),
  scope: 'report',
  *check(report) {
    const editions = report.head.fields.filter(({ key }) => key === 'edition').length;
    for (const field of report.head.fields) {
      if (field.key === undefined) yield unknownName(field);
      // Mending one of two would make them contradict each other.
      else yield* checkValue(field, report, editions === 1 ? report.head.year : undefined);
    }
  },
};

function unknownName(field: Field): Draft {
  const names = fieldForms.map(({ label }) => label);
  const near = names.find(name => editDistance(name, field.name.text, 1) <= 1);
  return {
    range: rangeOf(field.line, field.name),
    message: say(
      `不认识字段“${field.name.text}”，可用的有：${names.join('、')}`,
      `Unknown field “${field.name.text}”; there are: ${names.join(', ')}`,
    ),
    ...(near !== undefined && {
      mends: [
        {
          title: say(`改为“${near}”`, `Change to “${near}”`),
          edits: [replace(field.line, field.name, near)],
        },
      ],
    }),
  };
}

/** `year` tells the right edition, where that is certain. */
function* checkValue(field: Field, report: Report, year: number | undefined): Generator<Draft> {
  const range = rangeOf(field.line, field.value);
  const value = toHalfWidth(field.value.text);
  if (field.key === 'edition' && !report.forms.some(({ id }) => id === value)) {
    const ids = report.forms.map(({ id }) => id);
    const right = year !== undefined ? formOfYear(report.forms, year)?.id : undefined;
    yield {
      range,
      message: say(
        `没有“${field.value.text}”这一版格式，现有：${ids.join('、')}`,
        `There is no edition “${field.value.text}”; there are: ${ids.join(', ')}`,
      ),
      ...(right !== undefined && {
        mends: [
          {
            title: say(`改为“${right}”`, `Change to ${right}`),
            edits: [replace(field.line, field.value, right)],
          },
        ],
      }),
    };
  }
  if (field.key === 'year' && !/^\d{4}年?度?$/.test(value)) {
    yield {
      range,
      message: say(
        `年度应当是四位数字，如 2025，现为“${field.value.text}”`,
        `The year must have four digits, such as 2025`,
      ),
    };
  }
  if (field.key === 'published' && value !== '' && !isDate(value)) {
    yield {
      range,
      message: say(
        `发布日期应当写成 2026-01-20 的样子，现为“${field.value.text}”`,
        'The date must be written like 2026-01-20',
      ),
    };
  }
}

function isDate(value: string): boolean {
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(value);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  // A day that the month does not have is one of the next.
  return new Date(Date.UTC(year, month - 1, day)).getUTCMonth() === month - 1;
}
