import { say, type Rule } from '../rule.ts';
import { faultyValues } from '../values.ts';

/** Fraction in a count. */
export const fraction: Rule = {
  id: 'fraction',
  group: 'tables',
  severity: 'error',
  title: say('件数有小数', 'Fraction in a count'),
  description: say(
    '这一栏是件数，应当是整数。金额才有小数。',
    'This column counts things, in whole numbers; only amounts of money have decimals.',
  ),
  example: {
    failing: '二、主动公开政府信息情况\n\n第二十条第（五）项\n| 信息内容 | 本年处理决定数量 |\n| 行政许可 | 4.5 |\n',
    passing: '二、主动公开政府信息情况\n\n第二十条第（五）项\n| 信息内容 | 本年处理决定数量 |\n| 行政许可 | 4 |\n',
  },
  scope: 'block',
  check: context =>
    faultyValues(context, 'fraction', text =>
      say(`“${text}”有小数，这一栏是件数，应为整数`, `“${text}” has decimals; this column counts in whole numbers`),
    ),
};
