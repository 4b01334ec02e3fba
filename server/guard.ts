import { ErrorCodes, ResponseError, type CancellationToken, type Connection } from 'vscode-languageserver';

/**
 * What stands round every request: a handler that throws costs an error reply and a line in the log with the stack,
 * never the session. Errors that are meant for the client pass.
 */
export function guarded<P, R>(
  connection: Connection,
  method: string,
  handler: (params: P, token: CancellationToken) => R | Promise<R>,
): (params: P, token: CancellationToken) => Promise<R> {
  return async (params, token) => {
    try {
      return await handler(params, token);
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      const reason = error instanceof Error ? error : new Error(String(error));
      connection.console.error(`${method}: ${reason.stack ?? reason.message}`);
      throw new ResponseError(ErrorCodes.InternalError, `${method}: ${reason.message}`);
    }
  };
}

/** The same for what has no reply. */
export function guardedNotification<P>(
  connection: Connection,
  method: string,
  handler: (params: P) => void | Promise<void>,
): (params: P) => Promise<void> {
  return async params => {
    try {
      await handler(params);
    } catch (error) {
      const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
      connection.console.error(`${method}: ${reason}`);
    }
  };
}
