import { commands, languages, Uri, ViewColumn, window, workspace, type TextEditor, type WebviewPanel } from 'vscode';
import { State } from 'vscode-languageclient';
import { targetOf } from './commands/target.ts';
import { LANGUAGE, type Host } from './host.ts';
import type { PageState } from './preview/messages.ts';
import { PreviewPanel } from './preview/panel.ts';
import { printReport } from './preview/print.ts';

const VIEW = 'nianbao.preview';

/** Previews, and the printing of reports. */
export function registerPreview(host: Host): void {
  const previews = new Set<PreviewPanel>();
  const add = (panel: WebviewPanel, state: PageState): void => {
    const preview = new PreviewPanel(host, panel, state);
    previews.add(preview);
    panel.onDidDispose(() => previews.delete(preview));
    panel.onDidChangeViewState(showLock);
    showLock();
  };
  const active = (): PreviewPanel | undefined => [...previews].find(({ panel }) => panel.active);
  // The menu of a page shows the one of the two commands that changes something.
  const showLock = (): void => void commands.executeCommand('setContext', 'nianbao.previewLocked', active()?.locked);
  const lock = (locked: PageState['locked']) => (): void => {
    active()?.setLock(locked);
    showLock();
  };
  const about = (uri: Uri): void => {
    for (const preview of previews) if (preview.uri === uri.toString()) preview.refresh();
  };
  const follow = (editor: TextEditor | undefined): void => {
    if (editor?.document.languageId !== LANGUAGE) return;
    for (const preview of previews) {
      preview.follow(editor.document.uri.toString());
      preview.point(editor);
    }
  };
  host.context.subscriptions.push(
    commands.registerCommand('nianbao.openPreview', async (resource?: unknown) => {
      const document = await targetOf(resource);
      if (!document) return;
      const uri = document.uri.toString();
      const there = [...previews].find(preview => preview.uri === uri || !preview.locked);
      there?.follow(uri);
      if (there) there.panel.reveal(undefined, true);
      else add(openPanel(), { uri, locked: false });
    }),
    commands.registerCommand('nianbao.lockPreview', lock(true)),
    commands.registerCommand('nianbao.unlockPreview', lock(false)),
    commands.registerCommand('nianbao.showSource', async () => {
      const uri = active()?.uri;
      if (uri !== undefined) await window.showTextDocument(Uri.parse(uri), { viewColumn: ViewColumn.One });
    }),
    commands.registerCommand('nianbao.printReport', async (resource?: unknown) => {
      const shown = active()?.uri;
      const document = await targetOf(shown === undefined ? resource : Uri.parse(shown));
      if (document) await printReport(host, document);
    }),
    window.registerWebviewPanelSerializer(VIEW, {
      deserializeWebviewPanel: (panel, state: Partial<PageState> | undefined) => {
        // A page that was closed before it was told its report has nothing to show again.
        if (state?.uri === undefined) panel.dispose();
        else add(panel, { uri: state.uri, locked: state.locked ?? false });
        return Promise.resolve();
      },
    }),
    workspace.onDidChangeTextDocument(({ document }) => about(document.uri)),
    // Settings and other files change what is found without a change of the text.
    languages.onDidChangeDiagnostics(({ uris }) => uris.forEach(about)),
    window.onDidChangeActiveTextEditor(follow),
    window.onDidChangeTextEditorSelection(({ textEditor }) => {
      for (const preview of previews) preview.point(textEditor);
    }),
    host.client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) for (const preview of previews) preview.refresh();
    }),
  );
}

const openPanel = (): WebviewPanel =>
  window.createWebviewPanel(
    VIEW,
    '',
    { viewColumn: ViewColumn.Beside, preserveFocus: true },
    { enableFindWidget: true },
  );
