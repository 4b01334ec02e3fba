import assert from 'node:assert/strict';
import { converse, MESSAGES } from '../../server/conversation.ts';
import { assertManners, spawnedServer, workerServer } from '../../server/sessions.ts';
import type { RunningClient } from '../../kit/index.ts';
import type { Campaign } from '../campaign.ts';

export const sessions: Campaign = {
  name: 'sessions',
  promise:
    'The server answers every message as the protocol has it, never with a fault of its own; every place in an answer lies in the text and cuts no character; over standard output and from a browser’s worker the answers are the same',
  unit: `sessions of ${MESSAGES} messages, every third over both transports`,
  seeds: { short: 2, normal: 60, deep: 1_000 },
  patience: 60,
  async attempt(seed) {
    try {
      await inBoth(seed);
    } finally {
      assertManners();
    }
  },
};

async function inBoth(seed: number): Promise<void> {
  // What kind of client it is follows from the seed too (by threes), and each kind meets each transport.
  const both = Math.floor(seed / 3) % 3 === 0;
  const process = spawnedServer();
  const replies = await converse(process.client, seed, both ? 'patient' : 'hasty');
  await ends(process);
  if (!both) return;
  const worker = workerServer();
  assert.deepEqual(await converse(worker.client, seed, 'patient'), replies);
  await ends(worker);
}

async function ends({ client, exit }: RunningClient): Promise<void> {
  assert.equal(await client.request('shutdown'), null);
  client.notify('exit');
  assert.equal(await exit, 0);
}
