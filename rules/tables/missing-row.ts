import { allRows, isGroup, type PlacedRow } from '../../forms/index.ts';
import { textOf, type RowLine } from '../../grammar/index.ts';
import type { Row, Table } from '../../model/index.ts';
import { displayWidth, rangeOf, type Range } from '../../text/index.ts';
import { insertAfter } from '../edits.ts';
import { say, type BlockContext, type Draft, type Rule } from '../rule.ts';
import { plural, rowName } from '../words.ts';

/** A row that is not there cannot be checked: a value left out looks like nothing. */
export const missingRow: Rule = {
  id: 'missing-row',
  group: 'tables',
  severity: 'error',
  title: say('缺少行', 'Missing row'),
  scope: 'block',
  *check(context) {
    for (const table of context.block.tables) {
      let gap: PlacedRow[] = [];
      let after: Row | undefined;
      for (const placed of allRows(table.form)) {
        const row = table.byKey.get(placed.row.key);
        if (!row) gap.push(placed);
        else {
          if (gap.length > 0) yield draft(context, table, gap, after);
          gap = [];
          after = row;
        }
      }
      if (gap.length > 0) yield draft(context, table, gap, after);
    }
  },
};

function draft({ block }: BlockContext, table: Table, gap: readonly PlacedRow[], after: Row | undefined): Draft {
  const names = listed(gap.map(({ row }) => `“${rowName(row)}”`));
  // Before the first row there is only the head to put it behind; without one, the head has to come first.
  const line = after?.line ?? table.header?.line;
  const rows = gap.map(placed => blankRow(placed, table));
  return {
    range: rangeOfLabel(after ?? table.header ?? table.rows[0]),
    message: say(
      after ? `“${labelOf(after)}”之后缺少${names}` : `缺少${names}`,
      `Missing ${plural(gap.length, 'row')}: ${names.replaceAll('、', ', ').replace(/ 等 .*$/, ' …')}`,
    ),
    ...(line !== undefined && {
      mends: [
        {
          title: say(`补上${gap.length === 1 ? names : `这 ${gap.length} 行`}`, `Insert ${plural(gap.length, 'row')}`),
          edits: [insertAfter(block.lines, line, rows)],
        },
      ],
    }),
  };
}

/** All of a few, the first of many. */
const listed = (names: readonly string[]): string =>
  names.length <= 4 ? names.join('、') : `${names.slice(0, 3).join('、')} 等 ${names.length} 行`;

const rangeOfLabel = (at: { readonly line: number; readonly row: RowLine } | undefined): Range =>
  at ? rangeOf(at.line, at.row.label) : rangeOf(0, { start: 0, end: 0 });

const labelOf = ({ row }: Row): string => textOf(row, row.label);

/** A blank row as wide as a row that is there, so that the columns stay under each other. */
function blankRow({ row, depth }: PlacedRow, table: Table): string {
  const shape = table.rows.find(one => one.aligned && one.row.end)?.row ?? table.header?.row;
  const label = ' '.repeat(depth * 2) + rowName(row);
  const room = shape ? displayWidth(shape.text.slice(shape.label.bar + 1, shape.label.stop)) - 2 : 0;
  const padded = label + ' '.repeat(Math.max(0, room - displayWidth(label)));
  if (isGroup(row)) return `| ${padded} |`;
  const cells = table.form.columns.map((_, i) => {
    const cell = shape?.cells[i];
    return ' '.repeat(cell ? Math.max(2, displayWidth(shape.text.slice(cell.bar + 1, cell.stop))) : 2);
  });
  return `| ${padded} |${cells.join('|')}|`;
}
