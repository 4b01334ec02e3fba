import assert from 'node:assert/strict';
import {
  DocumentSymbolRequest,
  ExecuteCommandRequest,
  LSPErrorCodes,
  WorkspaceDiagnosticRequest,
} from 'vscode-languageserver/node';
import { ErrorReply, fullCapabilities, type TestClient } from '../kit/index.ts';
import { assertManners, begun, faulty, folderOf, open, right } from './sessions.ts';

const isCancelled = (error: unknown): boolean =>
  error instanceof ErrorReply && error.code === LSPErrorCodes.RequestCancelled;

async function inFolder(files: Readonly<Record<string, string>>): Promise<TestClient> {
  const workspaceFolders = [{ uri: folderOf(files).uri, name: 'reports' }];
  const client = await begun(fullCapabilities, { workspaceFolders });
  await client.until(() => client.received('workspace/diagnostic/refresh')[0]);
  return client;
}

/** Takes a request back, and says how long the answer to that took. */
async function takeBack(client: TestClient, { id, reply }: ReturnType<TestClient['ask']>): Promise<number> {
  const since = performance.now();
  client.notify('$/cancelRequest', { id });
  await assert.rejects(reply, isCancelled);
  return performance.now() - since;
}

describe('server: a request that is taken back', () => {
  afterEach(assertManners);

  it('ends among many reports; what was said of some of them stays said', async () => {
    const client = await inFolder(Object.fromEntries(Array.from({ length: 150 }, (_, i) => [`${i}.nianbao`, faulty])));
    const asked = client.ask(WorkspaceDiagnosticRequest.type, { previousResultIds: [], partialResultToken: 'pieces' });
    await client.until(() => client.received('$/progress')[0]);
    assert.ok((await takeBack(client, asked)) < 200);
    const { length } = client.received('$/progress');
    assert.ok(length > 0 && length < 150);
  });

  it('ends in the middle of a report of a megabyte', async () => {
    const paragraph = '　　全年新收政府信息公开申请{本年新收}件，按期**全部答复**。\n';
    const long = right.replace(/^（一）.*\n/m, heading => heading + paragraph.repeat(16_000));
    assert.ok(Buffer.byteLength(long) > 2 ** 20);
    const client = await inFolder({ 'a.nianbao': long });
    for (const [type, params] of [
      [WorkspaceDiagnosticRequest.type, { previousResultIds: [] }],
      [ExecuteCommandRequest.type, { command: 'nianbao.checkWorkspace' }],
    ] as const) {
      const asked = client.ask(type, params);
      // It has begun, and has the most of its work before it.
      await client.settled();
      assert.ok((await takeBack(client, asked)) < 200, type.method);
    }
  });

  it('is never begun if it still waits for its turn', async () => {
    const client = await begun(fullCapabilities);
    open(client, 'file:///r.nianbao', right);
    const ask = (): ReturnType<TestClient['ask']> =>
      client.ask(DocumentSymbolRequest.type, { textDocument: { uri: 'file:///r.nianbao' } });
    const [first, second] = [ask(), ask()];
    await takeBack(client, second);
    assert.ok(await first.reply);
  });
});
