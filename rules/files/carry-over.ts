import { columnsByKey, valueRows, type TableForm, type ValueRowForm } from '../../forms/index.ts';
import { addressOf, placeOf, same, tableOf, tidy, type Table } from '../../model/index.ts';
import { moveRange } from '../../text/index.ts';
import { numberMend, rangeOfPlace } from '../cells.ts';
import { say, type Draft, type Rule } from '../rule.ts';
import { cellName, cellNameEnglish } from '../words.ts';

const table = (row: string): string =>
  `三、收到和处理政府信息公开申请情况\n\n| 申请人情况 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n${row}\n`;

/** What last year left for this year is what this year begins with. */
export const carryOver: Rule = {
  id: 'carry-over',
  group: 'across files',
  severity: 'warning',
  title: say('与上年报告衔接不上', 'Does not follow on last year’s report'),
  description: say(
    '本年“上年结转”的每一列应当等于上年报告的“结转下年度继续办理”。现行有效的件数应当等于上年现行有效加本年制发减本年废止，对不上的作提示；与上年相差十倍以上的也作提示。要有本机关上年的报告在同一个工作区或者一起检查，按机关和年度查找。',
    'In every column, what is carried in equals what last year’s report carried over. The number in force should be last year’s, plus those issued, less those repealed; where it is not, and where a number is ten times last year’s or more, that is pointed out. Last year’s report of the organ has to be in the workspace, or checked together.',
  ),
  example: {
    before: `示范镇2024年政府信息公开工作年度报告\n\n${table('| 四、结转下年度继续办理 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |')}`,
    failing: `示范镇2025年政府信息公开工作年度报告\n\n${table('| 二、上年结转政府信息公开申请数量 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |')}`,
    passing: `示范镇2025年政府信息公开工作年度报告\n\n${table('| 二、上年结转政府信息公开申请数量 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |')}`,
  },
  scope: 'neighbours',
  *check(report, { lastYear }) {
    const before = lastYear(report);
    if (!before) return;
    for (const [index, block] of report.blocks.entries()) {
      for (const now of block.tables) {
        const then = now.home ? tableOf(before.report, now.form.id) : undefined;
        if (!then) continue;
        for (const { place, message, severity, expected } of compare(now, then)) {
          const range = rangeOfPlace(now, place);
          if (!range) continue;
          const start = report.starts[index] ?? 0;
          const mend = expected === undefined ? undefined : numberMend(now, place, expected);
          yield {
            ...(severity && { severity }),
            range: moveRange(range, start),
            message: say(`${message.zh}（${before.name}）`, `${message.en} (${before.name})`),
            cells: [addressOf(now.form, place)],
            ...(expected !== undefined && { expected, actual: now.sums.grid[place] ?? NaN }),
            ...(mend && {
              mends: [
                {
                  title: mend.title,
                  edits: mend.edits.map(edit => ({ ...edit, range: moveRange(edit.range, start) })),
                  guess: true,
                },
              ],
            }),
          };
        }
      }
    }
  },
};

interface Difference extends Pick<Draft, 'message' | 'severity' | 'expected'> {
  readonly place: number;
}

function* compare(now: Table, then: Table): Generator<Difference> {
  for (const [row, form] of valueRows(now.form).entries()) {
    for (const [column, { key, running }] of now.form.columns.entries()) {
      const place = placeOf(now.form, row, column);
      const value = now.sums.grid[place] ?? NaN;
      if (Number.isNaN(value)) continue;
      if (form.lastYear !== undefined) yield* carried(now.form, place, value, numberAt(then, form.lastYear, key));
      else if (running) yield* inForce(now, form, place, value, numberAt(then, form.key, key));
      else if (key === 'total' || now.form.columns.length === 1) {
        yield* jump(now.form, place, value, numberAt(then, form.key, key));
      }
    }
  }
}

function numberAt({ form, sums }: Table, row: string, column: string): number {
  const at = valueRows(form).findIndex(({ key }) => key === row);
  const place = form.columns.findIndex(({ key }) => key === column);
  return at < 0 || place < 0 ? NaN : (sums.grid[placeOf(form, at, place)] ?? NaN);
}

function* carried(form: TableForm, place: number, value: number, before: number): Generator<Difference> {
  if (Number.isNaN(before) || same(value, before)) return;
  yield {
    place,
    expected: before,
    message: say(
      `${cellName(form, place)}为 ${value}，上年报告结转下年度的是 ${before}`,
      `${cellNameEnglish(form, place)} is ${value}; last year’s report carried over ${before}`,
    ),
  };
}

/** The stock at the year's end follows from that of the year before, unless old documents were counted anew. */
function* inForce(
  { form, sums }: Table,
  row: ValueRowForm,
  place: number,
  value: number,
  before: number,
): Generator<Difference> {
  const [issued, repealed] = ['issued', 'repealed'].map(key => {
    const at = columnsByKey(form).has(key) ? form.columns.findIndex(column => column.key === key) : NaN;
    return sums.grid[placeOf(form, valueRows(form).indexOf(row), at)] ?? NaN;
  });
  const expected = tidy(before + (issued ?? NaN) - (repealed ?? NaN));
  if (Number.isNaN(expected) || same(value, expected)) return;
  yield {
    place,
    severity: 'information',
    message: say(
      `${cellName(form, place)}为 ${value}，按上年 ${before} 加制发 ${issued ?? 0} 减废止 ${repealed ?? 0} 是 ${expected}`,
      `${cellNameEnglish(form, place)} is ${value}; last year’s ${before} plus ${issued ?? 0} issued less ${repealed ?? 0} repealed make ${expected}`,
    ),
  };
}

/** Small numbers grow tenfold by chance. */
const NOTABLE = 100;

function* jump(form: TableForm, place: number, value: number, before: number): Generator<Difference> {
  const [low, high] = [Math.min(value, before), Math.max(value, before)];
  if (!(low > 0 && high >= low * 10 && high - low >= NOTABLE)) return;
  yield {
    place,
    severity: 'information',
    message: say(
      `${cellName(form, place)}为 ${value}，上年为 ${before}，相差十倍以上，请核对`,
      `${cellNameEnglish(form, place)} is ${value}, and was ${before} last year: ten times apart`,
    ),
  };
}
