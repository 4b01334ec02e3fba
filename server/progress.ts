import type { CancellationToken, Connection } from './connection.ts';
import { asked, sparing } from './guard.ts';
import type { Session } from './session.ts';

/** What is shown to the user of work that takes a while. */
export class Progress {
  readonly #connection: Connection;
  readonly #token: string | number;
  #percent = 0;

  constructor(connection: Connection, token: string | number, title: string) {
    this.#connection = connection;
    this.#token = token;
    connection.sendProgress(token, { kind: 'begin', title, percentage: 0, cancellable: true });
  }

  report(done: number, of: number): void {
    const percentage = Math.floor((100 * done) / of);
    if (percentage === this.#percent) return;
    this.#percent = percentage;
    this.#connection.sendProgress(this.#token, { kind: 'report', percentage });
  }

  end(): void {
    this.#connection.sendProgress(this.#token, { kind: 'end' });
  }
}

let tokens = 0;

/**
 * Does something with each report in turn, shows how far it is, and lets everything else go before. A user who has seen
 * enough ends it; a request that is taken back throws.
 */
export async function eachInTurn(
  session: Session,
  uris: readonly string[],
  act: (uri: string) => Promise<void>,
  token?: CancellationToken,
): Promise<void> {
  const { connection } = session;
  const shown = `nianbao-${++tokens}`;
  const isShown =
    session.client.progress &&
    (await asked(session, connection.sendRequest('window/workDoneProgress/create', { token: shown }))) !== undefined;
  const progress = isShown ? new Progress(connection, shown, checkingTitle(session)) : undefined;
  const seen = { isEnough: false };
  connection.onCancelledProgress(shown, () => (seen.isEnough = true));
  try {
    for (const [done, uri] of uris.entries()) {
      await session.turn(token);
      if (seen.isEnough) return;
      await sparing(session, uri, () => act(uri));
      progress?.report(done + 1, uris.length);
    }
  } finally {
    connection.onCancelledProgress(shown, undefined);
    progress?.end();
  }
}

/** What checking the workspace is called while it lasts. */
export const checkingTitle = (session: Session): string =>
  session.say('检查工作区的报告', 'Checking the reports of the workspace');
