import { printReport, toHtml, toMarkdown } from '../../../convert/index.ts';
import { readReport, type Report } from '../../../model/index.ts';
import { formatText, importReport, sayRemark } from '../../../service/index.ts';
import { spoil } from '../../kit/faults.ts';
import { layouts } from '../../kit/layouts.ts';
import { mutate } from '../../kit/mutations.ts';
import { seeded, type Random } from '../../kit/random.ts';
import { makeReport } from '../../kit/reports.ts';
import type { Baseline } from './baseline.ts';

const ways: readonly ((report: Report, random: Random) => string)[] = [
  ...layouts.map(
    ({ write }) =>
      (report: Report, random: Random) =>
        write(printReport(report), random),
  ),
  report => toHtml(report),
  toMarkdown,
];

/** What becomes of reports with slips in them that come from elsewhere, some of them hit on the way. */
export const imports: Baseline = {
  name: 'imports',
  cases: Array.from({ length: ways.length * 4 }, (_, seed) => () => say(seed)),
};

async function say(seed: number): Promise<string> {
  const random = seeded(seed);
  const before = formatText(spoil(makeReport(seed).text, random(3), random)).text;
  let source = ways[seed % ways.length]?.(readReport(before), random) ?? '';
  if (seed >= ways.length * 2) source = mutate(source, source, random);
  const { format, text, remarks } = await importReport(source);
  const had = new Set(before.split('\n'));
  const other = text
    .split('\n')
    .flatMap((line, at) => (had.has(line) ? [] : [`${at + 1} ${line.replaceAll(/ +/g, ' ')}`]));
  return [
    format,
    ...other,
    ...remarks.map(remark => `${remark.kind} ${remark.line ?? ''} ${sayRemark(remark).zh}`),
  ].join('\n');
}
