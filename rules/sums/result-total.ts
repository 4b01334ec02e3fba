import { say, type Rule } from '../rule.ts';
import { cellName, cellNameEnglish } from '../words.ts';
import { failedSums } from './check.ts';

/** In every column, （七）总计 is the sum of all results above it. */
export const resultTotal: Rule = {
  id: 'result-total',
  group: 'sums',
  severity: 'error',
  title: say('办理结果总计不符', 'Total of results does not add up'),
  description: say(
    '每一列的“（七）总计”等于它上面各种办理结果之和；分组行（如“（三）不予公开”）本身不填数。',
    'In each column （七）总计 is the sum of all the results above it; the heads of groups hold no numbers.',
  ),
  clause: say('格式表三的勾稽关系', 'The sums of table 三 of the form'),
  // Known already without the other rows: a result greater than the total of all.
  example: {
    failing:
      '三、收到和处理政府信息公开申请情况\n\n| 申请人情况 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n| （一）予以公开 | 6 | 0 | 0 | 0 | 0 | 0 | 6 |\n| （七）总计 | 5 | 0 | 0 | 0 | 0 | 0 | 5 |\n',
    passing:
      '三、收到和处理政府信息公开申请情况\n\n| 申请人情况 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n| （一）予以公开 | 5 | 0 | 0 | 0 | 0 | 0 | 5 |\n| （七）总计 | 5 | 0 | 0 | 0 | 0 | 0 | 5 |\n',
  },
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
