import * as vscode from 'vscode';

/** The extension under test, as it is installed. */
export const extension = (): vscode.Extension<unknown> => {
  const found = vscode.extensions.all.find(({ packageJSON }) => (packageJSON as { name: string }).name === 'nianbao');
  return found ?? fail('the extension is not installed');
};

/** A file of the workspace. */
export function uriOf(name: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  return vscode.Uri.joinPath(folder?.uri ?? fail('no folder is open'), name);
}

/** Shows a file, as it is on disk. */
export async function open(name: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(uriOf(name));
  const editor = await vscode.window.showTextDocument(document);
  if (document.isDirty) await vscode.commands.executeCommand('workbench.action.files.revert');
  return editor;
}

/** A report that is not saved, with this text. */
export async function untitled(content: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument({ language: 'nianbao', content });
  return vscode.window.showTextDocument(document);
}

/** Where some words stand, and only once. */
export function placeOf(document: vscode.TextDocument, words: string): vscode.Range {
  const at = document.getText().indexOf(words);
  if (at < 0) fail(`${words} is not in the text`);
  return new vscode.Range(document.positionAt(at), document.positionAt(at + words.length));
}

/** Asks a provider by the command that VS Code has for it. */
export const ask = async <Answer>(provider: string, ...given: unknown[]): Promise<Answer> =>
  vscode.commands.executeCommand<Answer>(`vscode.execute${provider}`, ...given);

/** What is wrong, in the order of the text; advice, which a short report is given as well, is left out. */
export const faultsOf = (uri: vscode.Uri): vscode.Diagnostic[] =>
  vscode.languages
    .getDiagnostics(uri)
    .filter(({ severity }) => severity <= vscode.DiagnosticSeverity.Warning)
    .toSorted((a, b) => a.range.start.compareTo(b.range.start));

/** The rules that find it. */
export const codesOf = (uri: vscode.Uri): string[] =>
  faultsOf(uri).map(({ code }) => String(typeof code === 'object' ? code.value : code));

/** Waits until something is as it should be; where it never is, says what it was last. */
export async function until<Value>(read: () => Value | PromiseLike<Value>, expected: Value): Promise<void> {
  const wanted = JSON.stringify(expected);
  for (let last = ''; ;) {
    const got = JSON.stringify(await read());
    if (got === wanted) return;
    if (got !== last) began = Date.now();
    last = got;
    if (Date.now() - began > PATIENCE) equal(JSON.parse(got), expected);
    await new Promise(done => setTimeout(done, 25));
  }
}

const PATIENCE = 30_000;
let began = 0;

/** Two values that print alike are alike. */
export function equal(actual: unknown, expected: unknown): void {
  const [got, wanted] = [JSON.stringify(actual, null, 1), JSON.stringify(expected, null, 1)];
  if (got !== wanted) fail(`got ${got}\nnot ${wanted}`);
}

/** What must hold. */
export function ok(holds: unknown, words: string): asserts holds {
  if (!holds) fail(words);
}

export function fail(words: string): never {
  throw new Error(words);
}
