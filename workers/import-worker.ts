import { parentPort } from 'node:worker_threads';
import { answerImport, type ImportJob } from '../service/index.ts';

// A file that somebody else wrote is read here, where it can be stopped.
parentPort?.on('message', (job: ImportJob) => {
  // What fails by our own fault is not caught: it ends the worker, and whoever started it is told.
  void answerImport(job).then(reply => parentPort?.postMessage(reply));
});
