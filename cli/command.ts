import type { Bilingual } from '../forms/index.ts';
import type { Session } from './session.ts';

/** What is known of a command without loading it: enough to read its arguments and to explain it. */
export interface CommandForm {
  readonly name: string;
  readonly summary: Bilingual;
  readonly operands: readonly OperandForm[];
  readonly options: readonly OptionForm[];
  readonly load: () => Promise<CommandRun>;
}

/** A command at work; the exit code comes out. */
export type CommandRun = (session: Session, given: Arguments) => Promise<number>;

/** A word behind the command. */
export interface OperandForm {
  readonly name: Bilingual;
  readonly count: 'one' | 'optional' | 'any' | 'some';
}

/** An option; without `value` it is a switch. */
export interface OptionForm {
  readonly name: string;
  readonly short?: string;
  /** What messages and the help call the value. */
  readonly value?: Bilingual;
  readonly choices?: readonly string[];
  readonly explanation: Bilingual;
}

/** What the user wrote behind the command, already known to fit its form. */
export interface Arguments {
  readonly operands: readonly string[];
  readonly switches: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, string>;
  /** To be thrown by the command where a value cannot be used after all. */
  readonly refusal: (text: Bilingual) => Error;
}

/** The user asked for something that cannot be; told in a sentence, never with a stack. */
export class UsageError extends Error {
  readonly text: Bilingual;
  readonly command: CommandForm | undefined;

  constructor(text: Bilingual, command?: CommandForm) {
    super(text.en);
    this.text = text;
    this.command = command;
  }
}

/** How a command is written, for the line `用法：…`. */
export function usageOf({ name, operands, options }: CommandForm, locale: keyof Bilingual): string {
  const written = operands.map(
    ({ name: { [locale]: operand }, count }) =>
      ({ one: `<${operand}>`, some: `<${operand}…>`, any: `[${operand}…]`, optional: `[${operand}]` })[count],
  );
  return ['nianbao', name, ...written, ...options.map(option => `[${optionUsage(option, locale)}]`)].join(' ');
}

/** `--format text|json`, `-o, --output 文件`. */
export function optionUsage({ name, value, choices }: OptionForm, locale: keyof Bilingual): string {
  return value ? `--${name} ${choices ? choices.join('|') : value[locale]}` : `--${name}`;
}

/** The value that the user gave to an option. */
export const valueOf = (given: Arguments, option: string): string | undefined => given.values.get(option);
