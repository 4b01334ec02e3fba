import { Uri, workspace, WorkspaceEdit, type TextDocument } from 'vscode';
import { LANGUAGE } from './host.ts';

/** A text in an editor that has a name already where one is free, so that saving asks for nothing. */
export async function openUnsaved(content: string, name: string, folder: Uri | undefined): Promise<TextDocument> {
  const free = folder?.scheme === 'file' ? await freeName(folder, name) : undefined;
  if (!free) return workspace.openTextDocument({ language: LANGUAGE, content });
  const document = await workspace.openTextDocument(free.with({ scheme: 'untitled' }));
  const edit = new WorkspaceEdit();
  edit.insert(document.uri, document.positionAt(0), content);
  await workspace.applyEdit(edit);
  return document;
}

async function freeName(folder: Uri, name: string): Promise<Uri | undefined> {
  const open = new Set(workspace.textDocuments.map(({ uri }) => uri.path));
  for (let number = 1; number < 100; number++) {
    const uri = Uri.joinPath(folder, `${name}${number === 1 ? '' : `（${number}）`}.nianbao`);
    const taken = open.has(uri.path) || (await exists(uri));
    if (!taken) return uri;
  }
  return undefined;
}

const exists = (uri: Uri): Promise<boolean> =>
  Promise.resolve(workspace.fs.stat(uri)).then(
    () => true,
    () => false,
  );
