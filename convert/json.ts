import { valueRows } from '../forms/index.ts';
import type { Line } from '../grammar/index.ts';
import { placeOf, quoteValue, sectionHeading, type Block, type Report, type Table } from '../model/index.ts';

/** A report as JSON: what other programs read. Blank and unreadable cells are null. */
export interface ReportJson {
  readonly edition: string;
  readonly title: string;
  readonly organ: string | null;
  readonly year: number | null;
  readonly sections: readonly { readonly id: string | null; readonly title: string; readonly text: string }[];
  readonly tables: Readonly<Record<string, TableJson>>;
}

/** A table's values by row and column. */
export type TableJson = Readonly<Record<string, Readonly<Record<string, number | null>>>>;

/** The report as JSON. Quotes stand as their numbers, comments are left out. */
export function toJson(report: Report): ReportJson {
  const { head, form, tree } = report;
  const { title } = head;
  return {
    edition: form.id,
    title: title ? (tree.lines[title.line]?.text.slice(title.span.start, title.span.end) ?? '') : '',
    organ: head.organ ?? null,
    year: head.year ?? null,
    sections: report.blocks.slice(1).map(block => ({
      id: block.heading?.match?.section.id ?? null,
      title: titleOf(report, block),
      text: block.lines
        .slice(1)
        .flatMap(line => textOf(line, report))
        .join('\n'),
    })),
    tables: Object.fromEntries([...tablesById(report)].map(([id, table]) => [id, tableJson(table)])),
  };
}

/** The tables by their ids; of two of a kind the one that stands in its section counts, else the first. */
export function tablesById(report: Report): ReadonlyMap<string, Table> {
  const tables = new Map<string, Table>();
  for (const table of report.blocks.flatMap(block => block.tables)) {
    const before = tables.get(table.form.id);
    if (!before || (table.home && !before.home)) tables.set(table.form.id, table);
  }
  return tables;
}

function titleOf(report: Report, block: Block): string {
  const match = block.heading?.match;
  if (match) return sectionHeading(report.form, match.section);
  const line = block.lines[0]?.text ?? '';
  return line.trim();
}

/** The words of a line as they are printed; none for tables, articles, comments and blank lines. */
function textOf(line: Line, report: Report): string[] {
  if (line.kind !== 'prose' && line.kind !== 'part') return [];
  let text = '';
  let done = 0;
  for (const span of line.spans) {
    if (span.kind === 'text' || span.kind === 'open-quote') continue;
    text += line.text.slice(done, span.start);
    done = span.end;
    if (span.kind === 'escape') text += line.text.slice(span.start + 1, span.end);
    else if (span.kind === 'quote') text += String(quoteValue(span, report) ?? line.text.slice(span.start, span.end));
  }
  return [(text + line.text.slice(done)).trim()];
}

function tableJson({ form, sums }: Table): TableJson {
  const keys = valueRows(form).map(row => row.key);
  return Object.fromEntries(
    keys.map((key, row) => [
      key,
      Object.fromEntries(
        form.columns.map((column, at) => {
          const value = sums.grid[placeOf(form, row, at)] ?? NaN;
          return [column.key, Number.isNaN(value) ? null : value];
        }),
      ),
    ]),
  );
}
