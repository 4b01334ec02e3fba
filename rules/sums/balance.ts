import { say, type Rule } from '../rule.ts';
import { whereIs } from '../../model/index.ts';
import { failedSums } from './check.ts';

/** What came in is what was concluded or carried over: 第一项 + 第二项 = 第三项 + 第四项. */
export const balance: Rule = {
  id: 'balance',
  group: 'sums',
  severity: 'error',
  title: say('收办不平', 'Requests do not balance'),
  description: say(
    '每一列中，本年新收加上年结转，等于办理结果总计加结转下年度。收进来的申请不是办结了就是结转了。',
    'In each column, requests received and carried in equal those concluded and carried over: each one is either answered or still open.',
  ),
  clause: say('格式表三表头所印的勾稽关系', 'The note printed in the head of table 三'),
  example: {
    failing:
      '三、收到和处理政府信息公开申请情况\n\n| 申请人情况 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n| 一、本年新收政府信息公开申请数量 | 9 | 0 | 0 | 0 | 0 | 0 | 9 |\n| 二、上年结转政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n| （七）总计 | 8 | 0 | 0 | 0 | 0 | 0 | 8 |\n| 四、结转下年度继续办理 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |\n',
    passing:
      '三、收到和处理政府信息公开申请情况\n\n| 申请人情况 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n| 一、本年新收政府信息公开申请数量 | 9 | 0 | 0 | 0 | 0 | 0 | 9 |\n| 二、上年结转政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n| （七）总计 | 8 | 0 | 0 | 0 | 0 | 0 | 8 |\n| 四、结转下年度继续办理 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |\n',
  },
  reads: 'numbers',
  scope: 'block',
  check: context =>
    failedSums(context, 'balance', ({ form }, { equation, left, right, partial }) => {
      const column = form.columns[whereIs(form, equation.shown).column]?.label ?? '';
      return partial
        ? say(
            `“${column}”列已填的部分已经不平：收到 ${left}，办理和结转 ${right}`,
            `Column “${column}” cannot balance: ${left} in, ${right} out as far as filled in`,
          )
        : say(
            `“${column}”列不平：第一项加第二项为 ${left}，第三项加第四项为 ${right}`,
            `Column “${column}” does not balance: ${left} came in, ${right} were concluded or carried over`,
          );
    }),
};
