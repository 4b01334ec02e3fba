import { l10n, Uri, window, workspace } from 'vscode';
import type { Host } from '../host.ts';
import type { ImportLetters } from '../import/letters.ts';
import { ENDINGS } from '../import/sources.ts';
import { folderOf, nameOf } from '../paths.ts';
import { askImport } from '../requests.ts';
import { openUnsaved } from '../unsaved.ts';

/** Reads a file of another program as a report, in an editor that is not saved yet, and tells what did not fit. */
export async function importReport({ client }: Host, letters: ImportLetters, given: unknown): Promise<void> {
  const file = given instanceof Uri ? given : await choose();
  if (!file) return;
  const imported = await askImport(client, await workspace.fs.readFile(file));
  const name = nameOf(file);
  const report = await openUnsaved(imported.text, name.replace(/\.[^.]*$/, ''), folderOf(file));
  await window.showTextDocument(report);
  await letters.show(name, imported, report.uri);
}

async function choose(): Promise<Uri | undefined> {
  const [file] =
    (await window.showOpenDialog({
      title: l10n.t('A report to import'),
      filters: { [l10n.t('Word, web page or text')]: ENDINGS },
    })) ?? [];
  return file;
}
