import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Numbered } from './faults.ts';
import type { Asked, Baseline, Reach, Told } from './trial.ts';

/** Milliseconds of the processor. What only a long test notices, a short one should. */
const LONGEST = 2000;

/** All tests that are run for one fault; those of its own room and of whole reports come first, then the quickest. */
const ALTOGETHER = 6000;

/** A first look costs little and notices most. */
const FIRST_LOOK = 300;

/** With the fault a test may take twice as long as the longest. */
const PATIENCE = LONGEST * 2;

/** Runs the tests with one fault after another, in a process that can end where a fault makes a test hang. */
export class Trials {
  readonly #script: string;
  #child: ChildProcess | undefined;

  constructor(script: string) {
    this.#script = script;
  }

  /** The tests as they are, with nothing wrong. */
  async baseline(): Promise<Baseline> {
    const told = await this.#ask({ fault: undefined });
    if (told === 'ready' || told === 'ended' || !('tests' in told)) throw new Error('the tests do not run');
    return told;
  }

  /**
   * The test that notices the fault, of those that come by it. What is made once and kept, only the first test comes by;
   * so all of the room, and those of whole reports, may notice.
   */
  async noticedBy({ id, file }: Numbered, { tests, whileLoading }: Baseline): Promise<string | undefined> {
    const loads = whileLoading.includes(id);
    const room = file.slice(0, file.indexOf('/'));
    const isNear = (test: Reach): boolean => test.room === room || test.room === 'corpus';
    const rank = (test: Reach): number =>
      test.milliseconds + (isNear(test) ? 0 : LONGEST) + (test.reached.includes(id) ? 0 : 2 * LONGEST);
    const places = tests
      .map((test, place) => ({ test, place }))
      .filter(({ test }) => loads || test.reached.includes(id) || isNear(test))
      .filter(({ test }) => test.passes && test.milliseconds < LONGEST)
      .sort((a, b) => rank(a.test) - rank(b.test));
    let spent = 0;
    const until = (most: number): number[] => {
      const chosen: number[] = [];
      for (; spent < most && places.length > 0; spent += places.shift()?.test.milliseconds ?? 0) {
        chosen.push(places[0]?.place ?? 0);
      }
      return chosen;
    };
    for (const chosen of [until(FIRST_LOOK), until(ALTOGETHER)]) {
      if (chosen.length === 0) continue;
      const told = await this.#ask({ fault: id, tests: chosen, patience: PATIENCE });
      if (told === 'ended') return 'no end';
      if (told !== 'ready' && 'noticed' in told && told.noticed !== undefined) return told.noticed;
    }
    return undefined;
  }

  close(): void {
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }

  /** The answer; none where the process ended over it. */
  async #ask(asked: Asked): Promise<Told | 'ended'> {
    const child = (this.#child ??= await start(this.#script));
    const told = once(child);
    child.send(asked);
    const answer = await told;
    if (answer === 'ended') this.close();
    return answer;
  }
}

async function start(script: string): Promise<ChildProcess> {
  const child = fork(fileURLToPath(new URL('trial.ts', import.meta.url)), [script], {
    execArgv: ['--import', 'tsx', '--no-experimental-require-module', '--max-old-space-size=3000'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  if ((await once(child)) === 'ended') throw new Error('the tests do not load');
  return child;
}

const once = (child: ChildProcess): Promise<Told | 'ended'> =>
  new Promise(resolve => {
    const done = (told: Told | 'ended'): void => {
      child.removeAllListeners();
      resolve(told);
    };
    child.on('message', (told: Told) => done(told));
    child.on('exit', () => done('ended'));
  });
