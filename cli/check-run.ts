import { setImmediate } from 'node:timers/promises';
import { factsOf, KnownReports, type Facts } from '../service/index.ts';
import { startWorkers, type Workers } from './check-workers.ts';
import { checkSource, type CheckedReport, type Outcome } from './checking.ts';
import { unpackFacts } from './packed-facts.ts';
import type { Printer } from './print/printer.ts';
import type { Printing } from './print/printers.ts';
import type { FoundReport } from './reports.ts';
import type { Session } from './session.ts';
import { readAtOnce, readSource, type Source } from './source.ts';
import { sharedCounter, turnsOf } from './turns.ts';
import { words } from './words.ts';

/** What there is to tell of the reports is held up to so many characters; of what goes beyond, it is made again. */
const MOST_HELD = 1 << 24;

/** The main thread looks after everything else (an interrupt, what workers say) when so many milliseconds went by. */
const PATIENCE = 10;

/**
 * Many reports checked, each a neighbour of the others. Every report is read and checked once, by whichever thread is
 * free, and only its facts are kept; it is read again only if the others have something to say of it.
 */
export class CheckRun {
  readonly #reports: readonly FoundReport[];
  readonly #printing: Printing;
  readonly #printer: Printer;
  readonly #session: Session;
  readonly #outcomes: Outcome[];
  readonly #facts: (Facts | undefined)[] = [];
  /** What can be read but once: standard input, pipes. */
  readonly #sources = new Map<number, Source>();
  #done = 0;
  #held = 0;
  #looked = performance.now();

  constructor(reports: readonly FoundReport[], printing: Printing, printer: Printer, session: Session) {
    this.#reports = reports;
    this.#printing = printing;
    this.#printer = printer;
    this.#session = session;
    this.#outcomes = new Array<Outcome>(reports.length);
  }

  /** What came of each report, in their order. */
  async *outcomes(): AsyncGenerator<[FoundReport, Outcome]> {
    await this.#checkAll();
    const known = new KnownReports();
    for (const [index, { path }] of this.#reports.entries()) {
      const facts = this.#facts[index];
      if (facts) known.set(path, facts);
    }
    for (const [index, report] of this.#reports.entries()) {
      const outcome = this.#outcomes[index];
      const facts = this.#facts[index];
      const isSaid = outcome !== undefined && !isDropped(outcome);
      if (isSaid && (facts === undefined || known.concern(facts) === '')) yield [report, outcome];
      else yield [report, checkSource(report, await this.#read(index, report), this.#printer, known).outcome];
    }
  }

  async #checkAll(): Promise<void> {
    const counter = sharedCounter();
    const data = { reports: this.#reports, printing: this.#printing, counter };
    const workers = startWorkers(data, replies => {
      for (const { index, outcome, facts } of replies) this.#take(index, outcome, facts && unpackFacts(facts));
    });
    try {
      for (const [from, to] of turnsOf(counter, this.#reports.length)) {
        for (let index = from; index < to; index++) await this.#checkOne(index, readAtOnce);
      }
      await this.#wait(workers);
      // What could not be read at once, in which case the threads that held too much open are gone by now; or what a
      // worker had taken when it died.
      for (const index of this.#reports.keys()) {
        if (!this.#outcomes[index]) await this.#checkOne(index, report => this.#read(index, report));
      }
    } finally {
      workers.close();
    }
  }

  async #wait(workers: Workers): Promise<void> {
    const { signal } = this.#session.io;
    const interrupted = new Promise(resolve => signal?.addEventListener('abort', resolve, { once: true }));
    await Promise.race([workers.ended, interrupted]);
    signal?.throwIfAborted();
  }

  async #checkOne(index: number, read: (report: FoundReport) => Source | undefined | Promise<Source>): Promise<void> {
    const found = this.#reports[index];
    if (!found) return;
    if (performance.now() - this.#looked > PATIENCE) {
      await setImmediate();
      this.#looked = performance.now();
    }
    this.#session.io.signal?.throwIfAborted();
    const source = await read(found);
    if (!source) return;
    const { outcome, report } = checkSource(found, source, this.#printer);
    // One report has no neighbours.
    this.#take(index, outcome, report && this.#reports.length > 1 ? factsOf(report) : undefined);
    await this.#session.progress(words.checking(this.#done, this.#reports.length));
  }

  async #read(index: number, report: FoundReport): Promise<Source> {
    const source = this.#sources.get(index) ?? readAtOnce(report);
    if (source) return source;
    const read = await readSource(report, this.#session.io);
    this.#sources.set(index, read);
    return read;
  }

  #take(index: number, outcome: Outcome, facts: Facts | undefined): void {
    this.#done++;
    this.#facts[index] = facts;
    this.#held += 'text' in outcome ? outcome.text.length : 0;
    this.#outcomes[index] = 'text' in outcome && this.#held > MOST_HELD ? DROPPED : outcome;
  }
}

/** Stands for what there was to tell when it was too much to hold. */
const DROPPED: CheckedReport = {
  text: '',
  counts: { error: 0, warning: 0, information: 0 },
  encoding: 'utf-8',
};

const isDropped = (outcome: Outcome): boolean => outcome === DROPPED;
