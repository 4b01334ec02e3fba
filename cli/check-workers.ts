import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Outcome } from './checking.ts';
import type { PackedFacts } from './packed-facts.ts';
import type { Printing } from './print/printers.ts';
import type { FoundReport } from './reports.ts';

/** What a worker works on, together with others. */
export interface WorkerData {
  readonly reports: readonly FoundReport[];
  readonly printing: Printing;
  /** How many reports were taken by now, by whichever thread. */
  readonly counter: Int32Array;
}

/** What a worker has to say of a report. */
export interface WorkerReply {
  readonly index: number;
  readonly outcome: Outcome;
  /** Nothing of a report that could not be checked. */
  readonly facts: PackedFacts | undefined;
}

/** Threads that check beside this one. */
export interface Workers {
  /** When all have ended, whether their work was done or not. */
  readonly ended: Promise<unknown>;
  /** Ends them, whatever they are at. */
  readonly close: () => void;
}

/** A thread has to load the rules before it is of use; for fewer reports than this the main one is as quick alone. */
const WORTH_IT = 200;

/** More threads would wait for the main one, which puts all together. */
const MOST = 7;

/** Where the worker's bundle lies beside the command line's chunks. Run from the sources, the main thread works alone. */
const place = new URL('../check-worker.js', import.meta.url);

/** Starts as many workers as pay. One that dies costs nothing but its help: what it had taken is nobody's then. */
export function startWorkers(data: WorkerData, told: (replies: readonly WorkerReply[]) => void): Workers {
  const size = data.reports.length < WORTH_IT || !existsSync(place) ? 0 : Math.min(availableParallelism() - 1, MOST);
  const workers = Array.from({ length: size }, () => new Worker(place, { workerData: data }));
  const ended = workers.map(worker => {
    worker.on('message', told);
    // What it died of costs its help and no more; that it holds nothing any more is so only at its exit.
    worker.on('error', () => undefined);
    return new Promise(resolve => worker.on('exit', resolve));
  });
  return {
    ended: Promise.all(ended),
    close: () => {
      for (const worker of workers) void worker.terminate();
    },
  };
}
