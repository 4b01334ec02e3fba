import { fields as fieldForms } from '../forms/index.ts';
import { nameAt, type Line, type ProseLine } from '../grammar/index.ts';
import { editDistance, toHalfWidth, trimSpan, type Span } from '../text/index.ts';
import { readTitle } from './title.ts';
import type { Field, Head } from './types.ts';

/** Reads title and fields from the lines above the first section. */
export function readHead(lines: readonly Line[]): Head {
  const written = lines.flatMap((line, index) => (line.kind === 'blank' || line.kind === 'comment' ? [] : [index]));
  const [first] = written;
  const top = first === undefined ? undefined : lines[first];
  const title = top?.kind === 'prose' && !isKnownField(top) ? readTitle(top, first ?? 0) : undefined;
  const { fields, furtherTitles } = readFields(lines, title ? written.slice(1) : written);
  const valueOf = (key: string): string | undefined => fields.find(field => field.key === key)?.value.text;
  const organ = title?.organ?.text ?? valueOf('organ');
  const year = title?.year?.value ?? yearIn(valueOf('year'));
  const edition = valueOf('edition');
  return {
    fields,
    furtherTitles,
    ...(title && { title }),
    ...(organ !== undefined && organ !== '' && { organ }),
    ...(year !== undefined && { year }),
    ...(edition !== undefined && { edition: toHalfWidth(edition) }),
  };
}

/** The fields straight below the title, up to the first paragraph. */
function readFields(lines: readonly Line[], written: readonly number[]): Pick<Head, 'fields' | 'furtherTitles'> {
  const fields: Field[] = [];
  const furtherTitles: number[] = [];
  for (const index of written) {
    const line = lines[index];
    if (line?.kind !== 'prose') break;
    const field = readField(line, index);
    if (field) fields.push(field);
    else if (isTitleLike(line)) furtherTitles.push(index);
    else break;
  }
  return { fields, furtherTitles };
}

function yearIn(value: string | undefined): number | undefined {
  const digits = /^(\d{4})(?:年度?)?$/.exec(toHalfWidth(value ?? ''))?.[1];
  return digits === undefined ? undefined : Number(digits);
}

// A sentence may begin `各位代表：`; a field's name is short, and something stands behind it.
const LONGEST_NAME = 4;

function readField(line: ProseLine, index: number): Field | undefined {
  if (line.lead?.kind !== 'field') return undefined;
  const name = nameOf(line, line.lead);
  const value = trimSpan(line.text, line.lead.end, line.text.length);
  const key = keys.get(name.text);
  const empty = value.start === value.end;
  const near = fieldForms.some(({ label }) => label.length > 2 && editDistance(label, name.text, 1) <= 1);
  if (key === undefined && !near && (name.text.length > LONGEST_NAME || empty)) return undefined;
  return { line: index, ...(key !== undefined && { key }), name, value: nameAt(line, value) };
}

const isKnownField = (line: ProseLine): boolean =>
  line.lead?.kind === 'field' && keys.has(nameOf(line, line.lead).text);

/** What a field is by its name. */
const keys: ReadonlyMap<string, string> = new Map(fieldForms.map(({ label, key }) => [label, key]));

/** What stands before the colon, which every field has. */
function nameOf(line: ProseLine, { start, end }: Span): Field['name'] {
  return nameAt(line, { start, end: start + line.text.slice(start, end).search(/[ \t\u00a0\u3000：:]/) });
}

function isTitleLike(line: ProseLine): boolean {
  const text = line.text.trim();
  return text.length < 60 && text.endsWith('报告') && text.includes('公开');
}
