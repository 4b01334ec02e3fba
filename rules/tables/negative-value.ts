import { say, type Rule } from '../rule.ts';
import { faultyValues } from '../values.ts';

/** Negative value. */
export const negativeValue: Rule = {
  id: 'negative-value',
  group: 'tables',
  severity: 'error',
  title: say('负数', 'Negative value'),
  scope: 'block',
  check: context =>
    faultyValues(context, 'negative-value', text =>
      say(`“${text}”是负数，这一栏不会小于 0`, `“${text}” is negative; this column has nothing below 0`),
    ),
};
