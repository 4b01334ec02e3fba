import {
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  l10n,
  languages,
  WorkspaceEdit,
  type CancellationToken,
  type DataTransfer,
  type DocumentPasteEditProvider,
  type Range,
  type TextDocument,
} from 'vscode';
import { PASTE, type PasteParams, type Pasted } from '../server/index.ts';
import { LANGUAGE, type Host } from './host.ts';
import { oneCell } from './one-cell.ts';
import { isRow } from './row-steps.ts';
import { warn } from './messages.ts';

const kind = DocumentDropOrPasteEditKind.Text.append('nianbao', 'table');

/** Fills a table that was copied in another program into the one with the cursor. */
export function registerPaste(host: Host): void {
  host.context.subscriptions.push(
    languages.registerDocumentPasteEditProvider(LANGUAGE, new TablePaste(host), {
      providedPasteEditKinds: [kind],
      pasteMimeTypes: ['text/html', 'text/plain'],
    }),
  );
}

class TablePaste implements DocumentPasteEditProvider {
  readonly #host: Host;
  /** What becomes of the tables, until the edit is made: only then there is something to tell. */
  readonly #results = new WeakMap<DocumentPasteEdit, Pasted>();

  constructor(host: Host) {
    this.#host = host;
  }

  async provideDocumentPasteEdits(
    document: TextDocument,
    [range]: readonly Range[],
    transfer: DataTransfer,
    _: unknown,
    token: CancellationToken,
  ): Promise<DocumentPasteEdit[] | undefined> {
    if (!range || !isRow(document.lineAt(range.start.line).text)) return undefined;
    const text = (await transfer.get('text/plain')?.asString()) ?? '';
    const html = (await transfer.get('text/html')?.asString()) ?? '';
    const single = oneCell(text);
    if (single !== undefined) return [new DocumentPasteEdit(single, l10n.t('Paste the value'), kind)];
    // Words of one line, from a page or a cell, are pasted as ever.
    if (text !== '' && !/[\t\r\n]/.test(text)) return undefined;
    const { client } = this.#host;
    const params: PasteParams = {
      textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
      position: client.code2ProtocolConverter.asPosition(range.start),
      clipboard: { text, ...(html !== '' && { html }) },
    };
    const pasted = await client.sendRequest<Pasted | null>(PASTE, params, token);
    if (!pasted) return undefined;
    const edit = new DocumentPasteEdit('', l10n.t('Fill in the table'), kind);
    edit.additionalEdit = new WorkspaceEdit();
    edit.additionalEdit.set(document.uri, await client.protocol2CodeConverter.asTextEdits([...pasted.edits]));
    this.#results.set(edit, pasted);
    return [edit];
  }

  /** Called when the edit is made, and not for those that are only offered. */
  resolveDocumentPasteEdit(edit: DocumentPasteEdit): DocumentPasteEdit {
    const pasted = this.#results.get(edit);
    if (pasted) this.#tell(pasted);
    return edit;
  }

  #tell({ placed, unplaced }: Pasted): void {
    if (unplaced.length === 0) return;
    const { log } = this.#host;
    const values = unplaced.map(({ value, row, column, reason }) =>
      [[row, column].filter(name => name !== '').join(' / '), `“${value}”`, reason]
        .filter(part => part !== '')
        .join(': '),
    );
    log.warn([l10n.t('{0} values filled in; not placed:', placed), ...values].join('\n  '));
    const first = values.slice(0, 3).join('; ') + (values.length > 3 ? ' …' : '');
    const message = l10n.t('{0} values filled in, {1} not placed: {2}', placed, unplaced.length, first);
    const details = l10n.t('Show Details');
    void warn(message, details).then(chosen => {
      if (chosen === details) log.show();
    });
  }
}
