import type { TableForm } from '../../forms/index.ts';
import { blankTable, lineOf, placedTable, type Block, type Report } from '../../model/index.ts';
import { rangeOf, type TextEdit } from '../../text/index.ts';
import { insertAfter, removeLines } from '../edits.ts';
import { say, type Draft, type Rule } from '../rule.ts';
import { firstBlocks, headingRange } from '../sections.ts';

/** Each section has its tables, also when all is nothing. */
export const missingTable: Rule = {
  id: 'missing-table',
  group: 'tables',
  severity: 'error',
  title: say('缺少表格', 'Missing table'),
  scope: 'report',
  *check(report) {
    const first = firstBlocks(report);
    for (const [index, block] of report.blocks.entries()) {
      const match = block.heading?.match;
      if (!match || first.get(match.section.id) !== index) continue;
      // Tables of another edition are compared with that edition's list.
      const edition = block.tables.find(table => table.home)?.edition ?? report.form;
      const section = edition.sections.find(({ id }) => id === match.section.id);
      const missing = (section?.tables ?? []).filter(table => !block.tables.some(({ form }) => form === table));
      for (const table of missing) yield draft(report, index, section?.tables ?? [], table);
    }
  },
};

function draft(report: Report, index: number, tables: readonly TableForm[], table: TableForm): Draft {
  const range = headingRange(report, index);
  const placed = placedTable(report, table.id);
  if (placed?.table.form !== table) {
    return {
      range,
      message: say(`缺少“${table.name}”的表格`, `The table “${table.name}” is missing`),
      mends: [
        {
          title: say(`补上“${table.name}”的空白表`, `Insert a blank table “${table.name}”`),
          edits: [insertion(report, index, tables, table, blankTable(table))],
        },
      ],
    };
  }
  const { table: stray, start } = placed;
  const lines = [...(stray.header ? [stray.header.line] : []), ...stray.rows.map(row => row.line)];
  // In the order of the text; and there may be too many for a list of arguments.
  const [from, to] = [start + (lines[0] ?? 0), start + (lines.at(-1) ?? 0)];
  const whole = to - from + 1 === lines.length;
  const text = report.tree.lines.slice(from, to + 1).map(line => line.text);
  const article = table.article === undefined ? [] : [table.article];
  return {
    range,
    message: say(
      `“${table.name}”的表格不在这里，写到了第 ${from + 1} 行`,
      `The table “${table.name}” is not here but on line ${from + 1}`,
    ),
    related: [
      {
        range: rangeOf(from, { start: 0, end: report.tree.lines[from]?.text.length ?? 0 }),
        message: say('表格在这里', 'The table is here'),
      },
    ],
    ...(whole && {
      mends: [
        {
          title: say('把表格移到这里', 'Move the table here'),
          edits: [
            insertion(report, index, tables, table, [...article, ...text]),
            removeLines(report.tree.lines, from, to),
          ],
        },
      ],
    }),
  };
}

/** Behind the table that comes before it in the form, or at the section's end. */
function insertion(
  report: Report,
  index: number,
  tables: readonly TableForm[],
  table: TableForm,
  text: readonly string[],
): TextEdit {
  const block = report.blocks[index];
  const lines = block?.lines ?? [];
  const before = tables.slice(0, tables.indexOf(table)).reverse();
  const previous = before.map(form => block && lastLineOf(block, form)).find(line => line !== undefined);
  const next = tables.map(form => block && firstLineOf(block, form));
  const limit = previous ?? (next.find(line => line !== undefined) ?? lines.length) - 1;
  const after = lines.findLastIndex((line, at) => at <= limit && line.kind !== 'blank');
  return insertAfter(report.tree.lines, lineOf(report, index, Math.max(after, 0)), ['', ...text]);
}

const firstLineOf = (block: Block, form: TableForm): number | undefined => {
  const table = block.tables.find(one => one.form === form);
  return table && (table.article?.line ?? table.header?.line ?? table.rows[0]?.line);
};

const lastLineOf = (block: Block, form: TableForm): number | undefined => {
  const table = block.tables.find(one => one.form === form);
  return table && (table.rows.at(-1)?.line ?? table.header?.line);
};
