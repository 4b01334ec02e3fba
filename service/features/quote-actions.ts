import { isGroup, leaves, rowsByKey, tablesOf, valueRows, type RowForm, type TableForm } from '../../forms/index.ts';
import type { Line } from '../../grammar/index.ts';
import { placeOf, resolve, same, tableOf, type Report } from '../../model/index.ts';
import { foldWords, rangeOf, toHalfWidth, type Range, type Span } from '../../text/index.ts';
import type { ActionDraft } from './action-drafts.ts';
import { rewriteKinds } from './rewrite-kinds.ts';

/** How many cells are offered for one number. */
const MOST = 5;

/** A number in prose written as a quote of the cell that it states, the likeliest cell first. */
export function* quoteActions(report: Report, { start, end }: Range): Generator<ActionDraft> {
  const line = report.tree.lines[start.line];
  if (!line || end.line !== start.line || isOfHead(report, start.line)) return;
  const number = numberAt(line, { start: start.character, end: end.character });
  if (!number) return;
  const said = wordsAround(line.text, number);
  const quotes = [...quotesOf(report, number)]
    .map(quote => ({ ...quote, likeness: likeness(quote, said) }))
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, MOST);
  const written = line.text.slice(number.start, number.end);
  for (const { name } of quotes) {
    yield {
      kind: rewriteKinds.quote,
      title: { zh: `${written} 改为引用“{${name}}”`, en: `Quote {${name}} for ${written}` },
      edits: [{ range: rangeOf(start.line, number), text: `{${name}}` }],
    };
  }
}

/** Whether the line is a title or a field: what stands there is no figure. */
const isOfHead = ({ head, starts }: Report, line: number): boolean =>
  line === head.title?.line ||
  head.furtherTitles.includes(line) ||
  head.fields.some(field => field.line === line) ||
  starts.includes(line, 1);

interface ProseNumber extends Span {
  readonly value: number;
  /** Whether 万元 stands behind it. */
  readonly money: boolean;
}

const NUMBER = /[0-9０-９]+(?:,[0-9０-９]{3})*(?:[.．][0-9０-９]+)?/g;
/** What stands before a digit that is no figure by itself: the rest of a number, an ordinal, a notice, a minus. */
const BEFORE = /(?:[A-Za-z0-9０-９][.．,，:：—～~/]?|[第〔［[#\-－−])$/;
/** What stands behind one: a date, a share, a range, a letter, a round number, an amount in another unit than the table's. */
const BEHIND =
  /^\s*(?:年|月|日|号|时|点|分(?!别|为)|版|级|届|倍|余|多|亿|元|百|千|万(?!元)|个百分点|[A-Za-z0-9０-９%％‰〕］\]/～~\-－—]|[.．,，:：][0-9０-９])/;
/** What things are counted in: without one, a number such as 2024 is taken for a year. */
const MEASURE = /^\s*(?:万元|[件条次份例宗封项个人户篇期场页家])/;
const YEAR = /^(?:19|20)\d\d$/;

/** The number in a run of prose that the span touches, if it can be a figure of a table. */
function numberAt(line: Line, span: Span): ProseNumber | undefined {
  if (line.kind !== 'prose' && line.kind !== 'part') return undefined;
  for (const run of line.spans) {
    if (run.kind !== 'text' || run.end < span.start || run.start > span.end) continue;
    for (const found of line.text.slice(run.start, run.end).matchAll(NUMBER)) {
      const start = run.start + found.index;
      const end = start + found[0].length;
      if (end < span.start || start > span.end) continue;
      const behind = line.text.slice(end, end + 8);
      const digits = toHalfWidth(found[0]);
      const before = line.text.slice(Math.max(0, start - 2), start);
      if (BEFORE.test(before) || BEHIND.test(behind) || /^0\d/.test(digits)) return undefined;
      if (YEAR.test(digits) && !MEASURE.test(behind)) return undefined;
      return { start, end, value: Number(digits.replaceAll(',', '')), money: /^\s*万元/.test(behind) };
    }
  }
  return undefined;
}

interface CellQuote {
  /** What stands between the braces. */
  readonly name: string;
  readonly row: RowForm;
  /** The column, where it has to be named. */
  readonly column: string | undefined;
}

/** Quotes of all cells that hold the number, those of totals first. */
function* quotesOf(report: Report, { value, money }: ProseNumber): Generator<CellQuote> {
  for (const form of tablesOf(report.form)) {
    const table = tableOf(report, form.id);
    if (table?.form !== form) continue;
    const columns = form.columns
      .map((column, at) => ({ column, at, unnamed: column.key === 'total' || form.columns.length === 1 }))
      .filter(({ column }) => (column.value.kind === 'money') === money)
      .sort((a, b) => Number(b.unnamed) - Number(a.unnamed));
    for (const { column, at, unnamed } of columns) {
      for (const { row } of rowsByKey(form).values()) {
        if (isGroup(row) && !row.quotable) continue;
        const places = placesOf(form, row, at);
        const sum = places.reduce((total, place) => total + (table.sums.grid[place] ?? NaN), 0);
        const name = unnamed ? row.name : `${row.name}.${column.name}`;
        if (same(sum, value) && means(report, name, form, places)) {
          yield { name, row, column: unnamed ? undefined : column.name };
        }
      }
    }
  }
}

function placesOf(form: TableForm, row: RowForm, column: number): number[] {
  const rows = valueRows(form);
  return (isGroup(row) ? leaves(row.rows) : [row]).map(one => placeOf(form, rows.indexOf(one), column));
}

/** Whether the quote, read back, is of these very cells: two tables may have a row of one name. */
function means(report: Report, name: string, form: TableForm, places: readonly number[]): boolean {
  const names = name.split('.').map(text => ({ text, start: 0, end: 0 }));
  const found = resolve({ sign: 1, names, start: 0, end: 0 }, report.form);
  return found.kind === 'cells' && found.table === form && found.places.join() === places.join();
}

interface Words {
  readonly clause: string;
  readonly sentence: string;
}

/** No sentence is longer, and no line of a megabyte is cut into sentences for one number. */
const REACH = 300;

/** The clause and the sentence that a number stands in. */
function wordsAround(text: string, { start, end }: Span): Words {
  const between = (stop: RegExp): string => {
    const before =
      text
        .slice(Math.max(0, start - REACH), start)
        .split(stop)
        .at(-1) ?? '';
    return foldWords(before + (text.slice(end, end + REACH).split(stop)[0] ?? ''));
  };
  return { clause: between(/[。！？；!?;，,、（）()]/), sentence: between(/[。！？；!?;]/) };
}

/** How much the words around a number speak for a cell: its row's names, and its column's where that is no total. */
function likeness({ row, column }: CellQuote, { clause, sentence }: Words): number {
  const rowIn = (words: string): number =>
    Math.max(shared(row.name, words), shared(row.short ?? row.label, words) * 0.8);
  const columnIn = column === undefined ? 0.5 : clause.includes(column) ? 1 : sentence.includes(column) ? 0.4 : 0;
  return rowIn(clause) * 4 + rowIn(sentence) * 2 + columnIn;
}

/** Which share of a name's pairs of characters stands in the words. */
function shared(name: string, words: string): number {
  const folded = foldWords(name);
  const pairs = Array.from({ length: Math.max(0, folded.length - 1) }, (_, i) => folded.slice(i, i + 2));
  return pairs.length === 0 ? 0 : pairs.filter(pair => words.includes(pair)).length / pairs.length;
}
