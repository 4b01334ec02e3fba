import { readLines } from '../../../grammar/index.ts';
import { toJson } from '../../../convert/index.ts';
import { readReport } from '../../../model/index.ts';
import { formatText } from '../../../service/index.ts';
import { spoil } from '../../kit/faults.ts';
import { mutate } from '../../kit/mutations.ts';
import { seeded } from '../../kit/random.ts';
import { makeReport } from '../../kit/reports.ts';
import type { Baseline } from './baseline.ts';

/** How texts that were hit are read, line by line, what they hold for a program, and how they are laid out. */
export const texts: Baseline = {
  name: 'texts',
  cases: Array.from({ length: 60 }, (_, seed) => () => say(seed)),
};

function say(seed: number): string {
  const random = seeded(seed);
  const right = makeReport(seed).text;
  const lines = mutate(spoil(right, random(3), random), right, random).split('\n');
  const from = random(Math.max(1, lines.length - 8));
  const piece = lines.slice(from, from + 8).join('\n');
  const trees = readLines(piece).map(({ text: _, ending, ...line }) => JSON.stringify({ ...line, ending }));
  const { text } = formatText(lines.join('\n'));
  const had = new Set(lines);
  // How wide a column is shows in some of the rows.
  const laid = text
    .split('\n')
    .flatMap((line, at) => (had.has(line) ? [] : [`${at + 1} ${line}`]))
    .slice(0, 10);
  const { sections, tables, ...head } = toJson(readReport(lines.join('\n')));
  const bound = sections.map(section => `${section.id} ${section.title} ${section.text.length}`);
  // The numbers alone, in the order of the form.
  const numbers = Object.entries(tables).map(
    ([id, rows]) => `${id} ${JSON.stringify(rows).replaceAll(/"[^"]*":|[{}]/g, '')}`,
  );
  return [...trees, '', ...laid, '', JSON.stringify(head), ...bound, ...numbers].join('\n');
}
