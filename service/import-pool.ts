import { ImportError, type ImportFault } from '../convert/index.ts';
import { importReport, type ImportedReport } from './import.ts';

/** How long one file may take where nothing else is said, in milliseconds, and how much memory a worker may use, in megabytes. */
export const IMPORT_LIMITS = { time: 5000, memory: 512 } as const;

/** What a worker is sent: the bytes of a file, or words from a clipboard. */
export type ImportJob = Uint8Array | string;

/** What it answers. An error of our own goes the way of all errors. */
export type ImportReply = { readonly report: ImportedReport } | { readonly fault: ImportFault };

/** What a worker does with a job. */
export async function answerImport(job: ImportJob): Promise<ImportReply> {
  try {
    return { report: await importReport(job) };
  } catch (error) {
    if (error instanceof ImportError) return { fault: error.fault };
    throw error;
  }
}

/** A worker that was started. */
export interface ImportWorker {
  readonly send: (job: ImportJob) => void;
  /** Ends it, whatever it is doing. */
  readonly kill: () => void;
}

/** Starts a worker; its answers and its end are told. */
export type StartWorker = (answered: (reply: ImportReply) => void, failed: (error: unknown) => void) => ImportWorker;

interface Task {
  readonly job: ImportJob;
  readonly resolve: (report: ImportedReport) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Imports files in workers, each file within the limits: a worker that takes too long, or too much memory, is killed
 * and costs its own file only.
 */
export class ImportPool {
  readonly #start: StartWorker;
  readonly #size: number;
  readonly #time: number;
  readonly #waiting: Task[] = [];
  readonly #idle: Lane[] = [];
  readonly #all = new Set<Lane>();

  constructor(start: StartWorker, size: number, time: number = IMPORT_LIMITS.time) {
    this.#start = start;
    this.#size = size;
    this.#time = time;
  }

  import(job: ImportJob): Promise<ImportedReport> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ job, resolve, reject });
      this.#next();
    });
  }

  /** Ends all workers. What is still waiting is never answered. */
  close(): void {
    for (const lane of this.#all) lane.kill();
    this.#all.clear();
    this.#idle.length = 0;
    this.#waiting.length = 0;
  }

  #next(): void {
    if (this.#waiting.length === 0) return;
    const lane = this.#idle.pop() ?? (this.#all.size < this.#size ? this.#open() : undefined);
    const task = lane && this.#waiting.shift();
    if (task) lane.run(task);
  }

  #open(): Lane {
    const lane = new Lane(this.#start, this.#time, {
      free: () => {
        this.#idle.push(lane);
        this.#next();
      },
      lost: () => {
        this.#all.delete(lane);
        this.#next();
      },
    });
    this.#all.add(lane);
    return lane;
  }
}

/** One worker, and what it is at. */
class Lane {
  readonly #worker: ImportWorker;
  readonly #time: number;
  readonly #tell: { readonly free: () => void; readonly lost: () => void };
  #task: Task | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(start: StartWorker, time: number, tell: { readonly free: () => void; readonly lost: () => void }) {
    this.#time = time;
    this.#tell = tell;
    this.#worker = start(
      reply => this.#answered(reply),
      error => this.#lost(error),
    );
  }

  run(task: Task): void {
    this.#task = task;
    this.#timer = setTimeout(() => this.#lost(new ImportError('too-slow')), this.#time);
    this.#worker.send(task.job);
  }

  kill(): void {
    clearTimeout(this.#timer);
    this.#worker.kill();
  }

  #answered(reply: ImportReply): void {
    const task = this.#end();
    if (!task) return;
    if ('report' in reply) task.resolve(reply.report);
    else task.reject(new ImportError(reply.fault));
    this.#tell.free();
  }

  #lost(error: unknown): void {
    const task = this.#end();
    if (!task) return;
    this.kill();
    task.reject(isOutOfMemory(error) ? new ImportError('too-large') : error);
    this.#tell.lost();
  }

  #end(): Task | undefined {
    const task = this.#task;
    this.#task = undefined;
    clearTimeout(this.#timer);
    return task;
  }
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
