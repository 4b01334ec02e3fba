import assert from 'node:assert/strict';
import { setImmediate as soon } from 'node:timers/promises';
import { ErrorCodes, LSPErrorCodes, type ServerCapabilities } from 'vscode-languageserver/node';
import { nodeFiles } from '../../../server/node-files.ts';
import { Session } from '../../../server/session.ts';
import { documentSymbols, openSnapshot } from '../../../service/index.ts';
import {
  ErrorReply,
  fullCapabilities,
  makeReport,
  pick,
  pushedCapabilities,
  seeded,
  spoil,
  TestClient,
} from '../../kit/index.ts';
import { advertised, ownQuestions, type Subject } from '../../server/questions.ts';
import { open } from '../../server/sessions.ts';
import type { Campaign } from '../campaign.ts';

const URI = 'file:///r.nianbao';

export const faults: Campaign = {
  name: 'faults',
  promise:
    'A fault of our own costs the message that it comes in and a line in the log: the next is answered as if nothing had been, and none from a text that is not the editor’s',
  unit: 'sessions, each request and each notification broken wherever it can be',
  seeds: { short: 2, normal: 20, deep: 1_000 },
  patience: 120,
  async attempt(seed) {
    const random = seeded(seed);
    const text = spoil(makeReport(seed).text, 2, random);
    const capabilities = seed % 2 === 0 ? fullCapabilities : pushedCapabilities;
    const [broken, whole] = [await served(text, capabilities), await served(text, capabilities)];
    const lines = text.split('\n');
    const line = random(lines.length);
    const position = { line, character: random((lines[line] ?? '').length + 1) };
    const range = { start: { line: 0, character: 0 }, end: position };
    const subject: Subject = { uri: URI, position, range, diagnostics: [], resultId: '' };
    const questions = [...advertised(broken.offers), ...ownQuestions];
    const assertSame = async ([method, ask]: (typeof questions)[number], after: string): Promise<void> => {
      const [expected, actual] = [
        await answer(whole, method, ask(subject)),
        await answer(broken, method, ask(subject)),
      ];
      assert.deepEqual(actual, expected, `${method} after a fault in ${after}`);
    };
    for (const question of questions) {
      const [method, ask] = question;
      // What it needs is a constant.
      if (method === 'nianbao/editions') continue;
      await breakWherever(broken, method, () => outcomeOf(broken.client, method, ask(subject)));
      await assertSame(question, method);
    }
    for (const [method, params, holds] of notifications(text)) {
      await breakWherever(broken, method, async version => {
        broken.client.notify(method, params(version));
        await handled(broken);
        broken.fail(0);
        await assertFrom(broken.client, holds);
        open(broken.client, URI, text, version + 1);
        await handled(broken);
      });
      for (let times = 0; times < 3; times++) await assertSame(pick(random, questions), method);
    }
    for (const question of questions) await assertSame(question, 'everything');
    assert.deepEqual([...broken.client.check.violations, ...whole.client.check.violations], []);
  },
};

interface Served {
  readonly client: TestClient;
  readonly offers: ServerCapabilities;
  /** Makes the so manieth look of a handler into its session throw; 0 for none. */
  readonly fail: (look: number) => void;
}

/** What every handler needs to answer at all. */
const NEEDED = ['documents', 'diagnostics', 'index', 'editor', 'client', 'rules'] as const;

async function served(text: string, capabilities: typeof fullCapabilities): Promise<Served> {
  let looks = 0;
  const client = TestClient.inProcess(connection => {
    const session = new Session(connection, { defer: setImmediate, files: nodeFiles });
    for (const name of NEEDED) {
      let value: unknown = session[name];
      Object.defineProperty(session, name, {
        get: () => {
          if (looks > 0 && --looks === 0) throw new Error('a fault of our own');
          return value;
        },
        set: (next: unknown) => (value = next),
      });
    }
    session.listen();
  });
  const { capabilities: offers } = await client.begin(capabilities);
  open(client, URI, text);
  await client.settled();
  return { client, offers, fail: look => (looks = look) };
}

/** Handlers that go through many files look again for each. */
const MOST_LOOKS = 12;

let version = 1;

/** Has the first look that is made throw, then the second, until there is none; each time the log must say so. */
async function breakWherever(
  { client, fail }: Served,
  method: string,
  attempt: (version: number) => Promise<unknown>,
): Promise<void> {
  for (let look = 1; look <= MOST_LOOKS; look++) {
    const logged = (): number => client.received('window/logMessage').length;
    const before = logged();
    fail(look);
    const outcome = await attempt((version += 2));
    if (logged() === before) {
      fail(0);
      assert.ok(look > 1, `${method} met no fault`);
      return;
    }
    // One of many files may be spared, and the rest answered.
    if (outcome instanceof ErrorReply) assert.equal(outcome.code, ErrorCodes.InternalError, method);
  }
  fail(0);
}

const outcomeOf = (client: TestClient, method: string, params: unknown): Promise<unknown> =>
  client.request(method, params).catch((error: unknown) => error);

/** Waits until a message and what it put off are dealt with, by means that look at nothing. */
async function handled({ client }: Served): Promise<void> {
  for (let times = 0; times < 3; times++) {
    await client.request('nianbao/nothing').catch(() => undefined);
    for (let turns = 0; turns < 5; turns++) await soon();
  }
}

/** Every notification, and the text that the editor has behind it. */
const notifications = (
  text: string,
): readonly (readonly [method: string, params: (version: number) => object, holds: string])[] => [
  ['textDocument/didOpen', at => ({ textDocument: { uri: URI, languageId: 'nianbao', version: at, text } }), text],
  [
    'textDocument/didChange',
    at => ({
      textDocument: { uri: URI, version: at },
      contentChanges: [{ range: ORIGIN, text: '一、总体情况\n' }],
    }),
    `一、总体情况\n${text}`,
  ],
  [
    'textDocument/didChange',
    at => ({ textDocument: { uri: URI, version: at }, contentChanges: [{ text: '二、主动公开\n' }] }),
    '二、主动公开\n',
  ],
  ['textDocument/didClose', () => ({ textDocument: { uri: URI } }), text],
  ['initialized', () => ({}), text],
  ['workspace/didChangeConfiguration', () => ({ settings: null }), text],
  ['workspace/didChangeWatchedFiles', () => ({ changes: [{ uri: 'file:///no/.nianbaorc.json', type: 2 }] }), text],
  [
    'workspace/didChangeWorkspaceFolders',
    () => ({ event: { added: [{ uri: 'file:///no/such', name: 'none' }], removed: [] } }),
    text,
  ],
];

const ORIGIN = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** What is answered is of this text, or there is none to answer from. */
async function assertFrom(client: TestClient, text: string): Promise<void> {
  const outcome = await outcomeOf(client, 'textDocument/documentSymbol', { textDocument: { uri: URI } });
  if (outcome instanceof ErrorReply) assert.equal(outcome.code, LSPErrorCodes.ContentModified);
  else if (outcome !== null) assert.deepEqual(outcome, plain(documentSymbols(openSnapshot(URI, 0, text), 'zh')));
}

/** A result without ids and versions, which are not the same in two sessions; or what is refused. */
const answer = async ({ client }: Served, method: string, params: unknown): Promise<unknown> =>
  plain(await client.request(method, params).catch((error: unknown) => String(error)));

const plain = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, one: unknown) => (key === 'resultId' || key === 'version' ? undefined : one)));
