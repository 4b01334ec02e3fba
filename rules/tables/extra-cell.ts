import { isGroup } from '../../forms/index.ts';
import { rangeOf } from '../../text/index.ts';
import { replace } from '../edits.ts';
import { say, type Rule } from '../rule.ts';
import { rowName } from '../words.ts';

/** More values than columns, or values behind the label of a group. */
export const extraCell: Rule = {
  id: 'extra-cell',
  group: 'tables',
  severity: 'error',
  title: say('多格', 'Extra cell'),
  scope: 'block',
  *check({ block }) {
    for (const table of block.tables) {
      for (const { line, row, match } of table.rows) {
        const columns = match && isGroup(match.row) ? 0 : table.form.columns.length;
        const extra = row.cells.slice(columns);
        const [first, last] = [extra[0], extra.at(-1)];
        if (!match || !first || !last) continue;
        const blank = extra.every(cell => cell.kind === 'blank');
        yield {
          range: rangeOf(line, { start: blank ? first.bar : first.start, end: blank ? last.stop : last.end }),
          message:
            columns === 0
              ? say(
                  `“${rowName(match.row)}”是分组名，后面不填数`,
                  `“${rowName(match.row)}” heads a group and has no values`,
                )
              : say(
                  `“${rowName(match.row)}”应有 ${columns} 格，现有 ${row.cells.length} 格`,
                  `“${rowName(match.row)}” should have ${columns} cells, it has ${row.cells.length}`,
                ),
          ...(blank && {
            mends: [
              {
                title: say('删去多出的空格', 'Delete the blank cells'),
                edits: [replace(line, { start: first.bar, end: last.stop }, '')],
              },
            ],
          }),
        };
      }
    }
  },
};
