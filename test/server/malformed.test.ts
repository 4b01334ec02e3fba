import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { setImmediate as soon } from 'node:timers/promises';
import { StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { Connection } from '../../server/connection.ts';
import { startServer } from '../../server/session.ts';
import { streamWire, type WireMessage } from '../kit/index.ts';

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

  for (const header of ['Content-Type: x\r\n\r\n', 'Content-Length: many\r\n\r\n', 'x\r\n\r\n']) {
    it(`ends the session where the next message cannot be found: ${JSON.stringify(header)}`, async () => {
      const { heard, exit } = await answers(header);
      assert.deepEqual([heard.map(({ method }) => method), exit], [['window/logMessage'], 1]);
    });
  }
});
