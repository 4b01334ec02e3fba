import { allRows, forms as allForms, isGroup, type Form } from '../forms/index.ts';
import { isUnread, readTree, textOf, type Line, type PartLine, type ProseLine, type Quote } from '../grammar/index.ts';
import {
  bindReport,
  readValue,
  writeRows,
  type Report,
  type Row,
  type Table,
  type WrittenRow,
} from '../model/index.ts';
import { fold, toHalfWidth, trimSpaces, trimSpan } from '../text/index.ts';
import { meaningOf } from './meaning.ts';

/** A text in its canonical form, or as it was where that could not be had without changing what it says. */
export interface Formatted {
  readonly text: string;
  /** The canonical form would have said something else: our bug, and the text is untouched. */
  readonly unsafe: boolean;
}

/** The canonical form of a report: columns under each other, paragraphs indented, one blank line between blocks. */
export function formatText(text: string, forms: readonly Form[] = allForms): Formatted {
  const mark = text.startsWith('\ufeff') ? '\ufeff' : '';
  const report = bindReport(readTree(text.slice(mark.length)), forms);
  const { lines } = report.tree;
  const formatted = layOut(report)
    .map(({ line, text: laid }) => laid + (lines[line]?.ending ?? ''))
    .join('');
  if (mark + formatted === text) return { text, unsafe: false };
  const same = meaningOf(bindReport(readTree(formatted), forms)) === meaningOf(report);
  return same ? { text: mark + formatted, unsafe: false } : { text, unsafe: true };
}

/** A line of the canonical form: the line that it was made of, or a blank one put in behind that line. */
export interface LaidOutLine {
  /** The line whose ending it has, and, unless it was put in, whose place it takes. */
  readonly line: number;
  readonly text: string;
  readonly inserted?: true;
}

/** The lines of a report in canonical form. Lines that are not named were blank and go. */
export function layOut(report: Report): readonly LaidOutLine[] {
  const lay = layer(report);
  const { lines } = report.tree;
  const result: LaidOutLine[] = [];
  let before: Role | undefined;
  let gap = false;
  // A blank line that is put in ends as the line above it does.
  let ended = 0;
  lines.forEach((line, index) => {
    if (line.kind === 'blank') {
      gap = true;
      return;
    }
    const laid = lay(line, index);
    if (before && needsGap(before, laid.role, gap)) result.push({ line: ended, text: '', inserted: true });
    result.push({ line: index, text: laid.text });
    ended = index;
    before = laid.role;
    gap = false;
  });
  return before ? result : lines.map((line, index) => ({ line: index, text: line.text }));
}

/** A row of a table as it is to be written, and the line of the table's block that it stands on. */
export interface PlacedWriting {
  readonly line: number;
  readonly row: WrittenRow;
}

/** The rows of a table, its head first, as they are to be written. */
export const writtenTable = (table: Table): readonly PlacedWriting[] => [
  ...(table.header ? [{ line: table.header.line, row: writtenHeader(table) }] : []),
  ...table.rows.map(row => ({ line: row.line, row: writtenRow(table, row) })),
];

/** What a line is, as far as the blank lines around it depend on that. */
type Role = 'title' | 'field' | 'section' | 'part' | 'article' | 'row' | 'prose' | 'comment';

/** What becomes of one line. */
interface LaidLine {
  readonly text: string;
  readonly role: Role;
}

/** Whether a blank line belongs between two lines. Around comments it stays as the writer left it. */
function needsGap(before: Role, next: Role, present: boolean): boolean {
  if (before === 'comment' || next === 'comment') return present;
  if (next === 'section' || next === 'part' || next === 'article') return true;
  if (before === 'part' || before === 'article') return false;
  return before !== next || before === 'title';
}

/** Lays out one line after the other, each as what it is in the report. */
function layer(report: Report): (line: Line, index: number) => LaidLine {
  const { head } = report;
  const rows = layTables(report);
  const fields = new Map(head.fields.map(field => [field.line, field]));
  const titles = new Set([head.title?.line, ...head.furtherTitles]);
  const headings = new Set(report.starts.slice(1));
  return (line, index) => {
    const field = fields.get(index);
    // A mark in mid-text is a faulty character: its line is left to the writer.
    if (line.text.startsWith('\ufeff')) return { text: line.text, role: line.kind === 'row' ? 'row' : 'prose' };
    if (field) return { text: `${field.name.text}：${field.value.text}`, role: 'field' };
    switch (line.kind) {
      case 'row':
        return { text: rows.get(index) ?? trimEnd(line.text), role: 'row' };
      case 'section':
        return { text: textOf(line, line.ordinal) + textOf(line, line.title), role: 'section' };
      case 'article':
        return { text: articleText(textOf(line, line.title)), role: 'article' };
      case 'part':
        return { text: partText(line), role: 'part' };
      case 'prose':
        if (titles.has(index)) return { text: titleText(line), role: 'title' };
        // A section that is numbered in another way stays as it is: what is wrong with it is a finding.
        return headings.has(index)
          ? { text: trimEnd(line.text), role: 'section' }
          : { text: isUnread(line) ? line.text : `　　${trimSpaces(proseText(line, 0))}`, role: 'prose' };
      case 'comment':
      case 'blank':
        return { text: line.text, role: 'comment' };
    }
  };
}

const trimEnd = (text: string): string => text.slice(0, trimSpan(text, 0, text.length).end);

const titleText = (line: ProseLine): string =>
  trimSpaces(line.text.slice(line.lead?.kind === 'hash' ? line.lead.end : 0));

const articleText = (text: string): string => fold(text).replace(/:$/, '').replace('(', '（').replace(')', '）');

function partText(line: PartLine): string {
  const ordinal = fold(textOf(line, line.ordinal)).replace('(', '（').replace(')', '）');
  const title = textOf(line, line.title);
  const rest = proseText(line, line.title.end);
  return ordinal + title + trimSpaces(rest).replace(/^:/, '：');
}

/** The text of a line from a column on, its quotes written with half-width marks. */
function proseText(line: ProseLine | PartLine, from: number): string {
  let text = '';
  let done = from;
  for (const span of line.spans) {
    if (span.kind !== 'quote' || span.broken || span.terms.length === 0) continue;
    text += line.text.slice(done, span.start) + quoteText(span);
    done = span.end;
  }
  return text + line.text.slice(done);
}

function quoteText(quote: Quote): string {
  const terms = quote.terms.map(({ sign, names }, index) => {
    const name = names.map(({ text }) => text).join('.');
    return sign < 0 ? `-${name}` : index === 0 ? name : `+${name}`;
  });
  return `{${terms.join('')}}`;
}

/** The rows of all tables that were recognised, by their lines. */
function layTables(report: Report): Map<number, string> {
  const laid = new Map<number, string>();
  report.blocks.forEach((block, index) => {
    const start = report.starts[index] ?? 0;
    for (const table of block.tables) {
      const rows = writtenTable(table);
      writeRows(rows.map(({ row }) => row)).forEach((text, i) => {
        const line = rows[i]?.line;
        if (line !== undefined) laid.set(start + line, text);
      });
    }
  });
  return laid;
}

function writtenHeader(table: Table): WrittenRow {
  const { header, form } = table;
  if (!header) throw new Error('only a header is written as one');
  const exact = (text: string, official: string | undefined): string =>
    official !== undefined && fold(text) === fold(official) ? official : text;
  return {
    label: exact(textOf(header.row, header.row.label), form.stub),
    depth: 0,
    cells: header.row.cells.map((cell, i) => {
      const column = header.columns[i]?.column;
      return exact(textOf(header.row, cell), column === undefined ? undefined : form.columns[column]?.label);
    }),
  };
}

function writtenRow(table: Table, row: Row): WrittenRow {
  const { match } = row;
  const label = textOf(row.row, row.row.label);
  const values = row.aligned && !(match && isGroup(match.row));
  return {
    label: match?.certainty === 'exact' ? match.label : label,
    depth: match ? (allRows(table.form)[match.place]?.depth ?? 0) : 0,
    cells: row.row.cells.map((cell, i) => {
      const text = textOf(row.row, cell);
      if (cell.kind === 'integer' || cell.kind === 'computed') return toHalfWidth(text);
      const column = values ? table.form.columns[row.order[i] ?? i] : undefined;
      const reading = column && cell.kind === 'text' ? readValue(text, column.value) : undefined;
      // 1,234 and １２３４ lose what is not the number; what is no number stays to the letter.
      return reading && !reading.fault ? fold(text).replace(/,/g, '') : text;
    }),
  };
}
