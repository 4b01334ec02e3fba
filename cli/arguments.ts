import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { Bilingual } from '../forms/index.ts';
import { nearest } from '../text/index.ts';
import { UsageError, type Arguments, type CommandForm, type OptionForm } from './command.ts';
import { commands, generalOptions } from './commands/commands.ts';
import { words } from './words.ts';

/** What the arguments ask for. */
export type Request =
  | { readonly ask: 'help'; readonly command?: CommandForm }
  | { readonly ask: 'version' }
  | { readonly ask: 'run'; readonly command: CommandForm; readonly given: Arguments };

/** Reads the arguments; what does not fit throws a UsageError that says what would. */
export function readArguments(argv: readonly string[]): Request {
  const tokens = tokensOf(argv, generalOptions);
  const command = tokens.find(token => token.kind === 'positional');
  const before = tokens.filter(token => token.kind === 'option' && token.index < (command?.index ?? Infinity));
  for (const token of before) {
    if (token.kind !== 'option') continue;
    if (token.name === 'help') return { ask: 'help', ...found(command?.value) };
    if (token.name === 'version') return { ask: 'version' };
    refuseForeign(token, argv);
  }
  if (!command) throw new UsageError(words.noCommand);
  const rest = argv.toSpliced(command.index, 1);
  return command.value === 'help' ? helpRequest(rest) : runRequest(commandNamed(command.value), rest);
}

/** The language asked for anywhere in the arguments, right or wrong as they may otherwise be. */
export function localeOf(argv: readonly string[]): string | undefined {
  const token = tokensOf(argv, generalOptions).findLast(token => token.kind === 'option' && token.name === 'locale');
  return token?.kind === 'option' ? token.value : undefined;
}

type Token = ReturnType<typeof tokensOf>[number];
type OptionToken = Extract<Token, { kind: 'option' }>;
type ValueOption = OptionForm & { readonly value: Bilingual };

// Not strict: the reader's own errors are English and know no neighbours; the tokens tell all that they are made from.
function tokensOf(argv: readonly string[], options: readonly OptionForm[]) {
  const known: NonNullable<ParseArgsConfig['options']> = {};
  for (const { name, short, value } of options) {
    known[name] = { type: value ? 'string' : 'boolean', ...(short !== undefined && { short }) };
  }
  return parseArgs({ args: [...argv], options: known, strict: false, allowPositionals: true, tokens: true }).tokens;
}

function helpRequest(rest: readonly string[]): Request {
  const operands = tokensOf(rest, generalOptions).filter(token => token.kind === 'positional');
  const [name, extra] = operands;
  if (extra) throw new UsageError(words.extraOperand(extra.value));
  return { ask: 'help', ...found(name?.value) };
}

function runRequest(command: CommandForm, rest: readonly string[]): Request {
  const options = [...command.options, ...generalOptions];
  const tokens = tokensOf(rest, options);
  const asked = tokens.find(token => token.kind === 'option' && (token.name === 'help' || token.name === 'version'));
  if (asked?.kind === 'option') return asked.name === 'help' ? { ask: 'help', command } : { ask: 'version' };

  const switches = new Set<string>();
  const values = new Map<string, string>();
  const operands: string[] = [];
  let terminated = false;
  for (const token of tokens) {
    if (token.kind === 'option-terminator') {
      terminated = true;
      continue;
    }
    if (token.kind === 'positional') {
      operands.push(terminated ? token.value : operandOf(token.value, options, command));
      continue;
    }
    const option = options.find(({ name }) => name === token.name);
    if (!option) throw unknownOption(rest[token.index] ?? token.rawName, options, command);
    if (takesValue(option)) values.set(option.name, valueOf(token, option, command));
    else if (token.value !== undefined) throw new UsageError(words.needlessValue(token.rawName), command);
    else switches.add(option.name);
  }
  checkCount(operands, command);
  return { ask: 'run', command, given: { operands, switches, values, refusal: text => new UsageError(text, command) } };
}

function refuseForeign(token: OptionToken, argv: readonly string[]): void {
  const option = generalOptions.find(({ name }) => name === token.name);
  if (option && takesValue(option)) valueOf(token, option, undefined);
  if (option) return;
  const known = commands.some(({ options }) => options.some(({ name, short }) => [name, short].includes(token.name)));
  if (known) throw new UsageError(words.optionBeforeCommand(token.rawName));
  throw unknownOption(argv[token.index] ?? token.rawName, generalOptions, undefined);
}

const namesOf = (options: readonly OptionForm[]): string[] => options.map(({ name }) => name);

const takesValue = (option: OptionForm): option is ValueOption => option.value !== undefined;

function unknownOption(written: string, options: readonly OptionForm[], command: CommandForm | undefined): UsageError {
  const bare = written.replace(/=.*$/s, '');
  const near = nearest(bare.replace(/^\P{L}+/u, ''), namesOf(options));
  return new UsageError(words.unknownOption(bare, near && `--${near}`), command);
}

function valueOf(token: OptionToken, option: ValueOption, command: CommandForm | undefined): string {
  const { rawName, value, inlineValue } = token;
  // `--format --check` gives the next option as the value: the user forgot one, and means no such file.
  if (!value || (!inlineValue && /^-./.test(value))) {
    throw new UsageError(words.missingValue(rawName, option.value), command);
  }
  if (option.choices && !option.choices.includes(value)) {
    const near = nearest(value, option.choices);
    throw new UsageError(words.wrongChoice(rawName, value, option.choices, near), command);
  }
  return value;
}

/** An operand, unless it is an option whose hyphens an input method turned into dashes (`——check`). */
function operandOf(operand: string, options: readonly OptionForm[], command: CommandForm): string {
  if (operand === '') throw new UsageError(words.emptyOperand, command);
  const dashed = /^[‐-―－]+(?<name>[a-z]+)/.exec(operand)?.groups?.name;
  const meant = dashed !== undefined && nearest(dashed, namesOf(options)) !== undefined;
  if (meant) throw unknownOption(operand, options, command);
  return operand;
}

function checkCount(operands: readonly string[], command: CommandForm): void {
  const forms = command.operands;
  const missing = forms[operands.length];
  if (missing?.count === 'one' || missing?.count === 'some') {
    throw new UsageError(words.missingOperand(missing.name), command);
  }
  const extra = operands[forms.length];
  if (extra !== undefined && !['any', 'some'].includes(forms.at(-1)?.count ?? '')) {
    throw new UsageError(words.extraOperand(extra), command);
  }
}

function commandNamed(name: string): CommandForm {
  const command = commands.find(known => known.name === name);
  if (command) return command;
  if (/\.(?:nianbao|年报)$/.test(name)) throw new UsageError(words.commandForgotten(name));
  const names = commands.map(known => known.name);
  throw new UsageError(words.unknownCommand(name, names, nearest(name, names)));
}

function found(name: string | undefined): { command?: CommandForm } {
  return name === undefined || name === 'help' ? {} : { command: commandNamed(name) };
}
