import * as vscode from 'vscode';
import { ask, codesOf, equal, ok, open, placeOf, untitled, until } from './kit.ts';

describe('changes', () => {
  it('formats a report, and the second time there is nothing to do', async () => {
    const { document } = await open('small.年报');
    await until(() => codesOf(document.uri), ['row-label', 'dispute-total']);
    const options = { tabSize: 2, insertSpaces: true };
    const edits = await ask<vscode.TextEdit[]>('FormatDocumentProvider', document.uri, options);
    ok(edits.length > 0, 'the row that is not aligned is');
    const edit = new vscode.WorkspaceEdit();
    edit.set(document.uri, edits);
    await vscode.workspace.applyEdit(edit);
    equal((await ask<vscode.TextEdit[] | undefined>('FormatDocumentProvider', document.uri, options)) ?? [], []);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('hears every keystroke', async () => {
    const editor = await open('small.年报');
    const { document } = editor;
    const { end } = placeOf(document, '| 1 | 2 | 0 | 0 | 4');
    editor.selection = new vscode.Selection(end.translate(0, -1), end);
    await vscode.commands.executeCommand('type', { text: '3' });
    await until(() => codesOf(document.uri), ['row-label']);
    await vscode.commands.executeCommand('undo');
    await until(() => codesOf(document.uri), ['row-label', 'dispute-total']);
  });

  it('renames the organ wherever the report names it', async () => {
    const { document } = await untitled('示范市2025年政府信息公开工作年度报告\n\n机关：示范市\n');
    const at = placeOf(document, '示范市').start.translate(0, 1);
    const edit = await ask<vscode.WorkspaceEdit>('DocumentRenameProvider', document.uri, at, '模范市');
    await vscode.workspace.applyEdit(edit);
    equal(document.getText(), '模范市2025年政府信息公开工作年度报告\n\n机关：模范市\n');
  });

  it('finds faults in a report that was never saved', async () => {
    const { document } = await untitled('示范市2025年政府信息公开工作年度报告\n\n一、总体情况\n');
    await until(() => codesOf(document.uri).includes('missing-section'), true);
  });

  it('saves what it was given', async () => {
    const editor = await open('small.年报');
    const before = editor.document.getText();
    await editor.edit(edit => edit.insert(new vscode.Position(1, 0), '// 待核\n'));
    ok(await editor.document.save(), 'saved');
    const bytes = await vscode.workspace.fs.readFile(editor.document.uri);
    equal(new TextDecoder().decode(bytes), editor.document.getText());
    await vscode.workspace.fs.writeFile(editor.document.uri, new TextEncoder().encode(before));
  });

  it('comes back after a restart', async () => {
    const { document } = await open('faulty.nianbao');
    await until(() => codesOf(document.uri).length > 5, true);
    const before = codesOf(document.uri);
    await vscode.commands.executeCommand('nianbao.restartServer');
    await until(() => codesOf(document.uri), before);
    const [hover] = await ask<vscode.Hover[]>('HoverProvider', document.uri, placeOf(document, '1.属于国家秘密').start);
    ok(hover, 'it answers again');
  });

  it('forgets what is closed', async () => {
    const { document } = await untitled('一、总体情况\n');
    await until(() => codesOf(document.uri).length > 0, true);
    const { uri } = document;
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await until(() => codesOf(uri), []);
  });
});
