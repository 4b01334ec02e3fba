import * as vscode from 'vscode';
import { equal, untitled, until } from './kit.ts';

const table = [
  '第二十条第（六）项',
  '| 信息内容 | 本年处理决定数量 |',
  '| 行政处罚 |               12 |',
  '| 行政强制 |                  |',
];

const report = (...rows: readonly string[]): string => `二、主动公开政府信息情况\n\n${rows.join('\n')}\n`;

describe('tables', () => {
  it('are gone through value by value', async () => {
    const editor = await untitled(report(...table));
    place(editor, 4, 3);
    await run('nianbao.nextCell');
    equal(selected(editor), '12');
    await run('nianbao.nextRowSameColumn');
    equal(editor.selection.active, new vscode.Position(5, table[3]?.lastIndexOf(' ') ?? 0));
    await run('nianbao.previousCell');
    equal(selected(editor), '12');
  });

  it('are aligned when a row is left, and undone together with what was typed', async () => {
    const editor = await untitled(report(...table));
    place(editor, 4, 3);
    await run('nianbao.nextCell');
    await run('type', { text: '3' });
    await run('nianbao.nextCell');
    await until(() => editor.document.lineAt(4).text, '| 行政处罚 |                3 |');
    await run('undo');
    equal(editor.document.getText(), report(...table));
  });

  it('are not cut by a new line in the last row', async () => {
    const editor = await untitled(report(...table));
    place(editor, 5, 14);
    await run('nianbao.nextRowSameColumn');
    await until(() => editor.document.getText(), report(...table, ''));
    await until(() => editor.selection.active, new vscode.Position(6, 0));
  });

  it('are given the row that is missing', async () => {
    const editor = await untitled(report(...table.slice(0, 3)));
    place(editor, 4, 3);
    await run('nianbao.insertMissingRow');
    await until(() => editor.document.getText(), report(...table));
    await until(() => editor.selection.active.line, 5);
    await run('undo');
    equal(editor.document.getText(), report(...table.slice(0, 3)));
  });
});

const run = async (command: string, ...given: unknown[]): Promise<void> => {
  await vscode.commands.executeCommand(command, ...given);
};

function place(editor: vscode.TextEditor, line: number, character: number): void {
  const at = new vscode.Position(line, character);
  editor.selection = new vscode.Selection(at, at);
}

const selected = ({ document, selection }: vscode.TextEditor): string => document.getText(selection);
