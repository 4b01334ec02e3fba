import {
  checkRead,
  factsOf,
  KnownReports,
  openSnapshot,
  readInPieces,
  type Checked,
  type Neighbours,
  type Report,
  type Snapshot,
  type Workspace,
} from '../service/core.ts';
import type { Documents } from './documents.ts';
import type { FileSystem } from './platform.ts';
import type { RuleSettings } from './settings.ts';

/** How many closed reports are kept whole, for questions that go back to last year's again and again. */
const KEPT = 4;

/** The reports of the workspace, open or not. Of those that are not, only their facts are kept. */
export class WorkspaceIndex implements Workspace {
  readonly #documents: Documents;
  readonly #files: FileSystem;
  readonly #settings: RuleSettings;
  readonly #known = new KnownReports(nameOf);
  /** Open reports that were changed since their facts were taken. */
  readonly #stale = new Set<string>();
  readonly #kept = new Map<string, Snapshot>();

  constructor(documents: Documents, files: FileSystem, settings: RuleSettings) {
    this.#documents = documents;
    this.#files = files;
    this.#settings = settings;
  }

  /** The other reports that one is checked against, as they are at the moment. */
  readonly neighbours: Neighbours = {
    version: report => {
      this.#freshen(report);
      return this.#known.version();
    },
    lastYear: report => this.#known.lastYear(report),
    copies: report => this.#known.copies(report),
  };

  /** Another object whenever something has changed in a report. */
  get version(): object {
    this.#freshen(undefined);
    return this.#known.version();
  }

  /** The addresses of all reports known that are not open. */
  get closed(): readonly string[] {
    return [...this.#known.keys()].filter(uri => !this.#documents.get(uri));
  }

  /** What the others have to say of a closed report, in little. */
  concern(uri: string): string {
    const facts = this.#known.get(uri);
    return facts ? this.#known.concern(facts) : '';
  }

  /** An open report was opened or changed. That costs nothing until somebody asks about another. */
  changed(uri: string): void {
    this.#stale.add(uri);
  }

  /** Reads a report's file for its facts; nothing where it cannot be read. Others have their turns during the pauses. */
  async read(uri: string, pause: () => Promise<void>): Promise<Report | undefined> {
    const text = await this.#files.read(uri);
    if (text === undefined) {
      this.forget(uri);
      return undefined;
    }
    const report = await readInPieces(text, pause);
    this.#kept.delete(uri);
    // It was opened meanwhile: then it is what the editor holds.
    if (!this.#documents.get(uri)) this.#known.set(uri, factsOf(report));
    return report;
  }

  /** Reads and checks a report's file. */
  async check(uri: string, pause: () => Promise<void>): Promise<Checked | undefined> {
    const report = await this.read(uri, pause);
    if (!report) return undefined;
    await this.#settings.load(uri);
    return checkRead(report, this.#settings.of(uri), this.neighbours);
  }

  forget(uri: string): void {
    this.#known.delete(uri);
    this.#kept.delete(uri);
  }

  /** Reads what questions about this report may go back to, so that they can be answered at once. */
  async prepare(report: Report): Promise<void> {
    const uri = this.#before(report);
    if (uri === undefined || this.#documents.get(uri) || this.#kept.has(uri)) return;
    const facts = this.#known.get(uri);
    const text = await this.#files.read(uri);
    // Its file changed, or it was opened, while it was read.
    if (text === undefined || this.#known.get(uri) !== facts) return;
    const [oldest] = this.#kept.keys();
    if (oldest !== undefined && this.#kept.size >= KEPT) this.#kept.delete(oldest);
    this.#kept.set(uri, openSnapshot(uri, 0, text));
  }

  /** Of the closed reports only one that was prepared. */
  lastYear(report: Report): { uri: string; report: Report } | undefined {
    const uri = this.#before(report);
    const found = uri === undefined ? undefined : (this.#documents.get(uri)?.snapshot ?? this.#kept.get(uri));
    return found && { uri: found.uri, report: found.report };
  }

  *reports(): Generator<{ uri: string; organ: string | undefined; year: number | undefined }> {
    for (const { uri, snapshot } of this.#documents.all()) {
      yield { uri, organ: snapshot.report.head.organ, year: snapshot.report.head.year };
    }
    for (const uri of this.closed) yield { uri, organ: this.#known.get(uri)?.organ, year: this.#known.get(uri)?.year };
  }

  #before(report: Report): string | undefined {
    this.#freshen(report);
    return this.#known.before({ organ: report.head.organ, year: report.head.year });
  }

  /** Takes the facts of open reports that were changed, but for the one in hand: what it says is no news to itself. */
  #freshen(inHand: Report | undefined): void {
    for (const uri of this.#stale) {
      const document = this.#documents.get(uri);
      if (document && document.snapshot.report === inHand) continue;
      this.#stale.delete(uri);
      if (document) this.#known.set(uri, factsOf(document.snapshot.report));
    }
  }
}

/** What messages call a report: its file's name as people write it. */
const nameOf = (uri: string): string => {
  const name = uri.replace(/^.*\//, '');
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
};
