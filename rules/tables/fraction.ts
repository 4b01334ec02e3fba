import { say, type Rule } from '../rule.ts';
import { faultyValues } from '../values.ts';

/** Fraction in a count. */
export const fraction: Rule = {
  id: 'fraction',
  group: 'tables',
  severity: 'error',
  title: say('件数有小数', 'Fraction in a count'),
  scope: 'block',
  check: context =>
    faultyValues(context, 'fraction', text =>
      say(`“${text}”有小数，这一栏是件数，应为整数`, `“${text}” has decimals; this column counts in whole numbers`),
    ),
};
