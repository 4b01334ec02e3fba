import { say, type Rule } from '../rule.ts';
import { cellName, cellNameEnglish } from '../words.ts';
import { failedSums } from './check.ts';

/** In every row, 总计 is the sum of the six kinds of applicant. */
export const rowTotal: Rule = {
  id: 'row-total',
  group: 'sums',
  severity: 'error',
  title: say('行总计不符', 'Row total does not add up'),
  description: say(
    '每一行的总计等于自然人与各类法人或其他组织之和。',
    'In each row, 总计 is the sum of natural persons and the five kinds of organisation.',
  ),
  clause: say('格式表三的勾稽关系', 'The sums of table 三 of the form'),
  example: {
    failing:
      '三、收到和处理政府信息公开申请情况\n\n| 申请人情况 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n| 二、上年结转政府信息公开申请数量 | 3 | 0 | 0 | 0 | 0 | 0 | 4 |\n',
    passing:
      '三、收到和处理政府信息公开申请情况\n\n| 申请人情况 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n| 二、上年结转政府信息公开申请数量 | 3 | 0 | 0 | 0 | 0 | 1 | 4 |\n',
  },
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
