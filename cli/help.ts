import { displayWidth } from '../text/index.ts';
import { optionUsage, usageOf, type CommandForm, type OptionForm } from './command.ts';
import { commands, generalOptions } from './commands/commands.ts';
import type { Locale } from './io.ts';
import { words } from './words.ts';

/** What `--help` prints: of one command, or of all. */
export function helpText(command: CommandForm | undefined, locale: Locale): string {
  return command ? commandHelp(command, locale) : generalHelp(locale);
}

/** Rows of two columns, the second aligned by display width. */
export function twoColumns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(0, ...rows.map(([left]) => displayWidth(left)));
  return rows.map(([left, right]) => `  ${left}${' '.repeat(width - displayWidth(left))}  ${right}\n`).join('');
}

function generalHelp(locale: Locale): string {
  const { about, commands: heading, options } = words.help;
  return (
    `${about[locale]}\n\n${words.usage(`nianbao <${words.help.command[locale]}> …`)[locale]}\n` +
    `\n${heading[locale]}\n${twoColumns(commands.map(({ name, summary }) => [name, summary[locale]]))}` +
    `\n${options[locale]}\n${optionRows(generalOptions, locale)}\n${words.help.more[locale]}\n`
  );
}

function commandHelp(command: CommandForm, locale: Locale): string {
  return (
    `${command.summary[locale]}\n\n${words.usage(usageOf(command, locale))[locale]}\n` +
    `\n${words.help.options[locale]}\n${optionRows([...command.options, ...generalOptions], locale)}` +
    (command.operands.some(({ count }) => count === 'any') ? `\n${words.help.paths[locale]}\n` : '')
  );
}

const optionRows = (options: readonly OptionForm[], locale: Locale): string =>
  twoColumns(
    options.map(option => [
      `${option.short === undefined ? '' : `-${option.short}, `}${optionUsage(option, locale)}`,
      option.explanation[locale],
    ]),
  );
