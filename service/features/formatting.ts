import type { Position, Range, TextEdit } from 'vscode-languageserver-types';
import { readLines, readTree, textOf, type Line, type RowLine } from '../../grammar/index.ts';
import { bindReport, writeRows, type Report, type Table } from '../../model/index.ts';
import { applyEdits, fold, rangeOf, type Span } from '../../text/index.ts';
import type { Snapshot } from '../document.ts';
import { layOut, writtenTable } from '../format.ts';
import { meaningOf } from '../meaning.ts';
import { blockAt } from '../places.ts';
import { formattingTriggers } from './offers.ts';

/**
 * The edits that bring a report into its canonical form, each as small as its difference. None where the canonical form
 * would say something else.
 */
export const formatEdits = ({ report }: Snapshot): TextEdit[] => proven(report, differences(report));

/** The edits of the canonical form that concern a range; tables that it touches are aligned whole. */
export function formatRange({ report }: Snapshot, range: Range): TextEdit[] {
  const { first, last } = withTables(report, linesOf(range));
  const { part, skipped } = partAround(report, first, last);
  const edits = moved(differences(part), skipped).filter(({ range: { start, end } }) => {
    // Lines that go end where the next line begins.
    const lastTouched = end.line > start.line && end.character === 0 ? end.line - 1 : end.line;
    return first <= start.line && lastTouched <= last;
  });
  return proven(report, edits);
}

/**
 * The edits that align the table in hand after a bar or a line ending was typed. In the row in hand only what stands
 * between bars is touched, and nothing behind the last bar of a row that is still being typed, so that the cursor
 * stays in its cell. Only the table is looked at.
 */
export function formatOnType(snapshot: Snapshot, position: Position, typed: string): TextEdit[] {
  const { report } = snapshot;
  if (!formattingTriggers.includes(typed) || !report.tree.lines[position.line]) return [];
  const typedBar = typed !== '\n';
  const at = typedBar ? position.line : position.line - 1;
  const { block, index, line } = blockAt(report, at);
  const table = block.tables.find(one => linesOfTable(one).includes(line));
  if (!table) return [];
  const start = report.starts[index] ?? 0;
  const rows = writtenTable(table);
  const edits: TextEdit[] = [];
  for (const [i, text] of writeRows(rows.map(({ row }) => row)).entries()) {
    const number = start + (rows[i]?.line ?? 0);
    const row = report.tree.lines[number];
    if (row?.kind !== 'row' || row.text.startsWith('\ufeff')) continue;
    const written = asRow(text);
    if (!written || !saysTheSame(row, written)) return [];
    if (typedBar && number === position.line) edits.push(...segmentEdits(number, row, written, position.character));
    else edits.push(...lineEdit(number, row.text, text));
  }
  return edits;
}

/**
 * The report without the blocks that are far from these lines: its head, which says what form it has, and the blocks of
 * the lines with one neighbour on each side. And how many lines are left out ahead of them.
 */
function partAround(report: Report, first: number, last: number): { part: Report; skipped: number } {
  const { blocks, starts, tree, forms } = report;
  const from = Math.max(1, blockAt(report, first).index - 1);
  const to = blockAt(report, last).index + 2;
  const head = starts[1] ?? tree.lines.length;
  const start = starts[from] ?? head;
  const lines = [...tree.lines.slice(0, head), ...tree.lines.slice(start, starts[to] ?? tree.lines.length)];
  return { part: blocks.length > 1 ? bindReport({ lines }, forms, report) : report, skipped: start - head };
}

/** Every difference between the report and its canonical form, in the order of the text. */
function differences(report: Report): TextEdit[] {
  const { lines } = report.tree;
  const mark = markOf(report).length;
  const unmarked = withoutMark(report);
  const laid = layOut(unmarked);
  const edits: TextEdit[] = [];
  let next = 0;
  let gap: string | undefined;
  for (const { line, text, inserted } of laid) {
    if (inserted) {
      gap = lines[line]?.ending ?? '';
      continue;
    }
    edits.push(...gapEdits(lines, next, line, gap, mark));
    edits.push(...lineEdit(line, unmarked.tree.lines[line]?.text ?? '', text, line === 0 ? mark : 0));
    next = line + 1;
    gap = undefined;
  }
  edits.push(...gapEdits(lines, next, lines.length, undefined, mark));
  return edits;
}

const markOf = ({ tree }: Report): string => (tree.lines[0]?.text.startsWith('\ufeff') ? '\ufeff' : '');

/** The mark is no part of the report: it would make the first line one that the formatter leaves alone. */
function withoutMark(report: Report): Report {
  const [first, ...rest] = report.tree.lines;
  if (!first || markOf(report) === '') return report;
  const lines = [...readLines(first.text.slice(1) + first.ending).slice(0, 1), ...rest];
  return bindReport({ lines }, report.forms, report);
}

/** Makes the blank lines from `from` up to, not including, `to` one that ends so, or none. */
function gapEdits(
  lines: readonly Line[],
  from: number,
  to: number,
  wanted: string | undefined,
  mark: number,
): TextEdit[] {
  const first = lines[from];
  const keeps = wanted !== undefined && from < to && first?.text === '' && first.ending === wanted;
  const start = keeps ? from + 1 : from;
  const text = keeps ? '' : (wanted ?? '');
  if (start >= to) return text === '' ? [] : [{ range: rangeOf(to, { start: 0, end: 0 }), newText: text }];
  const last = lines.length - 1;
  const end = to <= last ? { line: to, character: 0 } : { line: last, character: lines[last]?.text.length ?? 0 };
  const range = { start: { line: start, character: start === 0 ? mark : 0 }, end };
  const empty = range.start.line === end.line && range.start.character === end.character;
  return empty && text === '' ? [] : [{ range, newText: text }];
}

/** The one edit that makes a line another, without what is alike at its ends. `from` is where the line begins. */
function lineEdit(line: number, before: string, after: string, from = 0): TextEdit[] {
  if (before === after) return [];
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  if (isHigh(before, head - 1)) head--;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  // A pair of which only the second half is alike is another character.
  if (tail > 0 && (isHigh(before, before.length - tail - 1) || isHigh(after, after.length - tail - 1))) tail--;
  const span = { start: from + head, end: from + before.length - tail };
  return [{ range: rangeOf(line, span), newText: after.slice(head, after.length - tail) }];
}

/** Whether the first half of a surrogate pair stands there. */
const isHigh = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code >= 0xd800 && code <= 0xdbff;
};

/** Lays out what stands before, between and, in a row that is closed, behind the bars of a row, bar by bar. */
function segmentEdits(line: number, row: RowLine, written: RowLine, cursor: number): TextEdit[] {
  const bars = barsOf(row);
  const wanted = barsOf(written);
  const edits: TextEdit[] = [];
  let from = 0;
  let to = 0;
  for (const [i, bar] of bars.entries()) {
    const target = wanted[i];
    if (target === undefined) break;
    const [present, right] = [row.text.slice(from, bar), written.text.slice(to, target)];
    for (const { range, newText } of lineEdit(line, present, right, from)) {
      // The cursor that stands in this stretch keeps its side: what is put in where it stands is put behind it.
      if (from <= cursor && cursor <= bar && present.trim() === '' && newText.trim() === '' && i > 0) {
        edits.push(...paddingEdit(line, { start: from, end: bar }, right.length, cursor));
      } else edits.push({ range, newText });
    }
    if (row.text[bar] !== '|') edits.push({ range: rangeOf(line, { start: bar, end: bar + 1 }), newText: '|' });
    from = bar + 1;
    to = target + 1;
  }
  return edits;
}

/** Makes a blank cell so wide, behind the cursor where that is possible. */
function paddingEdit(line: number, { start, end }: Span, width: number, cursor: number): TextEdit[] {
  const behind = end - cursor;
  const missing = width - (end - start);
  if (missing >= 0) return [{ range: rangeOf(line, { start: end, end }), newText: ' '.repeat(missing) }];
  return [{ range: rangeOf(line, { start: end - Math.min(behind, -missing), end }), newText: '' }];
}

const barsOf = (row: RowLine): number[] => [
  row.label.bar,
  ...row.cells.map(cell => cell.bar),
  ...(row.end ? [row.end.start] : []),
];

function asRow(text: string): RowLine | undefined {
  const [line] = readLines(text);
  return line?.kind === 'row' ? line : undefined;
}

/** Whether two rows hold the same, layout and width apart. */
function saysTheSame(a: RowLine, b: RowLine): boolean {
  const words = (row: RowLine): string[] =>
    [row.label, ...row.cells].map(cell => fold(textOf(row, cell)).replace(/,/g, ''));
  const [left, right] = [words(a), words(b)];
  return left.length === right.length && left.every((word, i) => word === right[i]);
}

/** The edits, if the part of the report that they touch says the same with them. */
function proven(report: Report, edits: TextEdit[]): TextEdit[] {
  const [first, last] = [edits[0], edits.at(-1)];
  if (!first || !last) return [];
  const { part, skipped } = partAround(report, first.range.start.line, last.range.end.line);
  const text = applyEdits(
    part.tree.lines.map(line => line.text + line.ending).join(''),
    moved(edits, -skipped).map(({ range, newText }) => ({ range, text: newText })),
  );
  const after = bindReport(readTree(text.slice(markOf(report).length)), report.forms);
  return meaningOf(after) === meaningOf(withoutMark(part)) ? edits : [];
}

const moved = (edits: readonly TextEdit[], lines: number): TextEdit[] =>
  edits.map(({ range: { start, end }, newText }) => ({
    range: { start: { ...start, line: start.line + lines }, end: { ...end, line: end.line + lines } },
    newText,
  }));

interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** A selection that ends at a line's beginning does not mean that line. */
function linesOf({ start, end }: Range): LineRange {
  const last = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
  return { first: start.line, last };
}

function withTables(report: Report, { first, last }: LineRange): LineRange {
  let [from, to] = [first, last];
  report.blocks.forEach((block, index) => {
    const start = report.starts[index] ?? 0;
    if (start > last || start + block.lines.length <= first) return;
    for (const table of block.tables) {
      const lines = linesOfTable(table).map(line => start + line);
      if (!lines.some(line => first <= line && line <= last)) continue;
      from = Math.min(from, ...lines);
      to = Math.max(to, ...lines);
    }
  });
  return { first: from, last: to };
}

const linesOfTable = (table: Table): number[] => [
  ...(table.header ? [table.header.line] : []),
  ...table.rows.map(row => row.line),
];
