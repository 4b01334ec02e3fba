import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { makeReport, pick, seeded, streamWire, type Random, type WireMessage } from '../../kit/index.ts';
import { builtServer } from '../../server/sessions.ts';
import type { Campaign } from '../campaign.ts';

const FRAMES = 20;

/** How long the server may take over anything, in milliseconds. */
const LIMIT = 2_000;

export const frames: Campaign = {
  name: 'frames',
  promise: `Whatever comes over the wire has a reply or ends the server cleanly, within ${LIMIT / 1000} s`,
  unit: `sessions of ${FRAMES} malformed frames`,
  seeds: { short: 6, normal: 500, deep: 5_000 },
  patience: 60,
  async attempt(seed) {
    const random = seeded(seed);
    const child = spawn(process.execPath, [builtServer, '--stdio'], { stdio: ['pipe', 'pipe', 'pipe'] });
    const ended = once(child, 'exit') as Promise<[number | null, string | null]>;
    const complaints: string[] = [];
    child.stderr.on('data', (piece: Buffer) => complaints.push(piece.toString()));
    // A server that has ended does not read any more.
    child.stdin.on('error', () => undefined);
    const heard: WireMessage[] = [];
    const wire = streamWire(child.stdin, child.stdout);
    wire.listen(message => heard.push(message));
    try {
      const introduced = random(4) > 0;
      if (introduced) for (const message of introduction) wire.send(message);
      let readable = true;
      for (let sent = 0; sent < FRAMES && readable; sent++) {
        const frame = pick(random, kinds)(random);
        child.stdin.write(frame.bytes);
        readable = !frame.breaks;
      }
      if (readable) {
        wire.send({ jsonrpc: '2.0', id: 'last', method: 'workspace/symbol', params: { query: '' } });
        const reply = await orNothing(
          Promise.race([ended.then(() => 'ended'), until(() => heard.find(({ id }) => id === 'last'))]),
        );
        assert.ok(reply, `no reply to the last request\n${complaints.join('')}`);
      }
      child.stdin.end();
      const exit = await orNothing(ended);
      assert.ok(exit, 'it does not end with its input');
      assert.ok(exit[0] === 0 || exit[0] === 1, `ended with ${String(exit[0] ?? exit[1])}\n${complaints.join('')}`);
      assert.deepEqual(complaints, []);
    } finally {
      child.kill('SIGKILL');
    }
  },
};

interface Frame {
  readonly bytes: Buffer;
  /** Nobody can say where the next message begins. */
  readonly breaks?: true;
}

const URI = 'file:///r.nianbao';

const introduction: readonly WireMessage[] = [
  {
    jsonrpc: '2.0',
    id: 'first',
    method: 'initialize',
    params: { processId: null, rootUri: null, workspaceFolders: null, capabilities: {} },
  },
  { jsonrpc: '2.0', method: 'initialized', params: {} },
  {
    jsonrpc: '2.0',
    method: 'textDocument/didOpen',
    params: { textDocument: { uri: URI, languageId: 'nianbao', version: 1, text: makeReport(1).text } },
  },
];

const METHODS = [
  'initialize',
  'initialized',
  'shutdown',
  'textDocument/didOpen',
  'textDocument/didChange',
  'textDocument/didClose',
  'textDocument/hover',
  'textDocument/completion',
  'textDocument/codeAction',
  'textDocument/diagnostic',
  'textDocument/semanticTokens/full/delta',
  'textDocument/rename',
  'textDocument/selectionRange',
  'workspace/diagnostic',
  'workspace/didChangeConfiguration',
  'workspace/didChangeWatchedFiles',
  'workspace/didChangeWorkspaceFolders',
  'workspace/executeCommand',
  'workspace/symbol',
  'completionItem/resolve',
  'window/workDoneProgress/cancel',
  'nianbao/preview',
  'nianbao/unknown',
  '$/cancelRequest',
  '$/setTrace',
  '$/unknown',
  '',
  '__proto__',
];

const VALUES: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  2 ** 40,
  '',
  'x',
  '\u0000',
  '\ud800',
  [],
  [[]],
  {},
  URI,
  'file:///no/such.nianbao',
  'file://%ZZ/%',
  'not a uri',
  'untitled:',
];

const framed = (body: string | Buffer, length: number | string = Buffer.byteLength(body)): Buffer =>
  Buffer.concat([Buffer.from(`Content-Length: ${length}\r\n\r\n`), Buffer.from(body)]);

const kinds: readonly ((random: Random) => Frame)[] = [
  random => ({ bytes: framed(JSON.stringify(call(random))) }),
  random => ({ bytes: framed(JSON.stringify(call(random))) }),
  random => ({ bytes: framed(JSON.stringify(call(random))) }),
  random => ({ bytes: framed(JSON.stringify(call(random)).slice(0, -1 - random(10))) }),
  random => ({ bytes: framed(JSON.stringify(pick(random, VALUES))) }),
  random => ({ bytes: framed(JSON.stringify([call(random), call(random)])) }),
  random => ({ bytes: framed(JSON.stringify({ id: pick(random, VALUES), result: pick(random, VALUES) })) }),
  random => ({ bytes: framed(Buffer.from(Array.from({ length: random(50) }, () => random(256)))) }),
  random => ({ bytes: framed('['.repeat(1 + random(100_000))) }),
  () => ({ bytes: Buffer.concat([Buffer.from('Content-Type: application/x; charset=none\r\n'), framed('{}')]) }),
  // The rarer ones end the session, and what stands behind them would never be tried.
  rarely(random => framed('{}', pick(random, ['', '-5', 'abc', '1e9', '99999999999', '0x10', '3']))),
  rarely(random => Buffer.from(`${'x'.repeat(random(1000))}\r\n\r\n`)),
  rarely(() => Buffer.from('Content-Type: text/plain\r\n\r\n{}')),
  rarely(random => Buffer.from(Array.from({ length: random(500) }, () => random(256)))),
];

function rarely(make: (random: Random) => Buffer): (random: Random) => Frame {
  return random => (random(4) === 0 ? { bytes: make(random), breaks: true } : { bytes: framed('{}') });
}

/** A message of a known kind with anything in it. Ids come twice now and then. */
function call(random: Random): object {
  const { length } = VALUES;
  return {
    jsonrpc: random(10) === 0 ? pick(random, VALUES) : '2.0',
    ...(random(3) > 0 && { id: random(6) === 0 ? pick(random, VALUES) : random(length) }),
    method: random(20) === 0 ? pick(random, VALUES) : pick(random, METHODS),
    ...(random(10) > 0 && { params: random(5) === 0 ? pick(random, VALUES) : params(random) }),
  };
}

function params(random: Random): object {
  const any = (right: unknown): unknown => (random(4) === 0 ? pick(random, VALUES) : right);
  const position = (): unknown => any({ line: any(random(50)), character: any(random(50)) });
  const range = (): unknown => any({ start: position(), end: position() });
  return {
    textDocument: any({ uri: any(URI), version: any(random(100)), languageId: any('nianbao'), text: any('年报') }),
    position: position(),
    range: range(),
    positions: any([position(), position()]),
    contentChanges: any([any({ range: range(), text: any('一') }), any({ text: any('二') })]),
    context: any({ diagnostics: any([]), only: any(['quickfix']) }),
    changes: any([any({ uri: any(URI), type: any(1) })]),
    event: any({ added: any([any({ uri: any('file:///no/such'), name: 'x' })]), removed: any([]) }),
    settings: any({ nianbao: any({ rules: any({}) }) }),
    capabilities: any({ general: any({ positionEncodings: any(['utf-8']) }), textDocument: any({}) }),
    command: any(pick(random, ['nianbao.mendAll', 'nianbao.mendTable', 'nianbao.newReport', 'nianbao.checkWorkspace'])),
    arguments: any([any(URI), any(3)]),
    previousResultIds: any([]),
    query: any('示'),
    newName: any('示范市'),
    id: any(1),
    token: any('x'),
    uri: any(URI),
    label: any('行政许可'),
  };
}

/** Looks until something is there, or nobody waits for it any more. */
async function until<T>(look: () => T | undefined): Promise<T | undefined> {
  const since = performance.now();
  while (performance.now() - since < LIMIT + STARTING) {
    const found = look();
    if (found !== undefined) return found;
    await pause(5);
  }
  return undefined;
}

/** What comes in time. */
const orNothing = <T>(promise: Promise<T>): Promise<T | undefined> =>
  Promise.race([promise, pause(LIMIT + STARTING, undefined, { ref: false })]);

/** Starting a process is not the server's doing, and takes its time on a machine with other work. */
const STARTING = 3_000;
