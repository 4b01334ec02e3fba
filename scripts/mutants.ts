/**
 * `npm run mutants`: puts faults into the engine, one at a time, and sees whether the tests notice. A sample of each
 * room; `--seed N` takes another, `--count N` so many a room, `--deep` all faults, `--only TEXT` those of some files.
 * What went unnoticed is written to out/mutants.md; test/mutation/answers.json says of which of it that is right.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { seeded } from '../test/kit/random.ts';
import { answerTo } from '../test/mutation/answers.ts';
import { bundle } from '../test/mutation/bundle.ts';
import { compiling } from '../test/mutation/compile.ts';
import { faultsIn, type Fault, type Numbered } from '../test/mutation/faults.ts';
import { Trials } from '../test/mutation/trials.ts';

const ROOMS = ['text', 'grammar', 'model', 'rules', 'convert'];

/** Of ten faults so many are to be noticed, in each room. */
const GOAL = 9;

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
const script = `${out}mutants.cjs`;
writeFileSync(script, await bundle(sample));
const trials = new Trials(script);
const unnoticed: Numbered[] = [];
try {
  const baseline = await trials.baseline();
  // A test of time may fail where all the switches are in the code.
  for (const { name } of baseline.tests.filter(({ passes }) => !passes)) console.log(`left out, it fails: ${name}`);
  for (const fault of sample) {
    if ((await trials.noticedBy(fault, baseline)) !== undefined) continue;
    unnoticed.push(fault);
    if (!answerTo(fault)) console.log(`✖ ${show(fault)}`);
  }
} finally {
  trials.close();
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

/** Writes down what went unnoticed, and says for each room whether it is little enough. */
function tell(): boolean {
  const open = unnoticed.filter(fault => !answerTo(fault));
  writeFileSync(`${out}mutants.md`, open.map(fault => `- ${show(fault)}\n`).join(''));
  const enough = ROOMS.map(room => {
    const inRoom = ({ file }: Fault): boolean => file.startsWith(`${room}/`);
    const all = sample.filter(inRoom).length;
    const answered = unnoticed.filter(fault => inRoom(fault) && answerTo(fault)).length;
    const left = open.filter(inRoom).length;
    const noticed = all - answered - left;
    const isEnough = noticed * 10 >= (all - answered) * GOAL;
    console.log(`${isEnough ? '✔' : '✖'} ${room}: ${noticed} of ${all - answered} noticed; ${answered} that cannot be`);
    return isEnough;
  });
  return enough.every(Boolean);
}

function show({ file, line, code, after }: Fault): string {
  return `${file}:${line} \`${code}\` → ${after === '' ? 'left out' : `\`${after}\``}`;
}
