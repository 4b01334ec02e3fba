import assert from 'node:assert/strict';
import { Worker } from 'node:worker_threads';
import { answerImport, IMPORT_LIMITS, ImportError, ImportPool, type ImportReply } from '../../service/index.ts';

const TEXT = '示范县2024年政府信息公开工作年度报告\n一、总体情况\n无。\n';

/** A worker of its own that does what the code says with each job. */
function workers(code: string, size: number): { pool: ImportPool; started: () => number } {
  let started = 0;
  const pool = new ImportPool((answered, failed) => {
    started++;
    const worker = new Worker(`const { parentPort } = require('node:worker_threads'); ${code}`, {
      eval: true,
      resourceLimits: { maxOldGenerationSizeMb: 64 },
    });
    worker.on('message', (reply: ImportReply) => answered(reply));
    worker.on('error', failed);
    return { send: job => worker.postMessage(job), kill: () => void worker.terminate() };
  }, size);
  return { pool, started: () => started };
}

const ECHO = `const answer = text => parentPort.postMessage({ report: { format: 'text', text, remarks: [] } });`;

describe('importing in workers', function () {
  this.timeout(60_000);

  it('answers jobs with what they are, and keeps its workers', async () => {
    const { pool, started } = workers(`${ECHO} parentPort.on('message', answer);`, 2);
    const jobs = Array.from({ length: 20 }, (_, i) => `${i}`);
    const reports = await Promise.all(jobs.map(job => pool.import(job)));
    assert.deepEqual(
      reports.map(({ text }) => text),
      jobs,
    );
    assert.equal(started(), 2);
    pool.close();
  });

  it('ends one that takes too long, which costs its own file only', async () => {
    const { pool, started } = workers(
      `${ECHO} parentPort.on('message', text => { if (text === 'loop') for (;;); answer(text); });`,
      1,
    );
    const start = performance.now();
    const [stuck, next] = await Promise.allSettled([pool.import('loop'), pool.import('next')]);
    assert.ok(performance.now() - start < IMPORT_LIMITS.time + 10_000);
    assert.ok(stuck.status === 'rejected' && stuck.reason instanceof ImportError);
    assert.equal(stuck.reason.fault, 'too-slow');
    assert.ok(next.status === 'fulfilled' && next.value.text === 'next');
    assert.equal(started(), 2);
    pool.close();
  });

  it('ends one that takes too much memory', async () => {
    const { pool } = workers(
      `${ECHO} parentPort.on('message', text => { const all = []; while (text === 'fill') all.push(new Array(1e6).fill({})); answer(text); });`,
      1,
    );
    const [full, next] = await Promise.allSettled([pool.import('fill'), pool.import('next')]);
    assert.ok(full.status === 'rejected' && full.reason instanceof ImportError);
    assert.equal(full.reason.fault, 'too-large');
    assert.equal(next.status, 'fulfilled');
    pool.close();
  });

  it('passes a fault on as what it is, and an error of our own as that', async () => {
    const { pool } = workers(
      `parentPort.on('message', text => { if (text === 'bug') throw new TypeError('ours'); parentPort.postMessage({ fault: 'pdf' }); });`,
      1,
    );
    await assert.rejects(pool.import('pdf'), { name: 'ImportError', fault: 'pdf' });
    await assert.rejects(pool.import('bug'), { name: 'TypeError', message: 'ours' });
    await assert.rejects(pool.import('pdf'), { fault: 'pdf' });
    pool.close();
  });

  it('has a worker answer with the report, or with what is wrong with the file', async () => {
    const reply = await answerImport(TEXT);
    assert.ok('report' in reply && reply.report.text.startsWith('示范县2024年'));
    assert.deepEqual(await answerImport(new TextEncoder().encode('%PDF-1.7')), { fault: 'pdf' });
    assert.deepEqual(await answerImport(new Uint8Array()), { fault: 'empty' });
  });
});
