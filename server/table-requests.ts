import type { TextDocumentPositionParams } from 'vscode-languageserver';
import { insertMissingRow, paste, readClipboard } from '../service/index.ts';
import { guarded } from './guard.ts';
import { MISSING_ROW, PASTE, type InsertedRow, type PasteParams, type Pasted } from './protocol.ts';
import type { Session } from './session.ts';

/** Ties the requests behind the keys of a table, and behind pasting into one, to the service's answers. */
export function registerTableRequests(session: Session): void {
  session.connection.onRequest(
    MISSING_ROW,
    guarded(session, MISSING_ROW, (params: TextDocumentPositionParams): InsertedRow | null => {
      const { uri } = params.textDocument;
      const snapshot = session.documentAt(uri)?.snapshot;
      const inserted = snapshot && insertMissingRow(snapshot, session.incoming(params, uri).position);
      return inserted ? session.outgoing(inserted, uri) : null;
    }),
  );
  session.connection.onRequest(
    PASTE,
    guarded(session, PASTE, async (params: PasteParams): Promise<Pasted | null> => {
      const { uri } = params.textDocument;
      // The text may change while the clipboard is read, and the position is one in this text.
      const snapshot = session.documentAt(uri)?.snapshot;
      if (!snapshot) return null;
      const { position } = session.incoming(params, uri);
      const pasted = paste(snapshot, position, await readClipboard(params.clipboard), session.editor);
      return pasted ? session.outgoing(pasted, uri, snapshot.report) : null;
    }),
  );
}
