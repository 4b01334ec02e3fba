import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver';
import type { Range } from '../text/index.ts';
import { semanticTokens, semanticTokensEdits, type Snapshot } from '../service/index.ts';
import type { OpenDocument } from './documents.ts';
import { toClient } from './encoding.ts';
import type { Session } from './session.ts';

/** Colours by meaning, and what of them changed since they were asked for last. */
export class Tokens {
  readonly #session: Session;
  /** Gone with the document when it is closed. */
  readonly #last = new WeakMap<OpenDocument, { readonly resultId: string; readonly data: readonly number[] }>();
  #next = 1;

  constructor(session: Session) {
    this.#session = session;
  }

  full(snapshot: Snapshot): SemanticTokens {
    const data = this.#counted(semanticTokens(snapshot).data, snapshot);
    const resultId = String(this.#next++);
    const document = this.#session.documents.get(snapshot.uri);
    if (document) this.#last.set(document, { resultId, data });
    return { resultId, data };
  }

  range(snapshot: Snapshot, range: Range): SemanticTokens {
    return { data: this.#counted(semanticTokens(snapshot, range).data, snapshot) };
  }

  delta(snapshot: Snapshot, previous: string): SemanticTokens | SemanticTokensDelta {
    const document = this.#session.documents.get(snapshot.uri);
    const last = document && this.#last.get(document);
    const full = this.full(snapshot);
    if (last?.resultId !== previous) return full;
    const edits = semanticTokensEdits(last.data, full.data);
    return { ...(full.resultId !== undefined && { resultId: full.resultId }), edits };
  }

  /** Columns and lengths as the client counts them: they stand bare in the data, five numbers a token. */
  #counted(data: number[], { report }: Snapshot): number[] {
    const { encoding } = this.#session;
    if (encoding === 'utf-16') return data;
    const result: number[] = [];
    let [line, column, columnBefore] = [0, 0, 0];
    for (let i = 0; i < data.length; i += 5) {
      const [lines = 0, columns = 0, length = 0, type = 0, modifiers = 0] = data.slice(i, i + 5);
      line += lines;
      column = lines > 0 ? columns : column + columns;
      if (lines > 0) columnBefore = 0;
      const text = report.tree.lines[line]?.text ?? '';
      const start = toClient(text, column, encoding);
      result.push(lines, start - columnBefore, toClient(text, column + length, encoding) - start, type, modifiers);
      columnBefore = start;
    }
    return result;
  }
}
