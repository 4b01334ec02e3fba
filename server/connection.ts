import {
  createMessageConnection,
  ErrorCodes,
  Message,
  ResponseError,
  type CancellationToken,
  type MessageConnection,
  type MessageReader,
  type MessageWriter,
} from 'vscode-jsonrpc';
import { onlyMessages } from './only-messages.ts';

export { ErrorCodes, ResponseError, type CancellationToken };

/** The errors that the language server protocol adds to those of JSON-RPC. */
export const LSPErrorCodes = { RequestFailed: -32803, ContentModified: -32801, RequestCancelled: -32800 } as const;

/** A request that the client has taken back is answered with this. */
export const cancelled = (): ResponseError => new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');

/** A request that cannot be met, with the reason in the user's words. */
export const refusal = (message: string): ResponseError => new ResponseError(ErrorCodes.InvalidParams, message);

/** What is said of a message's content stands with each handler; what comes is whatever the client sends. */
export type Handler = (params: never, token: CancellationToken) => unknown;

/**
 * Messages to and from a client. The protocol's own library declares every method there is and loads all of that at each
 * start; here stands what it is built on, and methods are known by their names.
 */
export class Connection {
  readonly #wire: MessageConnection;
  readonly #handlers = new Map<string, Handler>();
  readonly #cancels = new Map<string, () => void>();
  #admit: (method: string) => void = () => undefined;
  #rest: (() => Promise<void>) | undefined;
  /** What came in while handlers are being loaded; absent when they are not. */
  #held: (() => unknown)[] | undefined;
  #close: (() => void) | undefined;
  /** When the last message came. */
  #heard = 0;

  constructor(reader: MessageReader, writer: MessageWriter) {
    const [messages, answers] = onlyMessages(reader, writer, why => {
      this.log('error', why);
      this.#close?.();
    });
    this.#wire = createMessageConnection(messages, answers, undefined, {
      connectionStrategy: {
        // Taken back while it still waits for its turn: it is answered at once and never begun.
        cancelUndispatched: (message, next) =>
          Message.isRequest(message) ? { jsonrpc: '2.0', id: message.id, error: cancelled().toJson() } : next(message),
      },
      messageStrategy: {
        handleMessage: (message, next) => {
          this.#heard = performance.now();
          if (this.#held) this.#held.push(() => next(message));
          else void next(message);
        },
      },
    });
    this.#wire.onRequest((method, params, token) => this.#answer(method, params, token));
    this.onNotification('window/workDoneProgress/cancel', ({ token }: { token: string }) =>
      this.#cancels.get(token)?.(),
    );
  }

  onRequest(method: string, handler: Handler): void {
    this.#handlers.set(method, handler);
  }

  /** Asked before every request, whether or not it has a handler; what it throws is the reply. */
  onBeforeRequest(admit: (method: string) => void): void {
    this.#admit = admit;
  }

  /** Loads the handlers of all other methods, once the first of them is asked for; again if that failed. */
  onOtherRequests(load: () => Promise<void>): void {
    this.#rest = load;
  }

  onNotification(method: string, handler: (params: never) => unknown): void {
    this.#wire.onNotification(method, (params: unknown) => void handler((params ?? {}) as never));
  }

  /** For how many milliseconds nothing has come in. */
  get quiet(): number {
    return performance.now() - this.#heard;
  }

  onClose(handler: () => void): void {
    this.#close = handler;
    this.#wire.onClose(handler);
  }

  sendRequest<R>(method: string, params?: object): Promise<R> {
    return params ? this.#wire.sendRequest<R>(method, params) : this.#wire.sendRequest<R>(method);
  }

  sendNotification(method: string, params: object): void {
    // That nobody listens any more shows in that the connection is closed.
    this.#wire.sendNotification(method, params).catch(() => undefined);
  }

  sendProgress(token: string | number, value: object): void {
    this.sendNotification('$/progress', { token, value });
  }

  /** Calls back when the user ends what is shown under this token. */
  onCancelledProgress(token: string, cancel: (() => void) | undefined): void {
    if (cancel) this.#cancels.set(token, cancel);
    else this.#cancels.delete(token);
  }

  log(weight: 'error' | 'warning', message: string): void {
    this.sendNotification('window/logMessage', { type: weight === 'error' ? 1 : 2, message });
  }

  listen(): void {
    this.#wire.listen();
  }

  async #answer(method: string, params: unknown, token: CancellationToken): Promise<unknown> {
    this.#admit(method);
    if (!this.#handlers.has(method) && this.#rest) await this.#loadRest(this.#rest);
    const handler = this.#handlers.get(method);
    if (!handler) throw new ResponseError(ErrorCodes.MethodNotFound, `there is no method ${method}`);
    return handler((params ?? {}) as never, token);
  }

  /** What comes in meanwhile waits: a change of the text is not made before what was asked about the text before it. */
  async #loadRest(load: () => Promise<void>): Promise<void> {
    const held: (() => unknown)[] = (this.#held = []);
    try {
      await load();
      this.#rest = undefined;
    } finally {
      // The request that waited for the handlers goes on first.
      setTimeout(() => {
        this.#held = undefined;
        for (const deal of held) deal();
      }, 0);
    }
  }
}
