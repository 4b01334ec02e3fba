import { toJson } from '../../convert/index.ts';
import { checkText } from '../../service/index.ts';
import { commands } from './commands.ts';
import { valueOf, type Arguments } from '../command.ts';
import { deliver } from '../output.ts';
import { readOne } from '../reports.ts';
import type { Session } from '../session.ts';
import { words } from '../words.ts';

/** `nianbao export`: a report in another notation; one with errors only by `--force`. */
export async function exportCommand(session: Session, given: Arguments): Promise<number> {
  const [file = ''] = given.operands;
  if (valueOf(given, 'to') === undefined) throw given.refusal(words.missingOption('--to', targets()));
  const source = await readOne(file, session);
  if (!source) return 2;
  const { report, findings } = checkText(source.text, source.settings);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  if (errors > 0 && !given.switches.has('force')) {
    await session.note(words.at(source.path, words.exportErrors(errors)));
    return 1;
  }
  await deliver(`${JSON.stringify(toJson(report), null, 2)}\n`, given, session);
  return 0;
}

const targets = (): readonly string[] =>
  commands.find(({ name }) => name === 'export')?.options.find(({ name }) => name === 'to')?.choices ?? [];
