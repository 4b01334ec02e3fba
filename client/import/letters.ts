import {
  commands,
  DocumentLink,
  l10n,
  languages,
  Range,
  Uri,
  ViewColumn,
  window,
  workspace,
  type DocumentLinkProvider,
  type TextDocument,
  type TextDocumentContentProvider,
} from 'vscode';
import type { Imported } from '../../server/index.ts';
import type { Host } from '../host.ts';
import { writeLetter, type Letter } from './letter.ts';
import { inform } from '../messages.ts';

const SCHEME = 'nianbao-import';
const GO = 'nianbao.goToImported';

/** What became of imported files, each in a text of its own that is nowhere on the disk and can be saved. */
export class ImportLetters implements TextDocumentContentProvider, DocumentLinkProvider {
  readonly #letters = new Map<string, Letter>();

  constructor({ context }: Host) {
    context.subscriptions.push(
      workspace.registerTextDocumentContentProvider(SCHEME, this),
      languages.registerDocumentLinkProvider({ scheme: SCHEME }, this),
      workspace.onDidCloseTextDocument(({ uri }) => this.#letters.delete(uri.toString())),
      commands.registerCommand(GO, goTo),
    );
  }

  /** Tells what became of a file: in a word where it is all there, or else in a letter beside the report. */
  async show(name: string, { remarks }: Imported, report: Uri): Promise<void> {
    if (remarks.length === 0) {
      void inform(l10n.t('{0} was imported whole.', name));
      return;
    }
    const letter = writeLetter(remarks, {
      title: l10n.t('What became of {0}', name),
      headings: {
        loss: l10n.t('Left out'),
        change: l10n.t('Changed'),
        note: l10n.t('To look over'),
      },
      line: number => l10n.t('Line {0}', number),
    });
    const path = `/${l10n.t('Import of {0}', name)}.md`;
    const uri = Uri.from({ scheme: SCHEME, path, query: report.toString(), fragment: String(Date.now()) });
    this.#letters.set(uri.toString(), letter);
    const document = await workspace.openTextDocument(uri);
    await window.showTextDocument(document, { viewColumn: ViewColumn.Beside, preserveFocus: true });
  }

  provideTextDocumentContent(uri: Uri): string | undefined {
    return this.#letters.get(uri.toString())?.text;
  }

  provideDocumentLinks({ uri }: TextDocument): DocumentLink[] {
    return (this.#letters.get(uri.toString())?.links ?? []).map(({ line, start, end, target }) => {
      const place = encodeURIComponent(JSON.stringify([uri.query, target]));
      return new DocumentLink(new Range(line, start, line, end), Uri.parse(`command:${GO}?${place}`));
    });
  }
}

/** Goes to a line in the editor where the report is open already; a link alone would open it a second time. */
async function goTo(address: string, line: number): Promise<void> {
  const shown = window.visibleTextEditors.find(({ document }) => document.uri.toString() === address);
  const start = new Range(line, 0, line, 0);
  const document = shown?.document ?? (await workspace.openTextDocument(Uri.parse(address)));
  await window.showTextDocument(document, { selection: start, viewColumn: shown?.viewColumn ?? ViewColumn.One });
}
