import assert from 'node:assert/strict';
import {
  DidChangeWatchedFilesNotification,
  FileChangeType,
  FoldingRangeRequest,
  WorkspaceDiagnosticRequest,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver/node';
import { nodeFiles } from '../../server/node-files.ts';
import { startServer } from '../../server/session.ts';
import { fullCapabilities, makeReport, TestClient } from '../kit/index.ts';
import { assertManners, folderOf, open, watched } from './sessions.ts';

const FILES = 300;

describe('server: a workspace of many reports', () => {
  afterEach(assertManners);

  it('is read in the background, one file a turn, and a changed file alone again', async () => {
    const files = Object.fromEntries(
      Array.from({ length: FILES }, (_, seed) => [`${seed}.nianbao`, makeReport(seed).text]),
    );
    const folder = folderOf(files);
    let reads: string[] = [];
    const counted = {
      ...nodeFiles,
      read: (uri: string): Promise<string | undefined> => {
        if (uri.endsWith('.nianbao')) reads.push(uri);
        return nodeFiles.read(uri);
      },
    };
    const client = watched(
      TestClient.inProcess(connection => startServer(connection, { defer: setImmediate, files: counted })),
    );
    await client.begin(fullCapabilities, { workspaceFolders: [{ uri: folder.uri, name: 'reports' }] });
    const uri = 'file:///elsewhere/r.nianbao';
    open(client, uri, makeReport(1).text);
    assert.ok((await client.request(FoldingRangeRequest.type, { textDocument: { uri } }))?.length);
    assert.ok(reads.length < FILES / 10, `${reads.length} were read before the first answer`);

    await client.until(() => client.received('workspace/diagnostic/refresh')[0]);
    assert.deepEqual(reads.toSorted(), Object.keys(files).map(folder.at).sort());
    const symbols = (await client.request(WorkspaceSymbolRequest.type, { query: '' })) ?? [];
    assert.equal(symbols.length, FILES + 1);

    const ask = async (before: readonly { uri: string; resultId?: string }[] = []) =>
      (
        await client.request(WorkspaceDiagnosticRequest.type, {
          previousResultIds: before.map(({ uri, resultId }) => ({ uri, value: resultId ?? '' })),
        })
      ).items;
    const first = await ask();
    reads = [];
    folder.write('7.nianbao', makeReport(FILES).text);
    client.notify(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: folder.at('7.nianbao'), type: FileChangeType.Changed }],
    });
    await client.settled();
    await client.until(() => reads.length > 0);
    const second = await ask(first);
    assert.deepEqual(new Set(reads), new Set([folder.at('7.nianbao')]));
    assert.deepEqual(
      second.flatMap(({ uri, kind }) => (kind === 'full' ? [uri] : [])),
      [folder.at('7.nianbao')],
    );
  });
});
