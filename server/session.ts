import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  LSPErrorCodes,
  MessageType,
  ResponseError,
  ShowMessageNotification,
  TextDocumentSyncKind,
  type Connection,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import type { Position } from '../text/index.ts';
import { inLocale, type Report, type TextChange } from '../service/index.ts';
import { readClient, type Client } from './capabilities.ts';
import { Diagnostics } from './diagnostics.ts';
import { Documents, type OpenDocument } from './documents.ts';
import { chooseEncoding, convertPositions, fromClient, toClient, type PositionEncoding } from './encoding.ts';
import { providers, registerRequests } from './requests.ts';
import type { Platform } from './platform.ts';
import { asked, guardedNotification } from './guard.ts';
import { readEditorSettings, RuleSettings, type EditorSettings } from './settings.ts';
import { WorkspaceIndex } from './workspace-index.ts';

/** Answers on this connection until it ends. */
export function startServer(connection: Connection, platform: Platform): void {
  new Session(connection, platform).listen();
}

/** One client on one connection, with all that is known of it. */
export class Session {
  readonly connection: Connection;
  readonly platform: Platform;
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
  #locale: string | undefined;
  #folders: readonly string[] = [];

  constructor(connection: Connection, platform: Platform) {
    this.connection = connection;
    this.platform = platform;
    this.rules = new RuleSettings(platform.files);
    this.index = new WorkspaceIndex(this.documents, platform.files, this.rules);
    this.diagnostics = new Diagnostics(this);
  }

  listen(): void {
    const { connection } = this;
    connection.onInitialize(params => this.#initialize(params));
    connection.onShutdown(() => void (this.stage = 'shut'));
    connection.onInitialized(guardedNotification(this, 'initialized', () => this.#initialized()));
    connection.onDidOpenTextDocument(
      guardedNotification(this, 'textDocument/didOpen', ({ textDocument: { uri, version, text } }) => {
        this.documents.open(uri, version, text);
        this.diagnostics.changed(uri);
      }),
    );
    connection.onDidChangeTextDocument(
      guardedNotification(this, 'textDocument/didChange', ({ textDocument: { uri, version }, contentChanges }) => {
        this.#change(uri, version, contentChanges);
      }),
    );
    connection.onDidCloseTextDocument(
      guardedNotification(this, 'textDocument/didClose', ({ textDocument: { uri } }) => {
        this.documents.close(uri);
        this.diagnostics.closed(uri);
      }),
    );
    connection.onDidChangeConfiguration(
      guardedNotification(this, 'workspace/didChangeConfiguration', ({ settings }) => this.#configure(settings)),
    );
    connection.onDidChangeWatchedFiles(
      guardedNotification(this, 'workspace/didChangeWatchedFiles', ({ changes }) =>
        this.#filesChanged(changes.map(({ uri }) => uri)),
      ),
    );
    registerRequests(this);
    connection.listen();
  }

  /** The open report at an address. One whose text is no longer the editor's is not answered from. */
  documentAt(uri: string): OpenDocument | undefined {
    const document = this.documents.get(uri);
    if (document?.lost !== undefined) throw new ResponseError(LSPErrorCodes.ContentModified, document.lost);
    return document;
  }

  /** A text in the user's language. */
  say(zh: string, en: string): string {
    return inLocale({ zh, en }, this.editor.locale);
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
    if (fault === undefined) this.diagnostics.changed(uri);
    else if (before === undefined) {
      this.connection.console.error(fault);
      // The library's own way to show a message asks for an answer, which there is none to.
      void this.connection.sendNotification(ShowMessageNotification.type, {
        type: MessageType.Error,
        message: this.say(
          '年报：编辑器与检查器的文本不一致，请关闭这个文件再打开',
          'Nianbao: the text here is no longer the editor’s; please close the file and open it again',
        ),
      });
    }
  }

  #initialize(params: InitializeParams): InitializeResult {
    if (this.stage !== 'new') throw new ResponseError(ErrorCodes.InvalidRequest, 'initialize comes once');
    this.stage = 'running';
    this.client = readClient(params.capabilities);
    this.encoding = chooseEncoding(params.capabilities.general?.positionEncodings);
    this.#locale = params.locale;
    this.editor = readEditorSettings(undefined, this.#locale);
    const options = params.initializationOptions as { docs?: unknown } | null | undefined;
    if (typeof options?.docs === 'string') this.docs = options.docs;
    // Older clients name one folder only, and no list of them.
    const { rootUri = null } = params as { rootUri?: string | null };
    this.#folders = params.workspaceFolders?.map(({ uri }) => uri) ?? (rootUri === null ? [] : [rootUri]);
    return {
      capabilities: {
        positionEncoding: this.encoding,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        ...providers(this.client),
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
      serverInfo: { name: 'nianbao' },
    };
  }

  async #initialized(): Promise<void> {
    const { connection, client } = this;
    if (client.registersConfiguration) {
      await asked(this, connection.client.register(DidChangeConfigurationNotification.type, { section: 'nianbao' }));
    }
    if (client.registersWatchers) {
      const watchers = [{ globPattern: '**/*.{nianbao,年报}' }, { globPattern: '**/.nianbaorc.json' }];
      await asked(this, connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }));
    }
    if (client.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = removed.map(({ uri }) => uri);
        this.#folders = [...this.#folders.filter(uri => !gone.includes(uri)), ...added.map(({ uri }) => uri)];
        for (const uri of this.index.closed) if (gone.some(folder => isIn(uri, folder))) this.#leave(uri);
        void this.#indexFolders(added.map(({ uri }) => uri));
      });
    }
    await this.#configure(undefined);
    await this.#indexFolders(this.#folders);
  }

  async #configure(pushed: unknown): Promise<void> {
    const answer: unknown = this.client.configuration
      ? await asked(this, this.connection.workspace.getConfiguration('nianbao') as Promise<unknown>)
      : (pushed as { nianbao?: unknown } | null | undefined)?.nianbao;
    const before = JSON.stringify(this.editor);
    this.editor = readEditorSettings(answer, this.#locale);
    if (JSON.stringify(this.editor) === before) return;
    this.rules.setEditor(this.editor.rules);
    this.diagnostics.refresh();
    if (this.client.refreshesHints) void asked(this, this.connection.languages.inlayHint.refresh());
    if (this.client.refreshesLenses) void asked(this, this.connection.sendRequest('workspace/codeLens/refresh'));
  }

  /** Reads the reports of folders in the background, one after the other, so that a keystroke in between never waits. */
  async #indexFolders(folders: readonly string[]): Promise<void> {
    const { files } = this.platform;
    if (!files) return;
    for (const folder of folders) {
      for (const uri of await files.reportsIn(folder)) {
        if (!this.documents.get(uri)) await this.diagnostics.fileChanged(uri);
        await new Promise<void>(resolve => this.platform.defer(resolve));
      }
    }
    this.diagnostics.askAgain();
  }

  /** A folder went: its reports are forgotten, unless another folder has them too. */
  #leave(uri: string): void {
    if (this.#folders.some(folder => isIn(uri, folder))) return;
    this.index.forget(uri);
    this.diagnostics.forget(uri);
  }

  async #filesChanged(uris: readonly string[]): Promise<void> {
    if (uris.some(uri => uri.endsWith('.nianbaorc.json'))) {
      this.rules.forget();
      this.diagnostics.refresh();
    }
    for (const uri of uris) {
      if (!this.documents.get(uri) && /\.(?:nianbao|年报)$/.test(decodeURIComponent(uri))) {
        await this.diagnostics.fileChanged(uri);
      }
    }
  }
}

const isIn = (uri: string, folder: string): boolean => uri.startsWith(folder.replace(/\/?$/, '/'));
