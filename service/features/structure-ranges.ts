import { FoldingRangeKind, type FoldingRange, type SelectionRange } from 'vscode-languageserver-types';
import { nodesOf, type Line } from '../../grammar/index.ts';
import { comparePositions, rangeOf, trimSpan, type Position, type Range, type Span } from '../../text/index.ts';
import type { Snapshot } from '../document.ts';
import { blockAt } from '../places.ts';
import { linesOfTable } from './table-cells.ts';

/** What can be folded: sections, parts, tables with their articles, and comments that follow each other. */
export function foldingRanges({ report }: Snapshot): FoldingRange[] {
  const folds: FoldingRange[] = [];
  const { lines } = report.tree;
  const add = (first: number, last: number, kind?: FoldingRangeKind): void => {
    let end = last;
    while (end > first && lines[end]?.kind === 'blank') end--;
    if (end > first) folds.push({ startLine: first, endLine: end, ...(kind !== undefined && { kind }) });
  };
  report.blocks.forEach((block, index) => {
    const start = report.starts[index] ?? 0;
    const end = block.lines.length;
    if (block.heading) add(start, start + end - 1);
    block.parts.forEach((part, place) => add(start + part.line, start + (block.parts[place + 1]?.line ?? end) - 1));
    foldRuns(block.lines, (first, last, kind) => add(start + first, start + last, kind));
  });
  return folds.sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
}

/** For each position what grows from it: a number, its cell, row, table, section, the text; or words, sentence, paragraph. */
export const selectionRanges = (snapshot: Snapshot, positions: readonly Position[]): SelectionRange[] =>
  positions.map(position => selectionRange(snapshot, position));

/** Rows that follow each other, with the article above them, and runs of comments. Folds of one table never cross. */
function foldRuns(lines: readonly Line[], add: (first: number, last: number, kind?: FoldingRangeKind) => void): void {
  let article: number | undefined;
  for (let first = 0; first < lines.length; first++) {
    const kind = lines[first]?.kind;
    if (kind === 'article') article = first;
    else if (kind === 'row' || kind === 'comment') {
      let last = first;
      while (lines[last + 1]?.kind === kind) last++;
      if (kind === 'row') add(article ?? first, last);
      else add(first, last, FoldingRangeKind.Comment);
      if (kind === 'row') article = undefined;
      first = last;
    } else if (kind !== 'blank') article = undefined;
  }
}

function selectionRange({ report }: Snapshot, wanted: Position): SelectionRange {
  const { lines } = report.tree;
  const at = clamp(lines, wanted);
  const { block, line } = blockAt(report, at.line);
  const start = at.line - line;
  const text = lines[at.line]?.text ?? '';
  const between = (first: number, last: number): Range => ({
    start: { line: start + first, character: 0 },
    end: { line: start + last, character: block.lines[last]?.text.length ?? 0 },
  });
  const outer: Range[] = [
    {
      start: { line: 0, character: 0 },
      end: { line: lines.length - 1, character: lines.at(-1)?.text.length ?? 0 },
    },
    between(0, block.lines.length - 1),
  ];
  const part = block.parts.findLastIndex(one => one.line <= line);
  if (part >= 0) {
    outer.push(between(block.parts[part]?.line ?? 0, (block.parts[part + 1]?.line ?? block.lines.length) - 1));
  }
  for (const table of block.tables) {
    const { first, last } = linesOfTable(table);
    if (first <= line && line <= last) outer.push(between(first, last));
  }
  const inner = spansAt(lines[at.line], text, at.character).map(span => rangeOf(at.line, span));
  let result: SelectionRange | undefined;
  for (const range of [...outer, ...inner]) {
    if (!holds(range, at) || (result && (!contains(result.range, range) || contains(range, result.range)))) continue;
    result = { range, ...(result && { parent: result }) };
  }
  return result ?? { range: { start: at, end: at } };
}

/** The spans of a line that may hold the column, the widest first. */
function spansAt(line: Line | undefined, text: string, column: number): Span[] {
  if (!line) return [];
  const whole: Span[] = [{ start: 0, end: text.length }, trimSpan(text, 0, text.length)];
  const sentence = line.kind === 'prose' || line.kind === 'part' ? [sentenceAt(text, column)] : [];
  const nodes = [...nodesOf(line)].filter(span => span.start <= column && column <= span.end && span.start < span.end);
  // A run of prose between two marks is no unit that anyone would select.
  const units = line.kind === 'prose' || line.kind === 'part' ? nodes.filter(span => isUnit(line, span)) : nodes;
  return [...whole, ...sentence, ...units.sort((a, b) => b.end - b.start - (a.end - a.start))];
}

const isUnit = (line: Line, span: Span): boolean =>
  !('spans' in line) || !line.spans.some(one => one === span && one.kind !== 'quote');

/** The sentence around a column, with the mark that ends it. */
function sentenceAt(text: string, column: number): Span {
  const stop = /[。！？!?；;][”’）」』)]*/g;
  let start = 0;
  for (let match = stop.exec(text); match; match = stop.exec(text)) {
    const end = match.index + match[0].length;
    if (column < end) return trimSpan(text, start, end);
    start = end;
  }
  // Behind the last mark of the line the sentence before it is meant.
  return start >= trimSpan(text, 0, text.length).end && start > 0
    ? sentenceAt(text.slice(0, start), Math.max(0, start - 1))
    : trimSpan(text, start, text.length);
}

const holds = ({ start, end }: Range, at: Position): boolean =>
  comparePositions(start, at) <= 0 && comparePositions(at, end) <= 0;

const contains = (outer: Range, inner: Range): boolean =>
  comparePositions(outer.start, inner.start) <= 0 && comparePositions(inner.end, outer.end) <= 0;

function clamp(lines: readonly Line[], { line, character }: Position): Position {
  const at = Math.max(0, Math.min(line, lines.length - 1));
  const length = lines[at]?.text.length ?? 0;
  return { line: at, character: line >= lines.length ? length : Math.max(0, Math.min(character, length)) };
}
