import { isGroup, valueRows, type Bilingual } from '../../forms/index.ts';
import { canHold, equationsAt, placeOf, settle, standingOf, type Row, type Table } from '../../model/index.ts';
import { rangeOf } from '../../text/index.ts';
import { replace } from '../edits.ts';
import type { Mend } from '../finding.ts';
import { say, type Draft, type Rule } from '../rule.ts';
import { addressAt } from '../values.ts';
import { plural, rowName } from '../words.ts';

/** A cell without a value: not known yet, which is not the same as 0. */
export const blankCell: Rule = {
  id: 'blank-cell',
  group: 'tables',
  severity: 'warning',
  title: say('未填', 'Blank cell'),
  scope: 'block',
  *check({ block }) {
    const { heading, tables } = block;
    const blank = tables.filter(isBlank);
    if (heading && blank.length > 0 && blank.length === tables.length) {
      yield {
        range: rangeOf(0, heading.title),
        message: say(
          `“${heading.title.text}”的${tables.length === 1 ? '表格' : ` ${tables.length} 张表`}还没有填写`,
          `${plural(tables.length, 'table')} of “${heading.title.text}” not filled in yet`,
        ),
        cells: tables.flatMap(table => blankPlaces(table).map(({ address }) => address)),
      };
      return;
    }
    for (const table of tables) yield* isBlank(table) && table.rows.length > 1 ? wholeTable(table) : blankRuns(table);
  },
};

interface BlankPlace {
  readonly row: Row;
  /** The place of the cell in its row, and of its number in the grid; the latter absent in a row given twice. */
  readonly index: number;
  readonly place: number | undefined;
  readonly address: string;
}

const isBlank = (table: Table): boolean => {
  const rows = table.rows.filter(row => row.match && !isGroup(row.match.row));
  return rows.length > 0 && rows.every(row => row.aligned && row.row.cells.every(cell => cell.kind === 'blank'));
};

function blankPlaces(table: Table): BlankPlace[] {
  const keys = valueRows(table.form).map(row => row.key);
  return table.rows.flatMap(row => {
    const key = row.match?.row.key;
    if (key === undefined || row.values.length === 0) return [];
    return row.row.cells.flatMap((cell, index) => {
      const column = row.order[index] ?? index;
      const place = row.duplicate ? undefined : placeOf(table.form, keys.indexOf(key), column);
      return cell.kind === 'blank' ? [{ row, index, place, address: addressAt(table, row, index) }] : [];
    });
  });
}

function* wholeTable(table: Table): Generator<Draft> {
  const at = table.header ?? table.rows[0];
  if (!at) return;
  yield {
    range: rangeOf(at.line, at.row.label),
    message: say(`“${table.form.name}”的表格还没有填写`, `The table “${table.form.name}” is not filled in yet`),
    cells: blankPlaces(table).map(({ address }) => address),
  };
}

/** One finding for blank cells side by side in a row, and one for rows one below the other that are blank as a whole. */
function* blankRuns(table: Table): Generator<Draft> {
  let run: BlankPlace[] = [];
  for (const place of blankPlaces(table)) {
    const last = run.at(-1);
    if (last && !continues(table, run, last, place)) {
      yield draft(table, run);
      run = [];
    }
    run.push(place);
  }
  if (run.length > 0) yield draft(table, run);
}

function continues(table: Table, run: readonly BlankPlace[], last: BlankPlace, next: BlankPlace): boolean {
  if (last.row === next.row) return last.index === next.index - 1;
  const between = table.rows.slice(table.rows.indexOf(last.row) + 1, table.rows.indexOf(next.row));
  return isBlankRow(run[0]?.row) && isBlankRow(next.row) && between.every(row => row.match && isGroup(row.match.row));
}

const isBlankRow = (row: Row | undefined): boolean => row?.row.cells.every(cell => cell.kind === 'blank') ?? false;

function draft(table: Table, run: readonly BlankPlace[]): Draft {
  const rows = [...new Set(run.map(place => place.row))];
  const [row, ...others] = rows;
  const inFirst = run.filter(place => place.row === row);
  const from = row?.row.cells[run[0]?.index ?? 0];
  const to = row?.row.cells[inFirst.at(-1)?.index ?? 0];
  if (!row || !from || !to) throw new Error('a run of blank cells stands in a row');
  const filling = fill(table, run);
  const only = filling?.forced && filling.values.length === 1 ? filling.values[0] : undefined;
  return {
    range: rangeOf(row.line, { start: from.bar + 1, end: to.stop }),
    message: others.length > 0 ? severalRows(row, others.length) : oneRow(table, row, inFirst, only),
    ...(others.length > 0 && {
      related: others.map(one => ({
        range: rangeOf(one.line, one.row.label),
        message: say('这一行也未填', 'Blank too'),
      })),
    }),
    cells: run.map(({ address }) => address),
    ...(only !== undefined && { expected: only }),
    ...(filling && { mends: [mend(run, filling)] }),
  };
}

const labelOf = ({ match }: Row): string => (match ? rowName(match.row) : '');

const severalRows = (row: Row, more: number): Bilingual =>
  say(`“${labelOf(row)}”等 ${more + 1} 行未填`, `“${labelOf(row)}” and ${plural(more, 'row')} below are blank`);

function oneRow(table: Table, row: Row, run: readonly BlankPlace[], only: number | undefined): Bilingual {
  const columns = run.map(({ index }) => table.form.columns[row.order[index] ?? index]?.label ?? '');
  const everywhere = isBlankRow(row) && run.length > 1;
  const [hint, hintEnglish] =
    only === undefined ? ['', ''] : [`；按表内关系应为 ${only}`, `; the sums make it ${only}`];
  return say(
    `“${labelOf(row)}”${everywhere ? '整行' : columns.map(name => `“${name}”`).join('、')}未填${hint}`,
    `“${labelOf(row)}” is blank in ${everywhere ? 'all columns' : columns.join(', ')}${hintEnglish}`,
  );
}

interface Filling {
  readonly values: readonly number[];
  /** Whether the sums leave no other values; else it is nothing that is put in. */
  readonly forced: boolean;
}

/** What the sums make of the blank cells; where they leave it open, 0, unless a sum would then fail. */
function fill(table: Table, run: readonly BlankPlace[]): Filling | undefined {
  const places = run.flatMap(({ place }) => (place === undefined ? [] : [place]));
  if (places.length !== run.length) return undefined;
  const grid = table.sums.grid.slice();
  const open = new Set(places);
  settle(table.form, open, grid);
  const forced = open.size === 0;
  for (const place of [...open]) {
    if (!Number.isNaN(grid[place] ?? NaN)) continue;
    grid[place] = 0;
    open.delete(place);
    settle(table.form, open, grid);
  }
  const values = places.map(place => grid[place] ?? NaN);
  const possible = values.every((value, i) => canHold(table.form, places[i] ?? 0, value));
  const breaks = places.some(place =>
    equationsAt(table.form, place).some(one => standingOf(one, grid, table.form) === 'fails'),
  );
  return possible && !breaks ? { values, forced } : undefined;
}

function mend(run: readonly BlankPlace[], { values, forced }: Filling): Mend {
  const zero = values.every(value => value === 0);
  return {
    title: say(`填 ${zero ? '0' : values.join('、')}`, `Fill in ${zero ? '0' : values.join(', ')}`),
    edits: run.flatMap(({ row, index }, i) => {
      const cell = row.row.cells[index];
      if (!cell) return [];
      const span = { start: cell.bar + 1, end: cell.stop };
      // The cell keeps its width, so that the columns stay under each other.
      return [replace(row.line, span, ` ${String(values[i]).padStart(span.end - span.start - 2)} `)];
    }),
    ...(!forced && { guess: true as const }),
  };
}
