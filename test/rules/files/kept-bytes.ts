// Run with `--expose-gc` in a process of its own, whose memory is nobody else's: says how many bytes are kept of each
// of so many reports, and how many reports are left when they were taken away again.
import { readReport } from '../../../model/index.ts';
import { factsOf, KnownReports } from '../../../rules/index.ts';
import { makeReport, seeded } from '../../kit/index.ts';
import { paragraph, townNamed } from './towns.ts';

/** Enough that what the program itself needs for the first ones is there. */
const WARM = 50;

const count = Number(process.argv[2]);
const known = new KnownReports();
const random = seeded(10);

keep(0, WARM);
const before = used();
keep(WARM, WARM + count);
const each = Math.round((used() - before) / count);
for (let at = WARM; at < WARM + count; at++) known.delete(addressOf(at));
process.send?.({ each, left: [...known.keys()].length - WARM });

function keep(from: number, to: number): void {
  const prose = (): string => `　　${Array.from({ length: 4 }, () => paragraph(random)).join('')}`;
  for (let at = from; at < to; at++) {
    const paragraphs = Array.from({ length: 20 }, prose).join('\n');
    const text = makeReport(at).text.replace(/^.*\n/, `${townNamed(at)}2025年政府信息公开工作年度报告\n`);
    known.set(addressOf(at), factsOf(readReport(text.replace(/^一、.*$/m, `$&\n${paragraphs}`))));
  }
}

function addressOf(at: number): string {
  return `file:///${at}.nianbao`;
}

/** What is alive: one collection leaves what only the next finds dead. */
function used(): number {
  for (let before = Infinity; ;) {
    globalThis.gc?.();
    const { heapUsed, external } = process.memoryUsage();
    if (heapUsed + external >= before) return before;
    before = heapUsed + external;
  }
}
