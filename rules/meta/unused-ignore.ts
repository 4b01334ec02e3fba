import { say, type Rule } from '../rule.ts';

/** A silencing comment that silences nothing, names no rule, or gives no reason. */
export const unusedIgnore: Rule = {
  id: 'unused-ignore',
  group: 'meta',
  severity: 'warning',
  title: say('忽略没有起作用', 'Silence without effect'),
  scope: 'findings',
};
