import {
  DocumentHighlightKind,
  type DocumentHighlight,
  type Location,
  type LocationLink,
} from 'vscode-languageserver-types';
import { equationsAt, type Reference, type Report, type Row, type Table } from '../../model/index.ts';
import { rangeOf, type Position, type Range } from '../../text/index.ts';
import type { Snapshot } from '../document.ts';
import { placeAt } from '../places.ts';
import { isQuoted, quotesOf, subjectAt, type CellSubject } from './quoted-cells.ts';
import { rangesOfPlaces, spanOfCell, startOfTable } from './table-cells.ts';

/** On a cell all cells that share a sum with it; on a quote the quotes of the same cells, and the cells. */
export function highlights({ report }: Snapshot, position: Position): DocumentHighlight[] {
  const subject = subjectAt(report, position);
  if (!subject) return [];
  if (subject.kind === 'field') {
    const quotes = quotesOf(report, meant => meant.kind === 'field' && meant.key === subject.key);
    return [...headRanges(report, subject.key), ...quotes].map(range => ({ range, kind: DocumentHighlightKind.Text }));
  }
  const { table, places, by } = subject;
  if (by === 'label') return [];
  const start = startOfTable(report, table);
  const own = rangesOfPlaces(table, places, start).map(range => ({ range, kind: DocumentHighlightKind.Write }));
  const others = by === 'quote' ? quotesOf(report, meant => sameCells(meant, subject)) : sharing(table, places, start);
  return [...own, ...others.map(range => ({ range, kind: DocumentHighlightKind.Read }))];
}

/**
 * From a quote to its cells, or to where the head says it; from a total to its addends; from a row out of order to the
 * row that it belongs below.
 */
export function definition({ uri, report }: Snapshot, position: Position): LocationLink[] {
  const subject = subjectAt(report, position);
  if (subject?.kind === 'field') {
    return headRanges(report, subject.key).map(range => link(uri, report, range, subject.range));
  }
  if (subject && subject.by !== 'label') {
    const { table, places, range } = subject;
    const targets = subject.by === 'quote' ? places : places.flatMap(place => addends(table, place));
    return rangesOfPlaces(table, new Set(targets), startOfTable(report, table)).map(target =>
      link(uri, report, target, range),
    );
  }
  const place = placeAt(report, position);
  const above = place?.kind === 'label' ? properNeighbour(place.table, place.row) : undefined;
  if (place?.kind !== 'label' || !above) return [];
  const line = startOfTable(report, place.table) + above.line;
  return [
    link(uri, report, rangeOf(line, spanOfCell(above.row.label)), rangeOf(position.line, spanOfCell(place.cell))),
  ];
}

/** Of a cell, of a row or of what a quote means: the quotes of it, and the totals that count it. */
export function references({ uri, report }: Snapshot, position: Position, includeDeclaration: boolean): Location[] {
  const subject = subjectAt(report, position);
  if (!subject) return [];
  const at = (ranges: readonly Range[]): Location[] => ranges.map(range => ({ uri, range }));
  if (subject.kind === 'field') {
    const quotes = quotesOf(report, meant => meant.kind === 'field' && meant.key === subject.key);
    return at([...(includeDeclaration ? headRanges(report, subject.key) : []), ...quotes]);
  }
  const { table, places } = subject;
  const totals = new Set(places.flatMap(place => totalsOf(table, place)).filter(place => !places.includes(place)));
  const cells = [...(includeDeclaration ? places : []), ...totals];
  const quotes = isQuoted(report, table) ? quotesOf(report, meant => sharesCells(meant, subject)) : [];
  return at([...rangesOfPlaces(table, cells, startOfTable(report, table)), ...quotes]);
}

/** The totals shown elsewhere that a place is counted in. */
const totalsOf = (table: Table, place: number): number[] =>
  equationsAt(table.form, place).flatMap(({ shown }) => (shown === place ? [] : [shown]));

/** What a total is made up of: the other terms of the sums that end in it. */
const addends = (table: Table, total: number): number[] =>
  equationsAt(table.form, total)
    .filter(({ shown }) => shown === total)
    .flatMap(({ left, right }) => [...left, ...right].filter(place => place !== total));

function sharing(table: Table, places: readonly number[], start: number): Range[] {
  const shared = places.flatMap(place =>
    equationsAt(table.form, place).flatMap(({ left, right }) => [...left, ...right]),
  );
  return rangesOfPlaces(table, new Set(shared.filter(place => !places.includes(place))), start);
}

const sameCells = (meant: Reference, { table, places }: CellSubject): boolean =>
  meant.kind === 'cells' &&
  meant.table === table.form &&
  meant.places.length === places.length &&
  meant.places.every(place => places.includes(place));

const sharesCells = (meant: Reference, { table, places }: CellSubject): boolean =>
  meant.kind === 'cells' && meant.table === table.form && meant.places.some(place => places.includes(place));

/** Where the head says the organ or the year: in the title, else in its field. */
function headRanges({ head }: Report, key: 'organ' | 'year'): Range[] {
  const span = head.title?.[key];
  if (head.title && span) return [rangeOf(head.title.line, { start: span.start, end: span.end })];
  const field = head.fields.find(one => one.key === key);
  return field ? [rangeOf(field.line, { start: field.value.start, end: field.value.end })] : [];
}

/** The row above which the form has no other that is here, where a row stands below one that should come later. */
function properNeighbour(table: Table, row: Row): Row | undefined {
  const { match } = row;
  if (!match) return undefined;
  const above = table.rows.slice(0, table.rows.indexOf(row)).findLast(one => one.match);
  if (!above?.match || above.match.place <= match.place) return undefined;
  return table.rows
    .filter(one => one.match && one.match.place < match.place)
    .reduce<Row | undefined>((best, one) => (best && placeOfRow(best) >= placeOfRow(one) ? best : one), undefined);
}

const placeOfRow = ({ match }: Row): number => match?.place ?? -1;

const link = (targetUri: string, report: Report, range: Range, origin: Range): LocationLink => ({
  targetUri,
  targetRange: {
    start: { line: range.start.line, character: 0 },
    end: { line: range.end.line, character: report.tree.lines[range.end.line]?.text.length ?? 0 },
  },
  targetSelectionRange: range,
  originSelectionRange: origin,
});
