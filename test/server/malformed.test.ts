import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { setImmediate as soon } from 'node:timers/promises';
import { ErrorCodes, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { Connection } from '../../server/connection.ts';
import { startServer } from '../../server/session.ts';
import { ErrorReply, fullCapabilities, streamWire, type WireMessage } from '../kit/index.ts';
import { ownQuestions, questions } from './questions.ts';
import { begun, open, right } from './sessions.ts';

/** What a server answers to these bytes, and with what it ends. */
async function answers(...frames: string[]): Promise<{ heard: WireMessage[]; exit: number | undefined }> {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const heard: WireMessage[] = [];
  let exit: number | undefined;
  startServer(new Connection(new StreamMessageReader(input), new StreamMessageWriter(output)), {
    defer: setImmediate,
    exit: code => (exit = code),
  });
  streamWire(input, output).listen(message => heard.push(message));
  for (const frame of frames) input.write(frame);
  for (let times = 0; times < 20; times++) await soon();
  return { heard, exit };
}

const framed = (body: string): string => `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

describe('server: what is no message', () => {
  it('is answered, and the session goes on', async () => {
    const bodies = ['{"jsonrpc"', '', '5', '[]', '{}', '{"id":7}', '{"id":"x","method":5}'];
    const { heard, exit } = await answers(
      ...bodies.map(framed),
      framed('{"jsonrpc":"2.0","id":8,"method":"shutdown"}'),
    );
    assert.deepEqual(
      heard.slice(0, -1).map(({ id, error }) => [id, error?.code]),
      [
        [null, -32700],
        [null, -32700],
        [null, -32600],
        [null, -32600],
        [null, -32600],
        [7, -32600],
        ['x', -32600],
      ],
    );
    assert.deepEqual([heard.at(-1)?.id, exit], [8, undefined]);
  });

  it('is a request before the session, or after it, of whatever method', async () => {
    const ask = (id: number, method: string): string =>
      framed(JSON.stringify({ jsonrpc: '2.0', id, method, params: {} }));
    const introduction = framed(
      '{"jsonrpc":"2.0","id":3,"method":"initialize","params":{"processId":null,"rootUri":null,"capabilities":{}}}',
    );
    const { heard } = await answers(
      ask(1, 'nianbao/nothing'),
      ask(2, 'shutdown'),
      introduction,
      introduction.replace('3', '4'),
      ask(5, 'shutdown'),
      ask(6, 'nianbao/nothing'),
    );
    assert.deepEqual(
      heard.map(({ id, error }) => [id, error?.code]),
      [
        [1, -32002],
        [2, -32002],
        [3, undefined],
        [4, -32600],
        [5, undefined],
        [6, -32600],
      ],
    );
  });

  it('is a request under the number of one that has no answer yet: each has its own', async () => {
    const ask = (id: unknown): string => framed(JSON.stringify({ jsonrpc: '2.0', id, method: 'nianbao/editions' }));
    const { heard } = await answers([1, '1', 1, 2].map(ask).join(''));
    assert.deepEqual(
      heard.map(({ id, error }) => [id, error?.code]),
      [
        ['1', -32600],
        [1, -32600],
        [1, -32002],
        [2, -32002],
      ],
    );
  });

  it('is what a method cannot be asked: it says so, and is no fault of ours', async () => {
    const client = await begun(fullCapabilities);
    const asked = [...Object.values(questions).flat(), ...ownQuestions].map(([method]) => method);
    for (const method of new Set(asked)) {
      // These two need nothing.
      if (/^nianbao.(reports|editions)$/.test(method)) continue;
      for (const params of [{}, { textDocument: null, position: { line: -1, character: 0.5 } }]) {
        await assert.rejects(
          client.request(method, params),
          error =>
            error instanceof ErrorReply && error.code === ErrorCodes.InvalidParams && /params\.\w/.test(error.message),
          method,
        );
      }
    }
    client.check.violations.splice(0);
  });

  it('is a notification without sense: it is logged, and the session goes on', async () => {
    const client = await begun(fullCapabilities);
    const uri = 'file:///r.nianbao';
    open(client, uri, right);
    const methods = ['didOpen', 'didChange', 'didClose'].map(name => `textDocument/${name}`);
    methods.push('workspace/didChangeWatchedFiles', 'workspace/didChangeWorkspaceFolders');
    for (const method of methods) {
      for (const params of [undefined, [], {}, { textDocument: { uri: 5 }, changes: [null], event: { added: 'x' } }]) {
        client.notify(method, params);
      }
    }
    assert.ok(await client.request('textDocument/documentSymbol', { textDocument: { uri } }));
    assert.equal(client.received('window/logMessage').length, methods.length * 4);
    client.check.violations.splice(0);
  });

  for (const header of ['Content-Type: x\r\n\r\n', 'Content-Length: many\r\n\r\n', 'x\r\n\r\n']) {
    it(`ends the session where the next message cannot be found: ${JSON.stringify(header)}`, async () => {
      const { heard, exit } = await answers(header);
      assert.deepEqual([heard.map(({ method }) => method), exit], [['window/logMessage'], 1]);
    });
  }
});
