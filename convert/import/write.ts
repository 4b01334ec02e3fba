import { allRows, isGroup, valueRows, type Form, type SectionForm } from '../../forms/index.ts';
import { placeOf, sectionHeading, writeRows } from '../../model/index.ts';
import { chineseOrdinal } from '../../text/index.ts';
import type { FilledTable } from './bind/bind.ts';
import { slice, type SourceParagraph } from './source.ts';

/** A paragraph as a line of prose: indented, its bold words marked, and what would mean something else escaped. */
export const writeParagraph = (paragraph: SourceParagraph): string => `　　${writeWords(paragraph)}`;

const partAhead = /^(?:[（(]\s*([一二三四五六七八九十]{1,3})\s*[)）][、.．]?|([㈠-㈩]))\s*/;

/** Whether a paragraph begins as a part does: `（一）`. */
export const isPart = ({ text }: SourceParagraph): boolean => partAhead.test(text);

/** A paragraph as the line of a part, whose heading needs no bold. */
export function writePart(paragraph: SourceParagraph): string {
  const [ahead = '', ordinal, single = ''] = partAhead.exec(paragraph.text) ?? [];
  const number = ordinal ?? chineseOrdinal(single.charCodeAt(0) - 0x321f);
  const rest = slice(paragraph, ahead.length);
  const title = /^[^。：:]*[。：:]?/.exec(rest.text)?.[0].length ?? 0;
  const bold = rest.bold.filter(({ start, end }) => start > 0 || end > title);
  return `（${number}）${writeWords({ ...rest, bold })}`;
}

function writeWords({ text, bold }: SourceParagraph): string {
  let written = '';
  let done = 0;
  for (const { start, end } of bold) {
    const words = text.slice(start, end);
    if (start < done || words.trim() === '') continue;
    written += `${escape(text.slice(done, start))}**${escape(words)}**`;
    done = end;
  }
  return written + escape(text.slice(done));
}

/** Braces, bars and backslashes stand for themselves behind a backslash only. */
const escape = (text: string): string => text.replace(/[{}|\\｛｝｜]/g, '\\$&');

/** A table with its article, every row of the form in it. */
export function writeTable({ form, values, labels }: FilledTable): string[] {
  const places = new Map(valueRows(form).map(({ key }, row) => [key, row]));
  const rows = allRows(form).map(({ row, depth }) => ({
    label: labels.get(row.key) ?? row.short ?? row.label,
    depth,
    cells: isGroup(row)
      ? []
      : form.columns.map((_, column) => escape(values.get(placeOf(form, places.get(row.key) ?? 0, column)) ?? '')),
  }));
  const head = { label: form.stub, depth: 0, cells: form.columns.map(({ label }) => label) };
  return [...(form.article === undefined ? [] : [form.article]), ...writeRows([head, ...rows])];
}

/** A section's official heading, by its number in the report's edition. */
export const writeHeading = (form: Form, section: SectionForm): string =>
  sectionHeading(form, form.sections.find(({ id }) => id === section.id) ?? section);
