import { l10n, languages, StatusBarAlignment, ThemeColor, window, workspace, type TextDocument } from 'vscode';
import { State } from 'vscode-languageclient';
import type { Status } from '../server/index.ts';
import { LANGUAGE, type Host } from './host.ts';
import { askStatus } from './requests.ts';
import { faultsIn, sumsIn } from './status-words.ts';

/** Typing is let come to rest for as long before the numbers are asked for. */
const REST = 250;

/** Shows in the status bar how the report in hand stands; a click leads to the next fault. */
export function registerStatus({ context, client, log }: Host): void {
  const item = window.createStatusBarItem('nianbao.status', StatusBarAlignment.Left);
  item.name = l10n.t('Nianbao');
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const refresh = async (): Promise<void> => {
    const document = window.activeTextEditor?.document;
    if (document?.languageId !== LANGUAGE) {
      item.hide();
      return;
    }
    if (client.state === State.Stopped || client.state === State.StartFailed) {
      item.text = l10n.t('$(circle-slash) Nianbao stopped');
      item.tooltip = l10n.t('Restart the checker');
      item.command = 'nianbao.restartServer';
      item.backgroundColor = new ThemeColor('statusBarItem.errorBackground');
    } else {
      const status = await askStatus(client, document);
      if (!status || window.activeTextEditor?.document !== document) return;
      const faults = status.findings.error + status.findings.warning;
      item.text = textOf(status, faults);
      item.tooltip = `${faultsIn(status.findings)}\n${sumsIn(status.sums)}`;
      item.accessibilityInformation = {
        label: l10n.t('Nianbao: {0}, {1}', faultsIn(status.findings), sumsIn(status.sums)),
      };
      item.command = 'nianbao.nextFault';
      item.backgroundColor = undefined;
    }
    item.show();
  };
  const later = (): void => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      refresh().catch((error: unknown) => log.debug(`status: ${String(error)}`));
    }, REST);
  };
  const about = (document: TextDocument): void => {
    if (document === window.activeTextEditor?.document) later();
  };
  context.subscriptions.push(
    item,
    { dispose: () => clearTimeout(waiting) },
    window.onDidChangeActiveTextEditor(later),
    workspace.onDidChangeTextDocument(({ document }) => about(document)),
    workspace.onDidOpenTextDocument(about),
    // Settings and other files change what is found without a change of the text.
    languages.onDidChangeDiagnostics(later),
    client.onDidChangeState(later),
  );
  later();
}

function textOf({ findings, sums }: Status, faults: number): string {
  const known =
    sums.known === 0 && sums.open > 0 ? l10n.t('Sums to fill in') : l10n.t('Sums {0}/{1}', sums.holding, sums.known);
  if (faults === 0) return `$(check) ${known}`;
  return l10n.t('{0} {1} to mend · {2}', findings.error > 0 ? '$(error)' : '$(warning)', faults, known);
}
