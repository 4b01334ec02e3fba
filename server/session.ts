import type {
  DidChangeConfigurationParams,
  DidChangeTextDocumentParams,
  DidChangeWatchedFilesParams,
  DidChangeWorkspaceFoldersParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
  DocumentDiagnosticParams,
  InitializeParams,
  InitializeResult,
  WorkspaceDiagnosticParams,
} from 'vscode-languageserver';
import type { Position } from '../text/index.ts';
import { checkSnapshot, inLocale, type Finding, type Report, type Snapshot, type TextChange } from '../service/core.ts';
import { readClient, type Client } from './capabilities.ts';
import { cancelled, LSPErrorCodes, ResponseError, type CancellationToken, type Connection } from './connection.ts';
import { Diagnostics } from './diagnostics.ts';
import { Documents, type OpenDocument } from './documents.ts';
import { chooseEncoding, convertPositions, fromClient, toClient, type PositionEncoding } from './encoding.ts';
import { providers } from './providers.ts';
import type { FileSystem, Platform } from './platform.ts';
import { eachInTurn } from './progress.ts';
import type { InitializationOptions } from './protocol.ts';
import { admit, asked, guarded, guardedNotification, sparing } from './guard.ts';
import { isReport, reportPattern, settingsName } from './file-names.ts';
import { filesOf } from './files.ts';
import { readEditorSettings, RuleSettings, type EditorSettings } from './settings.ts';
import { WorkspaceIndex } from './workspace-index.ts';

/** A client that has said nothing for so many milliseconds is waiting for its user. */
const QUIET = 100;

/** Answers on this connection until it ends. */
export function startServer(connection: Connection, platform: Platform): void {
  new Session(connection, platform).listen();
}

/** One client on one connection, with all that is known of it. */
export class Session {
  readonly connection: Connection;
  readonly platform: Platform;
  readonly files: FileSystem;
  readonly documents = new Documents();
  readonly rules: RuleSettings;
  readonly index: WorkspaceIndex;
  readonly diagnostics: Diagnostics;
  stage: 'new' | 'running' | 'shut' = 'new';
  client: Client = readClient({});
  editor: EditorSettings = readEditorSettings(undefined, undefined);
  encoding: PositionEncoding = 'utf-16';
  /** Where the pages on the rules are, for `codeDescription`; empty where the client did not say. */
  docs = '';
  /** Where the server's own script is, if the client said so. */
  script = '';
  #locale: string | undefined;
  #folders: readonly string[] = [];
  #indexing = Promise.resolve();
  #clientReads = false;
  /** What the platform does once it has been told what is wrong with the first report. */
  #settle: (() => void) | undefined;

  constructor(connection: Connection, platform: Platform) {
    this.connection = connection;
    this.platform = platform;
    this.files = filesOf(this, platform.files, () => this.#clientReads);
    this.rules = new RuleSettings(this.files);
    this.index = new WorkspaceIndex(this.documents, this.files, this.rules);
    this.diagnostics = new Diagnostics(this);
  }

  listen(): void {
    const { connection } = this;
    connection.onBeforeRequest(method => admit(this, method));
    connection.onRequest(
      'initialize',
      guarded(this, 'initialize', (params: InitializeParams) => this.#initialize(params)),
    );
    connection.onRequest('shutdown', () => void (this.stage = 'shut'));
    connection.onNotification('exit', () => this.#end());
    connection.onClose(() => this.#end());
    const on = (
      method: string,
      handler: (params: never) => void | Promise<void>,
      failed?: (params: unknown, why: string) => void,
    ): void => connection.onNotification(method, guardedNotification(this, method, handler, failed));
    on('initialized', () => (this.#indexing = this.#initialized()));
    on('textDocument/didOpen', async ({ textDocument: { uri, version, text } }: DidOpenTextDocumentParams) => {
      this.documents.open(uri, version, text);
      this.index.changed(uri);
      await this.rules.load(uri);
      this.diagnostics.changed(uri);
      // It is told what is wrong before any timer has its turn.
      if (this.#settle) setTimeout(this.#settle, QUIET);
      this.#settle = undefined;
    });
    on(
      'textDocument/didChange',
      ({ textDocument: { uri, version }, contentChanges }: DidChangeTextDocumentParams) =>
        this.#change(uri, version, contentChanges),
      (params, why) => this.#lose(params, why),
    );
    on('textDocument/didClose', async ({ textDocument: { uri } }: DidCloseTextDocumentParams) => {
      this.documents.close(uri);
      await this.diagnostics.closed(uri);
      await this.diagnostics.neighboursChanged();
    });
    on('workspace/didChangeConfiguration', ({ settings }: DidChangeConfigurationParams) => this.#configure(settings));
    on('workspace/didChangeWatchedFiles', ({ changes }: DidChangeWatchedFilesParams) =>
      this.#filesChanged(changes.map(({ uri }) => uri)),
    );
    on('workspace/didChangeWorkspaceFolders', ({ event }: DidChangeWorkspaceFoldersParams) => {
      const gone = event.removed.map(({ uri }) => uri);
      const added = event.added.map(({ uri }) => uri);
      this.#folders = [...this.#folders.filter(uri => !gone.includes(uri)), ...added];
      for (const uri of this.index.closed) if (gone.some(folder => isIn(uri, folder))) this.#leave(uri);
      return this.#indexFolders(added);
    });
    connection.onRequest(
      'textDocument/diagnostic',
      guarded(this, 'textDocument/diagnostic', ({ textDocument, previousResultId }: DocumentDiagnosticParams) =>
        this.diagnostics.document(textDocument.uri, previousResultId),
      ),
    );
    connection.onRequest(
      'workspace/diagnostic',
      guarded(this, 'workspace/diagnostic', (params: WorkspaceDiagnosticParams, token) =>
        this.diagnostics.workspace(params, token),
      ),
    );
    // What is wrong is told before anything else is loaded.
    connection.onOtherRequests(async () => (await import('./requests.ts')).registerRequests(this));
    connection.listen();
  }

  /** The open report at an address. One whose text is no longer the editor's is not answered from. */
  documentAt(uri: string): OpenDocument | undefined {
    const document = this.documents.get(uri);
    if (document?.lost !== undefined) throw new ResponseError(LSPErrorCodes.ContentModified, document.lost);
    return document;
  }

  /** What is wrong with an open report, by the rules that hold where it lies. */
  findingsOf(snapshot: Snapshot): readonly Finding[] {
    return checkSnapshot(snapshot, this.rules.of(snapshot.uri), this.index.neighbours);
  }

  /** A text in the user's language. */
  say(zh: string, en: string): string {
    return inLocale({ zh, en }, this.editor.locale);
  }

  /** Lets the messages that have come in be dealt with; throws if one of them takes the request back. */
  async turn(token?: CancellationToken): Promise<void> {
    await new Promise<void>(resolve => this.platform.defer(resolve));
    if (token?.isCancellationRequested) throw cancelled();
  }

  /** Waits until the folders were gone through for reports; throws if the request is taken back. */
  async indexed(token: CancellationToken): Promise<void> {
    const takenBack = new Promise<void>(resolve => void token.onCancellationRequested(() => resolve()));
    // That it failed, the log says already; what was found until then is there.
    await Promise.race([this.#indexing.catch(() => undefined), takenBack]);
    await this.turn(token);
  }

  /** What came from the client, its positions counted as the tree counts. */
  incoming<T>(params: T, uri: string): T {
    if (this.encoding === 'utf-16') return params;
    return convertPositions(params, uri, (at, position) => this.#convert(at, position, fromClient, undefined));
  }

  /** What goes to the client, its positions counted as the client counts. */
  outgoing<T>(result: T, uri: string, report?: Report): T {
    if (this.encoding === 'utf-16') return result;
    return convertPositions(result, uri, (at, position) =>
      this.#convert(at, position, toClient, at === uri ? report : undefined),
    );
  }

  #convert(uri: string, position: Position, count: typeof toClient, report: Report | undefined): Position {
    const text = (report ?? this.documents.get(uri)?.snapshot.report)?.tree.lines[position.line]?.text;
    return text === undefined ? position : { ...position, character: count(text, position.character, this.encoding) };
  }

  #change(uri: string, version: number, changes: readonly TextChange[]): void {
    const before = this.documents.get(uri)?.lost;
    const counted = (change: TextChange, report: Report): TextChange =>
      convertPositions(change, uri, (at, position) => this.#convert(at, position, fromClient, report));
    const fault = this.documents.change(uri, version, changes, this.encoding === 'utf-16' ? undefined : counted);
    if (fault === undefined) {
      this.index.changed(uri);
      this.diagnostics.changed(uri);
    } else if (before === undefined) {
      this.connection.log('error', fault);
      this.#tellLost();
    }
  }

  /** A change that was not made, whatever it was: the editor has made it. */
  #lose(params: unknown, why: string): void {
    const { uri } = (params as { textDocument?: { uri?: unknown } | null } | null)?.textDocument ?? {};
    const document = typeof uri === 'string' ? this.documents.get(uri) : undefined;
    if (!document || document.lost !== undefined) return;
    document.lost = `a change of ${document.uri} failed: ${why}`;
    this.#tellLost();
  }

  #tellLost(): void {
    this.connection.sendNotification('window/showMessage', {
      type: 1,
      message: this.say(
        '年报：编辑器与检查器的文本不一致，请关闭这个文件再打开',
        'Nianbao: the text here is no longer the editor’s; please close the file and open it again',
      ),
    });
  }

  #initialize(params: InitializeParams): InitializeResult {
    this.client = readClient(params.capabilities);
    this.encoding = chooseEncoding(params.capabilities.general?.positionEncodings);
    this.#locale = params.locale;
    this.editor = readEditorSettings(undefined, this.#locale);
    const options = params.initializationOptions as
      { [key in keyof InitializationOptions]: unknown } | null | undefined;
    if (typeof options?.docs === 'string') this.docs = options.docs;
    if (typeof options?.script === 'string') this.script = options.script;
    this.#clientReads = options?.files === true;
    if (typeof params.processId === 'number') this.platform.watchProcess?.(params.processId, () => this.#end());
    // Older clients name one folder only, and no list of them.
    const { rootUri = null } = params as { rootUri?: string | null };
    this.#folders = params.workspaceFolders?.map(({ uri }) => uri) ?? (rootUri === null ? [] : [rootUri]);
    this.stage = 'running';
    this.#settle = () => void this.platform.settled?.(params.capabilities, () => this.connection.quiet > QUIET);
    return {
      capabilities: {
        positionEncoding: this.encoding,
        // The changes themselves, not the whole text each time.
        textDocumentSync: { openClose: true, change: 2 },
        ...providers(this.client),
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
      serverInfo: { name: 'nianbao' },
    };
  }

  async #initialized(): Promise<void> {
    if (this.client.registersConfiguration) {
      this.#register('workspace/didChangeConfiguration', { section: 'nianbao' });
    }
    if (this.client.registersWatchers) {
      const watchers = [{ globPattern: reportPattern }, { globPattern: `**/${settingsName}` }];
      this.#register('workspace/didChangeWatchedFiles', { watchers });
    }
    await this.#configure(undefined);
    // What was asked about an open report and waited for the settings goes first.
    await this.turn();
    await this.#indexFolders(this.#folders);
  }

  #register(method: string, registerOptions: object): void {
    const registrations = [{ id: method, method, registerOptions }];
    void asked(this, this.connection.sendRequest('client/registerCapability', { registrations }));
  }

  #end(): void {
    this.platform.exit?.(this.stage === 'shut' ? 0 : 1);
  }

  /** Takes what the user set: it is asked for, or comes along where the client cannot be asked. */
  async #configure(pushed: unknown): Promise<void> {
    if (!this.client.configuration) {
      this.#set((pushed as { nianbao?: unknown } | null | undefined)?.nianbao);
      return;
    }
    const method = 'workspace/configuration';
    const answer = this.connection.sendRequest<unknown[]>(method, { items: [{ section: 'nianbao' }] });
    this.rules.expect(sparing(this, method, async () => this.#set((await asked(this, answer))?.[0])));
    await this.rules.expected;
  }

  #set(settings: unknown): void {
    const before = JSON.stringify(this.editor);
    this.editor = readEditorSettings(settings, this.#locale);
    if (JSON.stringify(this.editor) === before) return;
    this.rules.setEditor(this.editor.rules);
    this.diagnostics.refresh();
    if (this.client.refreshesHints) void asked(this, this.connection.sendRequest('workspace/inlayHint/refresh'));
    if (this.client.refreshesLenses) void asked(this, this.connection.sendRequest('workspace/codeLens/refresh'));
  }

  /** Reads the reports of folders in the background, one after the other, so that a keystroke in between never waits. */
  async #indexFolders(folders: readonly string[]): Promise<void> {
    for (const folder of folders) {
      const uris = await this.files.reportsIn(folder);
      await eachInTurn(this, uris, async uri => {
        if (!this.documents.get(uri)) await this.diagnostics.fileChanged(uri);
      });
    }
    await this.diagnostics.neighboursChanged();
  }

  /** A folder went: its reports are forgotten, unless another folder has them too. */
  #leave(uri: string): void {
    if (this.#folders.some(folder => isIn(uri, folder))) return;
    this.index.forget(uri);
    this.diagnostics.forget(uri);
  }

  async #filesChanged(uris: readonly string[]): Promise<void> {
    if (uris.some(uri => uri.endsWith(`/${settingsName}`))) {
      this.rules.forget();
      for (const { uri } of this.documents.all()) await this.rules.load(uri);
      this.diagnostics.refresh();
    }
    const reports = uris.filter(isReport);
    for (const uri of reports.filter(one => !this.documents.get(one))) {
      await sparing(this, uri, () => this.diagnostics.fileChanged(uri));
    }
    if (reports.length > 0) await this.diagnostics.neighboursChanged();
  }
}

const isIn = (uri: string, folder: string): boolean => uri.startsWith(folder.replace(/\/?$/, '/'));
