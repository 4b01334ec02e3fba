import { textOf } from '../../grammar/index.ts';
import type { Row } from '../../model/index.ts';
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
  scope: 'block',
  *check({ block }) {
    for (const table of block.tables) {
      for (const row of table.rows) {
        const first = row.match && table.byKey.get(row.match.row.key);
        if (!row.duplicate || !row.match || !first) continue;
        yield {
          range: rangeOf(row.line, row.row.label),
          message: say(
            `“${rowName(row.match.row)}”重复，只按前一行计算`,
            `“${rowName(row.match.row)}” is there already; only the first is counted`,
          ),
          related: [{ range: rangeOf(first.line, first.row.label), message: say('前一行', 'The first one') }],
          ...(isCopy(first, row) && {
            mends: [
              { title: say('删去重复的行', 'Delete the copy'), edits: [removeLines(block.lines, row.line, row.line)] },
            ],
          }),
        };
      }
    }
  },
};

/** Whether each cell is the same number, in whatever way it is written, or else the same words. */
const isCopy = (first: Row, row: Row): boolean =>
  first.row.cells.length === row.row.cells.length &&
  first.row.cells.every((cell, index) => {
    const other = row.row.cells[index];
    const value = first.values[first.order[index] ?? index] ?? NaN;
    return (
      value === row.values[row.order[index] ?? index] || (other && textOf(first.row, cell) === textOf(row.row, other))
    );
  });
