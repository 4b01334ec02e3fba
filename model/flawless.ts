import { allRows, isGroup } from '../forms/index.ts';
import type { Row, Table } from './types.ts';

/** Whether a table stands just as its form has it, with a whole number in each cell: only its sums can be wrong. */
export function isFlawless({ form, article, header, rows }: Table): boolean {
  return (
    (form.article === undefined || article?.official === true) &&
    header?.stub === 'exact' &&
    header.columns.length === form.columns.length &&
    header.columns.every(({ column, certainty }, place) => column === place && certainty === 'exact') &&
    rows.length === allRows(form).length &&
    rows.every(isRowFlawless)
  );
}

const isRowFlawless = ({ match, duplicate, aligned, row }: Row, place: number): boolean =>
  match?.place === place &&
  match.certainty === 'exact' &&
  !duplicate &&
  (isGroup(match.row) ? row.cells.length === 0 : aligned && row.cells.every(({ kind }) => kind === 'integer'));
