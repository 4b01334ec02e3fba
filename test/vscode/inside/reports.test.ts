import * as vscode from 'vscode';
import { ask, equal, fail, ok, open, until, uriOf } from './kit.ts';

const write = (name: string, text: string): Thenable<void> =>
  vscode.workspace.fs.writeFile(uriOf(name), new TextEncoder().encode(text));

const report = (year: number): string =>
  `对照县${year}年政府信息公开工作年度报告\n\n机关：对照县\n\n一、总体情况\n\n　　全年公开${year}条。\n`;

const PAGE = `<html><body>
<div class="nav"><a href="/">首页</a></div>
<h1>示范县2025年政府信息公开工作年度报告</h1>
<p>一、政府信息公开总体情况</p><p>全年公开十二条。</p>
<p>二、主动公开政府信息情况</p>
<table><tr><td colspan="4">第二十条第（一）项</td></tr>
<tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>
<tr><td>规章</td><td>1</td><td>2</td><td>3</td></tr>
<tr><td>行政规范性文件</td><td>4</td><td>5</td><td>6</td></tr></table>
</body></html>`;

describe('reports from elsewhere', () => {
  it('come in from a page, with a letter beside them that leads to their lines', async () => {
    await write('page.html', PAGE);
    await vscode.commands.executeCommand('nianbao.import', uriOf('page.html'));
    const { document } = vscode.window.activeTextEditor ?? fail('no report is shown');
    equal(document.languageId, 'nianbao');
    const text = document.getText();
    ok(text.startsWith('示范县2025年') && /^一、总体情况$/m.test(text), 'headings are the official ones');
    ok(/^\| 规章 +\| +1 \| +2 \| +3 \|$/m.test(text), 'values stand in their cells');
    const letter = vscode.window.visibleTextEditors.find(one => one.document.uri.scheme === 'nianbao-import');
    const links = await ask<vscode.DocumentLink[]>('LinkProvider', (letter ?? fail('no letter')).document.uri);
    const [link] = links;
    const { path, query } = link?.target ?? fail('no link');
    const [address, line] = JSON.parse(query) as [string, number];
    await vscode.commands.executeCommand(path, address, line);
    const shown = vscode.window.activeTextEditor ?? fail('nothing is shown');
    equal([shown.document.uri.toString(), shown.selection.active.line], [document.uri.toString(), line]);
    equal(document.lineAt(line).text, '一、总体情况');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('are compared with those of the year before', async () => {
    await write('before.nianbao', report(2024));
    await write('now.nianbao', report(2025));
    await open('now.nianbao');
    // The file watcher tells of the new reports when it likes.
    const named = async (): Promise<number> =>
      (await ask<vscode.SymbolInformation[]>('WorkspaceSymbolProvider', '对照县')).length;
    await until(named, 2);
    await vscode.commands.executeCommand('nianbao.compare');
    const { input } = vscode.window.tabGroups.activeTabGroup.activeTab ?? {};
    const { original, modified } = input instanceof vscode.TabInputTextDiff ? input : fail('no comparison is shown');
    equal([original, modified].map(String), [uriOf('before.nianbao'), uriOf('now.nianbao')].map(String));
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    for (const name of ['before.nianbao', 'now.nianbao', 'page.html']) await vscode.workspace.fs.delete(uriOf(name));
  });
});
