import { say, type Rule } from '../rule.ts';
import { addressOf } from '../../model/index.ts';
import { rangeOfPlace } from '../cells.ts';
import { faultyValues } from '../values.ts';

/** A value that is no number, or a `=` that nothing computes. */
export const notANumber: Rule = {
  id: 'not-a-number',
  group: 'tables',
  severity: 'error',
  title: say('不是数字', 'Not a number'),
  scope: 'block',
  *check(context) {
    yield* faultyValues(context, 'not-a-number', (text, { right }) =>
      right !== undefined
        ? say(`“${text}”应当写成 ${right}`, `“${text}” should be written ${right}`)
        : /^[+\-\d,，０-９]{13,}$/.test(text)
          ? say(`“${text}”太长，不像是件数`, `“${text}” has too many digits`)
          : say(`“${text}”不是数字；没有请填 0`, `“${text}” is not a number; write 0 for nothing`),
    );
    for (const table of context.block.tables) {
      for (const { place, cycle } of table.sums.uncomputable) {
        const range = rangeOfPlace(table, place);
        if (!range) continue;
        yield {
          range,
          message: cycle
            ? say('这一格的公式绕回到自己，算不出来', 'The formula of this cell comes round to itself')
            : say(
                '格式中没有算出这一格的公式，不能写“=”，请填数字',
                'The form has no formula for this cell; write a number instead of =',
              ),
          cells: [addressOf(table.form, place)],
        };
      }
    }
  },
};
