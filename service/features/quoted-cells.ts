import { isGroup, leaves, valueRows } from '../../forms/index.ts';
import type { QuoteTerm } from '../../grammar/index.ts';
import { placeOf, resolve, tableOf, type Reference, type Report, type Table } from '../../model/index.ts';
import { rangeOf, type Position, type Range } from '../../text/index.ts';
import { placeAt } from '../places.ts';

/** What stands under the cursor and can stand elsewhere too: cells of a table, or what the head says. */
export type Subject = CellSubject | { readonly kind: 'field'; readonly key: 'organ' | 'year'; readonly range: Range };

/** Cells, under the cursor themselves, by their row's label, or by a quote of them. */
export interface CellSubject {
  readonly kind: 'cells';
  readonly by: 'cell' | 'label' | 'quote';
  readonly table: Table;
  readonly places: readonly number[];
  readonly range: Range;
}

/** The cells or the field that a position means, if any. */
export function subjectAt(report: Report, position: Position): Subject | undefined {
  const place = placeAt(report, position);
  switch (place?.kind) {
    case 'cell': {
      if (place.at.place === undefined || place.at.column === undefined) return undefined;
      const { table, cell } = place;
      const range = rangeOf(position.line, { start: cell.start, end: cell.end });
      return { kind: 'cells', by: 'cell', table, places: [place.at.place], range };
    }
    case 'label': {
      const { table, row, cell } = place;
      if (!row.match || row.duplicate) return undefined;
      // A group has no cells of its own: the cells of its rows are meant.
      const keys = new Set(
        (isGroup(row.match.row) ? leaves(row.match.row.rows) : [row.match.row]).map(({ key }) => key),
      );
      const places = valueRows(table.form).flatMap(({ key }, number) =>
        keys.has(key) ? table.form.columns.map((_, column) => placeOf(table.form, number, column)) : [],
      );
      return { kind: 'cells', by: 'label', table, places, range: rangeOf(position.line, cell) };
    }
    case 'quote': {
      // At a brace the first cell of the quote is meant.
      const term = place.term ?? place.quote.terms[0];
      return term && !place.quote.broken ? quoted(report, term, rangeOf(position.line, term)) : undefined;
    }
    default:
      return undefined;
  }
}

/** The quotes in the prose whose meaning fits: the names, without braces and sign. */
export function quotesOf(report: Report, fits: (meant: Reference) => boolean): Range[] {
  const known = new Map<string, boolean>();
  const ranges: Range[] = [];
  report.tree.lines.forEach((line, index) => {
    if (line.kind !== 'prose' && line.kind !== 'part') return;
    for (const span of line.spans) {
      if (span.kind !== 'quote' || span.broken) continue;
      for (const term of span.terms) {
        const name = JSON.stringify(term.names.map(({ text }) => text));
        let fitting = known.get(name);
        if (fitting === undefined) known.set(name, (fitting = fits(resolve(term, report.form))));
        if (fitting) ranges.push(rangeOf(index, namesOf(term)));
      }
    }
  });
  return ranges;
}

/** Whether quotes of this table's cells mean this very table: another of its kind may stand elsewhere, or in another edition. */
export const isQuoted = (report: Report, table: Table): boolean => tableOf(report, table.form.id) === table;

function quoted(report: Report, term: QuoteTerm, range: Range): Subject | undefined {
  const meant = resolve(term, report.form);
  if (meant.kind === 'field') return { kind: 'field', key: meant.key, range };
  if (meant.kind !== 'cells') return undefined;
  const table = tableOf(report, meant.table.id);
  return table?.form === meant.table ? { kind: 'cells', by: 'quote', table, places: meant.places, range } : undefined;
}

const namesOf = (term: QuoteTerm): { start: number; end: number } => ({
  start: term.names[0]?.start ?? term.start,
  end: term.names.at(-1)?.end ?? term.end,
});
