import type { TableForm } from '../../forms/index.ts';
import { textOf } from '../../grammar/index.ts';
import type { Header, Table } from '../../model/index.ts';
import { rangeOf } from '../../text/index.ts';
import { insertBefore, replace } from '../edits.ts';
import { say, type Draft, type Rule } from '../rule.ts';

/** The head of a table says what its columns are. */
export const tableHeader: Rule = {
  id: 'table-header',
  group: 'tables',
  severity: 'warning',
  title: say('表头有出入', 'Table head differs'),
  scope: 'block',
  *check({ block }) {
    for (const table of block.tables) {
      if (table.header) yield* checkHeader(table, table.header);
      else yield* noHeader(table);
      yield* checkArticle(table);
    }
  },
};

function* checkArticle({ form, article, header, rows }: Table): Generator<Draft> {
  const first = header ?? rows[0];
  if (form.article === undefined || article?.official || !first) return;
  const message = say(`这张表应当在“${form.article}”之下`, `This table belongs under “${form.article}”`);
  yield article
    ? {
        range: rangeOf(article.line, article.span),
        message,
        mends: [
          {
            title: say(`改为“${form.article}”`, `Change to “${form.article}”`),
            edits: [replace(article.line, article.span, form.article)],
          },
        ],
      }
    : {
        range: rangeOf(first.line, first.row.label),
        message,
        mends: [
          {
            title: say(`补上“${form.article}”`, `Insert “${form.article}”`),
            edits: [insertBefore(first.line, [form.article])],
          },
        ],
      };
}

/** The head as it should be, between its outer bars. */
const headOf = ({ stub, columns }: TableForm): string => [stub, ...columns.map(({ label }) => label)].join(' | ');

const NO_HEADER = say(
  '表格缺少表头，各栏按格式的次序理解',
  'The table has no head; its columns are taken in the order of the form',
);
const INSERT_HEADER = say('补上表头', 'Insert the head');

function* noHeader(table: Table): Generator<Draft> {
  const [first] = table.rows;
  if (!first) return;
  yield {
    range: rangeOf(first.line, first.row.label),
    message: NO_HEADER,
    mends: [{ title: INSERT_HEADER, edits: [insertBefore(first.line, [`| ${headOf(table.form)} |`])] }],
  };
}

function* checkHeader(table: Table, header: Header): Generator<Draft> {
  const { row, line } = header;
  const columns = table.form.columns;
  if (row.cells.length !== columns.length) {
    const end = row.cells.at(-1)?.end ?? row.label.end;
    yield {
      range: rangeOf(line, { start: row.label.start, end }),
      message: say(
        `表头应有 ${columns.length} 栏，现有 ${row.cells.length} 栏`,
        `The head should have ${columns.length} columns, it has ${row.cells.length}`,
      ),
      mends: [
        {
          title: say('改为格式的表头', 'Change to the head of the form'),
          edits: [replace(line, { start: row.label.start, end }, headOf(table.form))],
        },
      ],
    };
    return;
  }
  if (header.stub !== 'exact') {
    yield wrongHead(line, row.label, textOf(row, row.label), table.form.stub);
  }
  const isMoved = isPermutation(header);
  for (const [i, head] of header.columns.entries()) {
    const cell = row.cells[i];
    const column = columns[i];
    if (!cell || !column || (head.certainty === 'exact' && head.column === i)) continue;
    const text = textOf(row, cell);
    if (isMoved) {
      yield {
        range: rangeOf(line, cell),
        message: say(
          `这一栏应为“${column.label}”，各栏次序与格式不同；数字按现有表头理解`,
          `This column should be “${column.label}”; numbers are read by the head as it stands`,
        ),
      };
    } else yield wrongHead(line, cell, text, column.label);
  }
}

function wrongHead(
  line: number,
  cell: { start: number; end: number; bar: number; stop: number },
  text: string,
  right: string,
): Draft {
  const blank = cell.start === cell.end;
  return {
    range: rangeOf(line, blank ? { start: cell.bar + 1, end: cell.stop } : cell),
    message: blank
      ? say(`表头此处应为“${right}”`, `The head should say “${right}” here`)
      : say(`表头“${text}”应为“${right}”`, `The head “${text}” should be “${right}”`),
    mends: [
      {
        title: say(`改为“${right}”`, `Change to “${right}”`),
        edits: [
          blank ? replace(line, { start: cell.bar + 1, end: cell.stop }, ` ${right} `) : replace(line, cell, right),
        ],
      },
    ],
  };
}

/** Whether all heads of the form are there, each once. */
const isPermutation = ({ columns }: Header): boolean =>
  columns.every(({ certainty }) => certainty === 'exact') &&
  new Set(columns.map(({ column }) => column)).size === columns.length;
