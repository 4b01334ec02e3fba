import type { CompletionItem, TextEdit } from 'vscode-languageserver-types';
import { allRows, isGroup, tablesOf, type Bilingual, type PlacedRow, type TableForm } from '../../forms/index.ts';
import type { RowLine } from '../../grammar/index.ts';
import { blankRows, writeRows, type Row, type Table, type WrittenRow } from '../../model/index.ts';
import { displayWidth, rangeOf, trimSpan } from '../../text/index.ts';
import { writtenTable } from '../format.ts';
import { inLocale } from '../words.ts';
import { CompletionItemKind, isMeant, itemOf, wordAt, type Draft, type Word } from './completion-item.ts';
import type { CompletionRequest } from './completion-request.ts';
import { rowPieces, totalsOf } from './completion-template.ts';

const words = {
  wholeRow: { zh: '整行', en: 'whole row' },
  groupRow: { zh: '分组', en: 'group' },
  headerRow: { zh: '表头', en: 'header row' },
  present: { zh: '已有', en: 'already there' },
} satisfies Record<string, Bilingual>;

/** The labels that the row in hand may have, and the whole rows; before the first row, the table's head. */
export function completeLabel(request: CompletionRequest, row: RowLine): CompletionItem[] {
  const { line, cursor } = request;
  const { bar, start, end, stop } = row.label;
  // A blank label begins where the cursor is, so that the padding is not taken for what was typed.
  const blank = start === end;
  const word = blank ? wordAt(request, cursor, cursor) : wordAt(request, start, end);
  const padding = trimSpan(line.text, bar + 1, word.start).start - bar - 1;
  const place: LabelPlace = { request, row, word, padding, room: blank || cursor >= end ? stop - cursor : 0 };
  return tablesInHand(request).flatMap((table, index) => {
    // A head with columns in it is no row.
    const isHead = table.bound?.header?.row === row && row.cells.some(({ kind }) => kind !== 'blank');
    return [...headerItems(place, table, index), ...(isHead ? [] : rowItems(place, table, index))];
  });
}

/** Whole rows, on a line without a bar that stands right below or above a row: it may become the next. */
export function completeRow(request: CompletionRequest, word: Word, also: Draft['also'] = []): CompletionItem[] {
  const { block, inBlock } = request;
  let above = inBlock - 1;
  while (block.lines[above]?.kind === 'comment') above--;
  const beside = [above, inBlock + 1];
  const bound = block.tables.find(({ header, rows }) =>
    [header, ...rows].some(row => row && beside.includes(row.line)),
  );
  if (!bound) return [];
  const table: TableInHand = { form: bound.form, edition: bound.edition.id, bound };
  const place: LabelPlace = { request, row: undefined, word, padding: 0, room: 0, also };
  return [...headerItems(place, table, 0), ...rowItems(place, table, 0)];
}

/** The tables whose rows may stand on a line: the one that it is in, else those of the section, the missing first. */
interface TableInHand {
  readonly form: TableForm;
  readonly edition: string;
  readonly bound: Table | undefined;
}

interface LabelPlace {
  readonly request: CompletionRequest;
  /** Absent where no bar is written yet: then only a whole row makes sense. */
  readonly row: RowLine | undefined;
  readonly word: Word;
  /** How many spaces stand between the bar and the label. */
  readonly padding: number;
  /** How many columns there are up to the next bar, if only spaces follow. */
  readonly room: number;
  readonly also?: Draft['also'];
}

function tablesInHand({ report, block, inBlock }: CompletionRequest): readonly TableInHand[] {
  const here = block.tables.find(
    ({ header, rows }) => header?.line === inBlock || rows.some(row => row.line === inBlock),
  );
  if (here) return [{ form: here.form, edition: here.edition.id, bound: here }];
  const of = (form: TableForm): TableInHand => ({ form, edition: report.form.id, bound: undefined });
  const own = block.heading?.match?.section.tables ?? [];
  const open = own.filter(form => !block.tables.some(table => table.form === form));
  if (open.length > 0) return open.map(of);
  return own.length > 0 || block.heading?.match ? own.map(of) : tablesOf(report.form).map(of);
}

function rowItems(place: LabelPlace, table: TableInHand, index: number): CompletionItem[] {
  const { request, row } = place;
  const others = (table.bound?.rows ?? []).filter(one => one.line !== request.inBlock);
  const here = table.bound?.rows.find(one => one.line === request.inBlock)?.match;
  const present = new Set(others.flatMap(({ match }) => (match ? [match.row.key] : [])));
  const rank = ranking(table.form, others, request.inBlock);
  const widest = widestOf(request, table);
  const isOpen = row?.cells.every(cell => cell.kind === 'blank') ?? true;
  return allRows(table.form).flatMap((placed, number) => {
    const { key, short, label, name } = placed.row;
    const isPresent = present.has(key);
    const text = short ?? label;
    if (!row && (isPresent || !isMeant(place.word.typed, text, [name, label]))) return [];
    const draft: Omit<Draft, 'pieces' | 'order'> = {
      label: text,
      kind: isGroup(placed.row) ? CompletionItemKind.Struct : CompletionItemKind.Field,
      word: place.word,
      ways: [name, label],
      meant: here?.row.key === key,
      ...(isPresent && { description: inLocale(words.present, request.options.locale) }),
      data: { edition: table.edition, table: table.form.id, row: key },
    };
    const order = [isPresent ? 'x' : String(rank(placed)), index, number];
    const items = row
      ? [itemOf(request, { ...draft, ...labelText(place, row, text, placed.depth), order: [...order, 'a'] })]
      : [];
    if ((isGroup(placed.row) && row) || !isOpen || isPresent) return items;
    const whole = wholeRow(place, widest, {
      label: text,
      depth: placed.depth,
      cells: isGroup(placed.row) ? [] : totalCells(table.form, request.options.snippets),
    });
    return [
      ...items,
      itemOf(request, {
        ...draft,
        label: isGroup(placed.row) ? `${text} |` : `${text} |…|`,
        kind: isGroup(placed.row) ? CompletionItemKind.Struct : CompletionItemKind.Snippet,
        description: inLocale(isGroup(placed.row) ? words.groupRow : words.wholeRow, request.options.locale),
        ...whole,
        order: [...order, 'b'],
      }),
    ];
  });
}

/** The table's head, where there is none yet and no row stands above. */
function headerItems(place: LabelPlace, table: TableInHand, index: number): CompletionItem[] {
  const { request, row } = place;
  const { bound, form } = table;
  const isHere = bound?.header?.line === request.inBlock;
  if (bound?.header && !isHere) return [];
  if (bound?.rows.some(({ line }) => line < request.inBlock)) return [];
  const base = { ways: [form.name], word: place.word, kind: CompletionItemKind.Struct };
  const labels = row
    ? [
        itemOf(request, {
          ...base,
          label: form.stub,
          ...labelText(place, row, form.stub, 0),
          order: ['0', index, 0, '0'],
        }),
      ]
    : [];
  if (row ? row.cells.some(cell => cell.kind !== 'blank') : !isMeant(place.word.typed, form.stub, base.ways)) {
    return labels;
  }
  const head = { label: form.stub, depth: 0, cells: form.columns.map(column => column.label) };
  return [
    ...labels,
    itemOf(request, {
      ...base,
      label: `${form.stub} | ${head.cells[0] ?? ''} …`,
      description: inLocale(words.headerRow, request.options.locale),
      kind: CompletionItemKind.Snippet,
      ...wholeRow(place, widestOf(request, table), head),
      order: ['0', index, 0, '1'],
      detail: form.name,
    }),
  ];
}

/** A label, moved in as deep as it stands; the padding behind it gives way, so that the bar stays where it is. */
function labelText(
  { request, word, padding, room }: LabelPlace,
  row: RowLine,
  label: string,
  depth: number,
): Pick<Draft, 'pieces' | 'also'> {
  const text = indentation(padding, depth) + label;
  const closed = row.cells.length > 0 || row.end !== undefined;
  const growth = displayWidth(text) - displayWidth(request.line.text.slice(word.start, word.end));
  const spare = closed ? Math.min(room - 1, growth) : 0;
  if (spare <= 0) return { pieces: [text] };
  const also: TextEdit = { range: rangeOf(request.number, { start: word.end, end: word.end + spare }), newText: '' };
  return { pieces: [text], also: [also] };
}

/** A whole row as the table's rows are laid out, without what stands of it already. */
function wholeRow({ request, row, word, padding, also }: LabelPlace, widest: WrittenRow, written: WrittenRow): Whole {
  const text = writeRows([widest, written]).at(-1) ?? '';
  const spaces = /^\| */.exec(text)?.[0].length ?? 1;
  const [first = '', ...rest] = rowPieces(text);
  const standing = row ? Math.min(1 + padding, spaces) : 0;
  return {
    pieces: [typeof first === 'string' ? first.slice(standing) : first, ...rest],
    word: { ...word, end: request.line.text.length },
    whole: true,
    ...(also && { also }),
  };
}

/** A row as wide as the others in each of its cells: what a new row is laid out beside. */
function widestOf({ inBlock }: CompletionRequest, { form, bound }: TableInHand): WrittenRow {
  const others = bound
    ? writtenTable(bound).flatMap(({ line, row }) => (line === inBlock ? [] : [row]))
    : blankRows(form).filter(({ key }) => key !== undefined);
  const wide = (width: number): string => ' '.repeat(Math.max(0, width));
  const most = (texts: readonly string[]): string => wide(Math.max(0, ...texts.map(text => displayWidth(text))));
  return {
    label: most(others.map(({ label, depth }) => wide(depth * 2) + label)),
    depth: 0,
    cells: form.columns.map((_, i) => most(others.map(({ cells }) => cells[i] ?? ''))),
  };
}

type Whole = Pick<Draft, 'pieces' | 'word' | 'whole' | 'also'>;

const totalCells = (form: TableForm, snippets: boolean): string[] => {
  const totals = totalsOf(form);
  return form.columns.map(({ key }) => (snippets && totals.has(key) ? '=' : ''));
};

const indentation = (padding: number, depth: number): string => ' '.repeat(Math.max(0, 1 + depth * 2 - padding));

/**
 * How soon a missing row is wanted: those of the group in hand first, then those of the groups around it, then what
 * comes further down, then what should have come before.
 */
function ranking(form: TableForm, others: readonly Row[], line: number): (row: PlacedRow) => number {
  const before = others.findLast(row => row.line < line && row.match)?.match;
  const after = others.find(row => row.line > line && row.match)?.match;
  const rows = allRows(form);
  const at = before && rows[before.place];
  const groups = at ? [...at.groups.map(({ key }) => key), ...(isGroup(at.row) ? [at.row.key] : [])].reverse() : [];
  return placed => {
    const own = placed.groups.at(-1)?.key;
    const near = own === undefined ? groups.length : groups.indexOf(own);
    const number = rows.indexOf(placed);
    const isBeyond = after !== undefined && number > after.place;
    if (near === 0 && !isBeyond) return 1;
    if (before !== undefined && number < before.place) return 8;
    return near < 0 || isBeyond ? 7 : 1 + near;
  };
}
