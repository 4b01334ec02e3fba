import type {
  Diagnostic,
  DocumentDiagnosticReport,
  PublishDiagnosticsParams,
  WorkspaceDiagnosticParams,
  WorkspaceDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { toDiagnostic, type Finding, type Report, type Snapshot } from '../service/core.ts';
import type { CancellationToken } from './connection.ts';
import { asked, logFault, sparing } from './guard.ts';
import { mostShown } from './most-shown.ts';
import { checkingTitle, Progress } from './progress.ts';
import type { Session } from './session.ts';

/** Tells the client what is wrong: unasked, or when it asks, never both. */
export class Diagnostics {
  readonly #session: Session;
  readonly #waiting = new Set<string>();
  /** Closed reports that the client was told of, so that it can be told when nothing is left of them. */
  readonly #told = new Set<string>();
  /** What was last said of an open report to a client that does not ask. */
  readonly #published = new Map<string, readonly Finding[]>();
  /** What was last said of a closed report; absent once its file changed. */
  readonly #results = new Map<string, Said>();
  /** What was last answered about an open report. */
  readonly #answered = new Map<string, Answered>();
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
      void asked(this.#session, connection.sendRequest('workspace/diagnostic/refresh'));
    }
  }

  /** A report is no longer one of the workspace's. */
  forget(uri: string): void {
    this.#results.delete(uri);
    if (this.#told.delete(uri)) this.#publish({ uri, diagnostics: [] });
  }

  /** A report was closed in the editor: what is said of it now is what its file holds. */
  async closed(uri: string): Promise<void> {
    this.#waiting.delete(uri);
    this.#published.delete(uri);
    this.#answered.delete(uri);
    this.#told.add(uri);
    await this.fileChanged(uri);
  }

  /** A report that is not open was found, changed or deleted on disk. Who asks is told when it asks. */
  async fileChanged(uri: string): Promise<void> {
    this.#results.delete(uri);
    const { client, index } = this.#session;
    if (client.pullsDiagnostics) await index.read(uri, () => this.#session.turn());
    else await this.#tellClosed(uri);
  }

  /** Reports were read: whatever they are neighbours of may have something else said of it now, and nothing else has. */
  async neighboursChanged(): Promise<void> {
    const { client, documents, index } = this.#session;
    if (client.pullsDiagnostics) {
      this.askAgain();
      return;
    }
    for (const { uri, snapshot } of documents.all()) {
      await sparing(this.#session, uri, () => {
        const published = this.#published.get(uri);
        if (published && !areSame(published, this.#session.findingsOf(snapshot))) this.changed(uri);
      });
    }
    for (const uri of index.closed) {
      await this.#session.turn();
      await sparing(this.#session, uri, async () => {
        if ((this.#results.get(uri)?.concern ?? '') !== index.concern(uri)) await this.#tellClosed(uri);
      });
    }
  }

  async #tellClosed(uri: string): Promise<void> {
    const { documents, index } = this.#session;
    const checked = await index.check(uri, () => this.#session.turn());
    if (documents.get(uri)) return;
    const diagnostics = checked ? this.#convert(uri, checked.findings, checked.report) : [];
    this.#results.set(uri, { resultId: '', version: index.version, concern: index.concern(uri) });
    if (diagnostics.length === 0 && !this.#told.delete(uri) && checked) return;
    if (diagnostics.length > 0) this.#told.add(uri);
    this.#publish({ uri, diagnostics });
  }

  /** The answer to `textDocument/diagnostic`. */
  async document(uri: string, previous: string | undefined): Promise<DocumentDiagnosticReport> {
    const document = this.#session.documentAt(uri);
    return document ? this.#answer(document.snapshot, previous) : { kind: 'full', items: [] };
  }

  /** What comes in while the settings are waited for changes the report, but not what was asked about. */
  async #answer(snapshot: Snapshot, previous: string | undefined): Promise<DocumentDiagnosticReport> {
    await this.#session.rules.load(snapshot.uri);
    await this.#session.index.prepare(snapshot.report);
    const resultId = this.#idOf(snapshot);
    if (resultId === previous) return { kind: 'unchanged', resultId };
    return { kind: 'full', resultId, items: this.#of(snapshot) };
  }

  /** The answer to `workspace/diagnostic`: open reports first, then the files, a partial result for every one that changed. */
  async workspace(
    { previousResultIds, workDoneToken, partialResultToken }: WorkspaceDiagnosticParams,
    token: CancellationToken,
  ): Promise<WorkspaceDiagnosticReport> {
    const { connection, documents, rules } = this.#session;
    const open = [...documents.all()].flatMap(({ lost, snapshot }) => (lost === undefined ? [snapshot] : []));
    // What was said of a file still holds only as long as the settings do.
    await rules.expected;
    const previous = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
    const items: WorkspaceDocumentDiagnosticReport[] = [];
    const give = (item: WorkspaceDocumentDiagnosticReport): void => {
      if (partialResultToken === undefined) items.push(item);
      else connection.sendProgress(partialResultToken, { items: [item] });
    };
    for (const snapshot of open) {
      const { uri, version } = snapshot;
      await sparing(this.#session, uri, async () =>
        give({ ...(await this.#answer(snapshot, previous.get(uri))), uri, version }),
      );
    }
    const closed = new Set(this.#session.index.closed);
    // Of what is no longer there, nothing is wrong; left out, it would keep what was said of it.
    for (const uri of previous.keys()) {
      if (!documents.get(uri) && !closed.has(uri)) {
        give({ kind: 'full', uri, version: null, items: [] });
      }
    }
    const pause = (): Promise<void> => this.#session.turn(token);
    const changed: string[] = [];
    for (const uri of closed) {
      const said = this.#results.get(uri);
      if (said?.resultId !== previous.get(uri) || !(await this.#stillHolds(uri, said, pause))) changed.push(uri);
      else give({ kind: 'unchanged', uri, version: null, resultId: said?.resultId ?? '' });
    }
    const progress =
      workDoneToken === undefined ? undefined : new Progress(connection, workDoneToken, checkingTitle(this.#session));
    try {
      for (const [done, uri] of changed.entries()) {
        await pause();
        await sparing(this.#session, uri, async () => {
          // Known by this id before it is read: a change meanwhile takes the id away, and it is read again next time.
          const resultId = `file-${this.#nextStamp++}-${this.#generation}`;
          const { index } = this.#session;
          this.#results.set(uri, { resultId, version: index.version, concern: index.concern(uri) });
          const checked = await index.check(uri, pause);
          const diagnostics = checked ? this.#convert(uri, checked.findings, checked.report) : [];
          give({ kind: 'full', uri, version: null, resultId, items: diagnostics });
        });
        progress?.report(done, changed.length);
      }
    } finally {
      progress?.end();
    }
    return { items };
  }

  /** Whether what was said of a closed report would be said again, as far as other reports go. */
  async #stillHolds(uri: string, said: Said | undefined, pause: () => Promise<void>): Promise<boolean> {
    const { index } = this.#session;
    if (!said || said.version === index.version) return said !== undefined;
    await pause();
    const { version } = index;
    if (index.concern(uri) !== said.concern) return false;
    this.#results.set(uri, { ...said, version });
    return true;
  }

  /** What is wrong with an open report, as the protocol says it. */
  #of(snapshot: Snapshot): Diagnostic[] {
    return this.#convert(snapshot.uri, this.#session.findingsOf(snapshot), snapshot.report);
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
    const { shown, left } = mostShown(findings);
    const diagnostics = shown.map(finding => toDiagnostic(finding, options));
    const [first] = left;
    if (first) diagnostics.push(this.#more(left.length, toDiagnostic(first, options)));
    return this.#session.outgoing(diagnostics, uri, report);
  }

  /** What stands at the beginning of a report for the findings that are not sent: as weighty as the first of them. */
  #more(count: number, { severity = 1, source = '' }: Diagnostic): Diagnostic {
    const start = { line: 0, character: 0 };
    const message = this.#session.say(
      `另有 ${count} 处问题没有列在这里，nianbao check 会全部列出`,
      `${count} more found and not listed here; nianbao check lists them all`,
    );
    return { range: { start, end: start }, severity, source, message };
  }

  /**
   * Says at once what waits to be said. A request does that first: what is wrong with a text is told before anything
   * else is answered about it.
   */
  flush(): void {
    const changed = new Set(this.#waiting);
    this.#waiting.clear();
    const waiting = new Set(changed);
    for (const uri of waiting) {
      try {
        if (changed.has(uri)) for (const next of this.#yearsBehind(uri)) waiting.add(next);
        this.#tell(uri);
      } catch (error) {
        // Whoever asks something else of the report has the answer to that all the same.
        logFault(this.#session, uri, error);
      }
    }
  }

  /** Open reports of the year behind this one's: what is wrong with them depends on it. */
  *#yearsBehind(uri: string): Generator<string> {
    const { documents } = this.#session;
    const report = documents.get(uri)?.snapshot.report;
    for (const { uri: other, snapshot } of documents.all()) {
      if (report && isYearBefore(report, snapshot.report)) yield other;
    }
  }

  #tell(uri: string): void {
    const document = this.#session.documents.get(uri);
    // Before its settings are read nothing can be said of it; it is marked as changed again when they are.
    if (!document || document.lost !== undefined || !this.#session.rules.knows(uri)) return;
    const { version } = document.snapshot;
    this.#published.set(uri, this.#session.findingsOf(document.snapshot));
    this.#publish({ uri, version, diagnostics: this.#of(document.snapshot) });
  }

  #publish(params: PublishDiagnosticsParams): void {
    this.#session.connection.sendNotification('textDocument/publishDiagnostics', params);
  }

  /** Another one when something else is said: because the report changed, or another that it is checked against. */
  #idOf(snapshot: Snapshot): string {
    const { uri, report } = snapshot;
    const before = this.#answered.get(uri);
    const findings = this.#session.findingsOf(snapshot);
    const isSame = before?.report === report && areSame(before.findings, findings);
    const stamp = isSame ? before.stamp : this.#nextStamp++;
    this.#answered.set(uri, { report, findings, stamp });
    return `${stamp}-${this.#generation}`;
  }
}

/** What a client was told of an open report when it asked. */
interface Answered {
  readonly report: Report;
  readonly findings: readonly Finding[];
  readonly stamp: number;
}

/** What was said of a closed report, and what it depended on besides the report. */
interface Said {
  readonly resultId: string;
  readonly version: object;
  readonly concern: string;
}

const areSame = (one: readonly Finding[], other: readonly Finding[]): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other);

const isYearBefore = ({ head: before }: Report, { head }: Report): boolean =>
  before.organ !== undefined &&
  before.organ === head.organ &&
  before.year !== undefined &&
  before.year + 1 === head.year;
