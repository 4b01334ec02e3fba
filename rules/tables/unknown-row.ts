import { textOf } from '../../grammar/index.ts';
import { rangeOf } from '../../text/index.ts';
import { say, type Rule } from '../rule.ts';

/** A row that the form does not have: its numbers are in no sum and in no export. */
export const unknownRow: Rule = {
  id: 'unknown-row',
  group: 'tables',
  severity: 'warning',
  title: say('格式中没有的行', 'Row that the form does not have'),
  scope: 'block',
  *check({ block }) {
    for (const table of block.tables) {
      for (const { line, row, match } of table.rows) {
        if (match) continue;
        const label = textOf(row, row.label);
        yield {
          range: rangeOf(line, label === '' ? { start: row.label.bar, end: row.label.stop } : row.label),
          message:
            label === ''
              ? say('这一行没有行名', 'The row has no label')
              : say(
                  `“${table.form.name}”的表格中没有“${label}”这一行`,
                  `The table “${table.form.name}” has no row “${label}”`,
                ),
        };
      }
    }
    for (const line of block.strays) {
      yield {
        range: rangeOf(line, { start: 0, end: block.lines[line]?.text.length ?? 0 }),
        message: say(
          '这里的表格不是格式规定的任何一张表；如果是正文，请在行首的“|”前加“\\”',
          'This is none of the tables of the form',
        ),
      };
    }
  },
};
