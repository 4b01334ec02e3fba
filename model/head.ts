import { fields as fieldForms } from '../forms/index.ts';
import { textOf, type Line, type ProseLine } from '../grammar/index.ts';
import { editDistance, toHalfWidth, trimSpan } from '../text/index.ts';
import { readTitle } from './title.ts';
import type { Field, Head } from './types.ts';

/** Reads title and fields from the lines above the first section. */
export function readHead(lines: readonly Line[]): Head {
  const written = lines.flatMap((line, index) => (line.kind === 'blank' || line.kind === 'comment' ? [] : [index]));
  const [first] = written;
  const top = first === undefined ? undefined : lines[first];
  const titled = top?.kind === 'prose' && !isKnownField(top);
  const title = titled && first !== undefined ? readTitle(top, first) : undefined;
  const fields: Field[] = [];
  const furtherTitles: number[] = [];
  for (const index of titled ? written.slice(1) : written) {
    const line = lines[index];
    if (line?.kind !== 'prose') break;
    const field = readField(line, index);
    if (field) fields.push(field);
    else if (isTitleLike(line)) furtherTitles.push(index);
    else break;
  }
  const valueOf = (key: string): string | undefined => fields.find(field => field.key === key)?.value.text;
  const yearField = /^(\d{4})(?:年度?)?$/.exec(toHalfWidth(valueOf('year') ?? ''))?.[1];
  const organ = title?.organ?.text ?? valueOf('organ');
  const year = title?.year?.value ?? (yearField === undefined ? undefined : Number(yearField));
  const edition = valueOf('edition');
  return {
    ...(title && { title }),
    fields,
    furtherTitles,
    ...(organ !== undefined && organ !== '' && { organ }),
    ...(year !== undefined && { year }),
    ...(edition !== undefined && { edition: toHalfWidth(edition) }),
  };
}

// A sentence may begin `各位代表：`; a field's name is short, and something stands behind it.
const LONGEST_NAME = 4;

function readField(line: ProseLine, index: number): Field | undefined {
  if (line.lead?.kind !== 'field') return undefined;
  const name = nameOf(line);
  const value = trimSpan(line.text, line.lead.end, line.text.length);
  const key = fieldForms.find(({ label }) => label === name.text)?.key;
  const empty = value.start === value.end;
  const near = fieldForms.some(({ label }) => label.length > 2 && editDistance(label, name.text, 1) <= 1);
  if (key === undefined && !near && (name.text.length > LONGEST_NAME || empty)) return undefined;
  return { line: index, ...(key !== undefined && { key }), name, value: { ...value, text: textOf(line, value) } };
}

const isKnownField = (line: ProseLine): boolean =>
  line.lead?.kind === 'field' && fieldForms.some(({ label }) => label === nameOf(line).text);

function nameOf(line: ProseLine): Field['name'] {
  const lead = line.lead ?? { start: 0, end: 0 };
  const end = line.text.slice(lead.start, lead.end).search(/[ \t\u00a0\u3000：:]/);
  const span = { start: lead.start, end: end < 0 ? lead.end : lead.start + end };
  return { ...span, text: textOf(line, span) };
}

function isTitleLike(line: ProseLine): boolean {
  const text = line.text.trim();
  return text.length < 60 && /报告$/.test(text) && /公开/.test(text);
}
