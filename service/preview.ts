import {
  escapeHtml,
  pieceHtml,
  printReport,
  type HtmlLook,
  type PrintedCell,
  type PrintedPiece,
} from '../convert/index.ts';
import type { Finding, Severity } from '../rules/index.ts';
import type { Snapshot } from './document.ts';
import { inLocale, type Locale } from './words.ts';

/** A report as its preview shows it. */
export interface Preview {
  /** The version of the text that it was made of. */
  readonly version: number;
  readonly title: string;
  readonly pieces: readonly PreviewPiece[];
}

/**
 * One piece of the page. Its elements say in `data-line`, `data-start` and `data-end` where they come from, the line
 * counted from the piece's own: so a piece stays the same text when lines come or go above it, and needs no redrawing.
 */
export interface PreviewPiece {
  /** HTML in which every character of the report is escaped. */
  readonly html: string;
  readonly line: number;
}

type Printed = PrintedPiece | PrintedCell;

/** The report in its official layout. What was found stands where it shows: in its cell, paragraph or heading. */
export function preview({ report, version }: Snapshot, findings: readonly Finding[], locale: Locale): Preview {
  const { title, pieces } = printReport(report);
  const faults = placeFaults(pieces, findings);
  return {
    version,
    title,
    pieces: pieces.map(piece => ({
      html: pieceHtml(piece, lookOf(piece, faults, locale)),
      line: piece.source.line,
    })),
  };
}

function lookOf(piece: PrintedPiece, faults: ReadonlyMap<Printed, readonly Finding[]>, locale: Locale): HtmlLook {
  const messagesOf = (printed: Printed): string[] =>
    (faults.get(printed) ?? []).map(({ message }) => inLocale(message, locale));
  return {
    attributes: (part, printed) => {
      if (part === 'caption' || part === 'lead' || !printed.source) return '';
      const { line, start, end } = printed.source;
      const place = ` data-line="${line - piece.source.line}" data-start="${start}" data-end="${end}"`;
      const found = faults.get(printed);
      if (!found) return place;
      return `${place} data-fault="${gravest(found)}" title="${escapeHtml(messagesOf(printed).join('\n'))}"`;
    },
    // A title is not read out by every screen reader, and never of a cell that has no focus.
    behind: printed =>
      messagesOf(printed)
        .map(message => `<span class="message">${escapeHtml(message)}</span>`)
        .join(''),
  };
}

const gravity: Readonly<Record<Severity, number>> = { error: 2, warning: 1, information: 0 };

const gravest = (findings: readonly Finding[]): Severity =>
  findings.reduce<Severity>(
    (worst, { severity }) => (gravity[severity] > gravity[worst] ? severity : worst),
    'information',
  );

/**
 * What was found, by what is printed at its place: everything on its line that it touches, or else the piece that it
 * stands in or below.
 */
function placeFaults(pieces: readonly PrintedPiece[], findings: readonly Finding[]): ReadonlyMap<Printed, Finding[]> {
  const placed = new Map<Printed, Finding[]>();
  if (findings.length === 0) return placed;
  const byLine = printedByLine(pieces);
  for (const finding of findings) {
    const { start, end } = finding.range;
    const here = byLine.get(start.line) ?? [];
    const touched = here.filter(
      ({ source }) =>
        source && source.start <= start.character && (end.line > start.line || end.character <= source.end),
    );
    // The page is searched only for what is not printed at all.
    const nearest = here[0] ?? pieceAbove(pieces, start.line);
    for (const printed of touched.length > 0 || !nearest ? touched : [nearest]) {
      placed.set(printed, [...(placed.get(printed) ?? []), finding]);
    }
  }
  return placed;
}

/** The piece that begins last before a line, or else the first: the signature stands below what it is written above. */
const pieceAbove = (pieces: readonly PrintedPiece[], line: number): PrintedPiece | undefined =>
  pieces
    .filter(({ source }) => source.line <= line)
    .reduce<PrintedPiece | undefined>(
      (last, piece) => (last && last.source.line >= piece.source.line ? last : piece),
      undefined,
    ) ?? pieces[0];

/** What is printed from each line. A table itself comes behind its cells, which are what a fault is really in. */
function printedByLine(pieces: readonly PrintedPiece[]): ReadonlyMap<number, readonly Printed[]> {
  const byLine = new Map<number, Printed[]>();
  const enter = (printed: Printed): void => {
    const line = printed.source?.line;
    if (line === undefined) return;
    const there = byLine.get(line);
    if (there) there.push(printed);
    else byLine.set(line, [printed]);
  };
  for (const piece of pieces) {
    if (piece.kind !== 'table') enter(piece);
    else {
      for (const { head, body } of piece.groups) for (const { cells } of [...head, ...body]) cells.forEach(enter);
      if (!byLine.has(piece.source.line)) enter(piece);
    }
  }
  return byLine;
}
