import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { IMPORT_LIMITS, ImportPool, type ImportReply } from '../service/index.ts';

/** Where the worker's bundle lies: beside the chunks, or, from the sources, where the build puts it. */
const places = ['../import-worker.js', '../dist/import-worker.js'].map(place => new URL(place, import.meta.url));

/** How long one file may take, in milliseconds: a machine that has much else to do may be given longer. */
const given = Number(process.env.NIANBAO_IMPORT_SECONDS) * 1000;
const time = given > 0 ? Math.min(given, 2 ** 31 - 1) : IMPORT_LIMITS.time;

/** Workers that import files, so many at a time. They are started with the files. */
export function importWorkers(size: number): ImportPool {
  const place = places.find(one => existsSync(one));
  if (!place) throw new Error('the worker that imports files is not there');
  return new ImportPool(
    (answered, failed) => {
      const worker = new Worker(place, { resourceLimits: { maxOldGenerationSizeMb: IMPORT_LIMITS.memory } });
      worker.on('message', (reply: ImportReply) => answered(reply));
      worker.on('error', failed);
      // A program ends when its work is done, however many workers wait for more.
      worker.unref();
      return { send: job => worker.postMessage(job), kill: () => void worker.terminate() };
    },
    size,
    time,
  );
}
