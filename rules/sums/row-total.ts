import { say, type Rule } from '../rule.ts';
import { cellName, cellNameEnglish } from '../words.ts';
import { failedSums } from './check.ts';

/** In every row, 总计 is the sum of the six kinds of applicant. */
export const rowTotal: Rule = {
  id: 'row-total',
  group: 'sums',
  severity: 'error',
  title: say('行总计不符', 'Row total does not add up'),
  reads: 'numbers',
  scope: 'block',
  check: context =>
    failedSums(context, 'row-total', ({ form }, { equation, left, right, partial }) =>
      partial
        ? say(
            `${cellName(form, equation.shown)}为 ${left}，已填各列之和 ${right} 已经超过它`,
            `${cellNameEnglish(form, equation.shown)} is ${left}; the columns filled in already make ${right}`,
          )
        : say(
            `${cellName(form, equation.shown)}为 ${left}，各列之和为 ${right}`,
            `${cellNameEnglish(form, equation.shown)} is ${left}; the columns add up to ${right}`,
          ),
    ),
};
