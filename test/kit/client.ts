import { PassThrough } from 'node:stream';
import {
  ErrorCodes,
  InitializeRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type ApplyWorkspaceEditParams,
  type ClientCapabilities,
  type InitializeParams,
  type InitializeResult,
  type ProtocolNotificationType,
  type ProtocolRequestType,
} from 'vscode-languageserver/node';
import { Connection } from '../../server/connection.ts';
import { FIND_FILES, READ_FILE, type FindFilesParams, type ReadFileParams } from '../../server/index.ts';
import { ProtocolCheck, type Side, type WireMessage } from './protocol.ts';
import { spawnedWire, streamWire, workerWire, type Running, type Wire } from './wires.ts';

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
    completion: { completionItem: { snippetSupport: true, insertReplaceSupport: true, labelDetailsSupport: true } },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    signatureHelp: { signatureInformation: { parameterInformation: { labelOffsetSupport: true } } },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['', 'quickfix', 'refactor', 'source'] } },
      isPreferredSupport: true,
    },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    definition: { linkSupport: true },
    documentLink: { tooltipSupport: true },
    rename: { prepareSupport: true },
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
  /** The requests of the server that it leaves for later, by their methods. */
  readonly putsOff = new Set<string>();
  readonly #owed: (() => void)[] = [];
  /** The files that it reads for a server that cannot, by their addresses. */
  readonly files = new Map<string, Uint8Array>();
  readonly #wire: Wire;
  readonly #replies = new Map<number, { resolve: (value: unknown) => void; reject: (error: ErrorReply) => void }>();
  readonly #heard = new Set<() => void>();
  #nextId = 1;

  constructor(wire: Wire) {
    this.#wire = wire;
    wire.listen(message => this.#receive(message));
  }

  /** A client of a server in this process. */
  static inProcess(serve: (connection: Connection) => void): TestClient {
    const [input, output] = [new PassThrough(), new PassThrough()];
    serve(new Connection(new StreamMessageReader(input), new StreamMessageWriter(output)));
    return new TestClient(streamWire(input, output));
  }

  /** A client of a server in a process of its own. */
  static spawned(file: string): RunningClient {
    return clientOf(spawnedWire(file));
  }

  /** A client of a server in a browser's worker. */
  static inWorker(file: string): RunningClient {
    return clientOf(workerWire(file));
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

  /** Answers what it has put off. */
  answerAll(): void {
    for (const answer of this.#owed.splice(0)) answer();
  }

  #send(message: WireMessage): void {
    this.#note('client', message);
    this.#wire.send(message);
  }

  #note(from: Side, message: WireMessage): void {
    this.traffic.push({ from, message });
    this.check.message(from, message);
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
      const send = (): void => this.#send({ jsonrpc: '2.0', id, ...reply });
      if (this.putsOff.has(method)) this.#owed.push(send);
      else send();
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
    if (method === FIND_FILES) {
      const { folder } = params as FindFilesParams;
      return [...this.files.keys()].filter(uri => uri.startsWith(`${folder}/`) && /\.(?:nianbao|年报)$/.test(uri));
    }
    if (method === READ_FILE) {
      const bytes = this.files.get((params as ReadFileParams).uri);
      return bytes ? Buffer.from(bytes).toString('base64') : null;
    }
    if (method !== 'workspace/configuration') return null;
    return (params as { items: { section?: string }[] }).items.map(({ section }) =>
      section === 'nianbao' ? this.settings : null,
    );
  }
}

/** A client with the server that it talks to. */
export interface RunningClient extends Omit<Running, 'wire'> {
  readonly client: TestClient;
}

const clientOf = ({ wire, ...server }: Running): RunningClient => ({ client: new TestClient(wire), ...server });

const nameOf = (type: string | { readonly method: string }): string => (typeof type === 'string' ? type : type.method);
