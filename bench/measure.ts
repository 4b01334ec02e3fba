import { forms } from '../forms/index.ts';
import { checkText } from '../service/index.ts';
import { makeReport } from '../test/kit/index.ts';

/** What reading and checking a report costs, beside a pass that does nothing but split and parse. Milliseconds. */
export interface ReportCost {
  readonly bytes: number;
  /** The median of many runs in a warm engine. */
  readonly check: number;
  readonly plain: number;
}

/** What reading and checking a long text costs at each size. */
export interface Growth {
  readonly kind: GrowthKind;
  readonly costs: readonly { readonly megabytes: number; readonly check: number; readonly plain: number }[];
  /** How many times as long each size takes as the one before it, which is half of it. */
  readonly ratios: readonly number[];
}

/** What a long text is made of. */
export type GrowthKind = keyof typeof content;

/** The limits that the engine keeps: milliseconds for a report, and times as long for twice the text. */
export const limits = { report: 1, doubling: 2.2 };

/** The sizes at which growth is measured, each twice the one before. */
export const SIZES: readonly number[] = [0.5, 1, 2];

const KILOBYTE = 1024;
const MEGABYTE = KILOBYTE * KILOBYTE;
const REPORT_SIZE = 5 * KILOBYTE;

/** Measures a report of about 5 KB. */
export function measureReport(runs = 300): ReportCost {
  const text = reportText();
  // So many that the engine's functions are compiled by then.
  for (let i = 0; i < runs; i++) run(text);
  const checks: number[] = [];
  const plains: number[] = [];
  // In turns, so that whatever else the machine does falls on both.
  for (let i = 0; i < runs; i++) {
    checks.push(timed(() => run(text)));
    plains.push(timed(() => plainPass(text)));
  }
  return { bytes: Buffer.byteLength(text), check: median(checks), plain: median(plains) };
}

/**
 * Measures texts of growing size. Of several rounds the best counts for each size, since the others were disturbed; a
 * round takes all sizes, so that a disturbance that lasts does not fall on one of them alone.
 */
export function measureGrowth(kind: GrowthKind, rounds = 7, sizes: readonly number[] = SIZES): Growth {
  const piece = content[kind]();
  const texts = sizes.map(size => piece.repeat(Math.ceil((size * MEGABYTE) / Buffer.byteLength(piece))));
  const best = texts.map(() => ({ check: Infinity, plain: Infinity }));
  for (let round = 0; round < rounds; round++) {
    texts.forEach((text, i) => {
      const check = Math.min(
        best[i]?.check ?? Infinity,
        busy(() => run(text)),
      );
      const plain = Math.min(
        best[i]?.plain ?? Infinity,
        busy(() => plainPass(text)),
      );
      best[i] = { check, plain };
    });
  }
  const costs = sizes.map((megabytes, i) => ({ megabytes, check: NaN, plain: NaN, ...best[i] }));
  return { kind, costs, ratios: costs.slice(1).map(({ check }, i) => check / (costs[i]?.check ?? NaN)) };
}

const run = (text: string): number => checkText(text).findings.length;

/** The least that reading a report's numbers could cost: lines, cells, numbers, and no question asked. */
export function plainPass(text: string): number {
  let sum = 0;
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (!line.startsWith('|')) continue;
    for (const cell of line.split('|')) {
      const value = Number(cell.trim());
      if (!Number.isNaN(value)) sum += value;
    }
  }
  return sum;
}

/** Of the right reports that the tests make, the one whose size is nearest. */
function reportText(): string {
  const texts = Array.from({ length: 50 }, (_, seed) => makeReport(seed, forms.at(-1)).text);
  const off = (text: string): number => Math.abs(Buffer.byteLength(text) - REPORT_SIZE);
  return texts.reduce((best, text) => (off(text) < off(best) ? text : best));
}

const content = {
  prose: () => '　　全年新收政府信息公开申请{本年新收}件，按期**全部答复**，没有发生行政复议（含诉讼）。\n',
  /** The section with the widest table, again and again: each is bound and summed as the first is. */
  tables: () => {
    const { text } = makeReport(0, forms.at(-1));
    return text.slice(text.indexOf('三、'), text.indexOf('五、'));
  },
};

function timed(measure: () => unknown): number {
  const begin = performance.now();
  measure();
  return performance.now() - begin;
}

/** The time that the processor worked, which other programs do not lengthen as they do the time that passes. */
function busy(measure: () => unknown): number {
  const begin = process.cpuUsage();
  measure();
  const { user, system } = process.cpuUsage(begin);
  return (user + system) / 1000;
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;
