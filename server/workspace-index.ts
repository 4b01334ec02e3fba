import {
  checkInPieces,
  headOf,
  openSnapshot,
  type Checked,
  type Report,
  type Snapshot,
  type Workspace,
} from '../service/core.ts';
import type { Documents } from './documents.ts';
import type { FileSystem } from './platform.ts';
import type { RuleSettings } from './settings.ts';

/** What is kept of a report that is not open: who it is, not what it says. A new object each time its file changes. */
interface ClosedReport {
  readonly organ: string | undefined;
  readonly year: number | undefined;
}

/** How many closed reports are kept whole, for questions that go back to last year's again and again. */
const KEPT = 4;

/** The reports of the workspace, open or not. */
export class WorkspaceIndex implements Workspace {
  readonly #documents: Documents;
  readonly #files: FileSystem;
  readonly #settings: RuleSettings;
  readonly #closed = new Map<string, ClosedReport>();
  readonly #kept = new Map<string, Snapshot>();

  constructor(documents: Documents, files: FileSystem, settings: RuleSettings) {
    this.#documents = documents;
    this.#files = files;
    this.#settings = settings;
  }

  /** The addresses of all reports known that are not open. */
  get closed(): readonly string[] {
    return [...this.#closed.keys()].filter(uri => !this.#documents.get(uri));
  }

  /** Reads a report's file for who it is. */
  async note(uri: string): Promise<void> {
    const text = await this.#files.read(uri);
    if (text === undefined) this.forget(uri);
    else this.#remember(uri, headOf(text));
  }

  /** Reads and checks a report's file; nothing where it cannot be read. Others have their turns during the pauses. */
  async check(uri: string, pause: () => Promise<void>): Promise<Checked | undefined> {
    const text = await this.#files.read(uri);
    if (text === undefined) {
      this.forget(uri);
      return undefined;
    }
    await this.#settings.load(uri);
    const checked = await checkInPieces(text, this.#settings.of(uri), pause);
    this.#remember(uri, checked.report.head);
    return checked;
  }

  forget(uri: string): void {
    this.#closed.delete(uri);
    this.#kept.delete(uri);
  }

  /** Reads what questions about this report may go back to, so that they can be answered at once. */
  async prepare(report: Report): Promise<void> {
    const uri = this.#closedBefore(report);
    if (uri === undefined || this.#kept.has(uri)) return;
    const found = this.#closed.get(uri);
    const text = await this.#files.read(uri);
    // Its file changed, or it was closed in the editor, while it was read.
    if (text === undefined || this.#closed.get(uri) !== found) return;
    const [oldest] = this.#kept.keys();
    if (oldest !== undefined && this.#kept.size >= KEPT) this.#kept.delete(oldest);
    this.#kept.set(uri, openSnapshot(uri, 0, text));
  }

  /** Of the closed reports only one that was prepared. */
  lastYear(report: Report): { uri: string; report: Report } | undefined {
    for (const { uri, snapshot } of this.#documents.all()) {
      if (isYearBefore(snapshot.report.head, report)) return { uri, report: snapshot.report };
    }
    const uri = this.#closedBefore(report);
    const kept = uri === undefined ? undefined : this.#kept.get(uri);
    return kept && { uri: kept.uri, report: kept.report };
  }

  *reports(): Generator<{ uri: string; organ: string | undefined; year: number | undefined }> {
    for (const { uri, snapshot } of this.#documents.all()) {
      yield { uri, organ: snapshot.report.head.organ, year: snapshot.report.head.year };
    }
    for (const [uri, { organ, year }] of this.#closed) if (!this.#documents.get(uri)) yield { uri, organ, year };
  }

  #closedBefore(report: Report): string | undefined {
    for (const [uri, closed] of this.#closed) {
      if (isYearBefore(closed, report) && !this.#documents.get(uri)) return uri;
    }
    return undefined;
  }

  #remember(uri: string, { organ, year }: Partial<ClosedReport>): void {
    this.#kept.delete(uri);
    // A piece of a string keeps the whole of it in memory; joined from characters, the name is all there is.
    this.#closed.set(uri, { organ: organ === undefined ? undefined : [...organ].join(''), year });
  }
}

const isYearBefore = (closed: Partial<ClosedReport>, { head: { organ, year } }: Report): boolean =>
  organ !== undefined && year !== undefined && closed.organ === organ && closed.year === year - 1;
