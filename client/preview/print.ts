import { env, l10n, UIKind, Uri, window, workspace, type TextDocument } from 'vscode';
import { nameOf, withEnding } from '../paths.ts';
import { askExport } from '../requests.ts';
import type { Host } from '../host.ts';
import { inform } from '../messages.ts';

/**
 * Prints a report by way of the browser, since a page inside the editor cannot print: as a file that the browser of this
 * machine opens, or, where the editor itself runs in a browser or the files are on another machine, one that is saved.
 */
export async function printReport({ client, context }: Host, document: TextDocument): Promise<void> {
  const exported = await askExport(client, document, 'html');
  if (!('text' in exported)) throw new Error('a page is a text');
  const bytes = new TextEncoder().encode(exported.text);
  if (env.uiKind === UIKind.Desktop && env.remoteName === undefined) {
    const folder = Uri.joinPath(context.globalStorageUri, 'print');
    const file = withEnding(Uri.joinPath(folder, nameOf(document.uri)), 'html');
    await workspace.fs.createDirectory(folder);
    await workspace.fs.writeFile(file, bytes);
    if (await env.openExternal(file)) return;
  }
  const target = await window.showSaveDialog({
    defaultUri: withEnding(document.uri, 'html'),
    filters: { [l10n.t('Web page')]: ['html'] },
  });
  if (!target) return;
  await workspace.fs.writeFile(target, bytes);
  void inform(l10n.t('Open {0} in a browser to print it.', workspace.asRelativePath(target)));
}
