import type { Line } from '../../grammar/index.ts';
import type { Row, Table } from '../../model/index.ts';
import { rangeOf, type TextEdit } from '../../text/index.ts';
import { outOfOrder } from '../order.ts';
import { say, type Rule } from '../rule.ts';
import { rowName } from '../words.ts';

/** The rows stand in the order of the form; which group a row is in depends on it. */
export const rowOrder: Rule = {
  id: 'row-order',
  group: 'tables',
  severity: 'warning',
  title: say('行的次序不对', 'Rows out of order'),
  scope: 'block',
  *check({ block }) {
    for (const table of block.tables) {
      const rows = table.rows.filter(row => row.match && !row.duplicate);
      const [first, ...others] = outOfOrder(rows.map(row => row.match?.place ?? 0)).map(index => rows[index]);
      if (!first?.match) continue;
      const edit = sorted(block.lines, table);
      yield {
        range: rangeOf(first.line, first.row.label),
        message: say(
          `“${rowName(first.match.row)}”${others.length > 0 ? `等 ${others.length + 1} 行` : ''}不在格式规定的位置上`,
          `“${rowName(first.match.row)}”${others.length > 0 ? ` and ${others.length} more` : ''} not where the form has it`,
        ),
        related: others.flatMap(row =>
          row ? [{ range: rangeOf(row.line, row.row.label), message: say('这一行也是', 'This one too') }] : [],
        ),
        ...(edit && { mends: [{ title: say('按格式的次序排列各行', 'Put the rows in order'), edits: [edit] }] }),
      };
    }
  },
};

/** The rows in order, each with the comments above it; nothing where other text stands between them. */
function sorted(lines: readonly Line[], table: Table): TextEdit | undefined {
  const [head, ...rest] = table.rows;
  const end = rest.at(-1);
  if (!head || !end) return undefined;
  let place = -1;
  const groups: { place: number; text: string[] }[] = [];
  let waiting: string[] = [];
  const rows = new Map<number, Row>(table.rows.map(row => [row.line, row]));
  let first = head.line;
  while (lines[first - 1]?.kind === 'comment') first--;
  for (let line = first; line <= end.line; line++) {
    const row = rows.get(line);
    waiting.push(lines[line]?.text ?? '');
    if (row) {
      // A row that is none of the form's stays behind the row above it.
      place = row.match?.place ?? place;
      groups.push({ place, text: waiting });
      waiting = [];
    } else if (lines[line]?.kind !== 'comment') return undefined;
  }
  const text = groups.toSorted((a, b) => a.place - b.place).flatMap(group => group.text);
  const range = { start: { line: first, character: 0 }, end: { line: end.line, character: end.row.text.length } };
  return { range, text: text.join('\n') };
}
