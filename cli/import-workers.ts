import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { IMPORT_LIMITS, ImportPool, type ImportReply } from '../service/index.ts';

/** Where the worker's bundle lies: beside the command line's chunks, or, from the sources, where the build puts it. */
const places = ['../import-worker.js', '../dist/import-worker.js'].map(place => new URL(place, import.meta.url));

/** Workers that import files, so many at a time. */
export function importWorkers(size: number): ImportPool {
  const place = places.find(one => existsSync(one));
  if (!place) throw new Error('the worker that imports files is not there');
  return new ImportPool((answered, failed) => {
    const worker = new Worker(place, { resourceLimits: { maxOldGenerationSizeMb: IMPORT_LIMITS.memory } });
    worker.on('message', (reply: ImportReply) => answered(reply));
    worker.on('error', failed);
    // The command ends when its work is done, however many workers wait for more.
    worker.unref();
    return { send: job => worker.postMessage(job), kill: () => void worker.terminate() };
  }, size);
}
