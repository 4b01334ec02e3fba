import { ErrorCodes, ResponseError, type CancellationToken, type Connection } from './connection.ts';

/** Where a session is: what is asked before it began or after it was shut down is refused. */
export interface Guarded {
  readonly connection: Connection;
  readonly stage: 'new' | 'running' | 'shut';
}

/**
 * What stands round every request: a handler that throws costs an error reply and a line in the log with the stack,
 * never the session. Errors that are meant for the client pass.
 */
export function guarded<P, R>(
  session: Guarded,
  method: string,
  handler: (params: P, token: CancellationToken) => R | Promise<R>,
): (params: P, token: CancellationToken) => Promise<R> {
  return async (params, token) => {
    if (session.stage === 'new') {
      throw new ResponseError(ErrorCodes.ServerNotInitialized, `${method} before initialize`);
    }
    if (session.stage === 'shut') throw new ResponseError(ErrorCodes.InvalidRequest, `${method} after shutdown`);
    try {
      return await handler(params, token);
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      const reason = error instanceof Error ? error : new Error(String(error));
      session.connection.log('error', `${method}: ${reason.stack ?? reason.message}`);
      throw new ResponseError(ErrorCodes.InternalError, `${method}: ${reason.message}`);
    }
  };
}

/** The same for what has no reply. */
export function guardedNotification<P>(
  session: Guarded,
  method: string,
  handler: (params: P) => void | Promise<void>,
): (params: P) => Promise<void> {
  return async params => {
    if (session.stage !== 'running') return;
    try {
      await handler(params);
    } catch (error) {
      const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
      session.connection.log('error', `${method}: ${reason}`);
    }
  };
}

/** What the client answers to what we ask of it: nothing where it refuses, which costs a line in the log and no more. */
export async function asked<T>({ connection }: Guarded, answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    connection.log('warning', `the client refuses: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}
