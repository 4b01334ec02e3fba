// `npm run bench:server`: what the language server costs, measured at the real one over stdio. Run `npm run build` first.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Position } from 'vscode-languageserver/node';
import { forms } from '../forms/index.ts';
import { makeReport } from '../test/kit/index.ts';
import { bundle, ServerProcess } from './server-process.ts';

/** Edits of which each is measured; so many that the slowest hundredth means something. */
const EDITS = 200;
const BURST = 20;
const MANY = 1000;
const STARTS = 5;

if (!existsSync(bundle)) throw new Error('dist/server.js is missing: npm run build');

const report = reportOf(5 * 1024);
const texts: readonly (readonly [name: string, text: string, place: RegExp])[] = [
  ['a report', report, /^（一）/],
  ['1 MB of prose', withProse(report, 1024 * 1024), /^　　一{9}/],
  ['200 tables', withTables(report, 200), /^\| *一、本年新收/],
];

const echo = await measureEcho();
const rows: string[][] = [
  ['', 'p50', 'p99', '× echo'],
  ['an empty echo', inMs(echo.p50), inMs(echo.p99), '1'],
];
for (const [name, text, place] of texts) {
  const server = await started();
  const size = `${name}, ${kilobytes(Buffer.byteLength(text))}`;
  const keys = await measureKeys(server, text, place);
  rows.push([`keystroke: ${size}`, inMs(keys.each.p50), inMs(keys.each.p99), times(keys.each.p50 / echo.p50)]);
  rows.push([
    `${BURST} in a burst, published ${keys.publications} ×`,
    inMs(keys.burst),
    '',
    times(keys.burst / echo.p50),
  ]);
  await server.stop();
}
print(rows);

const bare = median(Array.from({ length: STARTS }, () => timedSync(() => spawnSync(process.execPath, ['-e', '0']))));
const first: number[] = [];
for (let i = 0; i < STARTS; i++) first.push(await measureStart());
print([
  ['', 'median', '', '× node'],
  ['node that does nothing', inMs(bare), '', '1'],
  ['start to first diagnostics of a report', inMs(median(first)), '', times(median(first) / bare)],
]);

const { before, after } = await measureMemory();
print([
  ['memory (RSS)', '', '', '× before'],
  ['a report just opened', megabytes(before), '', '1'],
  [`after ${MANY} edits`, megabytes(after), '', times((after ?? NaN) / (before ?? NaN))],
  ['bundle size', kilobytes(statSync(bundle).size), `gzip ${kilobytes(gzipSync(readFileSync(bundle)).length)}`, ''],
]);

/** What the way there and back costs: a request about an empty text. */
async function measureEcho(): Promise<Spread> {
  const server = await started();
  const uri = 'file:///empty.nianbao';
  await server.open(uri, '');
  const ask = () => server.request('textDocument/foldingRange', { textDocument: { uri } });
  for (let i = 0; i < EDITS; i++) await ask();
  const each: number[] = [];
  for (let i = 0; i < EDITS; i++) each.push(await timed(ask));
  await server.stop();
  return spread(each);
}

/** From sending an edit to receiving the diagnostics of its version; a digit is written and taken away again. */
async function measureKeys(
  server: ServerProcess,
  text: string,
  place: RegExp,
): Promise<{ each: Spread; burst: number; publications: number }> {
  const uri = 'file:///report.nianbao';
  await server.open(uri, text);
  const position = positionOf(text, place);
  let version = 0;
  const edit = () => {
    version++;
    return server.change(uri, version, position, version % 2 === 0 ? 1 : 0, version % 2 === 0 ? '' : '1');
  };
  // The engine's functions are compiled by then.
  for (let i = 0; i < 20; i++) await edit();
  const each: number[] = [];
  for (let i = 0; i < EDITS; i++) each.push(await timed(edit));
  const { publications } = server;
  const burst = await timed(async () => {
    const last = Array.from({ length: BURST }, edit).at(-1);
    await last;
  });
  return { each: spread(each), burst, publications: server.publications - publications };
}

async function measureStart(): Promise<number> {
  const begin = performance.now();
  const server = await started();
  await server.open('file:///report.nianbao', report);
  const end = performance.now();
  await server.stop();
  return end - begin;
}

async function measureMemory(): Promise<{ before: number | undefined; after: number | undefined }> {
  const server = await started();
  const uri = 'file:///report.nianbao';
  await server.open(uri, report);
  const before = server.memory();
  const position = positionOf(report, /^（一）/);
  for (let version = 1; version <= MANY; version++) {
    await server.change(uri, version, position, version % 2 === 0 ? 1 : 0, version % 2 === 0 ? '' : '1');
  }
  const after = server.memory();
  await server.stop();
  return { before, after };
}

async function started(): Promise<ServerProcess> {
  const server = new ServerProcess();
  await server.initialize();
  return server;
}

/** Of the right reports that the tests make, the one whose size is nearest. */
function reportOf(bytes: number): string {
  const made = Array.from({ length: 50 }, (_, seed) => makeReport(seed, forms.at(-1)).text);
  const off = (text: string): number => Math.abs(Buffer.byteLength(text) - bytes);
  return made.reduce((best, text) => (off(text) < off(best) ? text : best));
}

/** A report whose first section is as long as this; the mark in its middle is where it is edited. */
function withProse(text: string, bytes: number): string {
  const paragraph = '　　全年新收政府信息公开申请{本年新收}件，按期**全部答复**，没有发生行政复议（含诉讼）。\n';
  const half = paragraph.repeat(Math.ceil(bytes / 2 / Buffer.byteLength(paragraph)));
  return text.replace(/^（一）.*\n/m, heading => `${heading}${half}　　一一一一一一一一一\n${half}`);
}

/** A report with its two last sections of tables again and again. */
function withTables(text: string, count: number): string {
  const tables = text.slice(text.indexOf('\n三、') + 1, text.indexOf('\n五、') + 1);
  return text.replace(tables, () => tables.repeat(count / 2));
}

/** In the middle one of the lines that look so: behind its last digit, or its first words, which stay what they are. */
function positionOf(text: string, look: RegExp): Position {
  const lines = text.split('\n');
  const found = [...lines.keys()].filter(number => look.test(lines[number] ?? ''));
  const line = found[found.length >> 1];
  if (line === undefined) throw new Error(`nothing to edit: ${look}`);
  return { line, character: (lines[line] ?? '').search(/\d\D*$/) + 1 || 4 };
}

interface Spread {
  readonly p50: number;
  readonly p99: number;
}

function spread(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  return { p50: at(0.5), p99: at(0.99) };
}

function median(values: readonly number[]): number {
  return spread(values).p50;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

function timedSync(work: () => unknown): number {
  const begin = performance.now();
  work();
  return performance.now() - begin;
}

function print(table: readonly (readonly string[])[]): void {
  console.log(
    table.map(([name = '', ...cells]) => name.padEnd(46) + cells.map(cell => cell.padStart(14)).join('')).join('\n') +
      '\n',
  );
}

function inMs(milliseconds: number): string {
  return `${milliseconds.toFixed(milliseconds < 100 ? 2 : 0)} ms`;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(bytes < 10_240 ? 1 : 0)} KB`;
}

function megabytes(bytes: number | undefined): string {
  return bytes === undefined ? 'unknown' : `${(bytes / 1024 / 1024).toFixed(0)} MB`;
}

function times(ratio: number): string {
  return `${ratio.toFixed(1)} ×`;
}
