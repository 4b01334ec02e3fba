import { say, type Rule } from '../rule.ts';
import { faultyValues } from '../values.ts';

/** More decimals than the form prints. */
export const decimals: Rule = {
  id: 'decimals',
  group: 'tables',
  severity: 'error',
  title: say('小数位数过多', 'Too many decimals'),
  description: say(
    '收费金额以万元为单位，最多四位小数（精确到元）。',
    'Fees are given in 万元 with four decimals at most, which is to the yuan.',
  ),
  example: {
    failing:
      '二、主动公开政府信息情况\n\n第二十条第（八）项\n| 信息内容 | 本年收费金额（单位：万元） |\n| 行政事业性收费 | 1.23456 |\n',
    passing:
      '二、主动公开政府信息情况\n\n第二十条第（八）项\n| 信息内容 | 本年收费金额（单位：万元） |\n| 行政事业性收费 | 1.2346 |\n',
  },
  scope: 'block',
  check: context =>
    faultyValues(context, 'decimals', (text, _, { value }) => {
      const most = value.kind === 'money' ? value.decimals : 0;
      return say(`“${text}”的小数超过 ${most} 位`, `“${text}” has more than ${most} decimals`);
    }),
};
