import { ErrorCodes, refusal, ResponseError, type CancellationToken, type Connection } from './connection.ts';
import { faultIn } from './expected.ts';

/** Where a session is: what comes before it began or after it was shut down is refused. */
export interface Guarded {
  readonly connection: Connection;
  readonly stage: 'new' | 'running' | 'shut';
}

/** Whether a request may be answered now; throws the reply if not. */
export function admit({ stage }: Guarded, method: string): void {
  if (stage === 'new' && method !== 'initialize') {
    throw new ResponseError(ErrorCodes.ServerNotInitialized, `${method} before initialize`);
  }
  if (stage === 'shut') throw new ResponseError(ErrorCodes.InvalidRequest, `${method} after shutdown`);
  if (stage === 'running' && method === 'initialize') {
    throw new ResponseError(ErrorCodes.InvalidRequest, 'initialize comes once');
  }
}

/**
 * What stands round every request: one that does not hold what its handler reads is refused, and a handler that throws
 * costs an error reply and a line in the log with the stack, never the session. Errors that are meant for the client
 * pass.
 */
export function guarded<P, R>(
  session: Guarded,
  method: string,
  handler: (params: P, token: CancellationToken) => R | Promise<R>,
): (params: P, token: CancellationToken) => Promise<R> {
  return async (params, token) => {
    const fault = faultIn(method, params);
    if (fault !== undefined) throw refusal(`${method}: ${fault}`);
    try {
      return await handler(params, token);
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      const { message } = logFault(session, method, error);
      throw new ResponseError(ErrorCodes.InternalError, `${method}: ${message}`);
    }
  };
}

/** The same for what has no reply. `failed` is told what was not done, whatever it holds. */
export function guardedNotification<P>(
  session: Guarded,
  method: string,
  handler: (params: P) => void | Promise<void>,
  failed?: (params: unknown, why: string) => void,
): (params: P) => Promise<void> {
  return async params => {
    if (session.stage !== 'running') return;
    const fault = faultIn(method, params);
    if (fault !== undefined) {
      session.connection.log('error', `${method}: ${fault}`);
      failed?.(params, fault);
      return;
    }
    try {
      await handler(params);
    } catch (error) {
      const { message } = logFault(session, method, error);
      failed?.(params, message);
    }
  };
}

/** Does what is one of many: a fault of ours costs that one and a line in the log. Errors meant for the client pass. */
export async function sparing(session: Guarded, what: string, act: () => void | Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (error instanceof ResponseError) throw error;
    logFault(session, what, error);
  }
}

/** Writes a fault of ours into the log, with where it was. */
export function logFault({ connection }: Guarded, what: string, fault: unknown): Error {
  const error = fault instanceof Error ? fault : new Error(String(fault));
  connection.log('error', `${what}: ${error.stack ?? error.message}`);
  return error;
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
