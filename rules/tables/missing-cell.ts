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
