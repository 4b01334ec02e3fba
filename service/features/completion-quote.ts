import type { CompletionItem } from 'vscode-languageserver-types';
import { allRows, fields, isGroup, tablesOf } from '../../forms/index.ts';
import { pinyin } from '../../forms/later.ts';
import type { PartLine, ProseLine, QuoteTerm } from '../../grammar/index.ts';
import { resolve, tableOf, tidy, type Reference, type Table } from '../../model/index.ts';
import { trimSpan } from '../../text/index.ts';
import { CompletionItemKind, itemOf, wordAt } from './completion-item.ts';
import type { CompletionRequest } from './completion-request.ts';

/** Inside braces, closed or not: rows, behind a dot the columns of the row, and fields, with what they stand for. */
export function completeQuote(request: CompletionRequest, line: ProseLine | PartLine): CompletionItem[] | undefined {
  const { cursor } = request;
  const span = line.spans.find(
    ({ kind, start, end }) =>
      start < cursor && (kind === 'quote' ? cursor < end : kind === 'open-quote' && cursor <= end),
  );
  if (!span) return undefined;
  const closed = span.kind === 'quote';
  const inside = line.text.slice(span.start + 1, cursor);
  const pieces = inside.split(/([.．。+＋\-－−])/);
  const from = cursor - (pieces.at(-1)?.length ?? 0);
  const rest = closed ? (/^[^.．。+＋\-－−{}｛｝]*/.exec(line.text.slice(cursor, span.end))?.[0].length ?? 0) : 0;
  const { start, end } = trimSpan(line.text, from, cursor + rest);
  const word = wordAt(request, start, end);
  const chained = /[.．。]/.test(pieces.at(-2) ?? '') && pieces.at(-3) !== '' ? pieces.at(-3)?.trim() : undefined;
  const valueOf = reader(request);
  const names = chained === undefined ? firstNames(request) : secondNames(chained, request);
  return names.map(({ name, key, kind }, index) => {
    const value = valueOf(chained === undefined ? name.split('.') : [chained, name]);
    return itemOf(request, {
      label: name,
      kind,
      // A brace that nothing closes is closed with the name.
      pieces: [closed ? name : `${name}}`],
      word,
      ways: name.includes('.') ? spelt(name) : [],
      order: [index],
      ...(value !== undefined && { detail: value }),
      ...(key && { data: key }),
    });
  });
}

interface QuoteName {
  readonly name: string;
  readonly kind: CompletionItemKind;
  readonly key?:
    { readonly edition: string; readonly table: string; readonly row: string } | { readonly field: string };
}

function firstNames({ report: { form } }: CompletionRequest): QuoteName[] {
  const rows = tablesOf(form).flatMap(table =>
    allRows(table).flatMap(({ row }): QuoteName[] => {
      if (isGroup(row) && !row.quotable) return [];
      const reference = resolve(termOf([row.name]), form);
      const key = { edition: form.id, table: table.id, row: row.key };
      const kind = isGroup(row) ? CompletionItemKind.Struct : CompletionItemKind.Variable;
      if (reference.kind !== 'ambiguous') return [{ name: row.name, kind, key }];
      return table.columns.map(column => ({ name: `${row.name}.${column.name}`, kind, key }));
    }),
  );
  const heads = fields.flatMap(({ key, label }): QuoteName[] =>
    key === 'organ' || key === 'year' ? [{ name: label, kind: CompletionItemKind.Property, key: { field: key } }] : [],
  );
  return [...rows, ...heads];
}

/** Behind a row its columns, behind a column its rows. */
function secondNames(first: string, { report: { form } }: CompletionRequest): QuoteName[] {
  const isKnown = (name: string): boolean => resolve(termOf([first, name]), form).kind === 'cells';
  const found = new Map<string, QuoteName>();
  for (const table of tablesOf(form)) {
    for (const { name } of table.columns) {
      if (!found.has(name) && isKnown(name)) found.set(name, { name, kind: CompletionItemKind.Variable });
    }
  }
  if (found.size > 0) return [...found.values()];
  for (const table of tablesOf(form)) {
    if (!table.columns.some(({ name }) => name === first)) continue;
    for (const { row } of allRows(table)) {
      const key = { edition: form.id, table: table.id, row: row.key };
      if (isKnown(row.name)) found.set(row.name, { name: row.name, kind: CompletionItemKind.Variable, key });
    }
  }
  return [...found.values()];
}

/** Reads what names stand for, looking each table up once. */
function reader({ report }: CompletionRequest): (names: readonly string[]) => string | undefined {
  const tables = new Map<string, Table | undefined>();
  const valueOf = (reference: Reference): number | string | undefined => {
    if (reference.kind === 'field') return report.head[reference.key];
    if (reference.kind !== 'cells') return undefined;
    const { id } = reference.table;
    if (!tables.has(id)) tables.set(id, tableOf(report, id));
    const table = tables.get(id);
    if (table?.form !== reference.table) return undefined;
    const sum = reference.places.reduce((all, place) => all + (table.sums.grid[place] ?? NaN), 0);
    return Number.isNaN(sum) ? undefined : tidy(sum);
  };
  return names => {
    const value = valueOf(resolve(termOf(names), report.form));
    return value === undefined ? undefined : String(value);
  };
}

const termOf = (names: readonly string[]): QuoteTerm => ({
  sign: 1,
  start: 0,
  end: 0,
  names: names.map(text => ({ text, start: 0, end: 0 })),
});

/** How a name of two is typed: both in pinyin, both by their initials. */
function spelt(name: string): string[] {
  const known = name.split('.').map(part => pinyin[part] ?? [part, part]);
  return [known.map(([, initials]) => initials).join(''), known.map(([full]) => full).join('')];
}
