import { parentPort } from 'node:worker_threads';
import { answerImport, type ImportJob } from '../service/index.ts';

// A file that somebody else wrote is read here, where it can be stopped.
parentPort?.on('message', async (job: ImportJob) => parentPort?.postMessage(await answerImport(job)));
