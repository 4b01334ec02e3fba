import type { Line } from '../../../grammar/index.ts';
import { readReport, type Block, type Heading, type Row, type Table } from '../../../model/index.ts';
import { pick, seeded, type Random } from '../../kit/random.ts';
import { makeReport } from '../../kit/reports.ts';
import type { Baseline } from './baseline.ts';

/** What titles, headings, parts, heads, labels and values are taken for that are written as nobody should write them. */
export const labels: Baseline = {
  name: 'labels',
  cases: Array.from({ length: 60 }, (_, seed) => () => say(seeded(seed), makeReport(seed).text)),
};

function say(random: Random, right: string): string {
  const lines = right.split('\n').filter(line => !line.startsWith('　　'));
  const report = readReport(lines.flatMap(line => hit(line, random)).join('\n'));
  const { title, organ, year, edition, fields } = report.head;
  const named = fields.map(({ key, name, value }) => `${key ?? '?'} ${name.text}=${value.text}`);
  const head = [report.form.id, organ, year, edition, ...(title?.faults ?? []), ...named].join(' ');
  return [head, ...report.blocks.flatMap(saidOf)].join('\n');
}

const saidOf = ({ lines, heading, parts, tables, strays }: Block): string[] => [
  ...(heading ? [headingOf(heading)] : []),
  ...parts.map(({ ordinal, title, form }) => `(${ordinal ?? ''}) ${title.text} → ${form?.title ?? '-'}`),
  ...tables.flatMap(table => tableOf(table, lines)),
  ...(strays.length > 0 ? [`stray ${strays.join(' ')}`] : []),
];

const headingOf = ({ match, ordinal, title }: Heading): string =>
  `# ${ordinal.value ?? ''} ${title.text} → ${match ? `${match.section.id} ${match.certainty} ${match.ordinal}` : '-'}`;

function tableOf({ form, edition, home, article, header, rows, sums }: Table, lines: readonly Line[]): string[] {
  const columns = header?.columns.map(({ column, certainty }) => `${column ?? '?'}${certainty ?? ''}`) ?? [];
  return [
    `= ${form.id} ${edition.id} ${home} ${article?.official ?? '-'} ${header?.stub ?? ''} ${columns.join(' ')}`,
    ...rows.map(row => rowOf(row, lines)),
    sums.grid.map(value => (Number.isNaN(value) ? '' : value)).join(','),
  ];
}

function rowOf({ line, match, readings, aligned, duplicate }: Row, lines: readonly Line[]): string {
  const label = lines[line]?.text.split('|')[1]?.trim() ?? '';
  const read = readings.map(({ index, reading: { value, fault } }) => `${index}:${value}${fault ?? ''}`);
  const meant = match ? `${match.row.key} ${match.certainty} ${match.label}` : '-';
  return [label, '→', meant, aligned ? '' : 'askew', duplicate ? 'twice' : '', ...read].join(' ');
}

/** A line as it is, gone, doubled, or with some of its words written wrong. */
function hit(line: string, random: Random): string[] {
  if (line === '' || random(3) > 0) return random(30) === 0 ? [] : [line];
  if (random(12) === 0) return [line, line];
  const cells = line.split('|');
  const at = cells.length > 2 ? pick(random, [1, 1, 1 + random(cells.length - 2)]) : 0;
  for (let times = 1 + random(2); times > 0; times--) cells[at] = pick(random, slips)(cells[at] ?? '', random);
  return [cells.join('|')];
}

const slips: readonly ((words: string, random: Random) => string)[] = [
  (words, random) => replaced(words, random, 1, ''),
  (words, random) => replaced(words, random, 0, words.charAt(random(words.length))),
  (words, random) =>
    replaced(words, random, 1, pick(random, '的 和 数 情 况 总 其 他 ， 、 . （ ） ( ) “ ” 一 二 3 4'.split(' '))),
  (words, random) => words.slice(0, Math.ceil(words.length / (1 + random(3)))),
  (words, random) => words.replace(/^\s*(?:（.）|\d\.|.、)/, pick(random, ['', '（三）', '2.', '3、', '五、', '(二)'])),
  (words, random) =>
    words.replace(/\d+/, digits =>
      pick(random, [
        '',
        '/',
        '无',
        `${digits}件`,
        `${digits}.5`,
        `-${digits}`,
        '１２',
        '1,234',
        '=',
        '〇',
        `约${digits}`,
        `${digits}万元`,
      ]),
    ),
  words => words.replaceAll('（', '(').replaceAll('）', ')'),
  (words, random) => `${words}${pick(random, ['（件）', '合计', ' ', '：', '数量', '0'])}`,
];

function replaced(words: string, random: Random, count: number, by: string): string {
  const at = random(words.length);
  return words.slice(0, at) + by + words.slice(at + count);
}
