import { textOf, type Line, type PartLine, type ProseLine } from '../grammar/index.ts';
import { firstLine, lineOf, sectionHeading, type Block, type Report, type Table } from '../model/index.ts';
import { chineseOrdinal, trimSpan, type Span } from '../text/index.ts';
import { printRuns } from './printed/runs.ts';
import { printSignature } from './printed/signature.ts';
import { printStray } from './printed/stray.ts';
import { printTables, printTogether } from './printed/table.ts';
import type { PrintedPiece, PrintedReport, PrintedRun, PrintedText, SourceSpan } from './printed/types.ts';

export type * from './printed/types.ts';

/**
 * The report as it is printed: in the wording and the layout of the official form, quotes as their numbers, computed
 * cells computed, comments left out.
 */
export function printReport(report: Report): PrintedReport {
  const pieces = [
    ...report.blocks.flatMap((block, index) => [...printBlock(report, block, index)]),
    ...printSignature(report),
  ];
  const title = pieces.find((piece): piece is PrintedText => piece.kind === 'title');
  return { title: title?.runs[0]?.text ?? '', pieces };
}

function* printBlock(report: Report, block: Block, index: number): Generator<PrintedPiece> {
  const start = lineOf(report, index, 0);
  const tables = new Map(block.tables.map(table => [firstLine(table), table]));
  let together: Table[] = [];
  for (const at of block.lines.keys()) {
    const table = tables.get(at);
    const piece = table ? undefined : printLine(report, block, at, start);
    const before = together.at(-1);
    if (before && (piece ?? (table && !printTogether(before, table)))) {
      yield printTables(together, block, start);
      together = [];
    }
    if (table) together.push(table);
    if (piece) yield piece;
  }
  if (together.length > 0) yield printTables(together, block, start);
}

/** What a line that begins no table is printed as; nothing for one that is printed with another, or not at all. */
function printLine(report: Report, block: Block, at: number, start: number): PrintedPiece | undefined {
  const line = block.lines[at];
  const place = start + at;
  if (!line) return undefined;
  if (block.strays.includes(at)) return printStray(block, at, start);
  if (at === 0 && block.heading) return printHeading(report, block, place);
  if (line.kind === 'part') return printPart(report, block, at, line, place);
  // A table begins with its article; one without a table stands by itself.
  if (line.kind === 'article') return printWords('paragraph', line, line.title, place);
  if (line.kind !== 'prose') return undefined;
  if (!block.heading) {
    const { title, furtherTitles, fields } = report.head;
    if (title?.line === at || furtherTitles.includes(at)) return printTitle(line, place);
    // The fields are said by the signature; one that we do not know is words like others.
    if (fields.some(field => field.line === at && field.key !== undefined)) return undefined;
  }
  const source = { line: place, ...trimSpan(line.text, 0, line.text.length) };
  return { kind: 'paragraph', runs: printRuns(line, source.start, report), source };
}

function printHeading(report: Report, { heading, lines }: Block, line: number): PrintedText {
  const written = lines[0]?.text ?? '';
  const source = { line, ...trimSpan(written, 0, written.length) };
  const match = heading?.match;
  const text = match ? sectionHeading(report.form, match.section) : written.slice(source.start, source.end);
  return { kind: 'heading', runs: [plain(text)], source };
}

function printTitle(line: ProseLine, place: number): PrintedText {
  const from = line.lead?.kind === 'hash' ? line.lead.end : 0;
  return printWords('title', line, trimSpan(line.text, from, line.text.length), place);
}

/** A part's heading; prose that runs in behind it stays in its paragraph, as offices print it. */
function printPart(report: Report, block: Block, at: number, line: PartLine, place: number): PrintedText {
  const [part] = block.parts.filter(one => one.line === at);
  const ordinal = part?.ordinal;
  const mark = ordinal === undefined ? textOf(line, line.ordinal) : `（${chineseOrdinal(ordinal)}）`;
  const title = mark + textOf(line, line.title);
  const source: SourceSpan = { line: place, ...trimSpan(line.text, line.ordinal.start, line.text.length) };
  const rest = line.text.slice(line.title.end, source.end);
  if (/^\s*[。：:]?$/.test(rest)) return { kind: 'subheading', runs: [plain(title)], source };
  const behind = printRuns(line, line.title.end, report);
  return { kind: 'paragraph', runs: [{ text: title, weight: 'heading' }, ...behind], source };
}

const printWords = (kind: PrintedText['kind'], line: Line, span: Span, place: number): PrintedText => ({
  kind,
  runs: [plain(textOf(line, span))],
  source: { line: place, ...span },
});

const plain = (text: string): PrintedRun => ({ text, weight: 'plain' });
