import { spawn } from 'node:child_process';
import { PassThrough, type Readable, type Writable } from 'node:stream';
import {
  createConnection,
  ErrorCodes,
  InitializeRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type ApplyWorkspaceEditParams,
  type ClientCapabilities,
  type Connection,
  type InitializeParams,
  type InitializeResult,
  type ProtocolNotificationType,
  type ProtocolRequestType,
} from 'vscode-languageserver/node';
import { ProtocolCheck, type Side, type WireMessage } from './protocol.ts';

/** A message and who sent it. */
export interface Traffic {
  readonly from: Side;
  readonly message: WireMessage;
}

/** The server's error reply to a request. */
export class ErrorReply extends Error {
  override readonly name = 'ErrorReply';
  readonly code: number;

  constructor({ code, message }: NonNullable<WireMessage['error']>) {
    super(message);
    this.code = code;
  }
}

/** Everything that a client can say it has, as far as the server asks. */
export const fullCapabilities: ClientCapabilities = {
  general: { positionEncodings: ['utf-16'] },
  window: { workDoneProgress: true },
  workspace: {
    applyEdit: true,
    configuration: true,
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true },
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    semanticTokens: { refreshSupport: true },
  },
  textDocument: {
    publishDiagnostics: { relatedInformation: true, versionSupport: true, codeDescriptionSupport: true },
    diagnostic: { relatedInformation: true, codeDescriptionSupport: true, dataSupport: true },
    completion: { completionItem: { snippetSupport: true, insertReplaceSupport: true } },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    definition: { linkSupport: true },
  },
};

/** The same client, but one that is told of findings and does not ask for them. */
export const pushedCapabilities: ClientCapabilities = {
  ...fullCapabilities,
  textDocument: (({ diagnostic: _, ...rest }) => rest)(fullCapabilities.textDocument ?? {}),
};

/** An editor without a screen. Speaks the wire's own format, so that what is checked is what the server really sends. */
export class TestClient {
  readonly traffic: Traffic[] = [];
  readonly check = new ProtocolCheck();
  /** What `workspace/configuration` is answered with for `nianbao`. */
  settings: unknown = null;
  /** The edits that the server had applied, and whether they are taken. */
  readonly applied: ApplyWorkspaceEditParams[] = [];
  takesEdits = true;
  /** Whether it refuses whatever the server asks of it. */
  refuses = false;
  readonly #input: Writable;
  readonly #replies = new Map<number, { resolve: (value: unknown) => void; reject: (error: ErrorReply) => void }>();
  readonly #heard = new Set<() => void>();
  #rest = Buffer.alloc(0);
  #nextId = 1;

  constructor(input: Writable, output: Readable) {
    this.#input = input;
    output.on('data', (piece: Buffer) => this.#take(piece));
  }

  /** A client of a server in this process. */
  static inProcess(serve: (connection: Connection) => void): TestClient {
    const [input, output] = [new PassThrough(), new PassThrough()];
    serve(createConnection(new StreamMessageReader(input), new StreamMessageWriter(output)));
    return new TestClient(input, output);
  }

  /** A client of a server in a process of its own, and that process. */
  static spawned(file: string): {
    client: TestClient;
    exit: Promise<number | null>;
    end: () => void;
    kill: () => void;
  } {
    const child = spawn(process.execPath, [file, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    child.stdin.on('error', () => undefined);
    const exit = new Promise<number | null>(resolve => child.on('exit', resolve));
    return {
      client: new TestClient(child.stdin, child.stdout),
      exit,
      end: () => void child.stdin.end(),
      kill: () => void child.kill(),
    };
  }

  /** Introduces the client to the server, which is what every session begins with. */
  async begin(
    capabilities: ClientCapabilities = {},
    params: Partial<InitializeParams> = {},
  ): Promise<InitializeResult> {
    const result = await this.request(InitializeRequest.type, {
      processId: null,
      // Deprecated, and asked for all the same.
      // eslint-disable-next-line @typescript-eslint/no-deprecated
      rootUri: null,
      workspaceFolders: null,
      capabilities,
      ...params,
    });
    this.notify('initialized', {});
    return result;
  }

  request<P, R, PR, E, RO>(type: ProtocolRequestType<P, R, PR, E, RO>, params: P): Promise<R>;
  request(method: string, params?: unknown): Promise<unknown>;
  request(type: string | { readonly method: string }, params?: unknown): Promise<unknown> {
    return this.ask(type, params).reply;
  }

  /** Asks, and says under which number. */
  ask(type: string | { readonly method: string }, params?: unknown): { id: number; reply: Promise<unknown> } {
    const id = this.#nextId++;
    const reply = new Promise<unknown>((resolve, reject) => this.#replies.set(id, { resolve, reject }));
    this.#send({ jsonrpc: '2.0', id, method: nameOf(type), params });
    return { id, reply };
  }

  notify<P, RO>(type: ProtocolNotificationType<P, RO>, params: P): void;
  notify(method: string, params?: unknown): void;
  notify(type: string | { readonly method: string }, params?: unknown): void {
    this.#send({ jsonrpc: '2.0', method: nameOf(type), params });
  }

  /** What the server has notified of so far. */
  notified<P, RO>(type: ProtocolNotificationType<P, RO>): P[] {
    return this.received(type.method).map(({ params }) => params as P);
  }

  /** The requests and notifications of this name that the server has sent so far. */
  received(method: string): WireMessage[] {
    return this.traffic.flatMap(({ from, message }) =>
      from === 'server' && message.method === method ? [message] : [],
    );
  }

  /** Waits until something is so; looks again after every message. */
  async until<T>(look: () => T | undefined | false): Promise<T> {
    for (;;) {
      const seen = look();
      if (seen !== undefined && seen !== false) return seen;
      await new Promise<void>(resolve => this.#heard.add(resolve));
    }
  }

  /** Waits until the server has done what it was told: messages are taken in turn, and what they put off comes after. */
  async settled(): Promise<void> {
    for (let times = 0; times < 3; times++) await this.request('workspace/symbol', { query: '没有这样的机关' });
  }

  #send(message: WireMessage): void {
    this.#note('client', message);
    const body = JSON.stringify(message);
    this.#input.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  #note(from: Side, message: WireMessage): void {
    this.traffic.push({ from, message });
    this.check.message(from, message);
  }

  #take(piece: Buffer): void {
    this.#rest = Buffer.concat([this.#rest, piece]);
    for (;;) {
      const end = this.#rest.indexOf('\r\n\r\n');
      if (end < 0) break;
      const head = this.#rest.toString('ascii', 0, end);
      const length = Number(/^Content-Length: (\d+)$/m.exec(head)?.[1] ?? NaN);
      if (Number.isNaN(length)) throw new Error(`no message: ${this.#rest.toString()}`);
      const from = end + 4;
      if (this.#rest.length < from + length) break;
      const body = this.#rest.toString('utf8', from, from + length);
      this.#rest = this.#rest.subarray(from + length);
      this.#receive(JSON.parse(body) as WireMessage);
    }
  }

  #receive(message: WireMessage): void {
    this.#note('server', message);
    const { id, method, result, error } = message;
    if (method === undefined) {
      const reply = this.#replies.get(Number(id));
      this.#replies.delete(Number(id));
      if (error) reply?.reject(new ErrorReply(error));
      else reply?.resolve(result);
    } else if (id !== undefined) {
      const reply = this.refuses
        ? { error: { code: ErrorCodes.MethodNotFound, message: 'not here' } }
        : { result: this.#answer(method, message.params) };
      this.#send({ jsonrpc: '2.0', id, ...reply });
    }
    const heard = [...this.#heard];
    this.#heard.clear();
    for (const hear of heard) hear();
  }

  /** What an editor answers: it applies edits, has its settings, and takes note of the rest. */
  #answer(method: string, params: unknown): unknown {
    if (method === 'workspace/applyEdit') {
      this.applied.push(params as ApplyWorkspaceEditParams);
      return { applied: this.takesEdits };
    }
    if (method !== 'workspace/configuration') return null;
    return (params as { items: { section?: string }[] }).items.map(({ section }) =>
      section === 'nianbao' ? this.settings : null,
    );
  }
}

const nameOf = (type: string | { readonly method: string }): string => (typeof type === 'string' ? type : type.method);
