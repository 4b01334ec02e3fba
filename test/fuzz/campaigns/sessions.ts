import assert from 'node:assert/strict';
import { converse, MESSAGES } from '../../server/conversation.ts';
import { repeat } from '../../server/repeating.ts';
import { assertManners, spawnedServer, workerServer } from '../../server/sessions.ts';
import type { RunningClient, TestClient, WireMessage } from '../../kit/index.ts';
import type { Campaign } from '../campaign.ts';

export const sessions: Campaign = {
  name: 'sessions',
  promise:
    'The server answers every message as the protocol has it, never with a fault of its own; every place in an answer lies in the text and cuts no character; over standard output and from a browser’s worker the answers are the same',
  unit: `sessions of ${MESSAGES} messages, every third over both transports`,
  seeds: { short: 2, normal: 24, deep: 300 },
  patience: 120,
  async attempt(seed, keep) {
    // What kind of client it is follows from the seed too (by threes), and each kind meets each transport.
    const both = Math.floor(seed / 3) % 3 === 0;
    const talk: Talk = client => {
      keep({ toJSON: () => saidBy(client) });
      return converse(client, seed, both ? 'patient' : 'hasty');
    };
    const replies = await served(spawnedServer(), talk);
    if (both) assert.deepEqual(await served(workerServer(), talk), replies);
  },
  async retry(said: readonly WireMessage[]) {
    await served(spawnedServer(), client => repeat(client, said, 'hasty'));
    const patient: Talk = client => repeat(client, said, 'patient');
    assert.deepEqual(await served(workerServer(), patient), await served(spawnedServer(), patient));
  },
};

type Talk = (client: TestClient) => Promise<unknown[]>;

/** What the client said so far, but for its answers and its leave. */
const saidBy = ({ traffic }: TestClient): WireMessage[] =>
  traffic.flatMap(({ from, message }) =>
    from === 'client' && message.method !== undefined && !/^(?:shutdown|exit)$/.test(message.method) ? [message] : [],
  );

/** What a server replies, which then ends as it should and has never been rude. */
async function served(server: RunningClient, talk: Talk): Promise<unknown[]> {
  try {
    const replies = await talk(server.client);
    await ends(server);
    return replies;
  } finally {
    assertManners();
  }
}

async function ends({ client, exit }: RunningClient): Promise<void> {
  assert.equal(await client.request('shutdown'), null);
  client.notify('exit');
  assert.equal(await exit, 0);
}
