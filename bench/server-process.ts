import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type MessageConnection,
  type Position,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver/node';

/** The server's bundle, as it is shipped. */
export const bundle = fileURLToPath(new URL('../dist/server.js', import.meta.url));

/** The real server in a process of its own, over its standard input and output. */
export class ServerProcess {
  readonly #child: ChildProcess;
  readonly #connection: MessageConnection;
  readonly #published = new Map<string, (params: PublishDiagnosticsParams) => void>();
  /** How many times diagnostics were published. */
  publications = 0;

  constructor() {
    const child = spawn(process.execPath, [bundle, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.#child = child;
    this.#connection = createMessageConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    this.#connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.publications++;
      this.#published.get(params.uri)?.(params);
    });
    this.#connection.listen();
  }

  async initialize(): Promise<void> {
    await this.request('initialize', { processId: process.pid, rootUri: null, capabilities: {} });
    await this.notify('initialized', {});
  }

  request(method: string, params?: object): Promise<unknown> {
    return this.#connection.sendRequest(method, params);
  }

  notify(method: string, params?: object): Promise<void> {
    return this.#connection.sendNotification(method, params);
  }

  /** Opens a text; its diagnostics are there when the promise is. */
  async open(uri: string, text: string): Promise<void> {
    const done = this.#diagnosed(uri, 0);
    await this.notify('textDocument/didOpen', {
      textDocument: { uri, languageId: 'nianbao', version: 0, text },
    });
    await done;
  }

  /** Puts other words in the place of some; the diagnostics of this version are there when the promise is. */
  async change(uri: string, version: number, start: Position, length: number, text: string): Promise<void> {
    const done = this.#diagnosed(uri, version);
    const end = { line: start.line, character: start.character + length };
    void this.notify('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range: { start, end }, text }],
    });
    await done;
  }

  /** The memory that the process holds, in bytes; unknown where the system has no /proc. */
  memory(): number | undefined {
    try {
      const status = readFileSync(`/proc/${this.#child.pid}/status`, 'utf8');
      return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024;
    } catch {
      return undefined;
    }
  }

  async stop(): Promise<void> {
    const ended = once(this.#child, 'exit');
    await this.request('shutdown');
    await this.notify('exit');
    await ended;
    this.#connection.dispose();
  }

  /** Diagnostics of this version or, where the server passed over it, of a later one. */
  #diagnosed(uri: string, version: number): Promise<void> {
    return new Promise(resolve => {
      this.#published.set(uri, params => {
        if ((params.version ?? -1) >= version) resolve();
      });
    });
  }
}
