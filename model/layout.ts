import { allRows, isGroup, type SectionForm, type TableForm, type Form } from '../forms/index.ts';
import { chineseOrdinal, displayWidth } from '../text/index.ts';

/** A row as it is to be written: its label, how deep it stands, and its values. */
export interface WrittenRow {
  readonly label: string;
  readonly depth: number;
  readonly cells: readonly string[];
}

/** How far a label is moved in for each group that it stands in. */
const INDENT = 2;

/** The rows of a table as lines: labels to the left, values to the right of columns as wide as their widest cell. */
export function writeRows(rows: readonly WrittenRow[]): string[] {
  const labels = rows.map(row => ' '.repeat(row.depth * INDENT) + row.label);
  const labelWidth = Math.max(0, ...labels.map(label => displayWidth(label)));
  const widths: number[] = [];
  for (const row of rows) {
    row.cells.forEach((cell, i) => (widths[i] = Math.max(widths[i] ?? 0, displayWidth(cell))));
  }
  return rows.map((row, index) => {
    const label = labels[index] ?? '';
    const cells = row.cells.map((cell, i) => ' '.repeat((widths[i] ?? 0) - displayWidth(cell)) + cell);
    return `| ${[label + ' '.repeat(labelWidth - displayWidth(label)), ...cells].join(' | ')} |`;
  });
}

/** The rows of a blank table, its head first. `valueOf` fills in what is known already. */
export function blankRows(
  table: TableForm,
  valueOf: (row: string, column: string) => string = () => '',
): readonly (WrittenRow & { readonly key?: string })[] {
  return [
    { label: table.stub, depth: 0, cells: table.columns.map(column => column.label) },
    ...allRows(table).map(({ row, depth }) => ({
      key: row.key,
      label: row.short ?? row.label,
      depth,
      cells: isGroup(row) ? [] : table.columns.map(column => valueOf(row.key, column.key)),
    })),
  ];
}

/** A blank table with its article, if it has one. */
export const blankTable = (table: TableForm): string[] => [
  ...(table.article === undefined ? [] : [table.article]),
  ...writeRows(blankRows(table)),
];

/** A section's heading as it should be: `三、收到和处理政府信息公开申请情况`. */
export const sectionHeading = (form: Form, section: SectionForm): string =>
  `${chineseOrdinal(form.sections.indexOf(section) + 1)}、${section.title}`;

/** A part's heading as it should be: `（二）依申请公开`. */
export const partHeading = (section: SectionForm, place: number): string =>
  `（${chineseOrdinal(place + 1)}）${section.parts?.[place]?.title ?? ''}`;

/** A blank section: heading, parts and tables, one blank line between them. */
export function blankSection(form: Form, section: SectionForm): string[] {
  const blocks = [
    [sectionHeading(form, section)],
    ...(section.parts ?? []).map((_, place) => [partHeading(section, place)]),
    ...(section.tables ?? []).map(blankTable),
  ];
  return blocks.flatMap((lines, i) => (i === 0 ? lines : ['', ...lines]));
}

/** A blank report: title, preface, and every section of the form. */
export function blankReport(form: Form, organ: string, year: number): string {
  const blocks = [
    [`${organ}${year}年政府信息公开工作年度报告`],
    [`　　${form.preface.replaceAll('{年度}', String(year))}`],
    ...form.sections.map(section => blankSection(form, section)),
  ];
  return blocks.map(lines => `${lines.join('\n')}\n`).join('\n');
}
