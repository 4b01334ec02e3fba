import * as vscode from 'vscode';
import { codesOf, equal, extension, ok, open, untitled, until } from './kit.ts';

describe('language', () => {
  it('sleeps until there is a report, and wakes with it', async () => {
    const text = await vscode.workspace.openTextDocument({ language: 'plaintext', content: 'a' });
    await vscode.window.showTextDocument(text);
    equal(extension().isActive, false);
    const { document } = await open('small.年报');
    equal(document.languageId, 'nianbao');
    await until(() => extension().isActive, true);
    equal((await open('faulty.nianbao')).document.languageId, 'nianbao');
  });

  it('has every command that it offers', async () => {
    const { contributes } = extension().packageJSON as { contributes: { commands: { command: string }[] } };
    const there = new Set(await vscode.commands.getCommands(true));
    equal(
      contributes.commands.map(({ command }) => command).filter(command => !there.has(command)),
      [],
    );
  });

  it('takes a run of Chinese up to its punctuation for a word', async () => {
    const { document } = await untitled('本年新收，共１２３件 row-total');
    const words = [1, 7, 10, 12].map(column => {
      const range = document.getWordRangeAtPosition(new vscode.Position(0, column));
      return range && document.getText(range);
    });
    equal(words, ['本年新收', '１２３', '件', 'row-total']);
  });

  it('goes on with a paragraph where Enter is pressed', async () => {
    const editor = await untitled('　　第一段');
    editor.selection = new vscode.Selection(0, 5, 0, 5);
    await vscode.commands.executeCommand('type', { text: '\n' });
    equal(editor.document.getText().replaceAll('\r', ''), '　　第一段\n　　');
  });

  it('comments a line out and in', async () => {
    const editor = await untitled('待核');
    await vscode.commands.executeCommand('editor.action.commentLine');
    equal(editor.document.getText(), '// 待核');
    await vscode.commands.executeCommand('editor.action.commentLine');
    equal(editor.document.getText(), '待核');
  });

  it('sets what suits Chinese prose and tables, for reports alone', () => {
    const get = (name: string, languageId: string): unknown =>
      vscode.workspace.getConfiguration('editor', { languageId }).get(name);
    equal(get('wordWrap', 'nianbao'), 'on');
    equal(get('unicodeHighlight.ambiguousCharacters', 'nianbao'), false);
    equal(get('wordWrap', 'plaintext'), 'off');
  });

  it('obeys its settings at once', async () => {
    const { document } = await open('small.年报');
    await until(() => codesOf(document.uri), ['row-label', 'dispute-total']);
    const settings = vscode.workspace.getConfiguration('nianbao');
    ok(settings.has('rules'), 'there is a setting for the rules');
    await settings.update('rules', { 'dispute-total': 'off' }, vscode.ConfigurationTarget.Workspace);
    await until(() => codesOf(document.uri), ['row-label']);
    await settings.update('rules', undefined, vscode.ConfigurationTarget.Workspace);
    await until(() => codesOf(document.uri), ['row-label', 'dispute-total']);
  });
});
