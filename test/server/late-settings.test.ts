import assert from 'node:assert/strict';
import {
  type ClientCapabilities,
  DidChangeConfigurationNotification,
  type Diagnostic,
  DocumentDiagnosticRequest,
  DocumentSymbolRequest,
  ExecuteCommandRequest,
  PublishDiagnosticsNotification,
  WorkspaceDiagnosticRequest,
} from 'vscode-languageserver/node';
import { fullCapabilities, pushedCapabilities, type TestClient } from '../kit/index.ts';
import { assertManners, begun, change, connected, faulty, folderOf, open, right } from './sessions.ts';

const uri = 'file:///reports/r.nianbao';
const asking = 'workspace/configuration';
/** It has no other occasion to ask again. */
const unrefreshed: ClientCapabilities = { ...fullCapabilities, workspace: { configuration: true } };

const totalsOff = { rules: { 'row-total': 'off' } };
const countTotals = (diagnostics: readonly Diagnostic[]): number =>
  diagnostics.filter(({ code }) => code === 'row-total').length;
const pulled = async (client: TestClient): Promise<number> => {
  const report = await client.request(DocumentDiagnosticRequest.type, { textDocument: { uri } });
  return report.kind === 'full' ? countTotals(report.items) : assert.fail();
};
const pushed = (client: TestClient): number[] =>
  client
    .notified(PublishDiagnosticsNotification.type)
    .filter(one => one.uri === uri)
    .map(({ diagnostics }) => countTotals(diagnostics));

/** A client that was asked for its settings and has not answered. */
async function silent(capabilities: ClientCapabilities, folder?: string): Promise<TestClient> {
  const client = connected();
  client.settings = totalsOff;
  client.putsOff.add(asking);
  const workspaceFolders = folder === undefined ? null : [{ uri: folder, name: 'reports' }];
  await client.begin(capabilities, { workspaceFolders });
  await client.until(() => client.received(asking)[0]);
  return client;
}

/** Whether a promise is settled once all has been done that can be done at the moment. */
async function isSettled(client: TestClient, promise: Promise<unknown>): Promise<boolean> {
  let settled = false;
  void promise.then(() => (settled = true));
  await client.settled();
  return settled;
}

describe('server: settings that come late', () => {
  const { setTimeout } = globalThis;
  /** What the server does when a second is over, which here is when the test says so. */
  const seconds: (() => void)[] = [];
  beforeEach(() => {
    seconds.length = 0;
    const held = (task: () => void, time?: number): unknown =>
      time === 1000 ? seconds.push(task) : setTimeout(task, time);
    globalThis.setTimeout = held as typeof setTimeout;
  });
  afterEach(() => (globalThis.setTimeout = setTimeout));
  afterEach(assertManners);

  it('are waited for by what asks what is wrong, and by nothing else', async () => {
    const folder = folderOf({ 'a.nianbao': faulty });
    const client = await silent(unrefreshed, folder.uri);
    open(client, uri, faulty);
    const [one, all] = [pulled(client), client.request(WorkspaceDiagnosticRequest.type, { previousResultIds: [] })];
    assert.ok(await client.request(DocumentSymbolRequest.type, { textDocument: { uri } }));
    assert.deepEqual([await isSettled(client, one), await isSettled(client, all)], [false, false]);
    client.answerAll();
    assert.equal(await one, 0);
    for (const item of (await all).items) assert.equal(item.kind === 'full' && countTotals(item.items), 0);
  });

  it('are waited for with the text that was asked about', async () => {
    const client = await silent(unrefreshed);
    open(client, uri, faulty);
    const reply = client.request(WorkspaceDiagnosticRequest.type, { previousResultIds: [] });
    change(client, uri, 2, { text: right });
    await client.settled();
    client.answerAll();
    const [item] = (await reply).items;
    assert.ok(item?.kind === 'full' && item.version === 1 && item.items.length > 0);
  });

  it('are waited for before anything is told', async () => {
    const client = await silent(pushedCapabilities);
    open(client, uri, faulty);
    change(client, uri, 2, { text: `${faulty}\n` });
    await client.settled();
    assert.deepEqual(pushed(client), []);
    client.answerAll();
    await client.until(() => pushed(client).length > 0);
    await client.settled();
    assert.deepEqual(new Set(pushed(client)), new Set([0]));
  });

  it('are waited for again after the user has changed them', async () => {
    const client = connected();
    await client.begin(unrefreshed);
    open(client, uri, faulty);
    assert.notEqual(await pulled(client), 0);
    client.settings = totalsOff;
    client.putsOff.add(asking);
    client.notify(DidChangeConfigurationNotification.type, { settings: null });
    const reply = pulled(client);
    assert.equal(await isSettled(client, reply), false);
    client.answerAll();
    assert.equal(await reply, 0);
  });

  it('are waited for a second at most, and heeded when they come all the same', async () => {
    for (const capabilities of [fullCapabilities, pushedCapabilities]) {
      const folder = folderOf({ 'a.nianbao': faulty });
      const client = await silent(capabilities, folder.uri);
      open(client, uri, faulty);
      const told = capabilities === fullCapabilities ? pulled(client) : client.until(() => pushed(client)[0]);
      const run = client.request(ExecuteCommandRequest.type, { command: 'nianbao.checkWorkspace' });
      assert.equal(await isSettled(client, told), false);
      assert.equal(seconds.length, 1);
      seconds.pop()?.();
      assert.notEqual(await told, 0);
      assert.equal(((await run) as { files: number }).files, 2);
      client.answerAll();
      if (capabilities === fullCapabilities) {
        const again = 'workspace/diagnostic/refresh';
        const before = client.received(again).length;
        await client.until(() => client.received(again).length > before);
        assert.equal(await pulled(client), 0);
      } else await client.until(() => pushed(client).at(-1) === 0);
    }
  });

  it('are not waited for where they were there before, or the client cannot be asked', async () => {
    for (const capabilities of [unrefreshed, { ...unrefreshed, workspace: {} }]) {
      const client = await begun(capabilities);
      open(client, uri, faulty);
      assert.notEqual(await pulled(client), 0);
    }
    assert.ok(seconds.length <= 1, 'one that cannot be asked costs no timer');
  });
});
