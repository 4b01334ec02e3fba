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
