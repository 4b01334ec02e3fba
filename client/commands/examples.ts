import { commands, l10n, Uri, window, workspace } from 'vscode';
import type { Host } from '../host.ts';

/** The reports that come with the extension. */
const EXAMPLES = ['right.nianbao', 'faulty.nianbao'];

/** Puts the example reports where the user says, and opens them; what stands there already is left as it is. */
export async function openExamples({ context }: Host): Promise<void> {
  const [folder] =
    (await window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      openLabel: l10n.t('Put the Examples Here'),
      title: l10n.t('A folder for the example reports'),
    })) ?? [];
  if (!folder) return;
  const target = Uri.joinPath(folder, l10n.t('nianbao-examples'));
  for (const name of EXAMPLES) {
    const file = Uri.joinPath(target, name);
    const text = await workspace.fs.readFile(Uri.joinPath(context.extensionUri, 'examples', name));
    await workspace.fs.stat(file).then(undefined, () => workspace.fs.writeFile(file, text));
  }
  await commands.executeCommand('vscode.openFolder', target, {
    forceNewWindow: workspace.workspaceFolders !== undefined,
  });
}
