import { say, type Rule } from '../rule.ts';
import { cellName, cellNameEnglish } from '../words.ts';
import { failedSums } from './check.ts';

/** In every row of table 四, 总计 is the sum of the four outcomes. */
export const disputeTotal: Rule = {
  id: 'dispute-total',
  group: 'sums',
  severity: 'error',
  title: say('复议诉讼总计不符', 'Total of disputes does not add up'),
  description: say(
    '行政复议和两类行政诉讼，各自的总计等于结果维持、结果纠正、其他结果、尚未审结之和。',
    'For reviews and both kinds of lawsuit, 总计 is the sum of the four outcomes.',
  ),
  clause: say('格式表四', 'Table 四 of the form'),
  example: {
    failing:
      '四、政府信息公开行政复议、行政诉讼情况\n\n| 案件类型 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n| 行政复议 | 1 | 0 | 0 | 2 | 4 |\n',
    passing:
      '四、政府信息公开行政复议、行政诉讼情况\n\n| 案件类型 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n| 行政复议 | 1 | 0 | 0 | 2 | 3 |\n',
  },
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
