import { commands, env, l10n, UIKind, Uri, window, workspace, type TextDocument } from 'vscode';
import type { Exported, ExportFormat } from '../../server/index.ts';
import { fromBase64 } from '../../text/index.ts';
import type { Host } from '../host.ts';
import { nameOf, withEnding } from '../paths.ts';
import { askExport, askStatus } from '../requests.ts';
import { targetOf } from './target.ts';
import { inform } from '../messages.ts';

/** Writes a report as a file of another notation. One with errors only after asking. */
export async function exportReport({ client }: Host, given: unknown): Promise<void> {
  const document = await targetOf(given);
  const format = document && (await chooseFormat());
  if (!document || !format) return;
  const errors = (await askStatus(client, document))?.findings.error ?? 0;
  if (errors > 0 && !(await confirm(errors))) return;
  const target = await window.showSaveDialog({
    defaultUri: suggested(document, format.ending),
    filters: { [format.label]: [format.ending] },
  });
  if (!target) return;
  await workspace.fs.writeFile(target, bytesOf(await askExport(client, document, format.ending)));
  const open = l10n.t('Open');
  const written = l10n.t('Written to {0}', workspace.asRelativePath(target));
  const chosen = await inform(written, open);
  if (chosen === open) await show(target);
}

/** In the program that the machine has for such files, where the file is on the machine in front of the user. */
async function show(file: Uri): Promise<void> {
  const isHere = env.uiKind === UIKind.Desktop && env.remoteName === undefined && file.scheme === 'file';
  if (isHere) await env.openExternal(file);
  else await commands.executeCommand('vscode.open', file);
}

async function chooseFormat(): Promise<{ readonly label: string; readonly ending: ExportFormat } | undefined> {
  const labels: Readonly<Record<ExportFormat, string>> = {
    docx: l10n.t('Word document'),
    html: l10n.t('Web page'),
    md: l10n.t('Markdown'),
    csv: l10n.t('Table of all numbers'),
    json: l10n.t('JSON data'),
  };
  const items = Object.entries(labels).map(([ending, label]) => ({
    label,
    description: `.${ending}`,
    ending: ending as ExportFormat,
  }));
  return window.showQuickPick(items, { placeHolder: l10n.t('Export as') });
}

async function confirm(errors: number): Promise<boolean> {
  const go = l10n.t('Export All the Same');
  const message = l10n.t('There are still errors in the report: {0}.', errors);
  return (await window.showWarningMessage(message, { modal: true }, go)) === go;
}

/** Beside the report; one that has no place yet goes into the workspace. */
function suggested({ uri, isUntitled }: TextDocument, ending: string): Uri {
  if (!isUntitled) return withEnding(uri, ending);
  const folder = workspace.workspaceFolders?.[0]?.uri ?? Uri.file('/');
  return withEnding(Uri.joinPath(folder, nameOf(uri)), ending);
}

const bytesOf = (exported: Exported): Uint8Array =>
  'text' in exported ? new TextEncoder().encode(exported.text) : fromBase64(exported.base64);
