import type { CompletionItem, CompletionList } from 'vscode-languageserver-types';
import { fields, forms, rowsByKey, tablesOf, type Bilingual } from '../../forms/index.ts';
import { ruleById } from '../../rules/index.ts';
import type { Position } from '../../text/index.ts';
import type { Snapshot } from '../document.ts';
import { inLocale } from '../words.ts';
import { completeComment } from './completion-comment.ts';
import { completeFieldValue } from './completion-head.ts';
import type { ItemData } from './completion-item.ts';
import { completeArticle, completeLine, completePart, completeSection } from './completion-line.ts';
import { completeQuote } from './completion-quote.ts';
import { requestAt, type CompletionOptions, type CompletionRequest } from './completion-request.ts';
import { completeLabel } from './completion-row.ts';
import { completeValue } from './completion-value.ts';
import { cellBehind } from './signature.ts';

export type { CompletionOptions } from './completion-request.ts';

/**
 * The characters after which completion is asked for unbidden: a bar (labels), a brace, a dot and the signs of sums
 * (quotes), a colon (values of fields, rules), 、 and a parenthesis (headings), a slash (comments).
 */
export const completionTriggers: readonly string[] = [
  ...['|', '｜', '{', '｛', '.', '．', '+', '＋', '：', ':', '、', '（', '(', '/', '／'],
];

/** What may be written at a position. */
export function complete(snapshot: Snapshot, position: Position, options: CompletionOptions): CompletionList {
  const request = requestAt(snapshot, position, options);
  const items = request ? itemsAt(request) : [];
  return { isIncomplete: false, items };
}

/** The item with its documentation: what is counted in a row, what a rule or a section is about. */
export function resolveCompletion(
  item: CompletionItem,
  { locale }: Pick<CompletionOptions, 'locale'>,
): CompletionItem {
  const text = isData(item.data) ? documentationOf(item.data) : undefined;
  return text ? { ...item, documentation: inLocale(text, locale) } : item;
}

function itemsAt(request: CompletionRequest): CompletionItem[] {
  const { line, cursor } = request;
  switch (line.kind) {
    case 'row': {
      const cell = cellBehind(line, cursor);
      if (cell === -1) return completeLabel(request, line);
      return cell < 0 ? [] : completeValue(request, line, cell);
    }
    case 'comment':
      return completeComment(request, line);
    case 'section':
      return completeSection(request);
    case 'part':
      if (cursor <= line.title.end) return completePart(request, line.title.end);
      return completeQuote(request, line) ?? [];
    case 'article':
      return completeArticle(request);
    case 'prose':
      return completeQuote(request, line) ?? completeFieldValue(request) ?? beginning(request);
    case 'blank':
      return completeLine(request);
  }
}

/** No word of a form is longer than this, pinyin apart: what is, is prose. */
const LONGEST = 64;

/** A lone slash begins a comment; everything else may begin a line. */
function beginning(request: CompletionRequest): CompletionItem[] {
  return request.cursor > LONGEST ? [] : completeLine(request);
}

function documentationOf({ edition, table, row, section, part, field, rule }: ItemData): Bilingual | undefined {
  if (rule !== undefined) return ruleById(rule)?.description;
  if (field !== undefined) return fields.find(({ key }) => key === field)?.explanation;
  const form = forms.find(({ id }) => id === edition);
  if (!form) return undefined;
  if (table !== undefined) {
    const found = tablesOf(form).find(({ id }) => id === table);
    return row === undefined ? undefined : found && rowsByKey(found).get(row)?.row.explanation;
  }
  const found = form.sections.find(({ id }) => id === section);
  return part === undefined ? found?.explanation : found?.parts?.find(({ title }) => title === part)?.explanation;
}

/** What comes back from a client is whatever it sends. */
const isData = (data: unknown): data is ItemData =>
  typeof data === 'object' && data !== null && Object.values(data).every(value => typeof value === 'string');
