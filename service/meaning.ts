import { textOf, type Line, type ProseSpan } from '../grammar/index.ts';
import type { Block, Report, Row, Table } from '../model/index.ts';
import { fold, trimSpaces } from '../text/index.ts';

/** What a report says, apart from how it is laid out: two texts with the same meaning differ in form only. */
export function meaningOf(report: Report): string {
  const { head, form } = report;
  const { title } = head;
  const inHead = new Set([title?.line, ...head.fields.map(field => field.line)]);
  return JSON.stringify([
    form.id,
    title && report.tree.lines[title.line]?.text.slice(title.span.start, title.span.end),
    head.fields.map(field => [field.name.text, field.value.text]),
    report.blocks.map((block, number) => [
      block.heading?.match?.section.id,
      block.heading?.title.text,
      block.heading?.ordinal.value,
      block.parts.map(part => [part.ordinal, part.title.text]),
      block.tables.map(tableMeaning),
      block.strays.length,
      block.lines.flatMap((line, index) => (isSaidAlready(block, number, index) ? [] : lineMeaning(line))),
    ]),
  ]);

  function isSaidAlready(block: Block, number: number, index: number): boolean {
    return block.heading ? index === 0 : number === 0 && inHead.has(index);
  }
}

function tableMeaning(table: Table): unknown {
  return [
    table.form.id,
    table.edition.id,
    table.article?.official,
    table.header && [table.header.columns.map(head => head.column), table.header.row.cells.length],
    table.rows.map(rowMeaning),
    [...table.sums.grid].map(value => (Number.isNaN(value) ? null : value)),
  ];
}

function rowMeaning(row: Row): unknown {
  const label = row.match?.row.key ?? textOf(row.row, row.row.label);
  const cells = row.row.cells.map(cell => fold(textOf(row.row, cell)).replace(/,/g, ''));
  return [
    label,
    row.match?.certainty,
    row.duplicate,
    cells,
    row.values.map(value => (Number.isNaN(value) ? null : value)),
  ];
}

/** The words of a line; those of tables and headings are in the model. */
function lineMeaning(line: Line): unknown[] {
  if (line.kind === 'comment') return [line.text];
  if (line.kind !== 'prose' && line.kind !== 'part') return [];
  const words = line.spans.map(span => spanMeaning(line, span));
  const lead = line.kind === 'prose' && line.lead ? [textOf(line, line.lead)] : [];
  return [
    trimSpaces([...lead, ...words].map(word => (typeof word === 'string' ? word : JSON.stringify(word))).join('')),
  ];
}

const spanMeaning = (line: Line, span: ProseSpan): unknown =>
  span.kind === 'quote' && !span.broken
    ? span.terms.map(term => [term.sign, term.names.map(name => name.text)])
    : textOf(line, span);
