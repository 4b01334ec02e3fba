import type { SectionForm } from '../forms/index.ts';
import { blankSection, lineOf, sectionHeading, type Block, type Report } from '../model/index.ts';
import { rangeOf, type Range, type TextEdit } from '../text/index.ts';
import { insertAfter, insertBefore } from './edits.ts';

/** The block of each official section that is there: of two, the first. */
export function firstBlocks(report: Report): Map<string, number> {
  const found = new Map<string, number>();
  report.blocks.forEach((block, index) => {
    const id = block.heading?.match?.section.id;
    if (id !== undefined && !found.has(id)) found.set(id, index);
  });
  return found;
}

/** The heading of a block, ordinal and title. */
export function headingRange(report: Report, index: number): Range {
  const heading = report.blocks[index]?.heading;
  const line = lineOf(report, index, 0);
  return heading
    ? rangeOf(line, { start: heading.ordinal.start, end: heading.title.end })
    : rangeOf(line, { start: 0, end: report.tree.lines[line]?.text.length ?? 0 });
}

/** What users call a section: `三、收到和处理政府信息公开申请情况`. */
export const sectionName = (report: Report, section: SectionForm): string => sectionHeading(report.form, section);

/** A blank section in the place where it belongs, which is before the block named, or the text's end. */
export function insertSection(report: Report, section: SectionForm, before: number | undefined): TextEdit {
  const { lines } = report.tree;
  const text = [...blankSection(report.form, section), ''];
  if (before !== undefined) {
    const line = report.starts[before] ?? 0;
    const gap = line > 0 && lines[line - 1]?.kind !== 'blank' ? [''] : [];
    return insertBefore(line, [...gap, ...text]);
  }
  const last = lines.findLastIndex(line => line.kind !== 'blank');
  if (last < 0) return insertBefore(0, text);
  return insertAfter(lines, last, ['', ...text.slice(0, -1)]);
}

/** Whether a block holds nothing yet but its headings and blank tables. */
export const isUnwritten = (block: Block): boolean =>
  block.lines.every((line, index) => {
    if (line.kind === 'prose') return index === 0;
    if (line.kind === 'part') return line.spans.length === 0;
    return line.kind !== 'row' || line.cells.every(cell => cell.kind !== 'integer' && cell.kind !== 'computed');
  });
