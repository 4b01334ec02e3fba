/**
 * `npm run fuzz`: every campaign with many seeds, each in a process of its own, so that one that hangs can be ended and
 * its seed is known. Writes docs/reliability.md when all of them were tried. `--deep` takes ten times the seeds, `--only NAME`
 * one campaign, `--seed N` one seed, `--count N` so many.
 */
import { fork } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import type { Campaign, Depth, Keep } from '../test/fuzz/campaign.ts';
import { campaigns } from '../test/fuzz/campaigns.ts';

/** What the process that tries a campaign says of itself. */
type Said =
  | { readonly trying: number }
  | { readonly kept: unknown }
  | { readonly failed: number; readonly why: string; readonly kept: unknown }
  | { readonly done: true };

interface Outcome {
  readonly campaign: Campaign;
  readonly tried: number;
  readonly seconds: number;
  readonly failed?: { readonly seed: number; readonly why: string; readonly kept: unknown };
}

const { values } = parseArgs({
  options: {
    deep: { type: 'boolean', default: false },
    short: { type: 'boolean', default: false },
    only: { type: 'string' },
    seed: { type: 'string' },
    count: { type: 'string' },
    child: { type: 'string' },
  },
});
const depth: Depth = values.deep ? 'deep' : values.short ? 'short' : 'normal';
const replays = new URL('../out/fuzz/', import.meta.url);

if (values.child !== undefined) await beChild(named(values.child));
else process.exitCode = await runAll();

function named(name: string): Campaign {
  const campaign = campaigns.find(one => one.name === name);
  if (!campaign) throw new Error(`no campaign ${name}; there are ${campaigns.map(one => one.name).join(', ')}`);
  return campaign;
}

/** The seeds that are asked for. */
function seedsOf({ seeds }: Campaign): { from: number; to: number } {
  const from = Number(values.seed ?? 0);
  return { from, to: from + Number(values.count ?? (values.seed === undefined ? seeds[depth] : 1)) };
}

async function beChild(campaign: Campaign): Promise<void> {
  const { from, to } = seedsOf(campaign);
  let kept: unknown;
  const keep: Keep = made => {
    // Said at once: of what then never comes back nothing more is heard.
    say({ kept: (kept = made) });
    return made;
  };
  // Whoever waits too long asks for what it has grown to.
  process.on('message', () => say({ kept }));
  for (let seed = from; seed < to; seed++) {
    kept = undefined;
    say({ trying: seed });
    try {
      await campaign.attempt(seed, keep);
    } catch (error) {
      say({ failed: seed, why: error instanceof Error ? (error.stack ?? error.message) : String(error), kept });
      break;
    }
  }
  await campaign.close?.();
  // What is not sent yet is lost with the channel.
  process.send?.({ done: true } satisfies Said, () => process.disconnect());
}

function say(said: Said): void {
  process.send?.(said);
}

async function runAll(): Promise<number> {
  const chosen = values.only === undefined ? campaigns : [named(values.only)];
  const waiting = chosen.filter(({ alone }) => !alone);
  const outcomes: Outcome[] = [];
  const takeNext = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) outcomes.push(await run(next));
  };
  for (const campaign of chosen.filter(({ alone }) => alone)) outcomes.push(await run(campaign));
  await Promise.all(Array.from({ length: availableParallelism() }, takeNext));
  const failed = outcomes.filter(outcome => outcome.failed);
  if (values.only === undefined) await writeTable(outcomes);
  console.log(`\n${outcomes.length - failed.length} passed, ${failed.length} failed`);
  return failed.length === 0 ? 0 : 1;
}

function run(campaign: Campaign): Promise<Outcome> {
  const begin = performance.now();
  const child = fork(fileURLToPath(import.meta.url), ['--child', campaign.name, ...process.argv.slice(2)], {
    execArgv: ['--import', 'tsx', '--expose-gc'],
  });
  return new Promise(resolve => {
    let tried = 0;
    let current = 0;
    let kept: unknown;
    let failure: Outcome['failed'];
    let done = false;
    // Starting and loading are not the first seed's, but what hangs there hangs as well.
    let watch = setTimeout(hangs, (campaign.patience + 30) * 1000);
    function hangs(): void {
      child.send('tell');
      setTimeout(() => {
        failure ??= { seed: current, why: `not done after ${campaign.patience} s`, kept };
        child.kill('SIGKILL');
      }, 1000);
    }
    child.on('message', (said: Said) => {
      if ('kept' in said) kept = said.kept;
      if ('failed' in said) failure = { seed: said.failed, why: said.why, kept };
      if (!('trying' in said) && !('done' in said)) return;
      clearTimeout(watch);
      if ('done' in said) {
        done = true;
        return;
      }
      current = said.trying;
      kept = undefined;
      tried++;
      watch = setTimeout(hangs, campaign.patience * 1000);
    });
    child.on('exit', code => {
      clearTimeout(watch);
      if (!failure && (code !== 0 || !done)) {
        failure = { seed: current, why: `the process ended with ${String(code)}`, kept };
      }
      const outcome: Outcome = {
        campaign,
        tried,
        seconds: (performance.now() - begin) / 1000,
        ...(failure && { failed: failure }),
      };
      tell(outcome);
      resolve(outcome);
    });
  });
}

function tell({ campaign: { name, unit }, tried, seconds, failed }: Outcome): void {
  if (!failed) {
    console.log(`✔ ${name}: ${tried.toLocaleString('en')} ${unit} (${seconds.toFixed(0)} s)`);
    return;
  }
  mkdirSync(replays, { recursive: true });
  const replay = new URL(`${name}-${failed.seed}.json`, replays);
  writeFileSync(replay, `${JSON.stringify({ campaign: name, ...failed }, null, 2)}\n`);
  console.log(`✖ ${name}: seed ${failed.seed}\n${failed.why}\n  replay: ${fileURLToPath(replay)}`);
  console.log(`  npm run fuzz -- --only ${name} --seed ${failed.seed}`);
}

async function writeTable(outcomes: readonly Outcome[]): Promise<void> {
  if (depth === 'short') return;
  const rows = campaigns.map(campaign => {
    const { tried = 0, seconds = 0, failed } = outcomes.find(outcome => outcome.campaign === campaign) ?? {};
    const [why = ''] = failed?.why.replaceAll('|', '\\|').split('\n') ?? [];
    const held = failed ? `**not held**: seed ${failed.seed}, ${why}` : `${seconds.toFixed(0)} s`;
    return `| ${campaign.promise} | \`${campaign.name}\` | ${tried.toLocaleString('en')} ${campaign.unit}, ${held} |`;
  });
  const text = `# Reliability

What is promised, the campaign in [test/fuzz/](../test/fuzz) that tries to break it, and what the last run tried. Made by \`npm run fuzz${depth === 'deep' ? ' -- --deep' : ''}\`, whether the promises held or not. \`npm test\` tries the first seeds of each, and every seed that ever failed.

| promise | campaign | last run |
| --- | --- | --- |
${rows.join('\n')}
`;
  const path = fileURLToPath(new URL('../docs/reliability.md', import.meta.url));
  writeFileSync(path, await format(text, { ...(await resolveConfig(path)), filepath: path }));
}
