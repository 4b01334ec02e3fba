import * as vscode from 'vscode';
import { ask, codesOf, equal, faultsOf, ok, open, placeOf, untitled, until } from './kit.ts';

describe('questions', () => {
  let document: vscode.TextDocument;
  let uri: vscode.Uri;

  before(async () => {
    ({ document } = await open('small.年报'));
    ({ uri } = document);
    await until(() => codesOf(uri), ['row-label', 'dispute-total']);
  });

  it('what is wrong, and exactly where', () => {
    const found = faultsOf(uri).map(({ range }) => document.getText(range));
    equal(found.sort(), ['3.危机“三安全一稳定”', '4']);
  });

  it('what a row counts', async () => {
    const [answer] = await ask<vscode.Hover[]>('HoverProvider', uri, placeOf(document, '1.属于国家秘密').start);
    const text = answer?.contents.map(one => (one instanceof vscode.MarkdownString ? one.value : '')).join('\n');
    ok(text?.includes('国家秘密'), `hover: ${text}`);
  });

  it('what mends it, and it is mended', async () => {
    const asked = (): Promise<vscode.CodeAction[]> =>
      ask('CodeActionProvider', uri, faultsOf(uri)[1]?.range, vscode.CodeActionKind.QuickFix.value);
    // What other parts of the editor offer comes when it likes, and an answer about the text before is thrown away.
    let first: vscode.CodeAction | undefined;
    await until(async () => ([first] = await asked())[0]?.edit !== undefined, true);
    ok(first?.edit, 'the first action is an edit');
    await vscode.workspace.applyEdit(first.edit);
    await until(() => codesOf(uri), ['row-label']);
    await vscode.commands.executeCommand('undo');
    await until(() => codesOf(uri), ['row-label', 'dispute-total']);
  });

  for (const [typed, wanted] of [
    ['| 复议', '复议后起诉'],
    ['| fyhqs', '复议后起诉'],
    ['| 后起', '复议后起诉'],
  ] as const) {
    it(`what could stand behind “${typed}”`, async () => {
      const at = document.lineAt(placeOf(document, '复议后起诉').start.line).range;
      const edit = new vscode.WorkspaceEdit();
      edit.replace(uri, at, typed);
      await vscode.workspace.applyEdit(edit);
      const { items } = await ask<vscode.CompletionList>(
        'CompletionItemProvider',
        uri,
        document.lineAt(at.start.line).range.end,
      );
      const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      await vscode.commands.executeCommand('undo');
      ok(labels.includes(wanted), `offered: ${labels.join('、')}`);
    });
  }

  it('where a quoted number comes from, and who quotes it', async () => {
    const { document: report } = await open('right.nianbao');
    const [quote] = /\{[^{}]+\}/.exec(report.getText()) ?? [];
    ok(quote, 'the example quotes a number');
    const from = placeOf(report, quote).start.translate(0, 2);
    const [target] = await ask<(vscode.Location | vscode.LocationLink)[]>('DefinitionProvider', report.uri, from);
    ok(target, 'there is a definition');
    const line = 'targetRange' in target ? target.targetRange.start.line : target.range.start.line;
    ok(/^\s*[|｜]/.test(report.lineAt(line).text), `it is a row: ${report.lineAt(line).text}`);
    const references = await ask<vscode.Location[]>('ReferenceProvider', report.uri, from);
    ok(references.length > 0, 'there are references');
    await open('small.年报');
  });

  it('how the report is built', async () => {
    const symbols = await ask<vscode.DocumentSymbol[]>('DocumentSymbolProvider', uri);
    const names = (list: readonly vscode.DocumentSymbol[]): string[] =>
      list.flatMap(({ name, children }) => [name, ...names(children)]);
    ok(
      names(symbols).some(name => name.includes('总体情况')),
      names(symbols).join('、'),
    );
    const folds = await ask<vscode.FoldingRange[]>('FoldingRangeProvider', uri);
    ok(folds.length >= 6, `${folds.length} folds`);
    const found = await ask<vscode.SymbolInformation[]>('WorkspaceSymbolProvider', '示范');
    ok(found.length > 0, 'the workspace is searched');
  });

  it('what each word is', async () => {
    const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens>(
      'vscode.provideDocumentSemanticTokens',
      uri,
    );
    ok(tokens.data.length > 100, 'words are coloured by their meaning');
  });

  it('what a computed cell comes to', async () => {
    const editor = await untitled(document.getText().replace(/\| 4 \|$/m, '| = |'));
    const all = new vscode.Range(0, 0, editor.document.lineCount, 0);
    await until(async () => {
      const hints = await ask<vscode.InlayHint[]>('InlayHintProvider', editor.document.uri, all);
      return hints.some(({ label }) => (typeof label === 'string' ? label : label[0]?.value)?.includes('3'));
    }, true);
  });

  it('which sums hold', async () => {
    await open('small.年报');
    const lenses = await ask<vscode.CodeLens[]>('CodeLensProvider', uri, 10);
    ok(
      lenses.some(({ command }) => /\d+\/\d+/.test(command?.title ?? '')),
      'a table says how many sums hold',
    );
  });

  it('what grows around a selection', async () => {
    const at = placeOf(document, '1.属于国家秘密').start;
    const [range] = await ask<vscode.SelectionRange[]>('SelectionRangeProvider', uri, [at]);
    ok(range?.parent?.range.contains(range.range), 'the next selection holds the one before');
  });
});
