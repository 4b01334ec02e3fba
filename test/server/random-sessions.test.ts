import { converse, MESSAGES } from './conversation.ts';
import { assertManners, connected } from './sessions.ts';

/** CI runs ten times as many; over real wires the campaign `sessions` in test/fuzz tries others. */
const SESSIONS = Number(process.env.NIANBAO_SESSIONS ?? 30);

describe('server: random sessions', () => {
  afterEach(assertManners);

  it(`answers each of ${MESSAGES} questions in each of ${SESSIONS}, and keeps the editor’s text`, async function () {
    this.timeout(SESSIONS * 10_000);
    for (let seed = 0; seed < SESSIONS; seed++) {
      const client = connected();
      await converse(client, seed, 'hasty').catch((error: unknown) => {
        throw new Error(`session ${seed}`, { cause: error });
      });
      assertManners();
    }
  });
});
