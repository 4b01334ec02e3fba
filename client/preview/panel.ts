import { l10n, Range, ViewColumn, window, workspace, Uri, type TextEditor, type WebviewPanel } from 'vscode';
import type { Host } from '../host.ts';
import { nameOf } from '../paths.ts';
import { askPreview } from '../requests.ts';
import type { FromPage, PageState, ToPage } from './messages.ts';
import { pageRoots, shellHtml } from './shell.ts';

/** One preview: a page beside the editor that shows a report as it is printed. */
export class PreviewPanel {
  readonly panel: WebviewPanel;
  readonly #host: Host;
  #state: PageState;
  #busy = false;
  #again = false;

  constructor(host: Host, panel: WebviewPanel, state: PageState) {
    this.panel = panel;
    this.#host = host;
    this.#state = state;
    const { webview } = panel;
    const { extensionUri } = host.context;
    webview.options = {
      enableScripts: true,
      enableForms: false,
      enableCommandUris: false,
      localResourceRoots: pageRoots(extensionUri),
    };
    webview.onDidReceiveMessage((message: FromPage) => {
      if (message.kind === 'ready') this.refresh();
      else void this.#go(message).catch((error: unknown) => host.log.warn(`preview: ${String(error)}`));
    });
    webview.html = shellHtml(webview, extensionUri);
    this.#name();
  }

  /** The report that is shown. */
  get uri(): string {
    return this.#state.uri;
  }

  get locked(): boolean {
    return this.#state.locked;
  }

  /** Stays with its report from now on, or goes with the editor again. */
  setLock(locked: PageState['locked']): void {
    this.#state = { ...this.#state, locked };
    this.#name();
    this.refresh();
  }

  /** Shows another report, unless it is locked on its own. */
  follow(uri: string): void {
    if (this.locked || uri === this.uri) return;
    this.#state = { ...this.#state, uri };
    this.#name();
    this.refresh();
  }

  /**
   * Asks for the report anew. What changes while it is asked for is asked for once more, not once for every key. A page
   * out of sight is not kept; it says that it is ready when it is seen again.
   */
  refresh(): void {
    if (!this.panel.visible) return;
    if (this.#busy) this.#again = true;
    else void this.#ask().catch((error: unknown) => this.#host.log.warn(`preview: ${String(error)}`));
  }

  /** Shows where the cursor of the report's editor is. */
  point({ document, selection }: TextEditor): void {
    if (document.uri.toString() !== this.uri) return;
    this.#tell({ kind: 'cursor', line: selection.active.line, character: selection.active.character });
  }

  async #ask(): Promise<void> {
    this.#busy = true;
    try {
      do {
        this.#again = false;
        const { uri } = this;
        // The server knows only what is open; a page that the editor restored comes before its text does.
        const document = await workspace.openTextDocument(Uri.parse(uri));
        const preview = await askPreview(this.#host.client, document);
        if (uri !== this.uri) this.#again = true;
        else if (preview) this.#tell({ kind: 'report', pieces: preview.pieces, state: this.#state });
      } while (this.#again);
    } finally {
      this.#busy = false;
    }
    const editor = this.#editor();
    if (editor) this.point(editor);
  }

  async #go({ line, start, end }: FromPage & { kind: 'go' }): Promise<void> {
    const editor = this.#editor();
    const document = editor?.document ?? (await workspace.openTextDocument(Uri.parse(this.uri)));
    const text = document.lineAt(Math.min(line, document.lineCount - 1)).text.slice(start, end);
    // A cell is its room between two bars: what is written there is selected, and in an empty one the cursor put.
    const words = text.trim();
    const from = words === '' ? start + Math.min(1, text.length) : start + text.indexOf(words);
    await window.showTextDocument(document, {
      viewColumn: editor?.viewColumn ?? ViewColumn.One,
      selection: new Range(line, from, line, from + words.length),
    });
  }

  #editor(): TextEditor | undefined {
    return window.visibleTextEditors.find(({ document }) => document.uri.toString() === this.uri);
  }

  #name(): void {
    const name = nameOf(Uri.parse(this.uri));
    this.panel.title = this.locked ? l10n.t('[Preview] {0}', name) : l10n.t('Preview {0}', name);
  }

  #tell(message: ToPage): void {
    void this.panel.webview.postMessage(message);
  }
}
