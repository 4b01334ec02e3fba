import { commands, l10n, Range, window } from 'vscode';
import type { Status } from '../../server/index.ts';
import type { Host } from '../host.ts';
import { askStatus, execute } from '../requests.ts';
import { faultsIn, sumsIn } from '../status-words.ts';
import { goToFault } from './faults.ts';
import { targetOf } from './target.ts';
import { inform, warn } from '../messages.ts';

/** Says how a report stands, and leads to what is wrong. */
export async function checkReport({ client }: Host, given: unknown): Promise<void> {
  const document = await targetOf(given);
  const status = document && (await askStatus(client, document));
  if (!document || !status) return;
  const message = l10n.t('This report: {0}; {1}.', faultsIn(status.findings), sumsIn(status.sums));
  const faults = countOf(status.findings);
  if (faults === 0) {
    void inform(message);
    return;
  }
  const [next, list] = [l10n.t('Go to the First'), l10n.t('Show All')];
  const chosen = await warn(message, next, list);
  if (chosen === list) await showProblems();
  if (chosen !== next) return;
  const first = document.positionAt(0);
  await window.showTextDocument(document, { selection: new Range(first, first) });
  await goToFault('next');
}

/** Checks all reports of the workspace; the server shows how far it is, and can be stopped. */
export async function checkWorkspace({ client }: Host): Promise<void> {
  const { files, ...findings } = await execute<Status['findings'] & { files: number }>(
    client,
    'nianbao.checkWorkspace',
  );
  const list = l10n.t('Show All');
  const message = l10n.t('Reports checked: {0}; {1}.', files, faultsIn(findings));
  const buttons = countOf(findings) > 0 ? [list] : [];
  if ((await inform(message, ...buttons)) === list) await showProblems();
}

const showProblems = (): Thenable<void> => commands.executeCommand('workbench.actions.view.problems');

const countOf = ({ error, warning, information }: Status['findings']): number => error + warning + information;
