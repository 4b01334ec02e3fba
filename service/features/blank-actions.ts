import { canHold, equationsAt, equationsOf, settle, standingOf, type Report, type Table } from '../../model/index.ts';
import type { ActionDraft } from './action-drafts.ts';
import { placedCells, setCell, tableAt, type PlacedCell } from './placed-cells.ts';
import { rewriteKinds } from './rewrite-kinds.ts';
import { numberText } from './table-cells.ts';

const kind = rewriteKinds.fill;

/** The blank cells of a row, and of its table, filled with what the sums make them, and else with 0. */
export function* blankActions(report: Report, line: number): Generator<ActionDraft> {
  const at = tableAt(report, line);
  if (!at) return;
  const { table, start } = at;
  const blanks = placedCells(table).filter(({ cell }) => cell.kind === 'blank');
  const inRow = blanks.filter(({ row }) => start + row.line === line);
  yield* filled(table, start, inRow, { zh: '这一行', en: 'row' });
  if (inRow.length < blanks.length) yield* filled(table, start, blanks, { zh: '本表', en: 'table' });
}

function* filled(
  table: Table,
  start: number,
  blanks: readonly PlacedCell[],
  where: ActionDraft['title'],
): Generator<ActionDraft> {
  const values = fill(table, blanks);
  if (!values || values.length === 0) return;
  const [zh, en] = values.every(value => value === 0)
    ? ['都填 0', 'Fill with 0']
    : values.length <= 7
      ? [`填 ${values.join('、')}`, `Fill with ${values.join(', ')}`]
      : ['填 0，勾稽关系能算出的填算得的数', 'Fill with 0, and with what the sums make'];
  yield {
    kind,
    title: {
      zh: `${where.zh} ${values.length} 个空格${zh}`,
      en: `${en} in ${values.length} blank cells of the ${where.en}`,
    },
    edits: blanks.map((blank, i) => setCell(start, blank, numberText(values[i] ?? 0))),
  };
}

/**
 * What the blank cells are to hold, in their order: first what the sums leave no choice in, then 0 for what nothing
 * computes, then the totals of that. Nothing where a sum would fail by it.
 */
function fill(table: Table, blanks: readonly PlacedCell[]): readonly number[] | undefined {
  const { form } = table;
  const grid = table.sums.grid.slice();
  const places = blanks.map(({ place }) => place);
  const open = new Set(places);
  settle(form, open, grid);
  const computed = new Set(equationsOf(form).map(({ computes }) => computes));
  for (const place of [...open]) {
    if (computed.has(place)) continue;
    grid[place] = 0;
    open.delete(place);
  }
  settle(form, open, grid);
  for (const place of open) grid[place] = 0;
  const fails = places.some(place => equationsAt(form, place).some(one => standingOf(one, grid, form) === 'fails'));
  const values = places.map(place => grid[place] ?? NaN);
  return !fails && values.every((value, i) => canHold(form, places[i] ?? 0, value)) ? values : undefined;
}
