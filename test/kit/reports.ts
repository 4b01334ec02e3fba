import { forms, valueRows, type Form, type TableForm } from '../../forms/index.ts';
import { blankRows, equationsOf, partHeading, placeOf, sectionHeading, writeRows } from '../../model/index.ts';
import { pick, seeded, type Random } from './random.ts';

/** The numbers of one table, by place in its grid. */
export type Grid = number[];

/** A report that is right by construction, with the numbers that it was made from. */
export interface MadeReport {
  readonly form: Form;
  readonly organ: string;
  readonly year: number;
  readonly grids: ReadonlyMap<string, Grid>;
  readonly text: string;
}

const PLACES = ['青岚', '临沂河', '北屏', '松塘', '云梁', '南渡', '石桥', '望江', '平岭', '长泽'];
const KINDS = ['市', '县', '区', '镇', '乡', '街道办事处', '财政局', '市场监督管理局'];
const SENTENCES = [
  '修订主动公开目录，逐项明确时限。',
  '对申请逐件登记，按期答复。',
  '公开前落实审查，同步编写解读。',
  '门户网站专栏完成改版。',
  '举办业务培训，结果纳入考核。',
  '部分栏目更新不够及时，下一步按月检查。',
];

/** What the sections of prose have to say. */
const CLOSING: Readonly<Record<string, string>> = {
  problems: '部分站所报送不及时，执行结果公开得少。针对上述问题，已经明确专人按月催报。',
  others: '本年度未收取信息处理费。',
};

/** A right report. The same seed makes the same one. */
export function makeReport(seed: number, form: Form = pick(seeded(seed ^ 0x55), forms)): MadeReport {
  const random = seeded(seed);
  const organ = pick(random, PLACES) + pick(random, KINDS);
  const year = form.years.from + random((form.years.to ?? 2030) - form.years.from + 1);
  const scale = pick(random, [1, 8, 60, 500, 40_000]);
  const grids = new Map<string, Grid>();
  for (const section of form.sections) {
    for (const table of section.tables ?? []) grids.set(table.id, makeGrid(table, scale, random));
  }
  return { form, organ, year, grids, text: writeReport({ form, organ, year, grids }, random) };
}

function makeGrid(table: TableForm, scale: number, random: Random): Grid {
  const rows = valueRows(table);
  const grid: Grid = rows.flatMap(() =>
    table.columns.map(column => {
      const value = random(3) === 0 ? 0 : random(scale + 1);
      if (column.value.kind === 'money') return value / 10 ** Math.min(column.value.decimals, random(5));
      return column.value.kind === 'change' && random(2) === 0 ? -value : value;
    }),
  );
  const applications = table.sums.some(sum => sum.rule === 'balance');
  if (applications) balance(table, grid, random);
  // Totals last, in the order of the sums; a balanced table needs one pass for the rows' totals.
  for (const equation of equationsOf(table)) {
    if (equation.rule === 'balance') continue;
    const [total] = equation.left;
    if (total !== undefined) grid[total] = equation.right.reduce((sum, place) => sum + (grid[place] ?? 0), 0);
  }
  return grid;
}

/** What came in is made what went out: first the results, then what is carried over, then what must have come in. */
function balance(table: TableForm, grid: Grid, random: Random): void {
  const rows = valueRows(table).map(row => row.key);
  const result = table.sums.find(sum => sum.rule === 'result-total');
  if (result?.along !== 'column') return;
  table.columns.forEach((_, column) => {
    const at = (key: string): number => placeOf(table, rows.indexOf(key), column);
    const concluded = result.right.reduce((sum, key) => sum + (grid[at(key)] ?? 0), 0);
    grid[at('concluded')] = concluded;
    const all = concluded + (grid[at('carriedOut')] ?? 0);
    grid[at('carriedIn')] = random(all + 1);
    grid[at('received')] = all - (grid[at('carriedIn')] ?? 0);
  });
}

/** The text of a report with these numbers: canonical, or as somebody types it. */
export function writeReport(
  { form, organ, year, grids }: Omit<MadeReport, 'text'>,
  random: Random,
  tidy = random(3) > 0,
): string {
  const indent = tidy ? '　　' : '';
  const prose = (): string => {
    const first = pick(random, SENTENCES);
    const others = SENTENCES.filter(sentence => sentence !== first);
    return `${indent}${first}${pick(random, others)}`;
  };
  const blocks: string[][] = [
    [`${organ}${year}年政府信息公开工作年度报告`],
    ...(random(2) === 0 ? [[`机关：${organ}`, `年度：${year}`, `格式：${form.id}`]] : []),
    [prose()],
  ];
  for (const section of form.sections) {
    blocks.push([sectionHeading(form, section)]);
    section.parts?.forEach((_, place) => blocks.push([partHeading(section, place), prose()]));
    for (const table of section.tables ?? []) {
      const grid = grids.get(table.id) ?? [];
      blocks.push([...(table.article === undefined ? [] : [table.article]), ...tableLines(table, grid, tidy, random)]);
    }
    if (!section.parts && !section.tables) blocks.push([indent + (CLOSING[section.id] ?? ''), prose()]);
  }
  return blocks.map(lines => `${lines.join('\n')}\n`).join(tidy || random(2) === 0 ? '\n' : '');
}

function tableLines(table: TableForm, grid: Grid, tidy: boolean, random: Random): string[] {
  const keys = valueRows(table).map(row => row.key);
  const computed = random(4) === 0;
  const rows = blankRows(table, (row, column) => {
    const place = placeOf(
      table,
      keys.indexOf(row),
      table.columns.findIndex(({ key }) => key === column),
    );
    const isTotal = table.sums.some(sum => sum.along === 'row' && sum.total === column);
    return computed && isTotal ? '=' : numberText(grid[place] ?? 0, tidy, random);
  });
  return tidy ? writeRows(rows) : rows.map(row => `|${[row.label, ...row.cells].join('|')}|`);
}

function numberText(value: number, tidy: boolean, random: Random): string {
  if (tidy || random(6) > 0) return String(value);
  const full = (text: string): string =>
    text.replace(/\d/g, digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  return random(2) === 0 && Number.isInteger(value) && value >= 1000
    ? value.toLocaleString('en-US')
    : full(String(value));
}

/** The rows that hold values, and the labels over groups, as templates write them. */
export const labelsOf = (table: TableForm): { key: string; label: string; group: boolean }[] => {
  const list = blankRows(table).slice(1);
  return list.flatMap(row =>
    row.key === undefined ? [] : [{ key: row.key, label: row.label, group: row.cells.length === 0 }],
  );
};
