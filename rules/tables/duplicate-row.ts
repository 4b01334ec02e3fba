import { rangeOf } from '../../text/index.ts';
import { removeLines } from '../edits.ts';
import { say, type Rule } from '../rule.ts';
import { rowName } from '../words.ts';

/** A row written twice: only the first is counted. */
export const duplicateRow: Rule = {
  id: 'duplicate-row',
  group: 'tables',
  severity: 'error',
  title: say('行重复', 'Row given twice'),
  description: say(
    '同一行出现两次时只按第一次的数字计算；两行完全相同的，可以删去后一行。',
    'Where a row stands twice only the first is counted; if both say the same, the second can go.',
  ),
  example: {
    failing:
      '二、主动公开政府信息情况\n\n第二十条第（五）项\n| 信息内容 | 本年处理决定数量 |\n| 行政许可 | 4 |\n| 行政许可 | 4 |\n',
    passing: '二、主动公开政府信息情况\n\n第二十条第（五）项\n| 信息内容 | 本年处理决定数量 |\n| 行政许可 | 4 |\n',
  },
  scope: 'block',
  *check({ block }) {
    for (const table of block.tables) {
      for (const row of table.rows) {
        const first = row.match && table.byKey.get(row.match.row.key);
        if (!row.duplicate || !row.match || !first) continue;
        const equal =
          first.values.length === row.values.length && first.values.every((v, i) => Object.is(v, row.values[i]));
        const isCopy = equal && first.row.cells.length === row.row.cells.length;
        yield {
          range: rangeOf(row.line, row.row.label),
          message: say(
            `“${rowName(row.match.row)}”重复，只按前一行计算`,
            `“${rowName(row.match.row)}” is there already; only the first is counted`,
          ),
          related: [{ range: rangeOf(first.line, first.row.label), message: say('前一行', 'The first one') }],
          ...(isCopy && {
            mends: [
              { title: say('删去重复的行', 'Delete the copy'), edits: [removeLines(block.lines, row.line, row.line)] },
            ],
          }),
        };
      }
    }
  },
};
