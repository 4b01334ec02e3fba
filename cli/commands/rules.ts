import { rules, type Rule } from '../../rules/index.ts';
import { pageOf } from '../../rules/later.ts';
import { nearest } from '../../text/index.ts';
import { paintFor, type Paint } from '../colour.ts';
import type { Arguments } from '../command.ts';
import { twoColumns } from '../help.ts';
import type { Locale } from '../io.ts';
import type { Session } from '../session.ts';
import { words } from '../words.ts';

/** `nianbao rules`: all rules by their groups, or one with its reason and examples. */
export async function rulesCommand(session: Session, given: Arguments): Promise<number> {
  const [id] = given.operands;
  const paint = paintFor(session.io.stdout, session.io.env);
  await session.print(
    id === undefined ? list(session.locale, paint) : explain(ruleNamed(id, given), session.locale, paint),
  );
  return 0;
}

function list(locale: Locale, paint: Paint): string {
  const groups = [...new Set(rules.map(({ group }) => group))];
  return groups.map(group => `${paint('bold', words.ruleGroups[group][locale])}\n${rowsOf(group, locale)}`).join('\n');
}

function rowsOf(group: Rule['group'], locale: Locale): string {
  const members = rules.filter(rule => rule.group === group);
  return twoColumns(
    members.map(({ id, severity, title }) => [id, `${words.severities[severity][locale]}  ${title[locale]}`]),
  );
}

function explain({ id, severity, title }: Rule, locale: Locale, paint: Paint): string {
  const { description, clause, example } = pageOf(id);
  const { clause: basis, before, failing, passing } = words.ruleHeadings;
  return [
    `${paint('bold', id)}  ${words.severities[severity][locale]}  ${title[locale]}`,
    description[locale],
    ...(clause ? [`${paint('bold', basis[locale])}  ${clause[locale]}`] : []),
    ...(example.before === undefined ? [] : [`${before[locale]}\n${indented(example.before)}`]),
    `${paint('red', failing[locale])}\n${indented(example.failing)}`,
    `${paint('green', passing[locale])}\n${indented(example.passing)}`,
  ]
    .map(block => `${block}\n`)
    .join('\n');
}

const indented = (text: string): string =>
  text
    .replace(/\n$/, '')
    .split('\n')
    .map(line => `    ${line}`.trimEnd())
    .join('\n');

function ruleNamed(id: string, given: Arguments): Rule {
  const rule = rules.find(known => known.id === id);
  if (rule) return rule;
  const names = rules.map(known => known.id);
  throw given.refusal(words.unknownRule(id, nearest(id, names)));
}
