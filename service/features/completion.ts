import type { CompletionItem, CompletionList } from 'vscode-languageserver-types';
import { fields, forms, rowsByKey, tablesOf, type Bilingual } from '../../forms/index.ts';
import { ruleById } from '../../rules/index.ts';
import { pageOf } from '../../rules/later.ts';
import type { Position } from '../../text/index.ts';
import type { Snapshot } from '../document.ts';
import { inLocale } from '../words.ts';
import { completeColumn } from './completion-column.ts';
import { completeComment } from './completion-comment.ts';
import { completeField } from './completion-field.ts';
import type { ItemData } from './completion-item.ts';
import { completeArticle, completeLine, completePart, completeSection } from './completion-line.ts';
import { completeQuote } from './completion-quote.ts';
import { requestAt, type CompletionOptions, type CompletionRequest } from './completion-request.ts';
import { completeLabel } from './completion-row.ts';
import { completeValue } from './completion-value.ts';
import { cellBehind } from './signature.ts';

export type { CompletionOptions } from './completion-request.ts';

/** What may be written at a position. */
export function complete(snapshot: Snapshot, position: Position, options: CompletionOptions): CompletionList {
  const request = requestAt(snapshot, position, options);
  const items = request ? itemsAt(request) : [];
  // Clients that compare beginnings must ask again once something is typed: which name comes first depends on it.
  return { isIncomplete: items.some(item => startOf(item) === request?.cursor), items };
}

/** The item with its documentation: what is counted in a row, what a rule or a section is about. */
export function resolveCompletion(item: CompletionItem, { locale }: Pick<CompletionOptions, 'locale'>): CompletionItem {
  const text = isData(item.data) ? documentationOf(item.data) : undefined;
  return text ? { ...item, documentation: inLocale(text, locale) } : item;
}

function itemsAt(request: CompletionRequest): CompletionItem[] {
  const { line, cursor } = request;
  switch (line.kind) {
    case 'row': {
      const cell = cellBehind(line, cursor);
      if (cell === -1) return completeLabel(request, line);
      return cell < 0 ? [] : (completeColumn(request, line, cell) ?? completeValue(request, line, cell));
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
      return completeQuote(request, line) ?? completeField(request) ?? beginning(request);
    case 'blank':
      return completeLine(request);
  }
}

const startOf = ({ textEdit }: CompletionItem): number | undefined =>
  textEdit && ('range' in textEdit ? textEdit.range : textEdit.replace).start.character;

/** What is longer than this begins no heading. */
const LONGEST = 100;

/** A line that may become something else than prose yet: an indented one is a paragraph, and meant as one. */
const beginning = (request: CompletionRequest): CompletionItem[] =>
  request.cursor > LONGEST || /^\s/.test(request.line.text.replace(/^\ufeff/, '')) ? [] : completeLine(request);

function documentationOf({ edition, table, row, section, part, field, rule }: ItemData): Bilingual | undefined {
  // The client says which, and may say anything.
  if (rule !== undefined) return ruleById(rule) && pageOf(rule).description;
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
