import { writeRows, type Report, type WrittenRow } from '../model/index.ts';
import { flatTables, type FlatTable } from './flat-tables.ts';
import { printReport, type PrintedRun, type PrintedText } from './printed.ts';

/**
 * The report as Markdown. A table of Markdown has one head and no merged cells, so that the tables stand as a report
 * writes them: a row each, groups in rows of their own.
 */
export function toMarkdown(report: Report): string {
  const blocks = printReport(report).pieces.flatMap(piece =>
    piece.kind === 'table' ? flatTables(report, piece).flatMap(tableMarkdown) : [textMarkdown(piece)],
  );
  return blocks.map(block => `${block}\n`).join('\n');
}

const marks: Readonly<Record<PrintedText['kind'], string>> = {
  title: '# ',
  heading: '## ',
  subheading: '### ',
  paragraph: '',
  organ: '',
  date: '',
  contact: '',
};

const textMarkdown = ({ kind, runs }: PrintedText): string => marks[kind] + atLineStart(runs.map(runMarkdown).join(''));

/** Stars mean bold only where they touch words. */
function runMarkdown({ text, weight }: PrintedRun): string {
  const words = text.trim();
  if (weight !== 'bold' || words === '') return escapeMarkdown(text);
  const [before = '', after = ''] = text.split(words);
  return `${before}**${escapeMarkdown(words)}**${after}`;
}

function tableMarkdown({ article, head, rows }: FlatTable): string[] {
  const lines = writeRows([
    written(head),
    { label: '---', depth: 0, cells: head.cells.map(() => '--:') },
    ...rows.map(written),
  ]);
  return [...(article === undefined ? [] : [escapeMarkdown(article)]), lines.join('\n')];
}

const written = ({ label, depth, cells }: WrittenRow): WrittenRow => ({
  label: inCell(label),
  depth,
  cells: cells.map(inCell),
});

const inCell = (text: string): string => escapeMarkdown(text).replace(/\|/g, '\\|');

const escapeMarkdown = (text: string): string => text.replace(/[\\`*_[\]<&~]/g, '\\$&');

/** What would make a heading, a list or a quotation of a paragraph. */
const atLineStart = (text: string): string =>
  text.replace(/^([#>+=-])/, '\\$1').replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
