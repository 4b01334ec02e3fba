import {
  answerImport,
  ImportError,
  ImportPool,
  importReport,
  type ImportedReport,
  type ImportJob,
  type ImportReply,
  type StartWorker,
} from '../service/index.ts';
import { IMPORTER, type WorkerScope } from './browser-scope.ts';

/** Answers one job after the other, in the worker that is called so. */
export function serveImports(scope: WorkerScope): void {
  scope.onmessage = ({ data }: { readonly data: ImportJob }) => {
    void answerImport(data).then(
      reply => scope.postMessage(reply),
      // Thrown out of the promise, it is an error of the worker, and whoever started it is told.
      (error: unknown) => setTimeout(() => void raise(error), 0),
    );
  };
}

/**
 * Imports files in a worker that can be ended. Where none can be had (an old browser, a page whose policy forbids it),
 * they are imported here, and nothing ends one that takes long.
 */
export async function importsIn(
  scope: WorkerScope,
  script: string,
): Promise<(job: ImportJob) => Promise<ImportedReport>> {
  const pool = new ImportPool(starterOf(scope, script), 1);
  // No file is refused by every worker that works; any other answer is of one that does not.
  const fault = await pool.import(new Uint8Array()).catch((error: unknown) => error);
  const works = fault instanceof ImportError && fault.fault === 'empty';
  return works ? job => pool.import(job) : importReport;
}

/** A worker's script must be of the page's own origin, which the extension's is not; what that loads may be of any. */
function starterOf({ Worker }: WorkerScope, script: string): StartWorker {
  return (answered, failed) => {
    if (!Worker) throw new Error('there are no workers here');
    const load = new Blob([`importScripts(${JSON.stringify(script)})`], { type: 'text/javascript' });
    const address = URL.createObjectURL(load);
    const worker = new Worker(address, { name: IMPORTER });
    worker.onmessage = ({ data }: { readonly data: ImportReply }) => answered(data);
    worker.onerror = ({ message = '' }) => failed(new Error(message));
    return { send: job => worker.postMessage(job), kill: () => worker.terminate() };
  };
}

function raise(error: unknown): never {
  throw error;
}
