import { say, type Rule } from '../rule.ts';
import { cellName, cellNameEnglish } from '../words.ts';
import { failedSums } from './check.ts';

/** In every column, （七）总计 is the sum of all results above it. */
export const resultTotal: Rule = {
  id: 'result-total',
  group: 'sums',
  severity: 'error',
  title: say('办理结果总计不符', 'Total of results does not add up'),
  reads: 'numbers',
  scope: 'block',
  check: context =>
    failedSums(context, 'result-total', ({ form }, { equation, left, right, partial }) =>
      partial
        ? say(
            `${cellName(form, equation.shown)}为 ${left}，已填各项结果之和 ${right} 已经超过它`,
            `${cellNameEnglish(form, equation.shown)} is ${left}; the results filled in already make ${right}`,
          )
        : say(
            `${cellName(form, equation.shown)}为 ${left}，各项办理结果之和为 ${right}`,
            `${cellNameEnglish(form, equation.shown)} is ${left}; the results add up to ${right}`,
          ),
    ),
};
