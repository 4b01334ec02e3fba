import { l10n, Uri, window, workspace } from 'vscode';
import type { Edition, KnownReport } from '../../server/index.ts';
import type { Host } from '../host.ts';
import { folderOf } from '../paths.ts';
import { askEditions, askReports, execute } from '../requests.ts';
import { byOrganAndYear, editionOf, isYear, titleOf, yearInHand } from '../report-list.ts';
import { openUnsaved } from '../unsaved.ts';
import { warn } from '../messages.ts';

/** What the server makes of the answers. */
interface Begun {
  readonly text: string;
  readonly notes: readonly string[];
}

/** Whose report of which year is begun, and from what. */
export interface Beginning {
  readonly organ: string;
  readonly year: number;
  readonly edition: string;
  readonly from?: string;
}

/** Begins a report in a file that is not saved yet, blank or from last year's. */
export async function newReport(host: Host, given: unknown): Promise<void> {
  // Chosen on a report in the explorer, it is that one that is carried on; on a folder, that is where it goes.
  const chosen = given instanceof Uri ? given : undefined;
  const from = chosen && isReport(chosen) ? await known(host, chosen) : await chooseSource(host);
  const beginning = from && (await ask(host, from.report));
  if (!beginning) return;
  const { text, notes } = await begin(host, beginning);
  const folder = chosen && !isReport(chosen) ? chosen : folderFor(beginning);
  await window.showTextDocument(await openUnsaved(text, titleOf({ ...beginning, uri: '' }), folder));
  for (const note of notes) void warn(note);
}

/** The text of a report that is begun. */
export const begin = ({ client }: Host, beginning: Beginning): Promise<Begun> =>
  execute<Begun>(client, 'nianbao.newReport', beginning);

/** Asks for organ, year and edition; nothing where the user thinks better of it. */
export async function ask({ client }: Host, from: KnownReport | undefined): Promise<Beginning | undefined> {
  const organ = await window.showInputBox({
    title: l10n.t('New Report: Organ (1/3)'),
    prompt: l10n.t('The name of the organ, as the title of the report has it'),
    value: from?.organ ?? '',
    validateInput: text => (text.trim() === '' ? l10n.t('The organ is missing.') : undefined),
  });
  if (organ === undefined) return undefined;
  const written = await window.showInputBox({
    title: l10n.t('New Report: Year (2/3)'),
    prompt: l10n.t('The year that is reported about'),
    value: String(from?.year === undefined ? yearInHand(new Date()) : from.year + 1),
    validateInput: text => (isYear(text.trim()) ? undefined : l10n.t('A year in four digits, from 2008 on.')),
  });
  if (written === undefined) return undefined;
  const year = Number(written.trim());
  const edition = await chooseEdition(await askEditions(client), year);
  if (edition === undefined) return undefined;
  return { organ: organ.trim(), year, edition, ...(from && { from: from.uri }) };
}

/** Blank, or one of the reports that are known, or one that is looked for. */
async function chooseSource(host: Host): Promise<{ readonly report: KnownReport | undefined } | undefined> {
  const blank = { label: l10n.t('$(file) Blank report'), pick: () => Promise.resolve({ report: undefined }) };
  const reports = byOrganAndYear(await askReports(host.client)).map(report => ({
    label: l10n.t('$(history) From {0}', titleOf(report)),
    description: workspace.asRelativePath(Uri.parse(report.uri)),
    pick: () => Promise.resolve({ report }),
  }));
  const browse = { label: l10n.t('$(folder-opened) From another file…'), pick: () => browseFor(host) };
  const placeHolder = l10n.t('Begin with a blank form, or carry on from last year’s report');
  return (await window.showQuickPick([blank, ...reports, browse], { placeHolder }))?.pick();
}

async function browseFor(host: Host): Promise<{ readonly report: KnownReport } | undefined> {
  const [file] = (await window.showOpenDialog({ filters: { [l10n.t('Reports')]: ['nianbao', '年报'] } })) ?? [];
  return file && known(host, file);
}

/** What is known of a report in a file, which is opened for it. */
async function known({ client }: Host, file: Uri): Promise<{ readonly report: KnownReport }> {
  const uri = (await workspace.openTextDocument(file)).uri.toString();
  const report = (await askReports(client)).find(one => one.uri === uri);
  return { report: report ?? { uri, organ: undefined, year: undefined } };
}

async function chooseEdition(editions: readonly Edition[], year: number): Promise<string | undefined> {
  const usual = editionOf(editions, year);
  const items = editions
    .map(edition => ({
      label: l10n.t('Form of {0}', edition.id),
      description: edition === usual ? l10n.t('the one for {0}', year) : '',
      detail: edition.notice,
      edition,
    }))
    .sort((a, b) => Number(b.edition === usual) - Number(a.edition === usual));
  const title = l10n.t('New Report: Edition of the Form (3/3)');
  return (await window.showQuickPick(items, { title }))?.edition.id;
}

/** Beside the report that it is carried on from, or in the workspace. */
const folderFor = ({ from }: Beginning): Uri | undefined =>
  from === undefined ? workspace.workspaceFolders?.[0]?.uri : folderOf(Uri.parse(from));

const isReport = ({ path }: Uri): boolean => /\.(?:nianbao|年报)$/.test(path);
