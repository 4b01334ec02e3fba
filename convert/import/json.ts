import { forms as allForms, tablesOf, valueRows, type Form, type TableForm } from '../../forms/index.ts';
import { ImportError } from './errors.ts';
import { paragraph, rowOf, type Source, type SourceBlock, type SourceTable } from './source.ts';

/** Reads a report that was exported as JSON. Nothing where the text is no such JSON. */
export function readJson(text: string, forms: readonly Form[] = allForms): Source {
  const report = parsed(text);
  if (!isObject(report) || !Array.isArray(report.sections) || !isObject(report.tables)) {
    throw new ImportError('not-a-report');
  }
  const form = forms.find(({ id }) => id === report.edition) ?? forms.at(-1);
  const blocks: SourceBlock[] = [paragraph(stringIn(report.title), {}, 1)];
  for (const section of report.sections as readonly unknown[]) {
    if (!isObject(section)) continue;
    blocks.push(paragraph(stringIn(section.title), {}, 2));
    const lines = stringIn(section.text)
      .split('\n')
      .map(line => line.trim());
    blocks.push(...lines.filter(line => line !== '').map(line => paragraph(line, {})));
  }
  // Each finds the section that it belongs to by its labels.
  for (const table of form ? tablesOf(form) : []) {
    const written = report.tables[table.id];
    if (isObject(written)) blocks.push(tableOf(bestFitting(table, written, forms), written, blocks.length));
  }
  return { format: 'json', blocks, left: [] };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ImportError('not-a-report');
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const stringIn = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The table of the edition whose columns the values have: a report may hold tables of another one. */
function bestFitting(table: TableForm, written: Readonly<Record<string, unknown>>, forms: readonly Form[]): TableForm {
  const fits = ({ rows, columns }: TableForm): number => {
    const [row] = Object.values(written);
    const known = columns.filter(({ key }) => isObject(row) && key in row).length;
    return known + rows.filter(({ key }) => key in written).length;
  };
  const all = forms.flatMap(tablesOf).filter(({ id }) => id === table.id);
  return all.reduce((best, one) => (fits(one) > fits(best) ? one : best), table);
}

function tableOf(table: TableForm, written: Readonly<Record<string, unknown>>, number: number): SourceTable {
  const values = valueRows(table).flatMap(({ key, label }) => {
    const row = written[key];
    return isObject(row) ? [[label, ...table.columns.map(column => numberIn(row[column.key]))]] : [];
  });
  const head = [table.stub, ...table.columns.map(({ label }) => label)];
  const article = table.article === undefined ? [] : [[table.article]];
  return {
    kind: 'table',
    layout: 'laid',
    rows: [...article, head, ...values].map((texts, row) => rowOf(texts, { table: number, row: row + 1 })),
  };
}

const numberIn = (value: unknown): string => (typeof value === 'number' ? String(value) : '');
