import {
  DocumentDiagnosticReportKind,
  type CancellationToken,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type ResultProgressReporter,
  type WorkDoneProgressReporter,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDiagnosticReportPartialResult,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { checkSnapshot, toDiagnostic, type Finding, type Report } from '../service/index.ts';
import type { OpenDocument } from './documents.ts';
import { asked } from './guard.ts';
import type { Session } from './session.ts';

/** Tells the client what is wrong: unasked, or when it asks, never both. */
export class Diagnostics {
  readonly #session: Session;
  readonly #waiting = new Set<string>();
  /** Closed reports that the client was told of, so that it can be told when nothing is left of them. */
  readonly #told = new Set<string>();
  /** What a report of the workspace was when it was last asked for; absent once its file changed. */
  readonly #results = new Map<string, string>();
  readonly #stamps = new WeakMap<Report, number>();
  #changes = 0;
  #nextStamp = 1;
  #generation = 0;

  constructor(session: Session) {
    this.#session = session;
  }

  /** A report was opened or changed: says what is wrong as soon as the messages that have come in are dealt with. */
  changed(uri: string): void {
    if (this.#session.client.pullsDiagnostics) return;
    this.#changes++;
    if (this.#waiting.size === 0) this.#flushAfter(this.#changes);
    this.#waiting.add(uri);
  }

  /** Messages are dealt with one a turn: only a turn without a change says that none newer has come in. */
  #flushAfter(changes: number): void {
    const { defer } = this.#session.platform;
    defer(() =>
      defer(() => {
        if (changes === this.#changes) this.flush();
        else this.#flushAfter(this.#changes);
      }),
    );
  }

  /** Settings changed: everything is said anew. */
  refresh(): void {
    this.#generation++;
    this.#results.clear();
    if (!this.#session.client.pullsDiagnostics) {
      for (const { uri } of this.#session.documents.all()) this.changed(uri);
    } else this.askAgain();
  }

  /** Bids a client that asks to ask again. */
  askAgain(): void {
    const { client, connection } = this.#session;
    if (client.pullsDiagnostics && client.refreshesDiagnostics) {
      void asked(this.#session, connection.languages.diagnostics.refresh());
    }
  }

  /** A report is no longer one of the workspace's. */
  forget(uri: string): void {
    this.#results.delete(uri);
    if (this.#told.delete(uri)) void this.#session.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  /** A report was closed in the editor: what is said of it now is what its file holds. */
  closed(uri: string): void {
    this.#waiting.delete(uri);
    this.#results.delete(uri);
    if (this.#session.client.pullsDiagnostics) return;
    this.#told.add(uri);
    void this.fileChanged(uri);
  }

  /** A report that is not open was found, changed or deleted on disk. */
  async fileChanged(uri: string): Promise<void> {
    this.#results.delete(uri);
    const checked = await this.#session.index.check(uri);
    if (this.#session.client.pullsDiagnostics || this.#session.documents.get(uri)) return;
    const diagnostics = checked ? this.#convert(uri, checked.findings, checked.report) : [];
    if (diagnostics.length === 0 && !this.#told.delete(uri) && checked) return;
    if (diagnostics.length > 0) this.#told.add(uri);
    void this.#session.connection.sendDiagnostics({ uri, diagnostics });
  }

  /** The answer to `textDocument/diagnostic`. */
  document(uri: string, previous: string | undefined): DocumentDiagnosticReport {
    const document = this.#session.documentAt(uri);
    if (!document) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    const resultId = this.#idOf(document);
    if (resultId === previous) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items: this.of(document) };
  }

  /** The answer to `workspace/diagnostic`: open reports first, then the files, a partial result for every one that changed. */
  async workspace(
    params: WorkspaceDiagnosticParams,
    token: CancellationToken,
    progress: WorkDoneProgressReporter,
    results: ResultProgressReporter<WorkspaceDiagnosticReportPartialResult> | undefined,
  ): Promise<WorkspaceDiagnosticReport> {
    const previous = new Map(params.previousResultIds.map(({ uri, value }) => [uri, value]));
    const items: WorkspaceDocumentDiagnosticReport[] = [];
    const give = (item: WorkspaceDocumentDiagnosticReport): void => {
      if (results) results.report({ items: [item] });
      else items.push(item);
    };
    for (const document of this.#session.documents.all()) {
      const { uri } = document;
      give({ ...this.document(uri, previous.get(uri)), uri, version: document.snapshot.version });
    }
    const { closed } = this.#session.index;
    // Of what is no longer there, nothing is wrong; left out, it would keep what was said of it.
    for (const uri of previous.keys()) {
      if (!this.#session.documents.get(uri) && !closed.includes(uri)) {
        give({ kind: DocumentDiagnosticReportKind.Full, uri, version: null, items: [] });
      }
    }
    progress.begin(this.#session.say('检查工作区的报告', 'Checking the reports of the workspace'), 0, undefined, true);
    for (const [done, uri] of closed.entries()) {
      if (token.isCancellationRequested) break;
      const known = this.#results.get(uri);
      if (known !== undefined && known === previous.get(uri)) {
        give({ kind: DocumentDiagnosticReportKind.Unchanged, uri, version: null, resultId: known });
        continue;
      }
      const checked = await this.#session.index.check(uri);
      const resultId = `file-${this.#nextStamp++}-${this.#generation}`;
      this.#results.set(uri, resultId);
      const diagnostics = checked ? this.#convert(uri, checked.findings, checked.report) : [];
      give({ kind: DocumentDiagnosticReportKind.Full, uri, version: null, resultId, items: diagnostics });
      progress.report(Math.round((100 * done) / closed.length));
    }
    progress.done();
    return { items };
  }

  /** What is wrong with an open report, as the protocol says it. */
  of({ uri, snapshot }: OpenDocument): Diagnostic[] {
    return this.#convert(uri, checkSnapshot(snapshot, this.#session.rules.of(uri)), snapshot.report);
  }

  #convert(uri: string, findings: readonly Finding[], report: Report): Diagnostic[] {
    const { client, editor } = this.#session;
    const options = {
      uri,
      locale: editor.locale,
      related: client.related,
      codeDescription: client.codeDescription,
      data: client.diagnosticData,
      tags: client.tags,
      docs: this.#session.docs,
    };
    return this.#session.outgoing(
      findings.map(finding => toDiagnostic(finding, options)),
      uri,
      report,
    );
  }

  /**
   * Says at once what waits to be said. A request does that first: what is wrong with a text is told before anything
   * else is answered about it.
   */
  flush(): void {
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const uri of waiting) {
      const document = this.#session.documents.get(uri);
      if (!document || document.lost !== undefined) continue;
      const { version } = document.snapshot;
      void this.#session.connection.sendDiagnostics({ uri, version, diagnostics: this.of(document) });
    }
  }

  #idOf({ snapshot }: OpenDocument): string {
    let stamp = this.#stamps.get(snapshot.report);
    if (stamp === undefined) this.#stamps.set(snapshot.report, (stamp = this.#nextStamp++));
    return `${stamp}-${this.#generation}`;
  }
}
