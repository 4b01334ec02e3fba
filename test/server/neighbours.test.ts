import assert from 'node:assert/strict';
import {
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DocumentDiagnosticRequest,
  FileChangeType,
  PublishDiagnosticsNotification,
  WorkspaceDiagnosticRequest,
  type Diagnostic,
  type DocumentDiagnosticReport,
} from 'vscode-languageserver/node';
import { nodeFiles } from '../../server/node-files.ts';
import { Session } from '../../server/session.ts';
import { fullCapabilities, pushedCapabilities, TestClient } from '../kit/index.ts';
import { applications, lines } from '../rules/snippets.ts';
import { assertManners, change, connected, folderOf, open, watched } from './sessions.ts';

const OWN =
  '　　把补贴发放、工程招标、集体收支三类事项逐户逐项张贴上墙，请村民代表核对签字后存档备查，并在赶集日用大喇叭播报到账时间。';

/** A report with one paragraph of its own, and what was carried into the year and over to the next. */
const report = (organ: string, year: number, prose: string, carriedIn: number, carriedOver: number): string =>
  lines(`${organ}${year}年政府信息公开工作年度报告`, '', '一、总体情况', prose) +
  applications(
    `| 二、上年结转政府信息公开申请数量 | ${carriedIn} | 0 | 0 | 0 | 0 | 0 | ${carriedIn} |`,
    `| 四、结转下年度继续办理 | ${carriedOver} | 0 | 0 | 0 | 0 | 0 | ${carriedOver} |`,
  );

const about = (diagnostics: readonly Diagnostic[] | undefined): string[] =>
  (diagnostics ?? []).map(({ code }) => String(code)).filter(code => ['carry-over', 'copied-prose'].includes(code));

describe('server: reports that are neighbours', () => {
  afterEach(assertManners);

  const last = (client: TestClient, uri: string): readonly Diagnostic[] | undefined =>
    client.notified(PublishDiagnosticsNotification.type).findLast(params => params.uri === uri)?.diagnostics;

  const begun = async (pulls: 'asks' | 'is told', folder: { uri: string }): Promise<TestClient> => {
    const client = connected();
    await client.begin(pulls === 'asks' ? fullCapabilities : pushedCapabilities, {
      workspaceFolders: [{ uri: folder.uri, name: 'reports' }],
    });
    return client;
  };

  const ask = (client: TestClient, uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> =>
    client.request(DocumentDiagnosticRequest.type, {
      textDocument: { uri },
      ...(previousResultId !== undefined && { previousResultId }),
    });

  const changed = (client: TestClient, uri: string, type: FileChangeType): void =>
    client.notify(DidChangeWatchedFilesNotification.type, { changes: [{ uri, type }] });

  it('are told of, open or closed, as the others change', async () => {
    const folder = folderOf({
      '2024.nianbao': report('石桥镇', 2024, OWN, 0, 2),
      '2025.nianbao': report('石桥镇', 2025, OWN, 3, 0),
      'other.nianbao': report('南渡镇', 2025, OWN.replace('三类', '4类'), 0, 0),
    });
    const client = await begun('is told', folder);
    const [before, now, other] = ['2024.nianbao', '2025.nianbao', 'other.nianbao'].map(folder.at) as [
      string,
      string,
      string,
    ];
    await client.until(() => about(last(client, now)).length === 3 && about(last(client, other)).length === 1);
    assert.deepEqual(about(last(client, now)), ['copied-prose', 'carry-over', 'carry-over']);
    assert.deepEqual(about(last(client, before)), []);

    open(client, now, report('石桥镇', 2025, OWN, 3, 0));
    await client.until(() => last(client, now) && about(last(client, now)).length === 3);
    folder.write('2024.nianbao', report('石桥镇', 2024, '', 0, 3));
    changed(client, before, FileChangeType.Changed);
    await client.until(() => about(last(client, now)).join() === 'copied-prose');
    folder.remove('other.nianbao');
    changed(client, other, FileChangeType.Deleted);
    await client.until(() => about(last(client, now)).length === 0);

    // An open report counts as it stands in the editor, and as its file does when it is closed.
    open(client, before, report('石桥镇', 2024, OWN, 0, 9));
    await client.until(() => about(last(client, now)).length === 3);
    change(client, before, 2, { text: report('石桥镇', 2024, '', 0, 5) });
    await client.until(() => about(last(client, now)).join() === 'carry-over,carry-over');
    client.notify(DidCloseTextDocumentNotification.type, { textDocument: { uri: before } });
    await client.until(() => about(last(client, now)).length === 0);
  });

  it('are another answer when a neighbour has changed, and the same one when it has not', async () => {
    const folder = folderOf({ '2024.nianbao': report('石桥镇', 2024, '', 0, 3) });
    const client = await begun('asks', folder);
    await client.until(() => client.received('workspace/diagnostic/refresh')[0]);
    const [before, now] = [folder.at('2024.nianbao'), folder.at('2025.nianbao')];
    open(client, now, report('石桥镇', 2025, OWN, 3, 0));
    const first = await ask(client, now);
    assert.ok(first.kind === 'full' && about(first.items).length === 0);
    assert.equal((await ask(client, now, first.resultId)).kind, 'unchanged');

    const refreshes = client.received('workspace/diagnostic/refresh').length;
    folder.write('2024.nianbao', report('石桥镇', 2024, OWN, 0, 2));
    changed(client, before, FileChangeType.Changed);
    await client.until(() => client.received('workspace/diagnostic/refresh').length > refreshes);
    const second = await ask(client, now, first.resultId);
    assert.ok(second.kind === 'full');
    assert.deepEqual(about(second.items), ['copied-prose', 'carry-over', 'carry-over']);
    folder.write('elsewhere.nianbao', report('南渡镇', 2022, '', 0, 0));
    changed(client, folder.at('elsewhere.nianbao'), FileChangeType.Created);
    await client.until(() => client.received('workspace/diagnostic/refresh').length > refreshes + 1);
    assert.equal((await ask(client, now, second.resultId)).kind, 'unchanged');
  });

  it('are told of when the whole workspace is asked for, and again only when that is something else', async () => {
    const folder = folderOf({
      '2024.nianbao': report('石桥镇', 2024, '', 0, 2),
      '2025.nianbao': report('石桥镇', 2025, '', 3, 0),
    });
    const client = await begun('asks', folder);
    await client.until(() => client.received('workspace/diagnostic/refresh')[0]);
    const workspace = async (previous: readonly { uri: string; resultId?: string }[] = []) =>
      (
        await client.request(WorkspaceDiagnosticRequest.type, {
          previousResultIds: previous.map(({ uri, resultId }) => ({ uri, value: resultId ?? '' })),
        })
      ).items;
    const now = folder.at('2025.nianbao');
    const first = await workspace();
    const found = first.find(({ uri }) => uri === now);
    assert.ok(found?.kind === 'full');
    assert.deepEqual(about(found.items), ['carry-over', 'carry-over']);
    assert.ok((await workspace(first)).every(({ kind }) => kind === 'unchanged'));

    folder.write('2024.nianbao', report('石桥镇', 2024, '', 0, 3));
    const refreshes = client.received('workspace/diagnostic/refresh').length;
    changed(client, folder.at('2024.nianbao'), FileChangeType.Changed);
    await client.until(() => client.received('workspace/diagnostic/refresh').length > refreshes);
    const again = (await workspace(first)).find(({ uri }) => uri === now);
    assert.ok(again?.kind === 'full' && about(again.items).length === 0);
  });

  it('are told of though we have a fault in one that is open and in one that is not', async () => {
    const folder = folderOf({
      '0.nianbao': report('南渡镇', 2025, '', 0, 0),
      '2024.nianbao': report('石桥镇', 2024, '', 0, 2),
      '2025.nianbao': report('石桥镇', 2025, '', 3, 0),
    });
    const [broken, opened] = [folder.at('0.nianbao'), 'file:///elsewhere/r.nianbao'];
    let session: Session | undefined;
    const client = watched(
      TestClient.inProcess(connection => {
        session = new Session(connection, { defer: setImmediate, files: nodeFiles });
        session.listen();
      }),
    );
    await client.begin(pushedCapabilities, { workspaceFolders: [{ uri: folder.uri, name: 'reports' }] });
    open(client, opened, report('南渡镇', 2021, '', 0, 0));
    const now = folder.at('2025.nianbao');
    await client.until(() => last(client, opened) && about(last(client, now)).length === 2);
    const { index } = session!;
    const [findingsOf, concern] = [session!.findingsOf.bind(session), index.concern.bind(index)];
    session!.findingsOf = snapshot => (snapshot.uri === opened ? fails() : findingsOf(snapshot));
    index.concern = uri => (uri === broken ? fails() : concern(uri));
    folder.write('2024.nianbao', report('石桥镇', 2024, '', 0, 3));
    changed(client, folder.at('2024.nianbao'), FileChangeType.Changed);
    await client.until(() => about(last(client, now)).length === 0);
    const logged = client.received('window/logMessage').map(({ params }) => (params as { message: string }).message);
    assert.deepEqual(new Set(logged.map(message => message.split(': ')[0])), new Set([broken, opened]));
  });
});

function fails(): never {
  throw new Error('a fault of our own');
}
