import assert from 'node:assert/strict';
import {
  type CodeAction,
  CodeActionRequest,
  CompletionRequest,
  type CompletionList,
  DocumentLinkRequest,
  ErrorCodes,
  ExecuteCommandRequest,
  LSPErrorCodes,
  PrepareRenameRequest,
  RenameRequest,
  SignatureHelpRequest,
  type ClientCapabilities,
  type Command,
} from 'vscode-languageserver/node';
import { editsOf } from '../service/acting.ts';
import { applyEdits } from '../../text/index.ts';
import { checkText } from '../../service/index.ts';
import { ErrorReply, fullCapabilities, type TestClient } from '../kit/index.ts';
import { assertManners, begun, change, connected, faulty, open, right } from './sessions.ts';

const uri = 'file:///reports/r.nianbao';
const start = { line: 0, character: 0 };
const whole = { start, end: { line: 500, character: 0 } };
const context = { diagnostics: [], only: ['source.fixAll.nianbao'] };
const refuses = (reply: Promise<unknown>, code: number, message: RegExp): Promise<void> =>
  assert.rejects(
    reply,
    (error: unknown) => error instanceof ErrorReply && error.code === code && message.test(error.message),
  );
const opened = async (capabilities: ClientCapabilities, text: string): Promise<TestClient> => {
  const client = await begun(capabilities);
  open(client, uri, text);
  return client;
};
const actionsOf = async (client: TestClient): Promise<(Command | CodeAction)[]> =>
  (await client.request(CodeActionRequest.type, { textDocument: { uri }, range: whole, context })) ?? [];
const rowOf = (label: string): number => right.split('\n').findIndex(line => line.startsWith(`| ${label}`));

describe('server: what a client lacks', () => {
  afterEach(assertManners);

  it('code actions: it gets commands that do the same, on the text that they were offered for', async () => {
    const client = await opened({ workspace: { applyEdit: true } }, faulty);
    const [action] = await actionsOf(client);
    assert.ok(action && typeof action.command === 'string');
    const { title: _, ...command } = action as Command;
    const run = (): Promise<unknown> => client.request(ExecuteCommandRequest.type, command);
    assert.equal(await run(), true);
    const [applied] = client.applied;
    assert.ok(applied);
    const after = applyEdits(faulty, editsOf({ title: '', edit: applied.edit }));
    assert.ok(checkText(after).findings.length < checkText(faulty).findings.length);
    change(client, uri, 2, { range: { start, end: start }, text: '示' });
    await refuses(run(), ErrorCodes.InvalidParams, /改过/);
    await refuses(
      client.request(ExecuteCommandRequest.type, { command: 'nianbao.applyEdit', arguments: [uri, 2, 'edit'] }),
      ErrorCodes.InvalidParams,
      /改动/,
    );
  });

  it('code actions and edits from the server: it is offered none', async () => {
    assert.deepEqual(await actionsOf(await opened({}, faulty)), []);
  });

  it('code actions: their kinds are not advertised', async () => {
    const { capabilities } = await connected().begin();
    assert.deepEqual([capabilities.codeActionProvider, capabilities.renameProvider], [true, true]);
  });

  it('details beside a label: they stand behind it', async () => {
    const ask = async (capabilities: ClientCapabilities): Promise<CompletionList['items']> => {
      const client = await opened(capabilities, right.replace('| 行政许可', '| \n| 行政许可'));
      const list = await client.request(CompletionRequest.type, {
        textDocument: { uri },
        position: { line: rowOf('行政许可'), character: 2 },
      });
      return Array.isArray(list) ? list : (list?.items ?? []);
    };
    const full = (await ask(fullCapabilities)).find(({ labelDetails }) => labelDetails?.description !== undefined);
    assert.ok(full);
    const plain = (await ask({})).find(({ label }) => label === full.label);
    assert.equal(plain?.labelDetails, undefined);
    assert.ok(plain?.detail?.includes(full.labelDetails?.description ?? '?'));
  });

  it('places of parameters in a label: it finds them by their words', async () => {
    const ask = async (capabilities: ClientCapabilities): Promise<unknown> => {
      const client = await opened(capabilities, right);
      const help = await client.request(SignatureHelpRequest.type, {
        textDocument: { uri },
        position: { line: rowOf('行政许可'), character: 25 },
      });
      const [signature] = help?.signatures ?? [];
      const label = signature?.parameters?.[0]?.label;
      assert.ok(signature && label !== undefined);
      if (typeof label === 'string') assert.ok(signature.label.includes(label));
      return typeof label;
    };
    assert.deepEqual([await ask({}), await ask(fullCapabilities)], ['string', 'object']);
  });

  it('tips on links: it gets the links alone', async () => {
    const ask = async (capabilities: ClientCapabilities): Promise<unknown> => {
      const client = await opened(capabilities, `${right}\n　　详见 http://example.org/a 。\n`);
      const links = (await client.request(DocumentLinkRequest.type, { textDocument: { uri } })) ?? [];
      assert.ok(links.some(({ target }) => target === 'http://example.org/a'));
      return links.some(({ tooltip }) => tooltip !== undefined);
    };
    assert.deepEqual([await ask({}), await ask(fullCapabilities)], [false, true]);
  });
});

describe('server: renaming', () => {
  afterEach(assertManners);

  it('tells why a name does not fit, and where there is none', async () => {
    const client = await opened(fullCapabilities, right);
    const at = (line: number, newName: string): Promise<unknown> =>
      client.request(RenameRequest.type, { textDocument: { uri }, position: { line, character: 1 }, newName });
    await refuses(at(0, '北屏{县}'), LSPErrorCodes.RequestFailed, /不能含/);
    await refuses(at(0, ''), LSPErrorCodes.RequestFailed, /不能为空/);
    await refuses(at(rowOf('行政许可'), '北屏县'), LSPErrorCodes.RequestFailed, /只有机关名称/);
    const prepare = { textDocument: { uri }, position: { line: rowOf('行政许可'), character: 1 } };
    await refuses(client.request(PrepareRenameRequest.type, prepare), LSPErrorCodes.RequestFailed, /只有机关名称/);
    assert.ok(await at(0, '北屏县'));
  });
});
