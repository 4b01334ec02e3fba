import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import {
  ApplyWorkspaceEditRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  type Diagnostic,
  DidChangeWorkspaceFoldersNotification,
  DocumentDiagnosticRequest,
  DocumentSymbolRequest,
  ErrorCodes,
  ExecuteCommandRequest,
  FileChangeType,
  HoverRequest,
  LSPErrorCodes,
  type MarkupContent,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  TextDocumentEdit,
  TextEdit,
  WorkspaceDiagnosticRequest,
  type WorkspaceDiagnosticReport,
} from 'vscode-languageserver/node';
import { nodeFiles } from '../../server/node-files.ts';
import { Session } from '../../server/session.ts';
import { checkText } from '../../service/index.ts';
import { applyEdits } from '../../text/index.ts';
import { ErrorReply, fullCapabilities, pushedCapabilities, TestClient } from '../kit/index.ts';
import { advertised, noQuestions, questions } from './questions.ts';
import {
  assertManners,
  begun,
  builtServer,
  change,
  connected,
  faulty,
  folderOf,
  open,
  right,
  spawnedServer,
  watched,
} from './sessions.ts';

const uri = 'file:///reports/r.nianbao';
const published = (client: TestClient, at = uri): PublishDiagnosticsParams[] =>
  client.notified(PublishDiagnosticsNotification.type).filter(one => one.uri === at);
const latest = (client: TestClient, at = uri): readonly Diagnostic[] | undefined =>
  published(client, at).at(-1)?.diagnostics;
const codes = (diagnostics: readonly Diagnostic[] | undefined): unknown[] =>
  (diagnostics ?? []).map(({ code }) => code);
const words = ([first]: readonly Diagnostic[] = []): string =>
  typeof first?.message === 'string' ? first.message : assert.fail('no message');
const rulesIn = (text: string): string[] => checkText(text).findings.map(({ rule }) => rule);
const asked = async (client: TestClient, at = uri): Promise<unknown[]> => {
  const report = await client.request(DocumentDiagnosticRequest.type, { textDocument: { uri: at } });
  assert.equal(report.kind, 'full');
  return codes('items' in report ? report.items : []);
};
const refuses = (reply: Promise<unknown>, code: number, message: RegExp): Promise<void> =>
  assert.rejects(
    reply,
    (error: unknown) => error instanceof ErrorReply && error.code === code && message.test(error.message),
  );
const start = { line: 0, character: 0 };

describe('server: a session', () => {
  afterEach(assertManners);

  describe('introduces itself', () => {
    it('to a client that has everything: it is asked, and never tells unasked', async () => {
      const client = connected();
      const { capabilities, serverInfo } = await client.begin(fullCapabilities);
      assert.equal(serverInfo?.name, 'nianbao');
      assert.ok(capabilities.diagnosticProvider);
      open(client, uri, faulty);
      assert.deepEqual(await asked(client), rulesIn(faulty));
      await client.settled();
      assert.deepEqual(published(client), []);
      const registered = client.received('client/registerCapability').map(({ params }) => JSON.stringify(params));
      assert.match(registered.join(), /didChangeConfiguration.*didChangeWatchedFiles/);
    });

    it('to one that advertises nothing: it tells unasked, asks nothing, and answers in the oldest words', async () => {
      const client = connected();
      const { capabilities } = await client.begin();
      assert.equal(capabilities.diagnosticProvider, undefined);
      open(client, uri, faulty);
      await client.until(() => published(client)[0]);
      const line = faulty.split('\n').findIndex(text => text.includes('7.属于行政执法案卷'));
      const position = { line, character: 42 };
      const range = { start, end: { line: 200, character: 0 } };
      for (const [method, ask] of advertised(capabilities)) {
        const given = ask({ uri, position, range, diagnostics: [...(latest(client) ?? [])], resultId: '0' });
        // It takes no edits, which the command must say.
        const reply = client.request(method, given);
        if (method.endsWith('ename')) await refuses(reply, LSPErrorCodes.RequestFailed, /机关名称/);
        else if (JSON.stringify(given).includes('mend')) await refuses(reply, ErrorCodes.InvalidParams, /编辑器/);
        else await reply;
      }
      await client.settled();
      const said = client.traffic.filter(({ from }) => from === 'server').map(({ message }) => message);
      assert.deepEqual(
        said.flatMap(({ id, method }) => (id !== undefined && method !== undefined ? [method] : [])),
        [],
      );
      const all = JSON.stringify(said);
      const newer =
        /"kind":"markdown"|"insertTextFormat":2|"documentChanges"|"relatedInformation"|"tags"|"codeDescription"|"insert":|"targetUri"|"labelDetails"|"isPreferred"/;
      assert.doesNotMatch(all, newer);
      const symbols = (await client.request(DocumentSymbolRequest.type, { textDocument: { uri } })) ?? [];
      assert.ok(symbols.length > 0 && symbols.every(symbol => 'location' in symbol));
    });

    it('to one that has everything and refuses whatever is asked of it', async () => {
      const folder = folderOf({ 'a.nianbao': faulty });
      const client = connected();
      client.refuses = true;
      await client.begin(pushedCapabilities, { workspaceFolders: [{ uri: folder.uri, name: 'reports' }] });
      open(client, uri, faulty);
      await client.until(() => latest(client));
      await client.until(() => latest(client, folder.at('a.nianbao')));
      client.notify(DidChangeConfigurationNotification.type, { settings: null });
      const run = (command: string): Promise<unknown> =>
        client.request(ExecuteCommandRequest.type, { command, arguments: [uri] });
      assert.equal(await run('nianbao.mendAll'), 0);
      assert.equal(((await run('nianbao.checkWorkspace')) as { files: number }).files, 2);
    });

    it('names nothing that the tests do not ask', async () => {
      const client = connected();
      const { capabilities } = await client.begin(fullCapabilities);
      const others = Object.keys(capabilities).filter(key => !(key in questions));
      assert.deepEqual(others, noQuestions);
    });

    it('and answers nothing before that, and nothing after it was shut down', async () => {
      const client = connected();
      const hover = { textDocument: { uri }, position: start };
      await refuses(client.request(HoverRequest.type, hover), ErrorCodes.ServerNotInitialized, /./);
      await client.begin();
      assert.equal(await client.request(HoverRequest.type, hover), null);
      await client.request('shutdown');
      await refuses(client.request(HoverRequest.type, hover), ErrorCodes.InvalidRequest, /./);
    });
  });

  describe('ends', () => {
    before(() => assert.ok(existsSync(builtServer), 'dist/server.js is missing: npm run build'));

    it('with 0 when it was shut down before, with 1 when it was not or the wire broke', async () => {
      const [polite, rude, gone] = [spawnedServer(), spawnedServer(), spawnedServer()];
      await Promise.all([polite, rude, gone].map(({ client }) => client.begin()));
      assert.equal(await polite.client.request('shutdown'), null);
      polite.client.notify('exit');
      rude.client.notify('exit');
      gone.end();
      assert.deepEqual(await Promise.all([polite.exit, rude.exit, gone.exit]), [0, 1, 1]);
    });

    it('when the process that started it dies', async () => {
      const parent = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 1e6)']);
      const server = spawnedServer();
      await server.client.begin({}, { processId: parent.pid ?? null });
      parent.kill();
      assert.equal(await server.exit, 1);
    });
  });

  describe('tells what is wrong', () => {
    it('of each version under its number, and never of an older one later', async () => {
      const client = await begun(pushedCapabilities);
      open(client, uri, right);
      assert.deepEqual(codes((await client.until(() => published(client)[0])).diagnostics), []);
      for (let version = 2; version < 30; version++) {
        change(client, uri, version, { range: { start, end: start }, text: '示' });
      }
      change(client, uri, 30, { text: faulty });
      await client.until(() => published(client).some(({ version }) => version === 30));
      await client.settled();
      const versions = published(client).map(({ version }) => version ?? 0);
      assert.deepEqual(
        versions,
        [...new Set(versions)].sort((a, b) => a - b),
      );
      assert.deepEqual(codes(latest(client)), rulesIn(faulty));
      assert.equal(published(client).at(-1)?.version, 30);
    });

    it('not of a text that was followed by a newer one already', async () => {
      const client = await begun(pushedCapabilities);
      await client.settled();
      open(client, uri, right);
      for (let version = 2; version <= 20; version++) {
        change(client, uri, version, { range: { start, end: start }, text: '示' });
      }
      await client.until(() => published(client)[0]);
      await client.settled();
      assert.deepEqual(
        published(client).map(({ version }) => version),
        [20],
      );
    });

    it('again in the file’s own words once it is closed', async () => {
      const folder = folderOf({ 'r.nianbao': right });
      const client = await begun(pushedCapabilities);
      const at = folder.at('r.nianbao');
      open(client, at, faulty);
      await client.until(() => published(client, at)[0]);
      client.notify(DidCloseTextDocumentNotification.type, { textDocument: { uri: at } });
      await client.until(() => latest(client, at)?.length === 0);
    });

    it('with a result’s id that stays as long as nothing changed', async () => {
      const client = await begun(fullCapabilities);
      open(client, uri, faulty);
      const ask = async (previousResultId?: string): Promise<{ kind: string; resultId?: string }> =>
        client.request(DocumentDiagnosticRequest.type, {
          textDocument: { uri },
          ...(previousResultId !== undefined && { previousResultId }),
        });
      const { kind, resultId } = await ask();
      assert.equal(kind, 'full');
      assert.deepEqual(await ask(resultId), { kind: 'unchanged', resultId });
      change(client, uri, 2, { range: { start, end: start }, text: '示' });
      const after = await ask(resultId);
      assert.equal(after.kind, 'full');
      assert.notEqual(after.resultId, resultId);
      client.settings = { locale: 'en' };
      client.notify(DidChangeConfigurationNotification.type, { settings: null });
      await client.until(() => client.received('workspace/inlayHint/refresh')[0]);
      assert.equal((await ask(after.resultId)).kind, 'full');
    });
  });

  describe('knows the folders', () => {
    const workspaceReport = async (
      client: TestClient,
      before?: WorkspaceDiagnosticReport,
    ): Promise<WorkspaceDiagnosticReport> =>
      client.request(WorkspaceDiagnosticRequest.type, {
        previousResultIds: (before?.items ?? []).map(({ uri, resultId }) => ({ uri, value: resultId ?? '' })),
      });
    const kinds = (report: WorkspaceDiagnosticReport): Record<string, string> =>
      Object.fromEntries(
        report.items.map(item => [
          decodeURIComponent(item.uri).replace(/^.*\//, ''),
          item.kind === 'full' ? `${item.version ?? 'file'}: ${codes(item.items).length}` : item.kind,
        ]),
      );
    const changed = (client: TestClient, uri: string, type: FileChangeType): void =>
      client.notify(DidChangeWatchedFilesNotification.type, { changes: [{ uri, type }] });
    const inFolders = (...uris: string[]): { workspaceFolders: { uri: string; name: string }[] } => ({
      workspaceFolders: uris.map(uri => ({ uri, name: 'reports' })),
    });
    const faults = rulesIn(faulty).length;

    it('and answers of them all, the open ones as they are open', async () => {
      const folder = folderOf({ 'a.nianbao': right, '子/b.年报': faulty, 'c.nianbao': faulty, 'd.txt': faulty });
      const client = await begun(fullCapabilities, inFolders(folder.uri));
      await client.until(() => client.received('workspace/diagnostic/refresh')[0]);
      open(client, folder.at('c.nianbao'), right, 4);
      const first = await workspaceReport(client);
      assert.deepEqual(kinds(first), { 'c.nianbao': '4: 0', 'a.nianbao': 'file: 0', 'b.年报': `file: ${faults}` });
      assert.deepEqual(new Set(Object.values(kinds(await workspaceReport(client, first)))), new Set(['unchanged']));
      folder.write('a.nianbao', faulty);
      changed(client, folder.at('a.nianbao'), FileChangeType.Changed);
      const second = await workspaceReport(client, first);
      assert.deepEqual(kinds(second), {
        'c.nianbao': 'unchanged',
        'a.nianbao': `file: ${faults}`,
        'b.年报': 'unchanged',
      });
      folder.remove('a.nianbao');
      changed(client, folder.at('a.nianbao'), FileChangeType.Deleted);
      await new Promise(resolve => setTimeout(resolve, 20));
      assert.equal(kinds(await workspaceReport(client, second))['a.nianbao'], 'file: 0');
    });

    it('and answers piece by piece where it is asked to', async () => {
      const folder = folderOf({ 'a.nianbao': right, 'b.nianbao': faulty });
      const client = await begun(fullCapabilities, inFolders(folder.uri));
      await client.until(() => client.received('workspace/diagnostic/refresh')[0]);
      const { items } = await client.request(WorkspaceDiagnosticRequest.type, {
        previousResultIds: [],
        partialResultToken: 'pieces',
        workDoneToken: 'work',
      });
      assert.deepEqual(items, []);
      const pieces = client.received('$/progress').map(({ params }) => params as { token: string; value: object });
      const found = pieces.flatMap(({ token, value }) =>
        token === 'pieces' ? (value as WorkspaceDiagnosticReport).items : [],
      );
      assert.deepEqual(kinds({ items: found }), { 'a.nianbao': 'file: 0', 'b.nianbao': `file: ${faults}` });
      const work = pieces.flatMap(({ token, value }) => (token === 'work' ? [(value as { kind: string }).kind] : []));
      assert.deepEqual([work[0], work.at(-1)], ['begin', 'end']);
    });

    it('and tells of them unasked, also that a file is gone', async () => {
      const folder = folderOf({ 'a.nianbao': faulty });
      const client = await begun(pushedCapabilities, inFolders(folder.uri));
      const at = folder.at('a.nianbao');
      await client.until(() => latest(client, at)?.length === faults);
      assert.equal(published(client, at)[0]?.version, undefined);
      folder.remove('a.nianbao');
      changed(client, at, FileChangeType.Deleted);
      await client.until(() => latest(client, at)?.length === 0);
      folder.write('b.nianbao', faulty);
      changed(client, folder.at('b.nianbao'), FileChangeType.Created);
      await client.until(() => latest(client, folder.at('b.nianbao'))?.length === faults);
    });

    it('as they come and go', async () => {
      const [one, two] = [folderOf({ 'a.nianbao': faulty }), folderOf({ 'b.nianbao': faulty })];
      const client = await begun(pushedCapabilities, inFolders(one.uri));
      await client.until(() => latest(client, one.at('a.nianbao')));
      const [a, b] = [one, two].map(({ uri }) => ({ uri, name: 'reports' })) as [
        { uri: string; name: string },
        { uri: string; name: string },
      ];
      client.notify(DidChangeWorkspaceFoldersNotification.type, { event: { added: [b], removed: [a] } });
      await client.until(() => latest(client, two.at('b.nianbao'))?.length === faults);
      await client.until(() => latest(client, one.at('a.nianbao'))?.length === 0);
    });

    it('and finds last year’s report among them', async () => {
      const lastYear = right
        .replaceAll('2025', '2024')
        .replace('| 行政许可 |            41287 |', '| 行政许可 | 39001 |');
      const folder = folderOf({ 'a.nianbao': lastYear });
      const client = await begun(fullCapabilities, inFolders(folder.uri));
      await client.until(() => client.received('workspace/diagnostic/refresh')[0]);
      open(client, uri, right);
      const line = right.split('\n').findIndex(text => text.startsWith('| 行政许可'));
      const hover = await client.request(HoverRequest.type, {
        textDocument: { uri },
        position: { line, character: 25 },
      });
      assert.match((hover?.contents as MarkupContent).value, /39001/);
    });
  });

  describe('heeds the settings', () => {
    const totals = rulesIn(faulty).filter(rule => rule === 'row-total').length;
    const totalsIn = (client: TestClient, at = uri): number =>
      codes(latest(client, at)).filter(code => code === 'row-total').length;

    it('of a client that is asked for them', async () => {
      const client = connected();
      client.settings = { locale: 'en', rules: { 'row-total': 'off' } };
      await client.begin(pushedCapabilities, { locale: 'zh-cn' });
      open(client, uri, faulty);
      await client.until(() => published(client).length > 0 && totalsIn(client) === 0);
      assert.doesNotMatch(words(latest(client)), /年/);
      client.settings = { locale: 'zh' };
      client.notify(DidChangeConfigurationNotification.type, { settings: null });
      await client.until(() => totalsIn(client) === totals);
      assert.match(words(latest(client)), /年/);
    });

    it('of a client that sends them, and its language', async () => {
      const client = await begun({}, { locale: 'en-GB' });
      open(client, uri, faulty);
      const { diagnostics } = await client.until(() => published(client)[0]);
      assert.doesNotMatch(words(diagnostics), /年/);
      const settings = { nianbao: { locale: 'zh', rules: { 'row-total': 'off' } } };
      client.notify(DidChangeConfigurationNotification.type, { settings });
      await client.until(() => totalsIn(client) === 0);
      assert.match(words(latest(client)), /年/);
    });

    it('of the folder, over those of the client, again when they change', async () => {
      assert.ok(totals > 0);
      const folder = folderOf({ '.nianbaorc.json': '{ "rules": { "row-total": "off" } }', 'a.nianbao': faulty });
      const client = connected();
      client.settings = { rules: { 'row-total': 'warning' } };
      await client.begin(pushedCapabilities);
      const at = folder.at('a.nianbao');
      open(client, at, faulty);
      await client.until(() => published(client, at)[0]);
      await client.settled();
      assert.equal(totalsIn(client, at), 0);
      folder.write('.nianbaorc.json', '{}');
      const changes = [{ uri: folder.at('.nianbaorc.json'), type: FileChangeType.Changed }];
      client.notify(DidChangeWatchedFilesNotification.type, { changes });
      await client.until(() => totalsIn(client, at) === totals);
    });
  });

  describe('never answers from a text that is not the editor’s', () => {
    const broken = async (version: number, character: number): Promise<TestClient> => {
      const client = await begun(pushedCapabilities);
      open(client, uri, `𠀀${right}`, 5);
      await client.until(() => published(client)[0]);
      const range = { start: { line: 0, character }, end: { line: 0, character } };
      change(client, uri, version, { range, text: '示' });
      await client.until(() => client.received('window/showMessage')[0]);
      return client;
    };

    for (const [what, version, character] of [
      ['a change of an older version', 4, 0],
      ['a change that cuts a character in two', 6, 1],
    ] as const) {
      it(`after ${what}, until it has the whole text again`, async () => {
        const client = await broken(version, character);
        const ask = (): Promise<unknown> => client.request(DocumentSymbolRequest.type, { textDocument: { uri } });
        await refuses(ask(), LSPErrorCodes.ContentModified, /version/);
        change(client, uri, 7, { range: { start, end: start }, text: '示' });
        await refuses(ask(), LSPErrorCodes.ContentModified, /version/);
        assert.equal(client.received('window/showMessage').length, 1);
        assert.deepEqual(
          published(client).map(one => one.version),
          [5],
        );
        change(client, uri, 8, { text: faulty });
        assert.ok(await ask());
        await client.until(() => published(client).at(-1)?.version === 8);
        assert.deepEqual(codes(latest(client)), rulesIn(faulty));
      });
    }
  });

  describe('obeys', () => {
    it('and mends all that is certain, in one edit of the version it saw', async () => {
      const client = await begun(fullCapabilities);
      open(client, uri, faulty, 3);
      const mend = { command: 'nianbao.mendAll', arguments: [uri] };
      const count = Number(await client.request(ExecuteCommandRequest.type, mend));
      assert.equal(client.received(ApplyWorkspaceEditRequest.method).length, 1);
      const [change] = client.applied[0]?.edit.documentChanges ?? [];
      assert.ok(TextDocumentEdit.is(change));
      assert.deepEqual(change.textDocument, { uri, version: 3 });
      const edits = change.edits.filter(edit => TextEdit.is(edit));
      const after = applyEdits(
        faulty,
        edits.map(({ range, newText }) => ({ range, text: newText })),
      );
      assert.equal(count, edits.length);
      open(client, uri, after, 4);
      assert.equal(await client.request(ExecuteCommandRequest.type, mend), 0, 'nothing certain is left');
      open(client, uri, faulty, 5);
      client.takesEdits = false;
      assert.equal(await client.request(ExecuteCommandRequest.type, mend), 0);
    });

    it('no command that it does not know, and none about a report that is not open', async () => {
      const client = await begun(fullCapabilities);
      const run = (command: string, ...given: unknown[]): Promise<unknown> =>
        client.request(ExecuteCommandRequest.type, { command, arguments: given });
      await refuses(run('nianbao.dance'), ErrorCodes.InvalidParams, /nianbao\.dance/);
      await refuses(run('nianbao.mendAll', uri), ErrorCodes.InvalidParams, /没有打开/);
      for (const wrong of [{}, { organ: '示范市' }, { organ: '示范市', year: 20.5 }, { organ: '示\n范', year: 2025 }]) {
        await refuses(run('nianbao.newReport', wrong), ErrorCodes.InvalidParams, /机关名称和年度/);
      }
    });

    it('and says how far it is with the workspace', async () => {
      const folder = folderOf({ 'a.nianbao': faulty, 'b.nianbao': right });
      const client = await begun(fullCapabilities, { workspaceFolders: [{ uri: folder.uri, name: 'reports' }] });
      // Asked before the folder was gone through for reports, it waits until they are known.
      const counts: unknown = await client.request(ExecuteCommandRequest.type, { command: 'nianbao.checkWorkspace' });
      assert.equal((counts as { files: number }).files, 2);
      const told = client
        .received('$/progress')
        .map(({ params }) => (params as { value: { kind: string } }).value.kind);
      assert.deepEqual([told[0], told.at(-1)], ['begin', 'end']);
    });
  });

  it('loses one answer to a fault of ours, and says where it was', async () => {
    let session: Session | undefined;
    const client = watched(
      TestClient.inProcess(connection => {
        session = new Session(connection, { defer: setImmediate, files: nodeFiles });
        session.listen();
      }),
    );
    await client.begin();
    open(client, uri, right);
    session!.index.reports = () => assert.fail('boom');
    await refuses(client.request('workspace/symbol', { query: '示' }), ErrorCodes.InternalError, /boom/);
    assert.match(JSON.stringify(client.received('window/logMessage')), /boom.*at /);
    const symbols = await client.request(DocumentSymbolRequest.type, { textDocument: { uri } });
    assert.ok(symbols?.length);
  });

  it('loses one file of many to a fault of ours', async () => {
    const folder = folderOf({ 'a.nianbao': faulty, 'b.nianbao': faulty, 'c.nianbao': faulty });
    for (const capabilities of [fullCapabilities, pushedCapabilities]) {
      const client = watched(
        TestClient.inProcess(connection => {
          const session = new Session(connection, { defer: setImmediate, files: nodeFiles });
          const { read } = session.files;
          Object.assign(session.files, {
            read: (at: string) => (at === folder.at('b.nianbao') ? assert.fail('boom') : read(at)),
          });
          session.listen();
        }),
      );
      await client.begin(capabilities, { workspaceFolders: [{ uri: folder.uri, name: 'reports' }] });
      const counts: unknown = await client.request(ExecuteCommandRequest.type, { command: 'nianbao.checkWorkspace' });
      assert.equal((counts as { files: number }).files, 2);
      assert.match(JSON.stringify(client.received('window/logMessage')), /b\.nianbao.*boom/);
    }
  });

  it('tells what it can where a fault of ours keeps it from one report', async () => {
    let session: Session | undefined;
    const client = watched(
      TestClient.inProcess(connection => {
        session = new Session(connection, { defer: setImmediate, files: nodeFiles });
        session.listen();
      }),
    );
    await client.begin(pushedCapabilities);
    const findingsOf = session!.findingsOf.bind(session);
    session!.findingsOf = snapshot => (snapshot.uri === uri ? assert.fail('boom') : findingsOf(snapshot));
    open(client, uri, faulty);
    open(client, 'file:///other.nianbao', faulty);
    await client.until(() => latest(client, 'file:///other.nianbao'));
    await client.until(() => JSON.stringify(client.received('window/logMessage')).includes('boom'));
    assert.equal(latest(client), undefined);
  });
});
