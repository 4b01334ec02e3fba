import { SymbolKind, type DocumentSymbol, type WorkspaceSymbol } from 'vscode-languageserver-types';
import { allRows, isGroup } from '../../forms/index.ts';
import { textOf, type Line } from '../../grammar/index.ts';
import type { Block, Report, Row, Table } from '../../model/index.ts';
import { Kept, rangeOf, toHalfWidth, trimSpan, type Range, type Span } from '../../text/index.ts';
import type { Snapshot } from '../document.ts';
import { inLocale, type Locale } from '../words.ts';
import type { Workspace } from '../workspace.ts';
import { linesOfTable, numberText, spanOfCell } from './table-cells.ts';

export { foldingRanges, selectionRanges } from './structure-ranges.ts';

/** The outline: the title, in it the sections, in them parts and tables, in these the rows with their totals. */
export function documentSymbols({ report }: Snapshot, locale: Locale): DocumentSymbol[] {
  const { lines } = report.tree;
  const sections = report.blocks.flatMap((block, index) => blockSymbols(block, report.starts[index] ?? 0, locale));
  const { title } = report.head;
  const name = title && nameOf(report.tree.lines[title.line]?.text.slice(title.span.start, title.span.end));
  if (!title || name === undefined) return sections;
  // Comments may stand above the title: the outline's range is the text, so that every line is in it.
  const range = rangeBetween(lines, 0, lines.length - 1);
  const selectionRange = rangeOf(title.line, title.span);
  return [{ name, detail: report.form.id, kind: SymbolKind.File, range, selectionRange, children: sections }];
}

/** The reports of the workspace that a query names by organ, by year or by a piece of either, in any order. */
export function workspaceSymbols(workspace: Workspace, query: string): WorkspaceSymbol[] {
  const pieces = plain(query).split(/\s+/).filter(Boolean);
  const found: { symbol: WorkspaceSymbol; year: number }[] = [];
  for (const { uri, organ, year } of workspace.reports()) {
    const name = [organ ?? fileName(uri), ...(year === undefined ? [] : [`${year}年`])].join(' ');
    const words = plain(name);
    if (!pieces.every(piece => isIn(piece, words))) continue;
    const range = rangeOf(0, { start: 0, end: 0 });
    found.push({ symbol: { name, kind: SymbolKind.File, location: { uri, range } }, year: year ?? 0 });
  }
  // One organ's reports stand together, the newest first.
  return found
    .sort((a, b) => compareText(organOf(a.symbol), organOf(b.symbol)) || b.year - a.year)
    .map(({ symbol }) => symbol);
}

const organOf = ({ name }: WorkspaceSymbol): string => name.replace(/ \d+年$/, '');

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const plain = (text: string): string => toHalfWidth(text).toLowerCase();

/** All characters of the piece, in their order: 示范2025 finds 示范市 2025年. */
function isIn(piece: string, words: string): boolean {
  let at = 0;
  for (const character of piece) {
    at = words.indexOf(character, at) + character.length;
    if (at < character.length) return false;
  }
  return true;
}

function fileName(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    // A stray % in the address: shown as it is.
    return name;
  }
}

/** The symbols of a block, which stay the same as long as it is the same block on the same lines. */
function blockSymbols(block: Block, start: number, locale: Locale): readonly DocumentSymbol[] {
  const known = knownSymbols.get(block);
  if (known?.start === start && known.locale === locale) return known.symbols;
  const symbols = block.heading ? [sectionSymbol(block, start, locale)] : tableSymbols(block, start, locale);
  knownSymbols.set(block, { start, locale, symbols });
  return symbols;
}

const knownSymbols = new Kept<Block, { start: number; locale: Locale; symbols: readonly DocumentSymbol[] }>();

function sectionSymbol(block: Block, start: number, locale: Locale): DocumentSymbol {
  const last = block.lines.length - 1;
  const range = rangeWithin(block, 0, last, start);
  const tables = tableSymbols(block, start, locale);
  const parts = block.parts.flatMap((part, index): DocumentSymbol[] => {
    const line = block.lines[part.line];
    if (line?.kind !== 'part') return [];
    const name = nameOf(line.text.slice(line.ordinal.start, line.title.end));
    const end = (block.parts[index + 1]?.line ?? block.lines.length) - 1;
    if (name === undefined) return [];
    const whole = rangeWithin(block, part.line, end, start);
    return [
      {
        name,
        kind: SymbolKind.Namespace,
        range: whole,
        selectionRange: rangeOf(start + part.line, { start: line.ordinal.start, end: line.title.end }),
        children: tables.filter(table => isWithin(table.range, whole)),
      },
    ];
  });
  const inParts = new Set(parts.flatMap(part => part.children ?? []));
  const line = block.lines[0]?.text ?? '';
  return {
    name: nameOf(line) ?? inLocale({ zh: '（无标题）', en: '(untitled)' }, locale),
    kind: SymbolKind.Module,
    range,
    selectionRange: rangeOf(start, trimSpan(line, 0, line.length)),
    children: [...parts, ...tables.filter(table => !inParts.has(table))].sort(
      (a, b) => a.range.start.line - b.range.start.line,
    ),
  };
}

function tableSymbols(block: Block, start: number, locale: Locale): DocumentSymbol[] {
  return block.tables.map(table => {
    const { first, last } = linesOfTable(table);
    const { holding, known } = table.sums;
    return {
      name: table.form.article === undefined ? table.form.name : `${table.form.article} ${table.form.name}`,
      ...(known > 0 && {
        detail: inLocale({ zh: `${holding}/${known} 相符`, en: `${holding}/${known} hold` }, locale),
      }),
      kind: SymbolKind.Array,
      range: rangeWithin(block, first, last, start),
      selectionRange: rangeOf(start + first, spanOfLine(block.lines[first])),
      children: rowSymbols(block, table, start),
    };
  });
}

/** The rows, those of a group inside it. */
function rowSymbols(block: Block, table: Table, start: number): DocumentSymbol[] {
  const top: DocumentSymbol[] = [];
  const open: { key: string; symbol: DocumentSymbol }[] = [];
  for (const row of table.rows) {
    const symbol = rowSymbol(block, table, row, start);
    if (!symbol) continue;
    const { match } = row;
    // A row that is none of the form's stays in the group that it stands in.
    const keys = match && allRows(table.form)[match.place]?.groups.map(({ key }) => key);
    while (keys && open.length > 0 && !keys.includes(open.at(-1)?.key ?? '')) open.pop();
    (open.at(-1)?.symbol.children ?? top).push(symbol);
    for (const { symbol: group } of open) group.range = { start: group.range.start, end: symbol.range.end };
    if (match && isGroup(match.row)) open.push({ key: match.row.key, symbol });
  }
  return top;
}

function rowSymbol(block: Block, table: Table, row: Row, start: number): DocumentSymbol | undefined {
  const name = nameOf(row.match?.label ?? textOf(row.row, row.row.label));
  if (name === undefined) return undefined;
  const detail = detailOf(table, row);
  const group = row.match !== undefined && isGroup(row.match.row);
  return {
    name,
    ...(detail !== '' && { detail }),
    kind: group ? SymbolKind.Object : SymbolKind.Field,
    range: rangeWithin(block, row.line, row.line, start),
    selectionRange: rangeOf(start + row.line, spanOfCell(row.row.label)),
    ...(group && { children: [] }),
  };
}

/** The row's total, or all its numbers where the table has none. */
function detailOf(table: Table, row: Row): string {
  if (!row.match || isGroup(row.match.row) || !row.aligned) return '';
  const total = table.form.columns.findIndex(({ key }) => key === 'total');
  const columns = total < 0 ? table.form.columns.map((_, column) => column) : [total];
  return columns.map(column => valueText(valueIn(table, row, column))).join(' / ');
}

const valueText = (value: number): string => (Number.isNaN(value) ? '–' : numberText(value));

/** The number of a cell of a row that is aligned, computed where it says so. */
function valueIn(table: Table, row: Row, column: number): number {
  const written = row.values[column] ?? NaN;
  if (!Number.isNaN(written) || row.duplicate || !row.match) return written;
  const before = allRows(table.form)
    .slice(0, row.match.place)
    .filter(one => !isGroup(one.row)).length;
  return table.sums.grid[before * table.form.columns.length + column] ?? NaN;
}

/** What an outline shows; nothing where there is nothing to show, which editors refuse. */
function nameOf(text: string | undefined): string | undefined {
  const name = (text ?? '')
    .slice(0, 120)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
  return name === '' ? undefined : name;
}

const isWithin = (inner: Range, outer: Range): boolean =>
  inner.start.line >= outer.start.line && inner.end.line <= outer.end.line;

const rangeWithin = (block: Block, first: number, last: number, start: number): Range => ({
  start: { line: start + first, character: 0 },
  end: { line: start + last, character: block.lines[last]?.text.length ?? 0 },
});

const rangeBetween = (lines: Report['tree']['lines'], first: number, last: number): Range => ({
  start: { line: first, character: 0 },
  end: { line: last, character: lines[last]?.text.length ?? 0 },
});

const spanOfLine = (line: Line | undefined): Span => trimSpan(line?.text ?? '', 0, line?.text.length ?? 0);
