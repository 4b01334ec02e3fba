import { allRows, isGroup, tablesOf, type Form, type SectionForm, type TableForm } from '../forms/index.ts';
import { nameAt, textOf, type Line, type Name, type RowLine } from '../grammar/index.ts';
import { editDistance, fold, Kept } from '../text/index.ts';
import { allowance, knowledgeOf, matchColumn, matchExactly, matchNearly, type LabelContext } from './labels.ts';
import { readSums } from './sums.ts';
import type { Certainty, Header, HeaderCell, Row, RowMatch, Table } from './types.ts';
import { readValue, type ValueReading } from './values.ts';

/** The tables of one section, and the first lines of rows that are none. */
export interface BoundTables {
  readonly tables: readonly Table[];
  readonly strays: readonly number[];
}

/** A run of rows that one article or heading names, not yet matched to a table. */
interface Run {
  readonly article: { readonly line: number; readonly name: Name } | undefined;
  readonly rows: readonly { readonly line: number; readonly row: RowLine }[];
}

/** A table of an edition, and where it belongs. */
interface Candidate {
  readonly edition: Form;
  readonly section: SectionForm;
  readonly table: TableForm;
}

/**
 * The tables among the lines of a section. Its tables are read in the edition that knows most of their labels; on a tie,
 * in the report's own, so that a report in another form is one finding and not thirty.
 */
export function bindTables(
  lines: readonly Line[],
  section: SectionForm | undefined,
  form: Form,
  forms: readonly Form[],
): BoundTables {
  const editions = [form, ...forms.filter(other => other !== form)];
  if (!lines.some(line => line.kind === 'row')) return { tables: [], strays: [] };
  const runs = readRuns(lines, stubsOf(forms));
  const edition = section === undefined ? form : bestEdition(runs, section, editions);
  const bound = new Map<TableForm, { run: Run; rows: Run['rows'][number][]; candidate: Candidate }>();
  const strays: number[] = [];
  for (const run of runs) {
    const home = section && homeOf(run, section, edition);
    const candidate = home && fits(run, home.table) ? home : (elsewhere(run, editions) ?? home);
    if (!candidate) {
      strays.push(run.rows[0]?.line ?? 0);
      continue;
    }
    // A table that goes on behind a paragraph, or behind its head printed once more, is one table.
    const before = bound.get(candidate.table);
    if (before) for (const row of run.rows) before.rows.push(row);
    else bound.set(candidate.table, { candidate, run, rows: [...run.rows] });
  }
  const tables = [...bound.values()].map(({ run, rows, candidate }) =>
    bindTable({ article: run.article, rows }, candidate, candidate.section.id === section?.id),
  );
  return { tables, strays };
}

/** The heads of the label columns of all tables: where one stands, a table begins. */
function stubsOf(forms: readonly Form[]): ReadonlySet<string> {
  let stubs = knownStubs.get(forms);
  if (!stubs) {
    stubs = new Set(forms.flatMap(tablesOf).map(table => fold(table.stub)));
    knownStubs.set(forms, stubs);
  }
  return stubs;
}

const knownStubs = new WeakMap<readonly Form[], ReadonlySet<string>>();

function readRuns(lines: readonly Line[], stubs: ReadonlySet<string>): Run[] {
  const runs: Run[] = [];
  let article: Run['article'];
  let rows: { line: number; row: RowLine }[] = [];
  const close = (): void => {
    if (rows.length > 0) runs.push({ article, rows });
    rows = [];
  };
  lines.forEach((line, index) => {
    if (line.kind === 'article') {
      close();
      article = { line: index, name: nameAt(line, line.title) };
    } else if (line.kind === 'row') {
      if (rows.length > 0 && stubs.has(fold(textOf(line, line.label)))) {
        close();
        // An article names the one table below it.
        article = undefined;
      }
      rows.push({ line: index, row: line });
    }
  });
  close();
  return runs;
}

/** How many labels and heads of a run the table knows by one of its own wordings. */
function score(run: Run, table: TableForm): number {
  let points = 0;
  for (const [index, { row }] of run.rows.entries()) {
    const label = textOf(row, row.label);
    if (index === 0 && isHeader(row, table)) {
      for (const [place, cell] of row.cells.entries()) {
        const head = matchColumn(table, textOf(row, cell));
        if (head.column === place) points += head.certainty === 'exact' ? 2 : 1;
      }
    } else points += knowledgeOf(table, label, row.cells.length > 0);
  }
  return points;
}

function bestEdition(runs: readonly Run[], section: SectionForm, editions: readonly Form[]): Form {
  let best = editions[0];
  let bestPoints = -1;
  const most = runs.reduce((sum, { rows }) => sum + 2 * (rows.length - 1 + (rows[0]?.row.cells.length ?? 0)), 0);
  for (const edition of editions) {
    // The report's own edition knows everything: the usual case, and no other can know more.
    if (bestPoints === most) break;
    let points = 0;
    for (const run of runs) {
      const home = homeOf(run, section, edition);
      if (home) points += score(run, home.table);
    }
    if (points > bestPoints) [best, bestPoints] = [edition, points];
  }
  if (!best) throw new Error('there is no edition');
  return best;
}

/** The table that the article above a run names, or the one whose labels it holds, in one section of one edition. */
function homeOf(run: Run, section: SectionForm, edition: Form): Candidate | undefined {
  const own = edition.sections.find(({ id }) => id === section.id);
  const tables = own?.tables ?? [];
  const named = run.article && tables.find(table => isArticle(table, run.article?.name.text ?? ''));
  const table = named && fits(run, named) ? named : likeliest(run, tables, named);
  return own && table && { edition, section: own, table };
}

/** The table whose rows a run holds, or else the one that its article names, before one that has no more than its head. */
function likeliest(run: Run, tables: readonly TableForm[], named: TableForm | undefined): TableForm | undefined {
  const known = mostKnown(run, tables);
  if (known && fits(run, known)) return known;
  return named ?? known ?? (tables.length === 1 ? tables[0] : undefined);
}

const isArticle = (table: TableForm, text: string): boolean =>
  table.article !== undefined && fold(table.article) === fold(text).replace(/:$/, '');

/** Whether a run holds a row of the table; a head alone fits everywhere, since tables share their heads. */
function fits(run: Run, table: TableForm): boolean {
  const body = bodyOf(run, table);
  return body.length === 0 || body.some(({ row }) => knowsSurely(table, row) || knowsNearly(table, row));
}

const knowsSurely = (table: TableForm, row: RowLine): boolean =>
  knowledgeOf(table, textOf(row, row.label), row.cells.length > 0) > 0;

const bodyOf = (run: Run, table: TableForm): Run['rows'] =>
  run.rows[0] && isHeader(run.rows[0].row, table) ? run.rows.slice(1) : run.rows;

const knowsNearly = (table: TableForm, row: RowLine): boolean =>
  matchNearly(table, textOf(row, row.label), { group: undefined, taken: new Set() }) !== undefined;

function mostKnown(run: Run, tables: readonly TableForm[]): TableForm | undefined {
  let best: TableForm | undefined;
  let bestPoints = 0;
  for (const table of tables) {
    const points = score(run, table);
    if (points > bestPoints) [best, bestPoints] = [table, points];
  }
  return best;
}

/** The table of any section that a run standing in the wrong place is: half of its labels must be known. */
function elsewhere(run: Run, editions: readonly Form[]): Candidate | undefined {
  for (const edition of editions) {
    for (const section of edition.sections) {
      const table = mostKnown(run, section.tables ?? []);
      if (!table) continue;
      const body = bodyOf(run, table);
      const known = body.filter(({ row }) => knowsSurely(table, row));
      if (known.length > 0 && known.length * 2 >= body.length) return { edition, section, table };
    }
  }
  return undefined;
}

/** Whether a row holds column heads: words where the rows have numbers, and no label of the form. */
function isHeader(row: RowLine, table: TableForm): boolean {
  const label = fold(textOf(row, row.label));
  if (row.cells.some(cell => cell.kind === 'integer' || cell.kind === 'computed')) return false;
  if (label === fold(table.stub)) return true;
  const heads = row.cells.filter(
    cell => cell.kind === 'text' && matchColumn(table, textOf(row, cell)).column !== undefined,
  );
  return heads.length > 0 && heads.length * 2 >= row.cells.length;
}

function bindTable(run: Run, { edition, section, table }: Candidate, home: boolean): Table {
  const first = run.rows[0];
  const header = first && isHeader(first.row, table) ? readHeader(first.line, first.row, table) : undefined;
  const rows = bindRows(header ? run.rows.slice(1) : run.rows, table, header);
  const byKey = new Map<string, Row>();
  for (const row of rows) if (row.match && !row.duplicate) byKey.set(row.match.row.key, row);
  const article = run.article && {
    line: run.article.line,
    span: { start: run.article.name.start, end: run.article.name.end },
    official: isArticle(table, run.article.name.text),
  };
  return {
    form: table,
    edition,
    section,
    home,
    ...(article && { article }),
    ...(header && { header }),
    rows,
    byKey,
    sums: readSums(table, byKey),
  };
}

function readHeader(line: number, row: RowLine, table: TableForm): Header {
  const heads = row.cells.map(cell => matchColumn(table, textOf(row, cell)));
  const stub = fold(textOf(row, row.label));
  const official = fold(table.stub);
  const limit = allowance(official.length);
  const certainty: Certainty | undefined =
    stub === official ? 'exact' : editDistance(stub, official, limit) <= limit ? 'near' : undefined;
  return { line, row, columns: heads, stub: certainty };
}

/**
 * The column that each cell of a row stands in. It is the cell's place, unless the header names every column once, in
 * another order: then the header is believed.
 */
function columnOrder(header: Header | undefined, table: TableForm): readonly number[] {
  const inPlace = placesOf(table);
  const named = header?.columns.map(({ column, certainty }: HeaderCell) =>
    certainty === 'exact' ? column : undefined,
  );
  if (named?.length !== inPlace.length || new Set(named).size !== named.length) return inPlace;
  return named.every(column => column !== undefined) ? named : inPlace;
}

const places = new WeakMap<TableForm, readonly number[]>();

/** Always the same list, by which it is known that a row is still read in the same order. */
function placesOf(table: TableForm): readonly number[] {
  const known = places.get(table) ?? table.columns.map((_, place) => place);
  places.set(table, known);
  return known;
}

function bindRows(lines: Run['rows'], table: TableForm, header: Header | undefined): Row[] {
  const order = columnOrder(header, table);
  const matches = matchRows(lines, table);
  const seen = new Set<string>();
  return lines.map(({ line, row }, index) => {
    const match = matches[index];
    const duplicate = match !== undefined && seen.has(match.row.key);
    if (match) seen.add(match.row.key);
    const aligned = row.cells.length === table.columns.length;
    const read = aligned && !(match && isGroup(match.row)) ? readValues(row, order, table) : unread;
    return { line, row, ...(match && { match }), duplicate, aligned, order, ...read };
  });
}

/** Labels that are sure come first, so that a guess never takes the row that another label names. */
function matchRows(lines: Run['rows'], table: TableForm): (RowMatch | undefined)[] {
  const taken = new Set<string>();
  const walk = (
    match: (label: string, context: LabelContext, index: number) => RowMatch | undefined,
  ): (RowMatch | undefined)[] => {
    let group: string | undefined;
    return lines.map(({ row }, index) => {
      const found = match(textOf(row, row.label), { group, taken }, index);
      if (!found) return undefined;
      taken.add(found.row.key);
      group = isGroup(found.row) ? found.row.key : allRows(table)[found.place]?.groups.at(-1)?.key;
      return found;
    });
  };
  const sure = walk((label, context) => matchExactly(table, label, context));
  if (sure.every(Boolean)) return sure;
  return walk((label, context, index) => sure[index] ?? matchNearly(table, label, context));
}

/** What is read of the cells of a row. */
export type Read = Pick<Row, 'values' | 'readings'>;

/** What is read of a row that enters no sum. */
export const unread: Read = { values: [], readings: [] };

/** A line never changes: of the rows of a table in which one number was written, all others are read already. */
const readRows = new Kept<RowLine, { readonly order: readonly number[]; readonly read: Read }>();

/** The numbers of a row, read against a table. */
export function readValues(row: RowLine, order: readonly number[], table: TableForm): Read {
  const before = readRows.get(row);
  // No two tables have the same list, whatever is in it.
  if (before?.order === order) return before.read;
  const read = readCells(row, order, table);
  readRows.set(row, { order, read });
  return read;
}

function readCells(row: RowLine, order: readonly number[], table: TableForm): Read {
  const values = new Array<number>(order.length).fill(NaN);
  const readings: { index: number; reading: ValueReading }[] = [];
  row.cells.forEach((cell, index) => {
    const column = order[index] ?? index;
    if (cell.kind === 'integer') values[column] = cell.value;
    if (cell.kind !== 'text') return;
    const form = table.columns[column];
    if (!form) return;
    const reading = readValue(textOf(row, cell), form.value);
    values[column] = reading.value;
    readings.push({ index, reading });
  });
  return { values, readings };
}
