import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { setImmediate as soon, setTimeout as pause } from 'node:timers/promises';
import { ErrorCodes } from 'vscode-languageserver/node';
import { readClient } from '../../../server/capabilities.ts';
import { symbolsFor } from '../../../server/older-clients.ts';
import { documentSymbols, openSnapshot } from '../../../service/index.ts';
import { makeReport, pick, seeded, streamWire, type Random, type WireMessage } from '../../kit/index.ts';
import { builtServer } from '../../server/sessions.ts';
import { madeAndHeld, type Campaign } from '../campaign.ts';

const FRAMES = 20;

/** How long the server may take over anything, and how long a process may take to start, in milliseconds. */
const [LIMIT, STARTING] = [2_000, 30_000];

export const frames: Campaign = {
  name: 'frames',
  promise: `Whatever comes over the wire, cut wherever it may be: each request has one reply, which is never a fault of the server’s own, or the server ends cleanly; all within ${LIMIT / 1000} s`,
  unit: `sessions of ${FRAMES} malformed frames`,
  seeds: { short: 6, normal: 150, deep: 5_000 },
  patience: 60,
  ...madeAndHeld(make, hold),
};

/** What is sent, and the ids that a reply is owed to; null where nobody can say to whom. */
interface Frame {
  readonly bytes: Buffer;
  readonly owed: readonly unknown[];
}

/** A session, its bytes in base64. */
interface Sent {
  readonly frames: readonly { readonly bytes: string; readonly owed: readonly unknown[] }[];
  /** What the session ends with when nothing is owed for it any more. */
  readonly ending?: string;
  /** The text that is open in the end, if nothing went wrong before. */
  readonly text: string;
  /** How many bytes go over the wire at once, again and again in this order. */
  readonly pieces: readonly number[];
}

function make(seed: number): Sent {
  const random = seeded(seed);
  const introduced = random(4) > 0;
  const text = makeReport(seed).text;
  const sent = [
    message({ ...introduction, ...(!introduced && { method: 'nianbao/unknown' }) }),
    ...(introduced ? opening.map(message) : []),
  ];
  const broken = random(2) === 0;
  for (let made = broken ? 1 : 0; made < FRAMES; made++) sent.push(pick(random, kinds)(random));
  if (!broken) sent.push(...closing(text).map(message));
  return {
    frames: sent.map(({ bytes, owed }) => ({ bytes: bytes.toString('base64'), owed })),
    ...(broken && { ending: pick(random, endings)(random).toString('base64') }),
    text,
    // Some go as they are, the others in pieces that end inside headers and characters.
    pieces: seed % 3 === 0 ? [1 << 20] : Array.from({ length: 3 }, () => 1 + random(7)).concat(1000 + random(1000)),
  };
}

async function hold({ frames: sent, ending, text, pieces }: Sent): Promise<void> {
  const server = spawn(process.execPath, [builtServer, '--stdio'], { stdio: ['pipe', 'pipe', 'pipe'] });
  const complaints: string[] = [];
  server.stderr.on('data', (piece: Buffer) => complaints.push(piece.toString()));
  // A server that has ended does not read any more.
  server.stdin.on('error', () => undefined);
  const heard: WireMessage[] = [];
  streamWire(server.stdin, server.stdout).listen(message => heard.push(message));
  const owed = sent.flatMap(frame => frame.owed);
  const send = async (bytes: Buffer): Promise<void> => {
    for (const piece of cut(bytes, pieces)) {
      server.stdin.write(piece);
      await soon();
    }
  };
  try {
    await send(Buffer.from(sent[0]?.bytes ?? '', 'base64'));
    assert.ok(await comes(() => heard.length > 0, STARTING), 'it does not begin');
    await send(Buffer.concat(sent.slice(1).map(({ bytes }) => Buffer.from(bytes, 'base64'))));
    if (ending !== undefined) await send(Buffer.from(ending, 'base64'));
    else {
      const replied = (): unknown[] => heard.flatMap(({ method, id }) => (method === undefined ? [id] : []));
      await comes(() => replied().length >= owed.length, LIMIT);
      assert.deepEqual(tally(replied()), tally(owed), complaints.join(''));
      const { result } = heard.find(({ id }) => id === LAST) ?? assert.fail();
      // A frame of noise that was the first to introduce itself may have asked for other columns.
      const isUsual = !heard.some(one => /"positionEncoding":"utf-(?:8|32)"/.test(JSON.stringify(one.result ?? null)));
      if (result !== undefined && isUsual) assert.deepEqual(result, symbolsOf(text));
    }
    server.stdin.end();
    assert.ok(await comes(() => server.exitCode !== null || server.signalCode !== null, LIMIT), 'it does not end');
    assert.ok(server.exitCode === 0 || server.exitCode === 1, server.signalCode ?? String(server.exitCode));
    assert.deepEqual(complaints, []);
    assert.deepEqual(
      heard.filter(({ error }) => error?.code === ErrorCodes.InternalError),
      [],
    );
  } finally {
    server.kill('SIGKILL');
  }
}

/** Bytes in pieces of these sizes. */
function* cut(bytes: Buffer, sizes: readonly number[]): Generator<Buffer> {
  for (let [at, next] = [0, 0]; at < bytes.length; next++) {
    const size = sizes[next % sizes.length] ?? 1;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

const framed = (body: string | Buffer, length: number | string = Buffer.byteLength(body)): Buffer =>
  Buffer.concat([Buffer.from(`Content-Length: ${length}\r\n\r\n`), Buffer.from(body)]);

const message = (value: unknown): Frame => ({ bytes: framed(JSON.stringify(value)), owed: idsOwed(value) });

const noise = (body: string | Buffer): Frame => ({ bytes: framed(body), owed: [null] });

/** To whom JSON-RPC owes a reply. */
function idsOwed(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [null];
  const { id, method, result } = value as Record<string, unknown>;
  const named = typeof id === 'string' || typeof id === 'number';
  if (typeof method === 'string' ? id === undefined : result !== undefined && (named || id === null)) return [];
  return [named ? id : null];
}

/** How often each comes. */
function tally(ids: readonly unknown[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const id of ids.map(one => JSON.stringify(one)).sort()) counts[id] = (counts[id] ?? 0) + 1;
  return counts;
}

const URI = 'file:///r.nianbao';

const introduction = {
  jsonrpc: '2.0',
  id: 'first',
  method: 'initialize',
  params: { processId: null, rootUri: null, workspaceFolders: null, capabilities: {} },
};

const opening: readonly unknown[] = [
  { jsonrpc: '2.0', method: 'initialized', params: {} },
  {
    jsonrpc: '2.0',
    method: 'textDocument/didOpen',
    params: { textDocument: { uri: URI, languageId: 'nianbao', version: 1, text: makeReport(1).text } },
  },
];

const LAST = 'last';
const LAST_URI = 'file:///last.nianbao';

/** A report is opened, and what it holds asked for: every character of it must have come over. */
const closing = (text: string): readonly unknown[] => [
  {
    jsonrpc: '2.0',
    method: 'textDocument/didOpen',
    params: { textDocument: { uri: LAST_URI, languageId: 'nianbao', version: 1, text } },
  },
  {
    jsonrpc: '2.0',
    id: LAST,
    method: 'textDocument/documentSymbol',
    params: { textDocument: { uri: LAST_URI } },
  },
];

const symbolsOf = (text: string): unknown =>
  JSON.parse(
    JSON.stringify(symbolsFor(readClient({}), documentSymbols(openSnapshot(LAST_URI, 1, text), 'zh'), LAST_URI)),
  );

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
  'nianbao/import',
  'nianbao/export',
  'nianbao/paste',
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

const bytes = (random: Random, most: number): Buffer =>
  Buffer.from(Array.from({ length: random(most) }, () => random(256)));

const kinds: readonly ((random: Random) => Frame)[] = [
  random => message(call(random)),
  random => message(call(random)),
  random => message(call(random)),
  random => message(call(random)),
  random => message(pick(random, VALUES)),
  random => message([call(random), call(random)]),
  random => message({ id: pick(random, VALUES), result: pick(random, VALUES) }),
  random => noise(JSON.stringify(call(random)).slice(0, -1 - random(10))),
  random => noise(bytes(random, 50)),
  random => noise('['.repeat(1 + random(100_000))),
  () => ({ ...noise('{}'), bytes: Buffer.concat([Buffer.from('Content-Type: x; charset=none\r\n'), framed('{}')]) }),
];

/** Where the next message begins nobody can say behind these; or nobody is there any more to read it. */
const endings: readonly ((random: Random) => Buffer)[] = [
  random => framed('{}', pick(random, ['', '-5', 'abc', '1e9', '99999999999', '0x10', '3'])),
  random => Buffer.from(`${'x'.repeat(random(1000))}\r\n\r\n`),
  () => Buffer.from('Content-Type: text/plain\r\n\r\n{}'),
  random => bytes(random, 500),
  random => framed(JSON.stringify({ ...call(random), id: undefined, method: 'exit' })),
];

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
    text: any('示范市2025年政府信息公开工作年度报告'),
    base64: any(bytes(random, 50).toString('base64')),
    to: any('docx'),
    clipboard: any({ text: any('1\t2'), html: any('<table><tr><td>1') }),
  };
}

/**
 * Waits until something is so, but no longer than that; says whether it came. What is counted is the time in which this
 * process had its turns: where it has to wait for the machine, the server has too.
 */
async function comes(look: () => boolean, limit: number): Promise<boolean> {
  for (let waited = 0; waited < limit;) {
    if (look()) return true;
    const since = performance.now();
    await pause(5);
    waited += Math.min(performance.now() - since, 20);
  }
  return look();
}
