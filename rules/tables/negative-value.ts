import { say, type Rule } from '../rule.ts';
import { faultyValues } from '../values.ts';

/** Negative value. */
export const negativeValue: Rule = {
  id: 'negative-value',
  group: 'tables',
  severity: 'error',
  title: say('负数', 'Negative value'),
  description: say(
    '件数和金额不会是负数；只有“本年增/减”一栏可以有负号。',
    'Counts and amounts are never negative; only the column 本年增/减 may have a minus sign.',
  ),
  example: {
    failing: '二、主动公开政府信息情况\n\n第二十条第（五）项\n| 信息内容 | 本年处理决定数量 |\n| 行政许可 | -4 |\n',
    passing: '二、主动公开政府信息情况\n\n第二十条第（五）项\n| 信息内容 | 本年处理决定数量 |\n| 行政许可 | 4 |\n',
  },
  scope: 'block',
  check: context =>
    faultyValues(context, 'negative-value', text =>
      say(`“${text}”是负数，这一栏不会小于 0`, `“${text}” is negative; this column has nothing below 0`),
    ),
};
