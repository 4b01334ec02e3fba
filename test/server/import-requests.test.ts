import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { IMPORT, type Imported, type InitializationOptions } from '../../server/index.ts';
import { toBase64 } from '../../text/index.ts';
import { ErrorReply, type TestClient } from '../kit/index.ts';
import { assertManners, begun, builtForBrowsers, folderOf, spawnedServer, workerServer } from './sessions.ts';

const bytes = readFileSync(new URL('../convert/samples/sample-000.txt', import.meta.url));

const imported = async (client: TestClient, params: unknown): Promise<Imported> =>
  (await client.request(IMPORT, params)) as Imported;

describe('server: importing', () => {
  afterEach(assertManners);

  it('answers with the report and with remarks that say where they are about', async () => {
    const client = await begun();
    const { format, text, remarks } = await imported(client, { base64: toBase64(bytes) });
    assert.equal(format, 'text');
    assert.match(text, /^青岚镇2021年政府信息公开工作年度报告\n/);
    const [blank] = remarks.filter(({ kind }) => kind === 'note');
    assert.equal(blank?.place, '第 31 行');
    assert.equal(blank.message, '“行政许可”原文没有填数，留空');
    assert.match(text.split('\n')[blank.line!]!, /^\| 行政许可 /);
  });

  it('takes what was copied, too', async () => {
    const client = await begun();
    const html = '<p>示范县2024年政府信息公开工作年度报告</p><p>一、总体情况</p><p>无。</p>';
    assert.equal((await imported(client, { text: html })).format, 'html');
  });

  it('refuses what is no report in the user’s words', async () => {
    const client = await begun({}, { locale: 'en' });
    await assert.rejects(imported(client, { base64: btoa('%PDF-1.7') }), (error: unknown) => {
      assert.ok(error instanceof ErrorReply);
      assert.match(error.message, /is a PDF/);
      return true;
    });
  });

  describe('in a browser', function () {
    this.timeout(30_000);
    const served = async (script: string): Promise<TestClient> => {
      const { client } = workerServer();
      await client.begin({}, { initializationOptions: { script } satisfies InitializationOptions });
      return client;
    };

    it('is done by a worker that the server starts, or by the server where it can start none', async () => {
      for (const script of [builtForBrowsers, '']) {
        const client = await served(script);
        assert.equal((await imported(client, { base64: toBase64(bytes) })).format, 'text');
      }
    });

    it('ends where a file takes too long', async () => {
      // It works, as the answer to no file shows, and comes to no end with any other.
      const code = 'onmessage = ({ data }) => { while (data.length > 0); postMessage({ fault: "empty" }); };';
      const folder = folderOf({ 'endless.js': code });
      const client = await served(fileURLToPath(folder.at('endless.js')));
      await assert.rejects(imported(client, { base64: toBase64(bytes) }), /读取超时/);
    });
  });

  it('gives the same answers from a process and from a browser’s worker', async function () {
    this.timeout(30_000);
    const servers = [spawnedServer(), workerServer()];
    const answers = await Promise.all(
      servers.map(async ({ client }) => {
        await client.begin({}, {});
        return imported(client, { base64: toBase64(bytes) });
      }),
    );
    assert.deepEqual(answers[0], answers[1]);
    for (const { client, exit } of servers) {
      await client.request('shutdown');
      client.notify('exit');
      assert.equal(await exit, 0);
    }
  });
});
