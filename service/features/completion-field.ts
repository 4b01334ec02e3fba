import type { CompletionItem } from 'vscode-languageserver-types';
import { fields, type Bilingual, type FieldForm } from '../../forms/index.ts';
import type { ProseLine } from '../../grammar/index.ts';
import { trimSpan, type Span } from '../../text/index.ts';
import { inLocale } from '../words.ts';
import { CompletionItemKind, isMeant, itemOf, wordAt, type Draft, type Word } from './completion-item.ts';
import { yearToReport, type CompletionRequest } from './completion-request.ts';

const words = {
  lastYear: { zh: '上年报告', en: 'last year’s report' },
  today: { zh: '今天', en: 'today' },
  // Article 49 of the regulation.
  departments: { zh: '部门公布的期限', en: 'deadline of departments' },
  governments: { zh: '县级以上地方人民政府公布的期限', en: 'deadline of local governments' },
} satisfies Record<string, Bilingual>;

/** On a line that is a field: before its colon the names of fields, behind it its values. Nothing on another line. */
export function completeField(request: CompletionRequest): CompletionItem[] | undefined {
  const { line, cursor, index } = request;
  if (index !== 0 || line.kind !== 'prose' || line.lead?.kind !== 'field') return undefined;
  const name = nameOf(line);
  if (cursor <= name.end) return nameItems(request, wordAt(request, name.start, name.end));
  const field = fields.find(({ label }) => label === line.text.slice(name.start, name.end));
  return field && cursor >= line.lead.end ? valueItems(request, field, line.lead.end) : undefined;
}

/** The fields that the head does not have yet, where it may have them: straight below the title. */
export function fieldItems(request: CompletionRequest, word: Word, also: Draft['also'] = []): CompletionItem[] {
  if (!isBelowTitle(request)) return [];
  return missingFields(request).flatMap(({ field, place }) => {
    if (!isMeant(word.typed, field.label)) return [];
    const label = `${field.label}：`;
    const stop = request.options.snippets ? (valuesOf(field, request)[0]?.value ?? '') : '';
    return [
      itemOf(request, {
        label,
        kind: CompletionItemKind.Property,
        pieces: [label, { stop }],
        word,
        ways: [field.label],
        also,
        whole: true,
        order: ['b', place],
        data: { field: field.key },
      }),
    ];
  });
}

/** Names alone, for a field whose colon and value stand there already. */
const nameItems = (request: CompletionRequest, word: Word): CompletionItem[] =>
  missingFields(request).map(({ field, place }) =>
    itemOf(request, {
      label: field.label,
      kind: CompletionItemKind.Property,
      pieces: [field.label],
      word,
      whole: true,
      order: [place],
      data: { field: field.key },
    }),
  );

function valueItems(request: CompletionRequest, field: FieldForm, from: number): CompletionItem[] {
  const { line, cursor, options } = request;
  const { start, end } = trimSpan(line.text, from, line.text.length);
  const word = start === end ? wordAt(request, cursor, cursor) : wordAt(request, start, end);
  return valuesOf(field, request).map(({ value, detail }, place) =>
    itemOf(request, {
      label: value,
      kind: CompletionItemKind.Value,
      pieces: [value],
      word,
      order: [place],
      ...(detail && { detail: inLocale(detail, options.locale) }),
      data: { field: field.key },
    }),
  );
}

interface FieldValue {
  readonly value: string;
  readonly detail?: Bilingual;
}

/** What a field may say, the likeliest first. */
function valuesOf(field: FieldForm, request: CompletionRequest): FieldValue[] {
  const { report, options } = request;
  const { forms, head } = report;
  switch (field.value) {
    case 'year':
      return distinct([head.title?.year?.value ?? yearToReport(options), yearToReport(options)]);
    case 'edition':
      return forms.toReversed().map(({ id, notice }) => {
        const detail = `${notice.title}（${notice.number}）`;
        return { value: id, detail: { zh: detail, en: detail } };
      });
    case 'date':
      return datesFor((head.year ?? yearToReport(options)) + 1, options.today);
    case 'text': {
      const last = options.workspace.lastYear(report)?.report.head.fields.find(({ key }) => key === field.key);
      const before = last && last.value.text !== '' ? [{ value: last.value.text, detail: words.lastYear }] : [];
      const organ = field.key === 'organ' ? head.title?.organ?.text : undefined;
      return organ === undefined || before[0]?.value === organ ? before : [...before, { value: organ }];
    }
  }
}

/** The days on which a report is published: today, if that is in the year after the one it is about, and the last ones. */
const datesFor = (year: number, today: string): FieldValue[] => [
  ...(today.startsWith(`${year}-`) ? [{ value: today, detail: words.today }] : []),
  { value: `${year}-01-31`, detail: words.departments },
  { value: `${year}-03-31`, detail: words.governments },
];

const distinct = (values: readonly number[]): FieldValue[] =>
  [...new Set(values)].map(value => ({ value: String(value) }));

function missingFields({ report, number }: CompletionRequest): { field: FieldForm; place: number }[] {
  const present = new Set(report.head.fields.flatMap(({ key, line }) => (line === number ? [] : [key])));
  return fields.flatMap((field, place) => (present.has(field.key) ? [] : [{ field, place }]));
}

/** Whether only title, fields, comments and blank lines stand above: a paragraph ends the fields. */
function isBelowTitle({ report, number }: CompletionRequest): boolean {
  const { head, tree } = report;
  const others = new Set([head.title?.line, ...head.furtherTitles, ...head.fields.map(({ line }) => line)]);
  return tree.lines
    .slice(0, number)
    .every(({ kind }, line) => kind === 'blank' || kind === 'comment' || others.has(line));
}

function nameOf({ text, lead }: ProseLine): Span {
  const start = lead?.start ?? 0;
  return trimSpan(text, start, start + text.slice(start, lead?.end).search(/[：:]/));
}
