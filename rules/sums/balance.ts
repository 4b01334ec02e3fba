import { say, type Rule } from '../rule.ts';
import { whereIs } from '../../model/index.ts';
import { failedSums } from './check.ts';

/** What came in is what was concluded or carried over: 第一项 + 第二项 = 第三项 + 第四项. */
export const balance: Rule = {
  id: 'balance',
  group: 'sums',
  severity: 'error',
  title: say('收办不平', 'Requests do not balance'),
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
