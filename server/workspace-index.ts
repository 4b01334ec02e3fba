import { checkText, openSnapshot, type Finding, type Report, type Snapshot, type Workspace } from '../service/index.ts';
import type { Documents } from './documents.ts';
import type { FileSystem } from './platform.ts';
import type { RuleSettings } from './settings.ts';

/** What is kept of a report that is not open: who it is, not what it says. */
interface ClosedReport {
  readonly organ: string | undefined;
  readonly year: number | undefined;
}

/** How many closed reports are kept whole, for questions that go back to last year's again and again. */
const KEPT = 4;

/** The reports of the workspace, open or not. */
export class WorkspaceIndex implements Workspace {
  readonly #documents: Documents;
  readonly #files: FileSystem | undefined;
  readonly #settings: RuleSettings;
  readonly #closed = new Map<string, ClosedReport>();
  readonly #kept = new Map<string, Snapshot>();

  constructor(documents: Documents, files: FileSystem | undefined, settings: RuleSettings) {
    this.#documents = documents;
    this.#files = files;
    this.#settings = settings;
  }

  /** The addresses of all reports known that are not open. */
  get closed(): readonly string[] {
    return [...this.#closed.keys()].filter(uri => !this.#documents.get(uri));
  }

  /** Reads and checks a report from its file, and remembers who it is; nothing where it cannot be read. */
  async check(uri: string): Promise<{ findings: readonly Finding[]; report: Report } | undefined> {
    this.#kept.delete(uri);
    const text = await this.#files?.read(uri);
    if (text === undefined) {
      this.#closed.delete(uri);
      return undefined;
    }
    const checked = checkText(text, this.#settings.of(uri));
    const { organ, year } = checked.report.head;
    this.#closed.set(uri, { organ, year });
    return checked;
  }

  forget(uri: string): void {
    this.#closed.delete(uri);
    this.#kept.delete(uri);
  }

  lastYear(report: Report): { uri: string; report: Report } | undefined {
    const { organ, year } = report.head;
    if (organ === undefined || year === undefined) return undefined;
    for (const { uri, snapshot } of this.#documents.all()) {
      const { head } = snapshot.report;
      if (head.organ === organ && head.year === year - 1) return { uri, report: snapshot.report };
    }
    for (const [uri, closed] of this.#closed) {
      if (closed.organ !== organ || closed.year !== year - 1 || this.#documents.get(uri)) continue;
      const snapshot = this.#read(uri);
      if (snapshot) return { uri, report: snapshot.report };
    }
    return undefined;
  }

  *reports(): Generator<{ uri: string; organ: string | undefined; year: number | undefined }> {
    for (const { uri, snapshot } of this.#documents.all()) {
      yield { uri, organ: snapshot.report.head.organ, year: snapshot.report.head.year };
    }
    for (const [uri, { organ, year }] of this.#closed) if (!this.#documents.get(uri)) yield { uri, organ, year };
  }

  #read(uri: string): Snapshot | undefined {
    const before = this.#kept.get(uri);
    if (before) return before;
    const text = this.#files?.readNow(uri);
    if (text === undefined) return undefined;
    const snapshot = openSnapshot(uri, 0, text);
    const [oldest] = this.#kept.keys();
    if (oldest !== undefined && this.#kept.size >= KEPT) this.#kept.delete(oldest);
    this.#kept.set(uri, snapshot);
    return snapshot;
  }
}
