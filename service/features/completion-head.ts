import type { CompletionItem } from 'vscode-languageserver-types';
import { fields, type Bilingual, type FieldForm, type Form } from '../../forms/index.ts';
import { blankReport, type Report } from '../../model/index.ts';
import { trimSpan } from '../../text/index.ts';
import { newReport } from '../new-report.ts';
import { inLocale } from '../words.ts';
import { CompletionItemKind, isMeant, itemOf, wordAt, type Draft, type Piece, type Word } from './completion-item.ts';
import { endingAt, type CompletionRequest } from './completion-request.ts';
import { templatePieces } from './completion-template.ts';

/** Fields, and, while the text is nearly empty, whole reports. */
export function completeHead(request: CompletionRequest, word: Word, also: Draft['also'] = []): CompletionItem[] {
  if (request.index !== 0) return [];
  return [...reportItems(request, word, also), ...fieldItems(request, word, also)];
}

/** Behind a field's colon: what may stand there. Nothing where the line is no field. */
export function completeFieldValue(request: CompletionRequest): CompletionItem[] | undefined {
  const { line, cursor, index, report, options } = request;
  if (index !== 0 || line.kind !== 'prose' || line.lead?.kind !== 'field' || cursor < line.lead.end) return undefined;
  const name = line.text.slice(line.lead.start, line.lead.end).replace(/[\s\u3000]*[：:][\s\u3000]*$/, '');
  const field = fields.find(({ label }) => label === name);
  if (!field) return undefined;
  const { start, end } = trimSpan(line.text, line.lead.end, line.text.length);
  const word = start === end ? wordAt(request, cursor, cursor) : wordAt(request, start, end);
  return valuesOf(field, report, options.thisYear).map(({ value, detail }, place) =>
    itemOf(request, {
      label: value,
      kind: CompletionItemKind.Value,
      pieces: [value],
      word,
      order: [place],
      ...(detail !== undefined && { detail }),
      data: { field: field.key },
    }),
  );
}

interface FieldValue {
  readonly value: string;
  readonly detail?: string;
}

function valuesOf(field: FieldForm, { forms, head }: Report, thisYear: number): FieldValue[] {
  switch (field.value) {
    case 'year': {
      const years = [head.title?.year?.value, thisYear - 1].filter(year => year !== undefined);
      return [...new Set(years)].map(year => ({ value: String(year) }));
    }
    case 'edition':
      return forms.toReversed().map(({ id, notice }) => ({ value: id, detail: `${notice.title}（${notice.number}）` }));
    case 'text': {
      const organ = field.key === 'organ' ? head.title?.organ?.text : undefined;
      return organ === undefined ? [] : [{ value: organ }];
    }
    case 'date':
      return [];
  }
}

function fieldItems(request: CompletionRequest, word: Word, also: Draft['also'] = []): CompletionItem[] {
  const { report, number, options } = request;
  const { head, tree } = report;
  // Fields stand straight below the title: a paragraph ends them.
  const others = new Set([head.title?.line, ...head.furtherTitles, ...head.fields.map(({ line }) => line), number]);
  for (let line = 0; line < number; line++) {
    const kind = tree.lines[line]?.kind;
    if (kind !== 'blank' && kind !== 'comment' && !others.has(line)) return [];
  }
  const present = new Set(head.fields.flatMap(({ key, line }) => (line === number ? [] : [key])));
  return fields.flatMap((field, place) => {
    if (present.has(field.key) || !isMeant(word.typed, field.label)) return [];
    const label = `${field.label}：`;
    return [
      itemOf(request, {
        label,
        kind: CompletionItemKind.Property,
        pieces: [label, { stop: options.snippets ? (valuesOf(field, report, options.thisYear)[0]?.value ?? '') : '' }],
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

const words = {
  blank: { zh: '空白年度报告', en: 'Blank report' },
  edition: { zh: '格式', en: 'edition' },
  continued: { zh: '从上年报告起草', en: 'Begin from last year’s report' },
} satisfies Record<string, Bilingual>;

/** How whole reports are found: by what they are, in both languages and in pinyin. */
const blankWays = ['年报', '年度报告', 'nianbao', 'nb', 'kongbainiandubaogao', 'kbndbg'];
const continuedWays = ['上年', 'shangnianbaogao', 'snbg', ...blankWays];

function reportItems(request: CompletionRequest, word: Word, also: Draft['also'] = []): CompletionItem[] {
  const { report, options, number, line } = request;
  if (!isNearlyEmpty(request)) return [];
  const { head } = report;
  const hasTitle = head.title !== undefined && head.title.line < number;
  const ending = endingAt(request);
  const base = { word, also, kind: CompletionItemKind.Snippet, whole: true } as const;
  const close = line.ending === '' ? [ending] : [];
  const items: CompletionItem[] = [];
  const last = head.fields.length === 0 ? options.workspace.lastYear(report)?.report : undefined;
  const continuedLabel = inLocale(words.continued, options.locale);
  const organ = (hasTitle ? head.organ : undefined) ?? last?.head.organ;
  const year = (hasTitle ? head.year : undefined) ?? (last?.head.year === undefined ? undefined : last.head.year + 1);
  if (last && organ !== undefined && year !== undefined && isMeant(word.typed, continuedLabel, continuedWays)) {
    const from = last.tree.lines.map(one => one.text + one.ending).join('');
    const lines = newReport({ organ, year, from }, report.forms)
      .text.trimEnd()
      .split(/\r\n|\n|\r/);
    items.push(
      itemOf(request, {
        ...base,
        label: continuedLabel,
        detail: `${organ} ${year}`,
        ways: continuedWays,
        pieces: [withoutTitle(lines, hasTitle).join(ending), ...close],
        order: ['a', 0],
      }),
    );
  }
  report.forms.toReversed().forEach((form, place) => {
    const label = `${inLocale(words.blank, options.locale)} ${form.id} ${inLocale(words.edition, options.locale)}`;
    if (!isMeant(word.typed, label, blankWays)) return;
    items.push(
      itemOf(request, {
        ...base,
        label,
        detail: form.notice.number,
        ways: blankWays,
        pieces: [...blankPieces(form, request, hasTitle), ...close],
        order: ['a', form === report.form ? 1 : 2 + place],
      }),
    );
  });
  return items;
}

/** Whether nothing but title, fields, comments and the line in hand is written yet. */
function isNearlyEmpty({ report, number }: CompletionRequest): boolean {
  const { head, tree, blocks } = report;
  if (blocks.length > 1 || tree.lines.length > 50 || (head.title && head.title.line > number)) return false;
  const known = new Set([head.title?.line, ...head.fields.map(({ line }) => line), number]);
  return tree.lines.every((line, i) => line.kind === 'blank' || line.kind === 'comment' || known.has(i));
}

const withoutTitle = (lines: readonly string[], hasTitle: boolean): readonly string[] =>
  hasTitle ? lines.slice(lines[1] === '' ? 2 : 1) : lines;

/** A blank report. What its title does not know yet is filled in first. */
function blankPieces(form: Form, request: CompletionRequest, hasTitle: boolean): readonly Piece[] {
  const { report, options } = request;
  const { from, to } = form.years;
  const year =
    (hasTitle ? report.head.year : undefined) ?? Math.max(from, Math.min(options.thisYear - 1, to ?? Infinity));
  const organ = fields.find(({ key }) => key === 'organ')?.label ?? '';
  const lines = blankReport(form, organ, year).trimEnd().split('\n');
  const ending = endingAt(request);
  if (hasTitle) return templatePieces(withoutTitle(lines, true), ending);
  const [title = '', ...rest] = lines;
  const at = title.indexOf(String(year));
  return [
    { stop: organ },
    title.slice(organ.length, at),
    { stop: String(year) },
    title.slice(at + String(year).length) + ending,
    ...templatePieces(rest, ending),
  ];
}
