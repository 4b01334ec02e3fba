import { commands, l10n, Uri, window, workspace } from 'vscode';
import type { KnownReport } from '../../server/index.ts';
import type { Host } from '../host.ts';
import { askReports } from '../requests.ts';
import { byOrganAndYear, titleOf } from '../report-list.ts';
import { targetOf } from './target.ts';
import { inform } from '../messages.ts';

/** Opens last year's report of the same organ beside this year's, with the differences shown. */
export async function compareWithLastYear({ client }: Host, given: unknown): Promise<void> {
  const document = await targetOf(given);
  if (!document) return;
  const reports = await askReports(client);
  const address = document.uri.toString();
  const self = reports.find(({ uri }) => uri === address);
  const others = reports.filter(({ uri }) => uri !== address);
  const last = others.find(
    ({ organ, year }) => organ !== undefined && organ === self?.organ && year !== undefined && year + 1 === self.year,
  );
  const other = last ?? (await choose(others));
  if (!other) return;
  const title = l10n.t('{0} ↔ {1}', titleOf(other), self ? titleOf(self) : document.fileName);
  await commands.executeCommand('vscode.diff', Uri.parse(other.uri), document.uri, title);
}

async function choose(reports: readonly KnownReport[]): Promise<KnownReport | undefined> {
  if (reports.length === 0) {
    void inform(l10n.t('There is no other report in the workspace to compare with.'));
    return undefined;
  }
  const items = byOrganAndYear(reports).map(report => ({
    label: titleOf(report),
    description: workspace.asRelativePath(Uri.parse(report.uri)),
    report,
  }));
  const placeHolder = l10n.t('The report of the year before was not found. Compare with');
  return (await window.showQuickPick(items, { placeHolder }))?.report;
}
