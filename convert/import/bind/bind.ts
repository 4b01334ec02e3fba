import { allRows, isGroup, valueRows, type Form, type SectionForm, type TableForm } from '../../../forms/index.ts';
import {
  matchColumn,
  matchExactly,
  matchNearly,
  placeOf,
  readValue,
  type LabelContext,
  type RowMatch,
} from '../../../model/index.ts';
import { remarkWords, type Remark } from '../remarks.ts';
import type { SourceTable } from '../source.ts';
import { readCells, type ReadCell, type ReadRow } from './cells.ts';
import { columnsOf, placesAcross, type Columns } from './columns.ts';
import { inferPlaces } from './infer.ts';
import { Lexicon } from './lexicon.ts';
import { readRecords, type Record, type Records } from './records.ts';
import { learnShapes, placeValues, type Shaping } from './values.ts';

/** A table of the form, filled in as far as is certain. */
export interface FilledTable {
  readonly form: TableForm;
  /** The text of each cell by its place in the grid. */
  readonly values: ReadonlyMap<number, string>;
  /** How the file words the rows, where that is official. */
  readonly labels: ReadonlyMap<string, string>;
}

/** The tables of a section as one edition reads them. */
export interface BoundSection {
  readonly edition: Form;
  readonly tables: readonly FilledTable[];
  readonly remarks: readonly Remark[];
  /** How much of the file this edition knows. */
  readonly score: number;
}

const lexicons = new WeakMap<SectionForm, Lexicon>();

/** All that a section's tables print in an edition. */
export function lexiconOf(section: SectionForm): Lexicon {
  let known = lexicons.get(section);
  if (!known) lexicons.set(section, (known = new Lexicon(section)));
  return known;
}

/** Reads tables of a file as the tables of one section of one edition. */
export function bindSection(sources: readonly SourceTable[], section: SectionForm, edition: Form): BoundSection {
  const lexicon = lexiconOf(section);
  const fillers = new Map((section.tables ?? []).map(table => [table, new Filler(table)]));
  const remarks: Remark[] = [];
  let score = 0;
  for (const source of sources) {
    const rows = readCells(source, lexicon);
    score += rows.flatMap(({ cells }) => cells).filter(({ meaning }) => meaning).length;
    const read = readRecords(rows, source.layout, lexicon);
    for (const [table, filler] of fillers) filler.read(table, read, source.layout);
    for (const record of read.records) if (!record.table) remarks.push(...strange(record));
    for (const row of read.heads.get(undefined) ?? []) remarks.push(...strangeWords(row));
  }
  const filled = [...fillers.values()].filter(filler => filler.met);
  for (const filler of filled) filler.finish();
  return {
    edition,
    tables: filled,
    remarks: [...remarks, ...filled.flatMap(filler => filler.remarks)],
    score: filled.reduce((sum, filler) => sum + filler.score, score),
  };
}

/** A row that belongs to no table: its words, as they stood. */
const strange = (record: Record): Remark[] => [loss(record, remarkWords.stranger)];

/** Words among column heads that the form does not have. */
function strangeWords({ cells, place }: ReadRow): Remark[] {
  const text = textOf(cells.filter(({ kind }) => kind === 'text'));
  return text === '' ? [] : [{ kind: 'loss', text, place, message: remarkWords.stranger }];
}

const textOf = (cells: readonly ReadCell[]): string =>
  cells
    .filter(({ kind }) => kind !== 'blank')
    .map(({ text }) => text)
    .join(' ');

const loss = ({ labels, values, row }: Record, message: Remark['message'], target?: string): Remark => ({
  kind: 'loss',
  text: textOf([...labels, ...values]),
  place: row.place,
  message,
  ...(target !== undefined && { target }),
});

/** Longer words in a cell of numbers are no value, however sure their place is. */
const LONGEST_VALUE = 16;

const SCORES = { exact: 4, known: 2, words: 2, near: 1 } as const;

/** A row whose values could not be placed by what the file shows. */
interface OpenRow {
  readonly record: Record;
  readonly name: string;
  readonly places: readonly number[];
  readonly target: string;
}

/** Fills one table from what a file has of it. */
class Filler implements FilledTable {
  readonly form: TableForm;
  readonly values = new Map<number, string>();
  readonly labels = new Map<string, string>();
  readonly remarks: Remark[] = [];
  score = 0;
  met = false;
  readonly #taken = new Set<string>();
  readonly #rows = new Set<string>();
  readonly #open: OpenRow[] = [];

  constructor(form: TableForm) {
    this.form = form;
  }

  read(table: TableForm, { records, heads }: Records, layout: SourceTable['layout']): void {
    const own = records.filter(record => record.table === table);
    const headRows = heads.get(table) ?? [];
    if (own.length === 0 && headRows.length === 0) return;
    this.met = true;
    for (const row of headRows) this.#readHeads(row);
    const down = own.filter(({ labels }) => labels.length > 0);
    const across = own.filter(({ labels }) => labels.length === 0);
    const labelEnd = Math.max(...down.flatMap(({ labels }) => labels.map(endOf)));
    const columns = columnsOf(table, headRows, layout, labelEnd);
    const shapes = learnShapes(down, columns);
    const matches = this.#match(down);
    down.forEach((record, at) => {
      this.#fillRow(record, matches[at] ?? [], columns, { layout, shapes });
    });
    const places = placesAcross(table, headRows, layout);
    // All rows stand in one; the first of them says where that is.
    const target = this.#target(valueRows(table)[0]?.key ?? '');
    for (const record of across) {
      if (table.print !== 'across') this.remarks.push(...strange(record));
      // The lowest is meant: above it the columns may be numbered.
      else if (record !== across.at(-1) || this.#rows.size > 0) {
        this.remarks.push(loss(record, remarkWords.secondRow(table.name), target));
      } else {
        for (const { key } of valueRows(table)) this.#rows.add(key);
        this.#fill(record, places, table.name, { layout, shapes: new Map() }, target);
      }
    }
  }

  /** To be called when all has been read: what the sums tell, and what is not there. */
  finish(): void {
    let open: readonly OpenRow[] = this.#open;
    for (let before = Infinity; open.length < before;) {
      before = open.length;
      open = open.filter(row => !this.#infer(row));
    }
    for (const { record, name, places, target } of open) {
      const count = record.values.filter(({ kind }) => kind !== 'blank').length;
      this.remarks.push(loss(record, remarkWords.unplaced(name, count, places.length), target));
    }
    if (this.#rows.size === 0) return;
    for (const { key, label } of valueRows(this.form)) {
      if (this.#rows.has(key)) continue;
      const message = remarkWords.missingRow(label);
      this.remarks.push({ kind: 'note', text: '', place: {}, message, target: this.#target(key) });
    }
  }

  #infer({ record, name, places, target }: OpenRow): boolean {
    const there = record.values.filter(({ kind }) => kind !== 'blank');
    const [first] = this.form.columns;
    if (!first) return false;
    const values = there.map(({ text }) => readValue(text, first.value).value);
    const chosen = inferPlaces(this.form, { values, places }, this.#grid());
    if (!chosen) return false;
    chosen.forEach((place, at) => this.values.set(place, there[at]?.text ?? ''));
    this.remarks.push({ ...loss(record, remarkWords.inferred(name), target), kind: 'note' });
    return true;
  }

  #grid(): number[] {
    const width = this.form.columns.length;
    const grid = new Array<number>(valueRows(this.form).length * width).fill(NaN);
    for (const [place, text] of this.values) {
      const column = this.form.columns[place % width];
      if (column) grid[place] = readValue(text, column.value).value;
    }
    return grid;
  }

  #readHeads({ cells, place }: ReadRow): void {
    this.remarks.push(...strangeWords({ cells, place }));
    for (const { kind, text } of cells) {
      const { column, certainty } = kind === 'head' ? matchColumn(this.form, text) : {};
      const right = this.form.columns[column ?? -1]?.label;
      if (right === undefined || certainty === 'exact') continue;
      this.remarks.push({ kind: 'change', text, place, message: remarkWords.label(text, right) });
    }
  }

  /** Labels that are sure come first, so that a guess never takes the row that another label names. */
  #match(records: readonly Record[]): (RowMatch | undefined)[][] {
    const sure = this.#walk(records, (label, context) => matchExactly(this.form, label, context));
    return this.#walk(
      records,
      (label, context, at, index) => sure[at]?.[index] ?? matchNearly(this.form, label, context),
    );
  }

  #walk(
    records: readonly Record[],
    match: (label: string, context: LabelContext, at: number, index: number) => RowMatch | undefined,
  ): (RowMatch | undefined)[][] {
    const taken = this.#taken;
    let group: string | undefined;
    return records.map(({ labels }, at) =>
      labels.map((label, index) => {
        const found = match(label.text, { group, taken }, at, index);
        if (!found) return undefined;
        taken.add(found.row.key);
        group = isGroup(found.row) ? found.row.key : allRows(this.form)[found.place]?.groups.at(-1)?.key;
        return found;
      }),
    );
  }

  #fillRow(record: Record, matches: readonly (RowMatch | undefined)[], columns: Columns, shaping: Shaping): void {
    const { labels, values, row } = record;
    const there = values.some(({ kind }) => kind !== 'blank');
    const own = ownLabel(matches);
    labels.forEach((label, index) => {
      const match = matches[index];
      const isRow = index === own;
      if (!match) {
        // It is told with the row.
        if (there && !matches[own]) return;
        this.remarks.push({ kind: 'loss', text: label.text, place: row.place, message: remarkWords.stranger });
        return;
      }
      if (isGroup(match.row) !== (isRow && there)) this.score += SCORES[match.certainty];
      if (!this.labels.has(match.row.key)) this.labels.set(match.row.key, match.label);
      if (match.certainty !== 'exact') {
        const message = remarkWords.label(label.text, match.label);
        this.remarks.push({
          kind: 'change',
          text: label.text,
          place: row.place,
          message,
          target: this.#target(match.row.key),
        });
      }
    });
    const match = matches[own];
    const label = labels[own]?.text ?? '';
    if (!match) {
      if (there) this.remarks.push(loss(record, remarkWords.strangeRow(label)));
    } else if (isGroup(match.row)) {
      if (there) this.remarks.push(loss(record, remarkWords.groupValues(label), this.#target(match.row.key)));
    } else if (there && this.#rows.has(match.row.key)) {
      this.remarks.push(loss(record, remarkWords.secondRow(label), this.#target(match.row.key)));
    } else {
      const index = valueRows(this.form).findIndex(({ key }) => key === match.row.key);
      const slots = columns.slots.map(slot => (slot === undefined ? undefined : placeOf(this.form, index, slot)));
      this.#rows.add(match.row.key);
      this.#fill(record, { ...columns, slots }, match.label, shaping, this.#target(match.row.key));
    }
  }

  #fill(record: Record, columns: Columns, name: string, shaping: Shaping, target: string): void {
    const found = placeValues(record, columns, shaping);
    if (found === 'blank') {
      this.remarks.push({
        kind: 'note',
        text: '',
        place: record.row.place,
        message: remarkWords.blankRow(name),
        target,
      });
      return;
    }
    if (found === 'uncertain') {
      this.#open.push({ record, name, places: columns.slots.filter(slot => slot !== undefined), target });
      return;
    }
    const strangers = [...found.strange];
    for (const [place, cell] of found.placed) {
      if (cell.text.length > LONGEST_VALUE) strangers.push(cell);
      else this.values.set(place, cell.text);
    }
    if (strangers.length === 0) return;
    const message = remarkWords.unknownColumn(name);
    this.remarks.push({ kind: 'loss', text: textOf(strangers), place: record.row.place, message, target });
  }

  #target(key: string): string {
    return `${this.form.id}.${key}`;
  }
}

/** Which of its labels a row is named by: the last, unless that is a group's and one before it is not. */
function ownLabel(matches: readonly (RowMatch | undefined)[]): number {
  const last = matches.length - 1;
  const rows = matches.flatMap((match, index) => (match && !isGroup(match.row) ? [index] : []));
  // A last label that nobody knows might be the row's name all the same.
  return matches[last] !== undefined && rows.length === 1 ? (rows[0] ?? last) : last;
}

const endOf = ({ column, columns }: ReadCell): number => column + columns;
