import assert from 'node:assert/strict';
import { ErrorCodes, type ServerCapabilities } from 'vscode-languageserver/node';
import { nodeFiles } from '../../../server/node-files.ts';
import { Session } from '../../../server/session.ts';
import { ErrorReply, fullCapabilities, pick, seeded, spoil, makeReport, TestClient } from '../../kit/index.ts';
import { advertised, type Subject } from '../../server/questions.ts';
import { open } from '../../server/sessions.ts';
import type { Campaign } from '../campaign.ts';

const URI = 'file:///r.nianbao';

export const faults: Campaign = {
  name: 'faults',
  promise:
    'A fault of our own costs the request that it comes in, and nothing else: the next answers as if nothing had been',
  unit: 'sessions, each request broken once',
  seeds: { short: 3, normal: 60, deep: 1_000 },
  patience: 60,
  async attempt(seed) {
    const random = seeded(seed);
    const text = spoil(makeReport(seed).text, 2, random);
    const [broken, whole] = [await served(text), await served(text)];
    const lines = text.split('\n');
    const line = random(lines.length);
    const position = { line, character: random((lines[line] ?? '').length + 1) };
    const range = { start: { line: 0, character: 0 }, end: position };
    const subject: Subject = { uri: URI, position, range, diagnostics: [], resultId: '' };
    let failed = 0;
    for (const [method, ask] of advertised(broken.offers)) {
      // What it does to the text is done on both sides; what it is told of the text's version is not the same.
      if (method === 'workspace/executeCommand') continue;
      broken.fail(pick(random, [1, 1, 2, 3]));
      const outcome = await broken.client.request(method, ask(subject)).catch((error: unknown) => error);
      if (broken.fail(0)) {
        assert.ok(outcome instanceof ErrorReply && outcome.code === ErrorCodes.InternalError, method);
        failed++;
      }
      assert.deepEqual(
        await answer(broken.client, method, ask(subject)),
        await answer(whole.client, method, ask(subject)),
        method,
      );
    }
    assert.ok(failed > 15, `only ${failed} requests met their fault`);
    assert.deepEqual(broken.client.check.violations, []);
  },
};

interface Served {
  readonly client: TestClient;
  readonly offers: ServerCapabilities;
  /** Makes the so manieth look of a handler into its session throw; 0 for none. Says whether the one before did. */
  readonly fail: (look: number) => boolean;
}

/** What every handler needs to answer at all. */
const NEEDED = ['documents', 'diagnostics', 'index', 'editor', 'client', 'rules'] as const;

async function served(text: string): Promise<Served> {
  let looks = 0;
  let thrown = false;
  const client = TestClient.inProcess(connection => {
    const session = new Session(connection, { defer: setImmediate, files: nodeFiles });
    for (const name of NEEDED) {
      let value: unknown = session[name];
      Object.defineProperty(session, name, {
        get: () => {
          if (looks > 0 && --looks === 0) {
            thrown = true;
            throw new Error('a fault of our own');
          }
          return value;
        },
        set: (next: unknown) => (value = next),
      });
    }
    session.listen();
  });
  const { capabilities } = await client.begin(fullCapabilities);
  open(client, URI, text);
  await client.settled();
  return {
    client,
    offers: capabilities,
    fail: look => {
      const before = thrown;
      [looks, thrown] = [look, false];
      return before;
    },
  };
}

/** A result with no stamps in it, which are not the same in two sessions; or what is refused. */
const answer = async (client: TestClient, method: string, params: unknown): Promise<unknown> =>
  withoutStamps(await client.request(method, params).catch((error: unknown) => String(error)));

const withoutStamps = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, one: unknown) => (key === 'resultId' ? undefined : one)));
