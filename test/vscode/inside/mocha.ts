import 'mocha/mocha.js';
import type MochaClass from 'mocha';
import type { Result } from '../result.ts';
import { RESULT } from '../result.ts';

// What Mocha's bundle for browsers leaves behind; its other export asks for a page, which a worker does not have.
const { Mocha } = globalThis as unknown as { Mocha: typeof MochaClass };

class Silent extends Mocha.reporters.Base {
  override epilogue(): void {
    // What there is to say has been told of each test.
  }
}

const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, reporter: Silent });
mocha.suite.emit(Mocha.Suite.constants.EVENT_FILE_PRE_REQUIRE, globalThis, '', mocha);

/** Runs every test that was declared, and tells of each when it has ended. */
export async function runAll(): Promise<void> {
  const { EVENT_TEST_PASS, EVENT_TEST_FAIL } = Mocha.Runner.constants;
  await new Promise<void>(done => {
    mocha
      .run(() => done())
      .on(EVENT_TEST_PASS, ({ title }: Mocha.Test) => tell({ title }))
      .on(EVENT_TEST_FAIL, ({ title }: Mocha.Test, error: Error) =>
        tell({ title, error: error.stack ?? error.message }),
      );
  });
}

function tell(result: Result): void {
  // eslint-disable-next-line no-console -- the only way out of an extension host
  console.log(`${RESULT}${JSON.stringify(result)}`);
}
