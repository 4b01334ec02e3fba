import { formOfYear } from '../../forms/index.ts';
import { lineOf } from '../../model/index.ts';
import { rangeOf, type Range } from '../../text/index.ts';
import { replace } from '../edits.ts';
import { say, type Rule } from '../rule.ts';

/** Tables, or the field 格式, of an edition that the report's year does not use: last year's file, filled in again. */
export const wrongEdition: Rule = {
  id: 'wrong-edition',
  group: 'structure',
  severity: 'warning',
  title: say('用错了格式版本', 'Wrong edition of the form'),
  scope: 'report',
  *check(report) {
    const { form, head } = report;
    const field = head.fields.find(({ key }) => key === 'edition');
    const right = head.year === undefined ? undefined : formOfYear(report.forms, head.year);
    if (field && right && right !== form && form.id === head.edition) {
      yield {
        range: rangeOf(field.line, field.value),
        message: say(
          `${head.year}年的报告应当用${right.id}年格式（${right.notice.number}）`,
          `A report of ${head.year} uses edition ${right.id} (${right.notice.number})`,
        ),
        mends: [
          {
            title: say(`改为“${right.id}”`, `Change to ${right.id}`),
            edits: [replace(field.line, field.value, right.id)],
            guess: true,
          },
        ],
      };
    }
    const places: { range: Range; name: string; edition: string }[] = [];
    report.blocks.forEach((block, index) => {
      for (const table of block.tables) {
        if (table.edition === form) continue;
        const row = table.header?.row ?? table.rows[0]?.row;
        const line = table.header?.line ?? table.rows[0]?.line ?? 0;
        if (row) {
          places.push({
            range: rangeOf(lineOf(report, index, line), row.label),
            name: table.form.name,
            edition: table.edition.id,
          });
        }
      }
    });
    const [first, ...others] = places;
    if (!first) return;
    const names = places.map(({ name }) => `“${name}”`).join('、');
    yield {
      range: first.range,
      message: say(
        `${names}用的是${first.edition}年格式的表格，${head.year ?? '本'}年度报告应当用${form.id}年格式（${form.notice.number}）`,
        `${names.replaceAll('、', ', ')}: tables of edition ${first.edition}; this report uses edition ${form.id} (${form.notice.number})`,
      ),
      related: others.map(({ range, name }) => ({ range, message: say(`“${name}”也是`, `“${name}” too`) })),
    };
  },
};
