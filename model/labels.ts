import { allRows, columnsByKey, withoutYear, type PlacedRow, type TableForm } from '../forms/index.ts';
import { editDistance, fold, foldWords, ordinalValue, toHalfWidth } from '../text/index.ts';
import type { Certainty, HeaderCell, RowMatch } from './types.ts';

/** Where a label stands: what was recognised above it, and what is taken already. */
export interface LabelContext {
  /** The group that the rows above belong to, by its key. */
  readonly group: string | undefined;
  /** Keys of rows that other labels are sure to mean. */
  readonly taken: ReadonlySet<string>;
}

/** The ordinal that a label begins with, taken apart from its words: `（一）`, `1.`, `一、`. */
const ordinalAhead = /^[（(]?\s*([一二三四五六七八九十]{1,3}|[0-9]{1,2})\s*[)）、.．,，]+/;

interface Spelling {
  readonly place: number;
  readonly label: string;
  readonly words: string;
  /** The words with the ordinal's: where the ordinal itself is damaged, it cannot be told from them. */
  readonly full: string;
}

interface NearSpelling {
  readonly spelling: Spelling;
  readonly apart: number;
}

interface Labels {
  readonly rows: readonly PlacedRow[];
  readonly ordinals: readonly (number | undefined)[];
  /** Official and accepted wordings, widths and spaces folded. */
  readonly exact: ReadonlyMap<string, readonly Spelling[]>;
  /** Wordings known to be wrong. */
  readonly known: ReadonlyMap<string, readonly Spelling[]>;
  readonly spellings: readonly Spelling[];
  /** The spellings that are near to labels that were looked for: a report repeats its mistakes. */
  readonly near: Map<string, readonly NearSpelling[]>;
}

const labelsOf = new WeakMap<TableForm, Labels>();

/** How well a table knows a label: 2 for one of its own wordings, 1 for one known to be wrong, 0 otherwise. No guess. */
export function knowledgeOf(table: TableForm, label: string, isValueRow: boolean): 0 | 1 | 2 {
  const labels = readLabels(table);
  const fits = (found: readonly Spelling[] | undefined): boolean =>
    found?.some(({ place }) => (labels.rows[place]?.row.rows === undefined) === isValueRow) ?? false;
  if (fits(labels.exact.get(label))) return 2;
  const folded = fold(label);
  return fits(labels.exact.get(folded)) ? 2 : fits(labels.known.get(folded)) ? 1 : 0;
}

/** The row that a label means for sure, by an official or accepted wording. */
export function matchExactly(table: TableForm, label: string, context: LabelContext): RowMatch | undefined {
  const labels = readLabels(table);
  const found = labels.exact.get(label) ?? labels.exact.get(fold(label));
  return found && choose(labels, found, 'exact', context, undefined);
}

/** The row that a label is meant to name, though it is written in another way than any official one. */
export function matchNearly(table: TableForm, label: string, context: LabelContext): RowMatch | undefined {
  const labels = readLabels(table);
  const ordinal = ordinalOf(label);
  const known = labels.known.get(fold(label));
  if (known) return choose(labels, known, 'known', context, ordinal);
  const words = wordsOf(label);
  if (words === '') return undefined;
  const same = labels.spellings.filter(spelling => spelling.words === words);
  return choose(labels, same, 'words', context, ordinal) ?? nearest(labels, label, ordinal, context);
}

/** Which column a head means. */
export function matchColumn(table: TableForm, head: string): HeaderCell {
  const official = table.columns.findIndex(column => column.label === head);
  if (official >= 0) return { column: official, certainty: 'exact' };
  const folded = withoutYear(fold(head));
  const columns = table.columns;
  const by = (same: (column: (typeof columns)[number]) => boolean, certainty: Certainty): HeaderCell | undefined => {
    const found = columns.findIndex(same);
    return found < 0 ? undefined : { column: found, certainty };
  };
  const words = foldWords(head);
  const limit = allowance(words.length);
  return (
    by(column => [column.label, ...(column.aliases ?? [])].some(text => fold(text) === folded), 'exact') ??
    by(column => (column.misspellings ?? []).some(text => fold(text) === folded), 'known') ??
    (words === '' ? undefined : by(column => foldWords(column.label) === words, 'words')) ??
    (words === '' ? undefined : by(column => editDistance(words, foldWords(column.label), limit) <= limit, 'near')) ?? {
      column: undefined,
      certainty: undefined,
    }
  );
}

/** The place of a column in its table. */
export const columnPlace = (table: TableForm, key: string): number => {
  const column = columnsByKey(table).get(key);
  if (!column) throw new Error(`the form has no column ${key}`);
  return table.columns.indexOf(column);
};

/** A label's ordinal, if it has one. */
export function ordinalOf(label: string): number | undefined {
  const found = ordinalAhead.exec(toHalfWidth(label).trim());
  return found?.[1] === undefined ? undefined : ordinalValue(found[1]);
}

/** A label's words: no ordinal, punctuation, width or spaces. */
export const wordsOf = (label: string): string =>
  foldWords(toHalfWidth(label).replace(/\s+/g, '').replace(ordinalAhead, ''));

/** How many characters of so long a text may differ from the one meant. */
export const allowance = (length: number): number => Math.max(1, Math.floor(length * 0.4));

function readLabels(table: TableForm): Labels {
  const before = labelsOf.get(table);
  if (before) return before;
  const rows = allRows(table);
  const [exact, known] = [new Map<string, Spelling[]>(), new Map<string, Spelling[]>()];
  const spellings: Spelling[] = [];
  rows.forEach(({ row }, place) => {
    const add = (text: string, to: Map<string, Spelling[]>, label: string): void => {
      const spelling = { place, label, words: wordsOf(text), full: foldWords(text) };
      spellings.push(spelling);
      for (const key of new Set([text, fold(text)])) to.set(key, [...(to.get(key) ?? []), spelling]);
    };
    add(row.label, exact, row.label);
    if (row.short !== undefined) add(row.short, exact, row.short);
    for (const alias of row.aliases ?? []) add(alias, exact, alias);
    for (const wrong of row.misspellings ?? []) add(wrong, known, row.label);
  });
  const labels = {
    rows,
    ordinals: rows.map(({ row }) => ordinalOf(row.label)),
    exact,
    known,
    spellings,
    near: new Map(),
  };
  labelsOf.set(table, labels);
  return labels;
}

/** Of several rows with the same wording the one in the group at hand, else the one with the ordinal, else the first free. */
function choose(
  labels: Labels,
  found: readonly Spelling[],
  certainty: Certainty,
  context: LabelContext,
  ordinal: number | undefined,
): RowMatch | undefined {
  let best: Spelling | undefined;
  let bestScore = -1;
  for (const spelling of found) {
    const score = standing(labels, spelling.place, context, ordinal);
    if (score > bestScore) [best, bestScore] = [spelling, score];
  }
  return best && matched(labels, best, certainty);
}

/** How well a row fits where the label stands, apart from its words. */
function standing(labels: Labels, place: number, context: LabelContext, ordinal: number | undefined): number {
  const placed = labels.rows[place];
  if (!placed) return 0;
  const free = context.taken.has(placed.row.key) ? 0 : 4;
  const inGroup = placed.groups.at(-1)?.key === context.group ? 2 : 0;
  return free + inGroup + (ordinal !== undefined && labels.ordinals[place] === ordinal ? 1 : 0);
}

function nearest(
  labels: Labels,
  label: string,
  ordinal: number | undefined,
  context: LabelContext,
): RowMatch | undefined {
  const { length } = wordsOf(label);
  let best: Spelling | undefined;
  let bestCost = Infinity;
  let nextCost = Infinity;
  for (const { spelling, apart } of nearSpellings(labels, label, ordinal)) {
    const placed = labels.rows[spelling.place];
    if (!placed || context.taken.has(placed.row.key)) continue;
    // The ordinal and the group decide between labels equally far away, they never outweigh a character.
    const ties = standing(labels, spelling.place, context, ordinal) * 0.1;
    // Of the long and the short label that a label cut short begins, the one is meant that is less cut.
    const cost = apart - ties + Math.abs(length - spelling.words.length) * 0.001;
    if (spelling.place === best?.place) {
      if (cost < bestCost) [best, bestCost] = [spelling, cost];
    } else if (cost < bestCost) {
      nextCost = bestCost;
      [best, bestCost] = [spelling, cost];
    } else if (cost < nextCost) nextCost = cost;
  }
  return best && bestCost < nextCost ? matched(labels, best, 'near') : undefined;
}

/** The spellings that a label could be meant to be, whatever stands around it. */
function nearSpellings(labels: Labels, label: string, ordinal: number | undefined): readonly NearSpelling[] {
  const known = labels.near.get(label);
  if (known) return known;
  const [words, full] = [wordsOf(label), foldWords(label)];
  const near = labels.spellings.flatMap(spelling => {
    const sameOrdinal = ordinal !== undefined && labels.ordinals[spelling.place] === ordinal;
    const apart = Math.min(distance(words, spelling.words, sameOrdinal ? 2 : 4), distance(full, spelling.full, 5));
    return apart === Infinity ? [] : [{ spelling, apart }];
  });
  // A text full of nonsense must not fill the memory with it.
  if (labels.near.size > 1000) labels.near.clear();
  labels.near.set(label, near);
  return near;
}

/** How far apart two labels are; a label cut short, if enough of its beginning is left, counts as one character off. */
function distance(words: string, official: string, enough: number): number {
  if (words.length >= enough && official.startsWith(words)) return 1;
  const limit = allowance(Math.max(words.length, official.length));
  const apart = editDistance(words, official, limit);
  // Two labels without a character in common are not near, however short.
  return apart > limit || apart >= Math.max(words.length, official.length) ? Infinity : apart;
}

function matched(labels: Labels, { place, label }: Spelling, certainty: Certainty): RowMatch | undefined {
  const placed = labels.rows[place];
  return placed && { row: placed.row, place, certainty, label };
}
