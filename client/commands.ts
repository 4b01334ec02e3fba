import { commands, l10n } from 'vscode';
import { checkReport, checkWorkspace } from './commands/check.ts';
import { compareWithLastYear } from './commands/compare.ts';
import { openExamples } from './commands/examples.ts';
import { exportReport } from './commands/export.ts';
import { goToFault } from './commands/faults.ts';
import { importReport } from './commands/import.ts';
import { insertForm } from './commands/insert-form.ts';
import { mendAll } from './commands/mend.ts';
import { newReport } from './commands/new-report.ts';
import { showRule } from './commands/rules.ts';
import type { Host } from './host.ts';
import type { ImportLetters } from './import/letters.ts';
import { SHOW_RULE } from './rule-pages.ts';
import { complain } from './messages.ts';

/** What a command does; what it is given depends on where it was chosen. */
type Run = (host: Host, given: unknown) => Promise<void>;

/** Commands by the names under which the manifest offers them. */
const all: Readonly<Record<string, Run>> = {
  'nianbao.new': newReport,
  'nianbao.insertForm': insertForm,
  'nianbao.check': checkReport,
  'nianbao.checkAll': checkWorkspace,
  'nianbao.mend': mendAll,
  'nianbao.nextFault': () => goToFault('next'),
  'nianbao.previousFault': () => goToFault('prev'),
  'nianbao.export': exportReport,
  'nianbao.compare': compareWithLastYear,
  [SHOW_RULE]: showRule,
  'nianbao.openExamples': openExamples,
};

/** Registers all commands but those of the table keys and of the preview. */
export function registerCommands(host: Host, letters: ImportLetters, restart: () => Promise<void>): void {
  const register = (name: string, run: Run): void => {
    host.context.subscriptions.push(
      commands.registerCommand(name, (given: unknown) => run(host, given).catch((error: unknown) => tell(host, error))),
    );
  };
  for (const [name, run] of Object.entries(all)) register(name, run);
  register('nianbao.import', (_, given) => importReport(host, letters, given));
  register('nianbao.restartServer', restart);
  host.context.subscriptions.push(commands.registerCommand('nianbao.showOutput', () => host.log.show()));
}

async function tell({ log }: Host, error: unknown): Promise<void> {
  const reason = error instanceof Error ? error : new Error(String(error));
  log.error(reason);
  const show = l10n.t('Show Log');
  if ((await complain(reason.message, show)) === show) log.show();
}
