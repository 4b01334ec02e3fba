import assert from 'node:assert/strict';
import {
  DidChangeWatchedFilesNotification,
  type Diagnostic,
  ExecuteCommandRequest,
  FileChangeType,
  HoverRequest,
  type MarkupContent,
  PublishDiagnosticsNotification,
} from 'vscode-languageserver/node';
import type { InitializationOptions } from '../../server/index.ts';
import { checkText } from '../../service/index.ts';
import { parseSettings } from '../../service/later.ts';
import { fullCapabilities, pushedCapabilities, type TestClient } from '../kit/index.ts';
import { assertManners, connected, faulty, open, right, workerServer } from './sessions.ts';

const folder = 'vscode-vfs://github/nobody/reports';
const at = (name: string): string => `${folder}/${name}`;
const begin = (client: TestClient, capabilities = fullCapabilities): Promise<unknown> =>
  client.begin(capabilities, {
    workspaceFolders: [{ uri: folder, name: 'reports' }],
    initializationOptions: { files: true } satisfies InitializationOptions,
  });
const indexed = (client: TestClient): Promise<unknown> =>
  client.until(() => client.received('workspace/diagnostic/refresh')[0]);
const said = (client: TestClient, uri: string): readonly Diagnostic[] | undefined =>
  client.notified(PublishDiagnosticsNotification.type).findLast(one => one.uri === uri)?.diagnostics;
const faults = checkText(faulty).findings.length;
const rightLastYear = right
  .replaceAll('2025', '2024')
  .replace('| 行政许可 |            41287 |', '| 行政许可 | 39001 |');

describe('server: files that the client reads', () => {
  afterEach(assertManners);

  for (const [where, start] of [
    ['a process', connected],
    ['a browser’s worker', () => workerServer().client],
  ] as const) {
    describe(`for a server in ${where}`, () => {
      it('are checked, and again when they change', async () => {
        const client = start();
        client.files.set(at('a.nianbao'), Buffer.from(faulty));
        client.files.set(at('子/b.年报'), Buffer.from(right));
        await begin(client, pushedCapabilities);
        await client.until(() => said(client, at('a.nianbao'))?.length === faults);
        client.files.set(at('子/b.年报'), Buffer.from(faulty));
        client.files.delete(at('a.nianbao'));
        client.notify(DidChangeWatchedFilesNotification.type, {
          changes: [
            { uri: at('a.nianbao'), type: FileChangeType.Deleted },
            { uri: at('子/b.年报'), type: FileChangeType.Changed },
          ],
        });
        await client.until(() => said(client, at('a.nianbao'))?.length === 0);
        await client.until(() => said(client, at('子/b.年报'))?.length === faults);
      });

      it('are the settings’ too, from the folder of the report upwards', async () => {
        const client = start();
        const settings = '{ "rules": { "row-total": "off" } }';
        client.files.set(at('.nianbaorc.json'), Buffer.from(settings));
        await begin(client, pushedCapabilities);
        open(client, at('2025/a.nianbao'), faulty);
        const shown = await client.until(() => said(client, at('2025/a.nianbao')));
        assert.deepEqual(
          shown.map(({ code }) => code),
          checkText(faulty, parseSettings(settings).settings).findings.map(({ rule }) => rule),
        );
      });

      it('are last year’s report and what a new one begins with', async () => {
        const client = start();
        client.files.set(at('2024.nianbao'), Buffer.from(rightLastYear));
        await begin(client);
        await indexed(client);
        open(client, at('2025.nianbao'), right);
        const line = right.split('\n').findIndex(text => text.startsWith('| 行政许可'));
        const hover = await client.request(HoverRequest.type, {
          textDocument: { uri: at('2025.nianbao') },
          position: { line, character: 25 },
        });
        assert.match((hover?.contents as MarkupContent).value, /39001/);
        const begun = (await client.request(ExecuteCommandRequest.type, {
          command: 'nianbao.newReport',
          arguments: [{ organ: '示范市', year: 2025, from: at('2024.nianbao') }],
        })) as { text: string };
        assert.match(begun.text, /示范市2025年/);
      });
    });
  }

  it('are read in whatever encoding they are', async () => {
    const client = connected();
    // 年报 in GB18030, which UTF-8 cannot read.
    client.files.set(at('a.nianbao'), Buffer.from([0xc4, 0xea, 0xb1, 0xa8, 0x0a]));
    await begin(client, pushedCapabilities);
    const [first] = await client.until(() => said(client, at('a.nianbao')));
    assert.ok(first);
  });

  it('are asked for of no client that did not offer to read them', async () => {
    const client = connected();
    await client.begin(fullCapabilities, { workspaceFolders: [{ uri: folder, name: 'reports' }] });
    await indexed(client);
    open(client, at('a.nianbao'), right);
    await client.settled();
    assert.ok(client.traffic.every(({ message }) => !message.method?.startsWith('nianbao/')));
  });

  it('cost a line in the log where the client cannot read them after all', async () => {
    const client = connected();
    client.refuses = true;
    await begin(client, pushedCapabilities);
    open(client, at('a.nianbao'), faulty);
    assert.equal((await client.until(() => said(client, at('a.nianbao')))).length, faults);
    assert.match(JSON.stringify(client.received('window/logMessage')), /refuses/);
  });
});
