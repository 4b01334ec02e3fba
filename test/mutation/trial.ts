/** The process in which the tests are run: once without a fault, then with one fault after another. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Script } from 'node:vm';
import { Worker } from 'node:worker_threads';
import Mocha from 'mocha';

/** What it is asked: to run all tests as they are, or those with one fault, each for so many milliseconds at most. */
export type Asked =
  | { readonly fault: undefined }
  | { readonly fault: number; readonly tests: readonly number[]; readonly patience: number };

/** A test with the faults that it comes by. */
export interface Reach {
  readonly name: string;
  /** Whether it passes without a fault; one that does not tells nothing. */
  readonly passes: boolean;
  /** Of the processor: a machine that has other things to do must not change what is tried. */
  readonly milliseconds: number;
  /** The folder that it stands in. */
  readonly room: string;
  readonly reached: readonly number[];
}

/** The tests as they are without a fault. */
export interface Baseline {
  readonly tests: readonly Reach[];
  /** The faults that are come by before any test begins. */
  readonly whileLoading: readonly number[];
}

/** What it says: that it has begun, and what came of what it was asked. */
export type Told = 'ready' | Baseline | { readonly noticed: string | undefined };

type Load = (fault: (id: number) => boolean, room: (name: string) => void, require: NodeJS.Require) => void;

const [path = ''] = process.argv.slice(2);
const load = new Script(`(function ($fault, $room, require) {${readFileSync(path, 'utf8')}\n})`, {
  filename: path,
}).runInThisContext() as Load;
const require = createRequire(import.meta.url);

/** What the watch reads: which test is run, counted on, and for how many milliseconds of the processor it may. */
const running = new Int32Array(new SharedArrayBuffer(8));
/** A fault may be a loop without end, which only another thread can break off. */
const watch = `
  const { workerData: running } = require('node:worker_threads');
  let [test, begin] = [-1, 0];
  setInterval(() => {
    const { user, system } = process.cpuUsage();
    const now = (user + system) / 1000;
    if (running[0] !== test) [test, begin] = [running[0], now];
    else if (running[1] > 0 && now - begin > running[1]) process.kill(process.pid, 'SIGKILL');
  }, 50);
`;
new Worker(watch, { eval: true, workerData: running, execArgv: [] }).unref();

process.on('message', (asked: Asked) => void answer(asked).then(say));
process.on('disconnect', () => process.exit());
say('ready');

function say(told: Told): void {
  process.send?.(told);
}

function answer(asked: Asked): Promise<Told> {
  running[1] = 0;
  return asked.fault === undefined ? runAll() : runWith(asked.fault, asked.tests, asked.patience);
}

/** Loads code and tests anew, so that nothing that an earlier fault left behind is met again. */
function fresh(fault: (id: number) => boolean, options: Mocha.MochaOptions = {}): Mocha {
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, reporter: Mocha.reporters.Base, ...options });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  let room = '';
  mocha.suite.on('suite', suite => rooms.set(suite, room));
  load(fault, name => (room = name), require);
  return mocha;
}

/** The folder of each suite; Mocha's own note of the file is written over by it. */
const rooms = new WeakMap<Mocha.Suite, string>();

function roomOf({ parent }: Mocha.Test): string {
  let suite = parent;
  while (suite?.parent && !suite.parent.root) suite = suite.parent;
  return (suite && rooms.get(suite)) ?? '';
}

async function runAll(): Promise<Baseline> {
  const told = new Map<Mocha.Test, Reach>();
  const reached = new Uint8Array(1 << 16);
  const takeReached = (): number[] => {
    const ids = Array.from(reached.entries()).flatMap(([id, was]) => (was > 0 ? [id] : []));
    reached.fill(0);
    return ids;
  };
  const mocha = fresh(id => {
    reached[id] = 1;
    return false;
  });
  const whileLoading = takeReached();
  const tests = testsIn(mocha.suite);
  await run(mocha, runner => {
    let begin = process.cpuUsage();
    runner.on('test', () => (begin = process.cpuUsage()));
    // What a hook comes by belongs to the test that it is for.
    runner.on('test end', test => {
      const { user, system } = process.cpuUsage(begin);
      told.set(test, {
        name: test.fullTitle(),
        passes: test.state === 'passed',
        milliseconds: (user + system) / 1000,
        room: roomOf(test),
        reached: takeReached(),
      });
    });
  });
  // One whose hook fails is not run, and must not move the places of the others.
  const left = (test: Mocha.Test): Reach => ({
    name: test.fullTitle(),
    passes: false,
    milliseconds: 0,
    room: '',
    reached: [],
  });
  return { tests: tests.map(test => told.get(test) ?? left(test)), whileLoading };
}

async function runWith(fault: number, chosen: readonly number[], patience: number): Promise<Told> {
  let noticed: string | undefined;
  Atomics.add(running, 0, 1);
  running[1] = patience;
  try {
    const mocha = fresh(id => id === fault, { bail: true });
    keep(mocha.suite, chosen);
    await run(mocha, runner => {
      runner.on('test', () => Atomics.add(running, 0, 1));
      runner.on('fail', test => (noticed ??= test.fullTitle()));
    });
  } catch (error) {
    noticed ??= `loading: ${String(error)}`;
  }
  return { noticed };
}

const testsIn = (suite: Mocha.Suite): Mocha.Test[] => [...suite.tests, ...suite.suites.flatMap(testsIn)];

/** Leaves only the chosen tests, by their places among all. */
function keep(root: Mocha.Suite, chosen: readonly number[]): void {
  const wanted = new Set(chosen);
  let place = 0;
  const prune = (suite: Mocha.Suite): boolean => {
    suite.tests = suite.tests.filter(() => wanted.has(place++));
    suite.suites = suite.suites.filter(prune);
    return suite.tests.length + suite.suites.length > 0;
  };
  prune(root);
}

function run(mocha: Mocha, listen: (runner: Mocha.Runner) => void): Promise<void> {
  return new Promise(resolve => {
    listen(
      mocha.run(() => {
        mocha.dispose();
        resolve();
      }),
    );
  });
}
