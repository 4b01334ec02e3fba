import { isGroup } from '../../forms/index.ts';
import { rangeOf } from '../../text/index.ts';
import { replace } from '../edits.ts';
import { say, type Rule } from '../rule.ts';
import { rowName } from '../words.ts';

/** Fewer values than columns: which ones are missing cannot be seen from the row. */
export const missingCell: Rule = {
  id: 'missing-cell',
  group: 'tables',
  severity: 'error',
  title: say('缺格', 'Missing cell'),
  description: say(
    '这一行的格数比栏数少。缺的是哪一格看不出来，所以整行都不参加合计，不会把数字错移一栏。',
    'The row has fewer cells than the table columns. Which is missing cannot be known, so the row enters no sum rather than being shifted.',
  ),
  example: {
    failing:
      '二、主动公开政府信息情况\n\n第二十条第（一）项\n| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n| 规章 | 0 | 0 |\n',
    passing:
      '二、主动公开政府信息情况\n\n第二十条第（一）项\n| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n| 规章 | 0 | 0 | 0 |\n',
  },
  scope: 'block',
  *check({ block }) {
    for (const table of block.tables) {
      const columns = table.form.columns.length;
      for (const { line, row, match } of table.rows) {
        const count = row.cells.length;
        if (!match || isGroup(match.row) || count >= columns) continue;
        const [first, last] = [row.cells[0], row.cells.at(-1)];
        const message = say(
          `“${rowName(match.row)}”应有 ${columns} 格，现有 ${count} 格，看不出缺哪一格`,
          `“${rowName(match.row)}” should have ${columns} cells, it has ${count}`,
        );
        if (first && last) {
          const start = first.start === first.end ? first.bar : first.start;
          yield { range: rangeOf(line, { start, end: last.start === last.end ? last.stop : last.end }), message };
          continue;
        }
        const blanks = `${'|  '.repeat(columns)}|`;
        yield {
          range: rangeOf(line, row.label),
          message: say(
            `“${rowName(match.row)}”后面没有数字，应有 ${columns} 格`,
            `“${rowName(match.row)}” has no cells; there should be ${columns}`,
          ),
          mends: [
            {
              title: say(`补上 ${columns} 个空格`, `Append ${columns} blank cells`),
              edits: [
                row.end
                  ? replace(line, row.end, blanks)
                  : replace(line, { start: row.label.end, end: row.text.length }, ` ${blanks}`),
              ],
            },
          ],
        };
      }
    }
  },
};
