import { localeOf, readArguments } from './arguments.ts';
import { UsageError, usageOf } from './command.ts';
import { helpText } from './help.ts';
import type { Io, Locale } from './io.ts';
import { Session } from './session.ts';
import { version } from './version.ts';
import { words } from './words.ts';

/** Exit codes, beside 0 for all is well and 1 for findings at error level. */
const COULD_NOT_RUN = 2;
const INTERRUPTED = 130;

/** The command line: arguments and streams in, exit code out. It touches nothing global. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const session = new Session(io, (localeOf(argv) ?? io.env.NIANBAO_LOCALE) === 'en' ? 'en' : 'zh');
  try {
    return await answer(argv, session);
  } catch (error) {
    return await explain(error, session);
  } finally {
    await session.close();
  }
}

async function answer(argv: readonly string[], session: Session): Promise<number> {
  const request = readArguments(argv);
  if (request.ask === 'help') {
    await session.print(helpText(request.command, session.locale));
    return 0;
  }
  if (request.ask === 'version') {
    await session.print(`${version}\n`);
    return 0;
  }
  const command = await request.command.load();
  const code = await command(session, request.given);
  return session.problems.length > 0 ? COULD_NOT_RUN : code;
}

async function explain(error: unknown, session: Session): Promise<number> {
  if (session.io.signal?.aborted) return INTERRUPTED;
  if (error instanceof UsageError) {
    await session.note(error.text);
    for (const hint of hints(error, session.locale)) await session.note(hint);
    return COULD_NOT_RUN;
  }
  await session.note(words.internal('nianbao', error instanceof Error ? error.message : String(error)));
  for (const line of error instanceof Error ? (error.stack?.split('\n').slice(1) ?? []) : []) {
    await session.note({ zh: line, en: line });
  }
  return COULD_NOT_RUN;
}

const hints = ({ command }: UsageError, locale: Locale) => [
  ...(command ? [words.usage(usageOf(command, locale))] : []),
  words.seeHelp(command?.name),
];
