import { PassThrough, Writable } from 'node:stream';
import { StreamMessageReader } from 'vscode-jsonrpc/node';
import type { ClientCapabilities } from 'vscode-languageserver';
import { specimen, type TextChange } from '../service/core.ts';
import { readClient } from './capabilities.ts';
import { Connection } from './connection.ts';
import { startServer } from './session.ts';
import { StreamWriter } from './stream-writer.ts';

/** So many keystrokes are typed; by then V8 has compiled most of what one takes. */
const KEYSTROKES = 3000;

/** When the client has something to say, the next keystroke waits so many milliseconds. */
const PAUSE = 100;

/**
 * Types into a report that nobody sees, in a session of its own, while the client is quiet. V8 compiles what was done
 * some hundred times, and until then it takes several times as long: so the user's first keystrokes are as quick as the
 * later ones. A keystroke here takes a millisecond, and any message that comes in goes first.
 */
export function rehearse(
  defer: (task: () => void) => void,
  capabilities: ClientCapabilities,
  isQuiet: () => boolean,
): void {
  const scene = play(capabilities, defer);
  const goOn = (): void => {
    if (!isQuiet()) setTimeout(goOn, PAUSE);
    else if (scene.next().done !== true) defer(goOn);
  };
  goOn();
}

function* play({ textDocument }: ClientCapabilities, defer: (task: () => void) => void): Generator<void> {
  const wire = new PassThrough();
  const client = new StreamWriter(wire);
  const nobody = new Writable({ write: (_piece, _encoding, done) => done() });
  startServer(new Connection(new StreamMessageReader(wire), new StreamWriter(nobody)), { defer });
  let asked = 0;
  const say = (message: object): void => void client.write({ jsonrpc: '2.0', ...message });
  // The client's own way of asking, but not its settings, which there is nobody to tell.
  const capabilities: ClientCapabilities = textDocument ? { textDocument } : {};
  const { pullsDiagnostics } = readClient(capabilities);
  const text = specimen();
  const uri = 'rehearsal:report.nianbao';
  // A turn a message: more would pile up.
  say({ id: ++asked, method: 'initialize', params: { processId: null, rootUri: null, capabilities } });
  yield;
  say({ method: 'initialized', params: {} });
  yield;
  const opened = { uri, languageId: 'nianbao', version: 0, text };
  say({ method: 'textDocument/didOpen', params: { textDocument: opened } });
  yield;
  const strokes = [...strokesIn(text.split('\n'))];
  for (let version = 1; version <= KEYSTROKES; version++) {
    const contentChanges = [strokes[(version - 1) % strokes.length]];
    say({ method: 'textDocument/didChange', params: { textDocument: { uri, version }, contentChanges } });
    yield;
    if (!pullsDiagnostics) continue;
    say({ id: ++asked, method: 'textDocument/diagnostic', params: { textDocument: { uri } } });
    yield;
  }
}

/** Each number of a table or a paragraph is made another and put right again; between two lines a word is written. */
export function* strokesIn(lines: readonly string[]): Generator<TextChange> {
  const paragraph = lines.findIndex(line => line.startsWith('　　'));
  for (const [index, line] of lines.entries()) {
    const numbers = [...line.matchAll(/0(?= \||件)/g)];
    if (numbers.length === 0) continue;
    yield* [changeAt(paragraph, 4, 0, '字'), changeAt(paragraph, 4, 1, '')];
    for (const number of numbers) yield* [changeAt(index, number.index, 1, '7'), changeAt(index, number.index, 1, '0')];
  }
}

function changeAt(line: number, character: number, length: number, text: string): TextChange {
  return { range: { start: { line, character }, end: { line, character: character + length } }, text };
}
