/**
 * `npm run mutants`: puts faults into the engine, one at a time, and sees whether the tests notice. A sample of each
 * room; `--seed N` takes another, `--count N` so many a room, `--deep` all faults, `--only TEXT` those of some files.
 * What went unnoticed is written to out/mutants.md; test/mutation/answers.json says of which of it that is right.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { seeded } from '../test/kit/random.ts';
import { answerTo } from '../test/mutation/answers.ts';
import { bundle } from '../test/mutation/bundle.ts';
import { compiling } from '../test/mutation/compile.ts';
import { faultsIn, type Fault, type Numbered } from '../test/mutation/faults.ts';
import { Trials } from '../test/mutation/trials.ts';

const ROOMS = ['text', 'grammar', 'model', 'rules', 'convert'];

/** Of ten faults so many are to be noticed, in each room; a few of a room say nothing of it, but of all rooms together. */
const GOAL = 9;
const FEW = 30;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '100' },
    deep: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
  },
});
const out = fileURLToPath(new URL('../out/', import.meta.url));
const root = fileURLToPath(new URL('../', import.meta.url));

const sample = chosen().map((fault, index): Numbered => ({ ...fault, id: index + 1 }));
console.log(`${sample.length} faults`);
mkdirSync(out, { recursive: true });
// Another run may go on beside this one.
const script = `${out}mutants-${process.pid}.cjs`;
writeFileSync(script, await bundle(sample));
const trials = new Trials(script);
const unnoticed: Numbered[] = [];
try {
  const baseline = await trials.baseline();
  // A test of time may fail where all the switches are in the code; where many fail, nothing can be noticed.
  const failing = baseline.tests.filter(({ passes }) => !passes);
  if (failing.length * 50 > baseline.tests.length) throw new Error(`${failing.length} tests fail as they are`);
  for (const { name } of failing) console.log(`left out, it fails: ${name}`);
  for (const fault of sample) {
    if ((await trials.noticedBy(fault, baseline)) !== undefined) continue;
    unnoticed.push(fault);
    if (!answerTo(fault)) console.log(`✖ ${show(fault)}`);
  }
} finally {
  trials.close();
  rmSync(script);
}
process.exitCode = tell() ? 0 : 1;

/** The faults that are tried: in each room the first so many that compile, in an order that comes again with the seed. */
function chosen(): Fault[] {
  if (values.deep) return compiling(ROOMS.flatMap(faultsOf));
  const count = Number(values.count);
  // About every second one compiles.
  const drawn = ROOMS.map(room => drawnIn(room).slice(0, count * 3));
  const good = new Set(compiling(drawn.flat()));
  return drawn.flatMap(inRoom => inRoom.filter(fault => good.has(fault)).slice(0, count));
}

function drawnIn(room: string): Fault[] {
  const random = seeded(Number(values.seed));
  return faultsOf(room)
    .map(fault => ({ fault, lot: random(1 << 30) }))
    .sort((a, b) => a.lot - b.lot)
    .map(({ fault }) => fault);
}

function faultsOf(room: string): Fault[] {
  return readdirSync(`${root}${room}`, { recursive: true, encoding: 'utf8' })
    .map(name => `${room}/${name.replaceAll('\\', '/')}`)
    .filter(file => file.endsWith('.ts') && file.includes(values.only))
    .sort()
    .flatMap(file => faultsIn(file, readFileSync(`${root}${file}`, 'utf8')));
}

/** Writes down what went unnoticed, and says of each room whether it is little enough, or of all where it is of few. */
function tell(): boolean {
  const open = unnoticed.filter(fault => !answerTo(fault));
  writeFileSync(`${out}mutants.md`, open.map(fault => `- ${show(fault)}\n`).join(''));
  const rooms = ROOMS.map(room => judge(room, ({ file }) => file.startsWith(`${room}/`))).filter(({ all }) => all > 0);
  const judged = rooms.some(({ all }) => all < FEW) ? [judge('altogether', () => true)] : rooms;
  for (const one of new Set([...rooms, ...judged])) {
    const sign = !judged.includes(one) ? ' ' : isEnough(one) ? '✔' : '✖';
    console.log(`${sign} ${one.name}: ${one.noticed} of ${one.all} noticed; ${one.answered} that cannot be`);
  }
  return judged.every(isEnough);
}

interface Judged {
  readonly name: string;
  /** Without those that no test can notice. */
  readonly all: number;
  readonly noticed: number;
  readonly answered: number;
}

function judge(name: string, isOf: (fault: Fault) => boolean): Judged {
  const left = unnoticed.filter(isOf);
  const answered = left.filter(answerTo).length;
  const all = sample.filter(isOf).length - answered;
  return { name, all, noticed: all - (left.length - answered), answered };
}

function isEnough({ all, noticed }: Judged): boolean {
  return noticed * 10 >= all * GOAL;
}

function show({ file, line, code, after }: Fault): string {
  return `${file}:${line} \`${code}\` → ${after === '' ? 'left out' : `\`${after}\``}`;
}
