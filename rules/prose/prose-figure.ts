import type { Form } from '../../forms/index.ts';
import {
  addressOf,
  equationsAt,
  isOfYear,
  lineOf,
  same,
  standingOf,
  statementsOf,
  tableOf,
  tidy,
  withValue,
  type Block,
  type Report,
  type Statement,
  type Table,
} from '../../model/index.ts';
import { moveRange, rangeOf } from '../../text/index.ts';
import { numberMend, rangeOfPlace } from '../cells.ts';
import { replace } from '../edits.ts';
import type { Mend } from '../finding.ts';
import { say, type Draft, type Rule } from '../rule.ts';

/** The text says 12 where the table says 13. Where the text could mean something else, nothing is said. */
export const proseFigure: Rule = {
  id: 'prose-figure',
  group: 'prose',
  severity: 'warning',
  title: say('文中数字与表不符', 'The text says another number than the table'),
  description: say(
    '正文里说到的件数、金额应当与表格一致。只有句子说得明确时才比较：“约”“余”“以上”、去年的数字、分渠道的数字、不是表格所计的事项都不比较。改用引用“{本年新收}”，就不会再不一致。',
    'Counts and amounts in the text must agree with the tables. They are compared only where the sentence leaves no doubt; about, more than, last year’s numbers and whatever the tables do not count are left alone. A quote such as {本年新收} cannot disagree.',
  ),
  clause: say('格式通知：数据准确、前后一致', 'The notice on the form: numbers are to be right and to agree'),
  example: {
    failing:
      '示范镇2025年政府信息公开工作年度报告\n\n一、总体情况\n\n（二）依申请公开。全年收到政府信息公开申请12件。\n\n三、收到和处理政府信息公开申请情况\n\n| 申请人情况 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n| 一、本年新收政府信息公开申请数量 | 13 | 0 | 0 | 0 | 0 | 0 | 13 |\n',
    passing:
      '示范镇2025年政府信息公开工作年度报告\n\n一、总体情况\n\n（二）依申请公开。全年收到政府信息公开申请13件。\n\n三、收到和处理政府信息公开申请情况\n\n| 申请人情况 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n| 一、本年新收政府信息公开申请数量 | 13 | 0 | 0 | 0 | 0 | 0 | 13 |\n',
  },
  scope: 'report',
  *check(report) {
    for (const [index, block] of report.blocks.entries()) {
      for (const [id, statements] of byTable(block, report.form)) yield* disagreeing(report, index, id, statements);
    }
  },
};

/** The statements of a block by the table that they are about. */
function byTable(block: Block, form: Form): ReadonlyMap<string, readonly Statement[]> {
  const all = statementsOf(block, form);
  const before = grouped.get(all);
  if (before) return before;
  const groups = new Map<string, Statement[]>();
  for (const statement of all) {
    const group = groups.get(statement.table.id);
    if (group) group.push(statement);
    else groups.set(statement.table.id, [statement]);
  }
  grouped.set(all, groups);
  return groups;
}

const grouped = new WeakMap<readonly Statement[], ReadonlyMap<string, readonly Statement[]>>();

/** What the drafts about one table in one block follow from: as long as all of it is the same, so are they. */
interface Remembered {
  readonly table: Table | undefined;
  readonly tableStart: number;
  readonly start: number;
  readonly year: number | undefined;
  readonly drafts: readonly Draft[];
}

const remembered = new WeakMap<readonly Statement[], Remembered>();

function disagreeing(report: Report, index: number, id: string, statements: readonly Statement[]): readonly Draft[] {
  const table = tableOf(report, id);
  const tableStart = report.starts[report.blocks.findIndex(block => table && block.tables.includes(table))] ?? 0;
  const start = lineOf(report, index, 0);
  const { year } = report.head;
  const before = remembered.get(statements);
  if (before?.table === table && before?.tableStart === tableStart && before.start === start && before.year === year) {
    return before.drafts;
  }
  const drafts = statements.flatMap(statement => {
    const compared = table && compare(statement, table, tableStart, year);
    return compared ? [draft(statement, compared, start + statement.line)] : [];
  });
  remembered.set(statements, { table, tableStart, start, year, drafts });
  return drafts;
}

/** A table that a statement is compared with, the line that its block begins at, and the number there. */
interface Compared {
  readonly table: Table;
  readonly start: number;
  readonly expected: number;
}

/** The table's number, where it is known and another. */
function compare(statement: Statement, table: Table, start: number, year: number | undefined): Compared | undefined {
  if (!isOfYear(statement, year) || table.form !== statement.table) return undefined;
  const { value, places } = statement;
  const expected = tidy(places.reduce((sum, place) => sum + (table.sums.grid[place] ?? NaN), 0));
  if (Number.isNaN(expected) || agrees(value, expected, statement)) return undefined;
  return { table, start, expected };
}

/** An amount in a column without a unit may be in any. */
function agrees(value: number, expected: number, { table, places }: Statement): boolean {
  const kind = table.columns[(places[0] ?? 0) % table.columns.length]?.value;
  const isFree = kind?.kind === 'money' && kind.unit === 'free';
  return same(value, expected) || (isFree && (same(value * 10_000, expected) || same(value, expected * 10_000)));
}

function draft(statement: Statement, compared: Compared, line: number): Draft {
  const { value, places, quote, written } = statement;
  const { table, start, expected } = compared;
  const name = quote.replaceAll('+', '”+“');
  const isSum = quote.includes('+');
  return {
    range: rangeOf(line, statement),
    message: say(
      `文中${written === 'words' ? '说的是' : '为'} ${value}，表中“${name}”${isSum ? '合计' : ''}为 ${expected}`,
      `“${name}” ${isSum ? 'add up to' : 'is'} ${expected} in the table, and ${value} here`,
    ),
    related: places.flatMap(place => {
      const range = rangeOfPlace(table, place);
      const number = table.sums.grid[place] ?? NaN;
      return range
        ? [{ range: moveRange(range, start), message: say(`表中为 ${number}`, `“${number}” in the table`) }]
        : [];
    }),
    cells: places.map(place => addressOf(table.form, place)),
    expected,
    actual: value,
    mends: written === 'words' ? [] : [...mends(statement, compared, line)],
  };
}

/** Which of the two is wrong cannot be known, so that each mend is a guess. */
function* mends(statement: Statement, { table, start, expected }: Compared, line: number): Generator<Mend> {
  const { quote, unit, places, value } = statement;
  const number = unit === '元' ? tidy(expected * 10_000) : unit === '亿元' ? expected / 10_000 : expected;
  yield {
    title: say(`文中改为 ${number}`, `Change the text to ${number}`),
    edits: [replace(line, statement, String(number))],
    guess: true,
  };
  if (unit === undefined || unit === '万元') {
    yield {
      title: say(`文中改为引用“{${quote}}”`, `Quote {${quote}} in the text`),
      edits: [replace(line, statement, `{${quote}}`)],
      guess: true,
    };
  }
  const [place, another] = places;
  if (place === undefined || another !== undefined || breaksSum(table, place, value)) return;
  const mend = numberMend(table, place, value);
  if (!mend) return;
  const edits = mend.edits.map(edit => ({ ...edit, range: moveRange(edit.range, start) }));
  yield { title: mend.title, edits, guess: true };
}

/** A number that would break a sum of the table which holds now is not offered for its cell. */
function breaksSum({ form, sums }: Table, place: number, value: number): boolean {
  const failing = (grid: Float64Array): number =>
    equationsAt(form, place).filter(equation => standingOf(equation, grid, form) === 'fails').length;
  return failing(withValue(form, sums, sums.grid, place, value)) > failing(sums.grid);
}
