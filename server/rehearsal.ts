import { AbstractMessageReader, AbstractMessageWriter, type DataCallback } from 'vscode-jsonrpc';
import type { ClientCapabilities } from 'vscode-languageserver';
import { specimen, type TextChange } from '../service/core.ts';
import { readClient } from './capabilities.ts';
import { Connection } from './connection.ts';
import { startServer } from './session.ts';

/** So many keystrokes are typed; by then V8 has compiled most of what one takes. */
const KEYSTROKES = 1500;

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
  const reader = new Prompter();
  startServer(new Connection(reader, new Nobody()), { defer });
  // The client's own way of asking, but not its settings, which there is nobody to tell.
  const capabilities: ClientCapabilities = textDocument ? { textDocument } : {};
  const { pullsDiagnostics } = readClient(capabilities);
  const text = specimen();
  const uri = 'rehearsal:report.nianbao';
  reader.request('initialize', { processId: null, rootUri: null, capabilities });
  reader.notify('initialized', {});
  reader.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'nianbao', version: 0, text } });
  yield;
  const strokes = [...strokesIn(text.split('\n'))];
  for (let version = 1; version <= KEYSTROKES; version++) {
    const contentChanges = [strokes[(version - 1) % strokes.length]];
    reader.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
    if (pullsDiagnostics) reader.request('textDocument/diagnostic', { textDocument: { uri } });
    yield;
  }
}

/** Each number of a table is made another and put right again; between two rows something is written into a paragraph. */
export function* strokesIn(lines: readonly string[]): Generator<TextChange> {
  const paragraph = lines.findIndex(line => line.startsWith('　　'));
  for (const [index, line] of lines.entries()) {
    const cells = [...line.matchAll(/0(?= \|)/g)];
    if (cells.length === 0) continue;
    yield* [changeAt(paragraph, 4, 0, '字'), changeAt(paragraph, 4, 1, '')];
    for (const cell of cells) yield* [changeAt(index, cell.index, 1, '7'), changeAt(index, cell.index, 1, '0')];
  }
}

function changeAt(line: number, character: number, length: number, text: string): TextChange {
  return { range: { start: { line, character }, end: { line, character: character + length } }, text };
}

/** Says what it is told to say. */
class Prompter extends AbstractMessageReader {
  #hear: DataCallback | undefined;
  #asked = 0;

  listen(hear: DataCallback): { dispose: () => void } {
    this.#hear = hear;
    return { dispose: () => (this.#hear = undefined) };
  }

  request(method: string, params: object): void {
    this.#say({ id: ++this.#asked, method, params });
  }

  notify(method: string, params: object): void {
    this.#say({ method, params });
  }

  #say(message: object): void {
    this.#hear?.({ jsonrpc: '2.0', ...message });
  }
}

/** Hears nothing. */
class Nobody extends AbstractMessageWriter {
  write(): Promise<void> {
    return Promise.resolve();
  }

  end(): void {
    // There is nothing to end.
  }
}
