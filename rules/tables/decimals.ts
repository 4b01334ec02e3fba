import { say, type Rule } from '../rule.ts';
import { faultyValues } from '../values.ts';

/** More decimals than the form prints. */
export const decimals: Rule = {
  id: 'decimals',
  group: 'tables',
  severity: 'error',
  title: say('小数位数过多', 'Too many decimals'),
  scope: 'block',
  check: context =>
    faultyValues(context, 'decimals', (text, _, { value }) => {
      const most = value.kind === 'money' ? value.decimals : 0;
      return say(`“${text}”的小数超过 ${most} 位`, `“${text}” has more than ${most} decimals`);
    }),
};
