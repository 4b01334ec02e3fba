import { pick, type Random } from './random.ts';

/** What goes wrong with a report in real life, one slip at a time. Each takes the lines and changes them. */
const slips: readonly ((lines: string[], random: Random) => void)[] = [
  onRow((lines, at) => lines.splice(at, 1)),
  onRow((lines, at) => lines.splice(at, 0, lines[at] ?? '')),
  onRow((lines, at) => swap(lines, at, at + 1)),
  onRow((lines, at, random) => editCell(lines, at, random, () => ' ')),
  onRow((lines, at, random) => editCell(lines, at, random, cell => `${cell}件`)),
  onRow((lines, at, random) =>
    editCell(lines, at, random, () => pick(random, ['/', '无', '-', '+3', '1,23', '3.0', '０'])),
  ),
  onRow((lines, at, random) => editCell(lines, at, random, () => String(random(9000)))),
  onRow((lines, at) => (lines[at] = `${lines[at] ?? ''}  |`)),
  onRow((lines, at) => (lines[at] = (lines[at] ?? '').replace(/\|[^|]*\|\s*$/, '|'))),
  onRow((lines, at) => lines.splice(at, 0, '| 便民服务窗口办件 | 3 |')),
  onRow((lines, at, random) => {
    const line = lines[at] ?? '';
    const column = 3 + random(6);
    lines[at] = line.slice(0, column) + pick(random, ['', '字', '（']) + line.slice(column + 1);
  }),
  onHeading((lines, at) => lines.splice(at, 1)),
  onHeading(
    (lines, at, random) =>
      (lines[at] = pick(random, ['4', '七', '二']) + pick(random, ['、', '.', ' ']) + (lines[at] ?? '').slice(2)),
  ),
  onHeading((lines, at) => (lines[at] = (lines[at] ?? '').replace('情况', '概况'))),
  onHeading((lines, at) => lines.splice(at, 0, lines[at] ?? '')),
  onHeading((lines, at) => {
    const next = lines.findIndex((line, i) => i > at && /^[一二三四五六]、/.test(line));
    lines.splice(at, (next < 0 ? lines.length - 1 : next) - at);
  }),
  onHeading((lines, at) => {
    const next = lines.findIndex((line, i) => i > at && /^[一二三四五六]、/.test(line));
    if (next > 0) lines.push(...lines.splice(at, next - at));
  }),
  onArticle((lines, at) => lines.splice(at, 1)),
  onArticle((lines, at) => lines.splice(at + 1, 1)),
  onArticle((lines, at) => (lines[at + 1] = (lines[at + 1] ?? '').replace('数量', '绝对数'))),
  lines => lines.splice(1, 0, '年度：2001', '格式：1999'),
  lines => lines.splice(0, 1),
  lines => lines.splice(3, 0, '// 忽略：row-total 已核'),
  (lines, random) => lines.splice(random(lines.length), 0, '　　另有{本年新收}件、{无此行}件，**其中。'),
];

/** The text of a report with so many slips in it. */
export function spoil(text: string, slip: number, random: Random): string {
  const lines = text.split('\n');
  for (let times = slip; times > 0; times--) pick(random, slips)(lines, random);
  return lines.join('\n');
}

type Slip = (lines: string[], at: number, random: Random) => unknown;

function onRow(slip: Slip): (lines: string[], random: Random) => void {
  return on(/^\s*\|.*\d.*\|/, slip);
}

function onHeading(slip: Slip): (lines: string[], random: Random) => void {
  return on(/^[一二三四五六]、/, slip);
}

function onArticle(slip: Slip): (lines: string[], random: Random) => void {
  return on(/^第二十条/, slip);
}

function on(pattern: RegExp, slip: Slip): (lines: string[], random: Random) => void {
  return (lines, random) => {
    const places = lines.flatMap((line, at) => (pattern.test(line) ? [at] : []));
    if (places.length > 0) slip(lines, pick(random, places), random);
  };
}

function swap(lines: string[], a: number, b: number): void {
  [lines[a], lines[b]] = [lines[b] ?? '', lines[a] ?? ''];
}

function editCell(lines: string[], at: number, random: Random, edit: (cell: string) => string): void {
  const cells = (lines[at] ?? '').split('|');
  const index = 2 + random(Math.max(1, cells.length - 3));
  if (cells[index] === undefined) return;
  cells[index] = ` ${edit(cells[index].trim())} `;
  lines[at] = cells.join('|');
}
