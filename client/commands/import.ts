import { l10n, Uri, window, workspace } from 'vscode';
import type { Host } from '../host.ts';
import { folderOf, nameOf } from '../paths.ts';
import { askImport } from '../requests.ts';
import { openUnsaved } from '../unsaved.ts';

/** Reads a file of another program as a report, in an editor that is not saved yet, and tells what did not fit. */
export async function importReport({ client, log }: Host, given: unknown): Promise<void> {
  const file = given instanceof Uri ? given : await choose();
  if (!file) return;
  const { text, remarks } = await askImport(client, await workspace.fs.readFile(file));
  const name = nameOf(file);
  await window.showTextDocument(await openUnsaved(text, name.replace(/\.[^.]*$/, ''), folderOf(file)));
  if (remarks.length === 0) {
    void window.showInformationMessage(l10n.t('{0} was imported whole.', name));
    return;
  }
  for (const { place, text: words, message } of remarks) {
    log.warn([name, place, words.replace(/\s+/g, ' '), message].filter(part => part !== '').join(': '));
  }
  const details = l10n.t('Show Details');
  const message = l10n.t('{0} was imported. Places to look at: {1}.', name, remarks.length);
  if ((await window.showWarningMessage(message, details)) === details) log.show();
}

async function choose(): Promise<Uri | undefined> {
  const [file] =
    (await window.showOpenDialog({
      title: l10n.t('A report to import'),
      filters: { [l10n.t('Word, web page or text')]: ['docx', 'html', 'htm', 'md', 'txt', 'json'] },
    })) ?? [];
  return file;
}
