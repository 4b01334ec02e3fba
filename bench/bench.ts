// `npm run bench`: what the tools cost, as ratios to another server in the same run. NIANBAO_PEERS (or `--peers FOLDER`)
// names a folder with servers of the same language; where there is none, the least that a server can do is the measure.
// `--write` writes docs/performance.md; `--short` is for continuous integration and fails where a half has been lost
// against the ratios in ratios.json, which `--keep` takes from the run.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  measureBatch,
  measureProse,
  measureRequests,
  measureServer,
  sizeOf,
  type Effort,
  type Figures,
} from './figures.ts';
import { goals } from './goals.ts';
import { writePage, type Run } from './page.ts';
import { longReports, reportOf, textsFrom } from './texts.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const has = (option: string): boolean => process.argv.includes(option);
const ratiosFile = here('ratios.json');

const [server, cli] = [here('../dist/server.js'), here('../dist/cli.js')];
if (!existsSync(server)) throw new Error('dist/server.js is missing: npm run build');
const effort: Effort = has('--short') ? { starts: 3, fewer: 10, reports: 200 } : { starts: 7, fewer: 1, reports: 2000 };

const named = has('--peers') ? process.argv[process.argv.indexOf('--peers') + 1] : process.env.NIANBAO_PEERS;
const peers = has('--short') ? undefined : named;
const peerServer = peers === undefined ? here('floor.mjs') : join(peers, 'langium/dist/server.js');
const peerBatch = peers === undefined ? undefined : [join(peers, 'langium/dist/cli.mjs'), '{}'];

// The peers know the official labels only, which their own sample keeps to.
const texts = textsFrom(peers === undefined ? reportOf(4 * 1024) : readFileSync(join(peers, 'sample.nianbao'), 'utf8'));
const batch = longReports(effort.reports);
const against = peers === undefined ? 'floor' : 'Langium';
const kept = JSON.parse(readFileSync(ratiosFile, 'utf8')) as Figures;

// A loss that is gone when it is looked at again was the machine's.
let run = await measure();
let lost = lostIn(run);
for (let again = 2; has('--short') && lost.length > 0 && again > 0; again--) {
  run = await measure();
  const still = lostIn(run);
  lost = lost.filter(name => still.includes(name));
}

show(run);
if (has('--write')) writePage(here('../docs/performance.md'), run);
if (has('--keep')) writeFileSync(ratiosFile, `${JSON.stringify(run.ratios, null, 2)}\n`);
else if (has('--short')) {
  for (const name of lost) console.error(`✖ ${name}: ${shown(run.ratios[name])} ×, was ${shown(kept[name])} ×`);
  if (lost.length > 0) process.exitCode = 1;
}

async function measure(): Promise<Run> {
  const ours: Figures = {
    ...(await measureServer(server, effort, texts)),
    ...(!has('--short') && {
      ...(await measureProse(server, texts[0], effort)),
      ...(await measureRequests(server, texts[1], effort)),
      ...measureBatch([cli, 'check', '{}'], batch),
    }),
    'server bundle, KB': sizeOf(server),
  };
  const theirs: Figures = {
    ...(await measureServer(peerServer, effort, texts)),
    ...(peerBatch && measureBatch(peerBatch, batch)),
    'server bundle, KB': sizeOf(peerServer),
  };
  const ratios = Object.fromEntries(
    Object.entries(ours).flatMap(([name, value]) => (name in theirs ? [[name, value / (theirs[name] ?? NaN)]] : [])),
  );
  return { ours, theirs, ratios, against };
}

/** The figures that have become twice as bad. The slowest of a hundred is chance in so short a run. */
function lostIn({ ratios }: Run): string[] {
  const compared = Object.keys(ratios).filter(name => name in kept && !name.endsWith('p99'));
  return compared.filter(name => (ratios[name] ?? NaN) > 2 * (kept[name] ?? NaN));
}

function show({ ours, theirs, ratios }: Run): void {
  console.log(`${''.padEnd(36)}${['ours', against, 'ratio', 'goal'].map(head => head.padStart(12)).join('')}`);
  for (const [name, value] of Object.entries(ours)) {
    const goal = peers === undefined ? '' : (goals[name] ?? '');
    const cells = [shown(value), shown(theirs[name]), shown(ratios[name]), goal];
    console.log(name.padEnd(36) + cells.map(cell => cell.padStart(12)).join(''));
  }
}

function shown(value: number | undefined): string {
  if (value === undefined) return '';
  return value < 10 ? value.toFixed(3) : value.toFixed(value < 100 ? 1 : 0);
}
