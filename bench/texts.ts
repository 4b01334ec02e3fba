import { forms } from '../forms/index.ts';
import { makeReport } from '../test/kit/index.ts';

/** A text to measure on. */
export interface BenchText {
  readonly name: string;
  readonly text: string;
  /** Edits of which each is measured. */
  readonly edits: number;
}

/** A report as most are, the same with a megabyte of prose, and with two hundred tables. */
export const textsFrom = (report: string): readonly [BenchText, ...BenchText[]] => [
  { name: 'a report', text: report, edits: 500 },
  { name: '1 MB of prose', text: withProse(report, 2 ** 20), edits: 100 },
  { name: '200 tables', text: withTables(report, 200), edits: 100 },
];

/** The texts of many reports, each another. */
export function reports(count: number): string[] {
  return Array.from({ length: count }, (_, seed) => makeReport(seed, forms.at(-1)).text);
}

/** Of the right reports that the tests make, the one whose size is nearest and whose totals are all written out. */
export function reportOf(bytes: number): string {
  const off = (text: string): number => Math.abs(Buffer.byteLength(text) - bytes);
  const written = reports(200).filter(
    text => !text.includes('=') && text.includes('（一）') && /(?:\| *\d+ *){7}\|/.test(text),
  );
  return written.reduce((best, text) => (off(text) < off(best) ? text : best));
}

function withProse(text: string, bytes: number): string {
  const paragraph =
    '　　修订主动公开目录，逐项明确时限，由专人登记并限时办结，结果纳入考核，公众能更快找到所需内容。\n';
  const prose = paragraph.repeat(Math.ceil(bytes / Buffer.byteLength(paragraph)));
  return text.replace(/^（一）.*\n/m, heading => heading + prose);
}

function withTables(text: string, count: number): string {
  const table = text.slice(text.indexOf('\n三、') + 1, text.indexOf('\n四、') + 1);
  return text.replace(table, () => table.repeat(count));
}
