import { say, type Rule } from '../rule.ts';
import { cellName, cellNameEnglish } from '../words.ts';
import { failedSums } from './check.ts';

/** In every row of table 四, 总计 is the sum of the four outcomes. */
export const disputeTotal: Rule = {
  id: 'dispute-total',
  group: 'sums',
  severity: 'error',
  title: say('复议诉讼总计不符', 'Total of disputes does not add up'),
  reads: 'numbers',
  scope: 'block',
  check: context =>
    failedSums(context, 'dispute-total', ({ form }, { equation, left, right, partial }) =>
      partial
        ? say(
            `${cellName(form, equation.shown)}为 ${left}，已填各种结果之和 ${right} 已经超过它`,
            `${cellNameEnglish(form, equation.shown)} is ${left}; the outcomes filled in already make ${right}`,
          )
        : say(
            `${cellName(form, equation.shown)}为 ${left}，四种结果之和为 ${right}`,
            `${cellNameEnglish(form, equation.shown)} is ${left}; the four outcomes add up to ${right}`,
          ),
    ),
};
