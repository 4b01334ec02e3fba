import {
  DocumentDropEdit,
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  l10n,
  languages,
  Uri,
  workspace,
  type CancellationToken,
  type DataTransfer,
  type DocumentDropEditProvider,
  type DocumentPasteEditProvider,
  type Position,
  type Range,
  type TextDocument,
} from 'vscode';
import type { Imported } from '../../server/index.ts';
import { LANGUAGE, type Host } from '../host.ts';
import { nameOf } from '../paths.ts';
import { askImport } from '../requests.ts';
import type { ImportLetters } from './letters.ts';
import { isImportable, isWholeReport } from './sources.ts';

const kind = DocumentDropOrPasteEditKind.Text.append('nianbao', 'report');

/** What was read for an edit, and where it goes; told of when the edit is made. */
interface Arrival {
  readonly name: string;
  readonly imported: Imported;
  readonly report: Uri;
}

/** Reads what is dropped on an empty report or pasted into it as the report: a file, or all of a Word document. */
export function registerEmptyReport(host: Host, letters: ImportLetters): void {
  const filling = new EmptyReport(host, letters);
  host.context.subscriptions.push(
    languages.registerDocumentDropEditProvider(LANGUAGE, filling, {
      providedDropEditKinds: [kind],
      dropMimeTypes: ['files', 'text/uri-list'],
    }),
    languages.registerDocumentPasteEditProvider(LANGUAGE, filling, {
      providedPasteEditKinds: [kind],
      pasteMimeTypes: ['text/html'],
    }),
  );
}

class EmptyReport implements DocumentDropEditProvider, DocumentPasteEditProvider {
  readonly #host: Host;
  readonly #letters: ImportLetters;
  readonly #arrivals = new WeakMap<DocumentDropEdit | DocumentPasteEdit, Arrival>();

  constructor(host: Host, letters: ImportLetters) {
    this.#host = host;
    this.#letters = letters;
  }

  async provideDocumentDropEdits(
    document: TextDocument,
    _: Position,
    transfer: DataTransfer,
    token: CancellationToken,
  ): Promise<DocumentDropEdit[] | undefined> {
    if (!isEmpty(document)) return undefined;
    const file = await fileIn(transfer);
    if (!file || token.isCancellationRequested) return undefined;
    const imported = await askImport(this.#host.client, file.bytes);
    const edit = new DocumentDropEdit(imported.text, l10n.t('Import as a report'), kind);
    this.#arrivals.set(edit, { name: file.name, imported, report: document.uri });
    return [edit];
  }

  async provideDocumentPasteEdits(
    document: TextDocument,
    _: readonly Range[],
    transfer: DataTransfer,
  ): Promise<DocumentPasteEdit[] | undefined> {
    if (!isEmpty(document)) return undefined;
    const html = (await transfer.get('text/html')?.asString()) ?? '';
    if (!isWholeReport(html)) return undefined;
    const imported = await askImport(this.#host.client, html);
    const edit = new DocumentPasteEdit(imported.text, l10n.t('Import as a report'), kind);
    this.#arrivals.set(edit, { name: l10n.t('the clipboard'), imported, report: document.uri });
    return [edit];
  }

  /** Called when the edit is made, and not for those that are only offered. */
  resolveDocumentDropEdit(edit: DocumentDropEdit): DocumentDropEdit {
    this.#tell(edit);
    return edit;
  }

  /** Called when the edit is made, and not for those that are only offered. */
  resolveDocumentPasteEdit(edit: DocumentPasteEdit): DocumentPasteEdit {
    this.#tell(edit);
    return edit;
  }

  #tell(edit: DocumentDropEdit | DocumentPasteEdit): void {
    const arrival = this.#arrivals.get(edit);
    if (!arrival) return;
    const { name, imported, report } = arrival;
    // Not before the text is there: the edit is let go while an editor opens beside it.
    const arrived = workspace.onDidChangeTextDocument(({ document }) => {
      if (document.uri.toString() !== report.toString()) return;
      arrived.dispose();
      this.#letters
        .show(name, imported, report)
        .catch((error: unknown) => this.#host.log.error(`The letter of an import: ${String(error)}`));
    });
  }
}

const isEmpty = (document: TextDocument): boolean => document.getText().trim() === '';

/** A file from the explorer, which has an address, or from another program, which brings its bytes. */
async function fileIn(transfer: DataTransfer): Promise<{ name: string; bytes: Uint8Array } | undefined> {
  const [address] = ((await transfer.get('text/uri-list')?.asString()) ?? '').split(/\r?\n/);
  if (address) {
    const uri = Uri.parse(address);
    return isImportable(uri.path) ? { name: nameOf(uri), bytes: await workspace.fs.readFile(uri) } : undefined;
  }
  for (const [, item] of transfer) {
    const file = item.asFile();
    if (file && isImportable(file.name)) return { name: file.name, bytes: await file.data() };
  }
  return undefined;
}
