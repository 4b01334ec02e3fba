import { parentPort, workerData } from 'node:worker_threads';
import { factsOf } from '../service/index.ts';
import type { WorkerData, WorkerReply } from './check-workers.ts';
import { checkSource } from './checking.ts';
import { buffersOf, packFacts } from './packed-facts.ts';
import { printerFor } from './print/printers.ts';
import { readAtOnce } from './source.ts';
import { turnsOf } from './turns.ts';

void work(workerData as WorkerData);

async function work({ reports, printing, counter }: WorkerData): Promise<void> {
  const printer = await printerFor(printing);
  for (const [from, to] of turnsOf(counter, reports.length)) {
    const replies: WorkerReply[] = [];
    for (const [place, found] of reports.slice(from, to).entries()) {
      // What cannot be read at once is left to the main thread, which can be interrupted while it waits.
      const source = readAtOnce(found);
      if (!source) continue;
      const { outcome, report } = checkSource(found, source, printer);
      replies.push({ index: from + place, outcome, facts: report && packFacts(factsOf(report)) });
    }
    parentPort?.postMessage(
      replies,
      replies.flatMap(({ facts }) => (facts ? buffersOf(facts) : [])),
    );
  }
}
