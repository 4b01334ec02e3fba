import type { CompletionItem } from 'vscode-languageserver-types';
import { fields, type Bilingual, type Form } from '../../forms/index.ts';
import { blankReport } from '../../model/index.ts';
import { newReport } from '../new-report.ts';
import { inLocale } from '../words.ts';
import { fieldItems } from './completion-field.ts';
import { CompletionItemKind, isMeant, itemOf, type Draft, type Piece, type Word } from './completion-item.ts';
import { endingAt, yearToReport, type CompletionRequest } from './completion-request.ts';
import { templatePieces } from './completion-template.ts';

/** The title, fields, and, while the text is nearly empty, whole reports. */
export function completeHead(request: CompletionRequest, word: Word, also: Draft['also'] = []): CompletionItem[] {
  if (request.index !== 0) return [];
  return [...reportItems(request, word, also), ...titleItems(request, word), ...fieldItems(request, word, also)];
}

const words = {
  title: { zh: '标题', en: 'Title' },
  blank: { zh: '空白年度报告', en: 'Blank report' },
  edition: { zh: '格式', en: 'edition' },
  continued: { zh: '从上年报告起草', en: 'Begin from last year’s report' },
} satisfies Record<string, Bilingual>;

/** The rest of a title whose organ is typed: what stands above everything else and is no word in Latin letters. */
function titleItems(request: CompletionRequest, word: Word): CompletionItem[] {
  const { report, number, line, options } = request;
  const [, organ = '', year = String(yearToReport(options))] =
    /^(\p{Script=Han}[^\d\s]*?)(?:(\d{4})年?.*)?$/u.exec(word.typed) ?? [];
  const isFirst = report.tree.lines.slice(0, number).every(({ kind }) => kind === 'blank' || kind === 'comment');
  if (!isFirst || organ === '' || line.kind !== 'prose' || line.lead) return [];
  const [label = ''] = blankReport(report.form, organ, Number(year)).split('\n', 1);
  if (label === word.typed || !label.startsWith(word.typed)) return [];
  return [
    itemOf(request, {
      label,
      kind: CompletionItemKind.Text,
      pieces: [label],
      word,
      whole: true,
      order: ['a', 9],
      detail: inLocale(words.title, options.locale),
    }),
  ];
}

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
    (hasTitle ? report.head.year : undefined) ?? Math.max(from, Math.min(yearToReport(options), to ?? Infinity));
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
