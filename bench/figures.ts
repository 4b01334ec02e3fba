import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { rules } from '../rules/index.ts';
import { DrivenServer } from './drive.ts';
import { quantile } from './quantile.ts';
import type { BenchText } from './texts.ts';

/** What is measured of a server, and of the command that checks many reports. In milliseconds where nothing else is said. */
export type Figures = Readonly<Record<string, number>>;

/** How much is measured: all, or as much as continuous integration waits for. */
export interface Effort {
  readonly starts: number;
  /** By how much the number of edits is divided. */
  readonly fewer: number;
  readonly reports: number;
}

/** Nobody types in the very moment in which a report is shown: so many milliseconds go by first. */
const READING = 1000;

/** Every figure of a server; memory and keystrokes in one session for each text. */
export async function measureServer(
  file: string,
  { starts, fewer }: Effort,
  texts: readonly [BenchText, ...BenchText[]],
): Promise<Figures> {
  const [sample] = texts;
  const colds: number[] = [];
  for (let i = 0; i < starts; i++) colds.push(await coldStart(file, sample.text));
  const figures: Record<string, number> = { 'cold start': median(colds) };
  for (const { name, text, edits, off } of texts) {
    const server = new DrivenServer(file, off);
    await server.initialize();
    await server.open(text);
    await wait(READING);
    const times: number[] = [];
    for (let i = 0; i < edits / fewer / 2; i++) times.push(...(await server.breakAndMend()));
    figures[`keystroke, ${name}, p50`] = quantile(times, 0.5);
    figures[`keystroke, ${name}, p99`] = quantile(times, 0.99);
    const bursts: number[] = [];
    for (let i = 0; i < 5; i++) bursts.push(await server.burst(20));
    figures[`20 edits at once, ${name}`] = median(bursts);
    if (text === sample.text) {
      for (let i = 0; i < 500 / fewer; i++) await server.breakAndMend();
      figures['memory after the edits, MB'] = server.memory();
    }
    await server.stop();
  }
  return figures;
}

/**
 * How many reports a second a command checks, as a whole process over a folder of them; `{}` stands for the folder. Of
 * three runs the best counts. On one core it runs where the system can be told to keep it there.
 */
export function measureBatch(command: readonly string[], texts: readonly string[]): Figures {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-bench-'));
  const given = [process.execPath, ...command.map(one => (one === '{}' ? folder : one))];
  const rate = (program: readonly string[]): number => {
    const seconds = [1, 2, 3].map(() => {
      const begin = performance.now();
      const { status, error } = spawnSync(program[0] ?? '', program.slice(1), { stdio: 'ignore' });
      if (error || status === 2) {
        throw new Error(`${basename(command[0] ?? '')} ended with ${status}`, { cause: error });
      }
      return (performance.now() - begin) / 1000;
    });
    return texts.length / Math.min(...seconds);
  };
  try {
    for (const [index, text] of texts.entries()) writeFileSync(join(folder, `${index}.nianbao`), text);
    const canPin = spawnSync('taskset', ['-V']).status === 0;
    return {
      ...(canPin && { 'reports a second, one core': rate(['taskset', '-c', '0', ...given]) }),
      'reports a second, all cores': rate(given),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The size of a program and of all that it loads from beside it at its start, in kilobytes. */
export function sizeOf(file: string, seen = new Set<string>()): number {
  if (seen.has(file)) return 0;
  seen.add(file);
  // What is required in a promise is loaded later.
  const text = readFileSync(file, 'utf8').replaceAll(/\.then\(\(\)=>[\w$]+\(require\("[^"]+"\)/g, '');
  const required = text.matchAll(/(?:from|import|require(?:\.resolve)?\()["'](\.[^"']+)["']/g);
  const imported = [...required].map(match => join(dirname(file), match[1] ?? ''));
  return statSync(file).size / 1000 + imported.reduce((sum, one) => sum + sizeOf(one, seen), 0);
}

async function coldStart(file: string, text: string): Promise<number> {
  const begin = performance.now();
  const server = new DrivenServer(file);
  await server.initialize();
  await server.open(text);
  const end = performance.now();
  await server.stop();
  return end - begin;
}

/** A keystroke in prose with all rules on, and with none but the sums. */
export async function measureProse(file: string, { text }: BenchText, { fewer }: Effort): Promise<Figures> {
  const measured = async (off: readonly string[]): Promise<number> => {
    const server = new DrivenServer(file, off);
    await server.initialize();
    await server.open(text);
    await wait(READING);
    const times: number[] = [];
    for (let i = 0; i < 500 / fewer; i++) times.push(...(await server.typeAndDelete()));
    await server.stop();
    return quantile(times, 0.5);
  };
  const others = rules.filter(({ group }) => group !== 'sums').map(({ id }) => id);
  return {
    'keystroke in prose, all rules': await measured([]),
    'keystroke in prose, sums alone': await measured(others),
  };
}

/** What an editor asks for besides diagnostics, in a long text. */
export async function measureRequests(
  file: string,
  { name, text, off }: BenchText,
  { fewer }: Effort,
): Promise<Figures> {
  const server = new DrivenServer(file, off);
  await server.initialize();
  await server.open(text);
  await server.requests(5);
  const taken = await server.requests(Math.ceil(20 / fewer));
  await server.stop();
  return Object.fromEntries(Object.entries(taken).map(([request, time]) => [`${request}, ${name}`, time]));
}

const median = (values: readonly number[]): number => quantile(values, 0.5);
