import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { IMPORT_LIMITS, ImportPool, type ImportReply } from '../service/index.ts';

/** Where the worker's bundle lies: beside the server's or its chunks, or, from the sources, where the build puts it. */
const places = ['./import-worker.js', '../import-worker.js', '../dist/import-worker.js'].map(
  place => new URL(place, import.meta.url),
);

/** A worker that imports files while the server answers everything else. It is started with the first file. */
export const importWorkers = new ImportPool((answered, failed) => {
  const place = places.find(one => existsSync(one));
  if (!place) throw new Error('the worker that imports files is not there');
  const worker = new Worker(place, { resourceLimits: { maxOldGenerationSizeMb: IMPORT_LIMITS.memory } });
  worker.on('message', (reply: ImportReply) => answered(reply));
  worker.on('error', failed);
  // It must not keep a server alive that is told to end.
  worker.unref();
  return { send: job => worker.postMessage(job), kill: () => void worker.terminate() };
}, 1);
