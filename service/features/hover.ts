import type { Hover } from 'vscode-languageserver-types';
import { fields, type Bilingual } from '../../forms/index.ts';
import type { Quote } from '../../grammar/index.ts';
import { quoteValue, resolve, tableOf, type Field, type Report, type Title } from '../../model/index.ts';
import { ruleById } from '../../rules/index.ts';
import { pageOf } from '../../rules/later.ts';
import { rangeOf, type Position, type Span } from '../../text/index.ts';
import type { Snapshot } from '../document.ts';
import { blockAt, placeAt, type Place } from '../places.ts';
import { inLocale, type Locale } from '../words.ts';
import type { Workspace } from '../workspace.ts';
import { renderCard, type Card } from './card.ts';
import { cellCard, columnCard, labelCard, tableCard } from './table-cards.ts';
import { statedAt } from './stated-cells.ts';
import { nameOfPlace, numberText, roomOfCell, spanOfCell } from './table-cells.ts';

/** How a hover is told. */
export interface HoverOptions {
  readonly locale: Locale;
  readonly workspace: Workspace;
  /** Whether the client shows Markdown. */
  readonly markdown: boolean;
}

/** What is under the cursor: a label, a cell, a column's head, a heading, a rule's name, a quote or a field. */
export function hover(snapshot: Snapshot, position: Position, options: HoverOptions): Hover | undefined {
  const { report } = snapshot;
  const line = report.tree.lines[position.line];
  if (!line || outsideRow(report, position)) return undefined;
  const found =
    inHead(report, position, options.locale) ??
    atPlace(report, position, options) ??
    statedAt(report, position, options.locale);
  if (!found) return undefined;
  return { contents: renderCard(found.card, options.markdown), range: rangeOf(position.line, found.span) };
}

interface Found {
  readonly card: Card;
  readonly span: Span;
}

const found = (card: Card | undefined, span: Span | undefined): Found | undefined => card && span && { card, span };

/** Ahead of a row's first bar and behind its last there is nothing to explain. */
function outsideRow(report: Report, { line, character }: Position): boolean {
  const row = report.tree.lines[line];
  return row?.kind === 'row' && (character < row.label.bar || (row.end !== undefined && character > row.end.start));
}

function inHead(report: Report, position: Position, locale: Locale): Found | undefined {
  const { title, fields: written } = report.head;
  const { line, character } = position;
  if (title?.line === line && holds(title.span, character)) return found(titleCard(report, title, locale), title.span);
  const field = written.find(one => one.line === line);
  const span = field && { start: field.name.start, end: Math.max(field.name.end, field.value.end) };
  return field && span && holds(span, character) ? found(fieldCard(field, locale), span) : undefined;
}

function titleCard({ head, form }: Report, title: Title, locale: Locale): Card {
  const facts: readonly [Bilingual, string | undefined][] = [
    [{ zh: '机关', en: 'Organ' }, head.organ],
    [{ zh: '年度', en: 'Year' }, head.year === undefined ? undefined : String(head.year)],
    [{ zh: '格式', en: 'Edition' }, `${form.id}（${form.notice.number} ${form.notice.title}）`],
  ];
  const colon = locale === 'zh' ? '：' : ': ';
  return {
    title: title.organ?.text ?? inLocale({ zh: '标题', en: 'Title' }, locale),
    body: [facts.flatMap(([name, fact]) => (fact === undefined ? [] : [inLocale(name, locale) + colon + fact]))],
  };
}

function fieldCard({ key }: Field, locale: Locale): Card | undefined {
  const form = fields.find(one => one.key === key);
  return form && { title: form.label, body: [inLocale(form.explanation, locale)] };
}

function atPlace(report: Report, position: Position, options: HoverOptions): Found | undefined {
  const { locale } = options;
  const place = placeAt(report, position);
  switch (place?.kind) {
    case 'label':
      return found(labelCard(place.table, place.row, locale), spanOfCell(place.cell));
    case 'cell':
      return found(cellCard(report, place.table, place.row, place.at, options), spanOfCell(place.cell));
    case 'head':
      return found(headCard(place, report, position, locale), spanOfCell(place.cell));
    case 'heading':
    case 'part':
      return headingAt(report, position, locale);
    case 'article':
      return found(place.table && tableCard(place.table, locale), place.table?.article?.span);
    case 'quote':
      return found(quoteCard(report, textAt(report, position.line, place.quote), place.quote, locale), place.quote);
    case 'rule':
      return found(ruleCard(place.name, locale), place.span);
    default:
      return undefined;
  }
}

/** The stub, which heads no column, stands for the table. */
function headCard(
  place: Place & { kind: 'head' },
  report: Report,
  position: Position,
  locale: Locale,
): Card | undefined {
  const row = report.tree.lines[position.line];
  if (row?.kind === 'row' && roomOfCell(row.label).start === roomOfCell(place.cell).start) {
    return tableCard(place.table, locale);
  }
  return columnCard(place.table, place.column, locale);
}

function headingAt(report: Report, position: Position, locale: Locale): Found | undefined {
  const { block, line } = blockAt(report, position.line);
  if (line === 0 && block.heading) {
    const { ordinal, title, match } = block.heading;
    const card = match && { title: match.section.title, body: [inLocale(match.section.explanation, locale)] };
    return found(card, { start: ordinal.start, end: title.end });
  }
  const part = block.parts.find(one => one.line === line);
  const written = report.tree.lines[position.line];
  if (!part?.form || written?.kind !== 'part') return undefined;
  const card = { title: part.form.title, body: [inLocale(part.form.explanation, locale)] };
  return found(card, { start: written.ordinal.start, end: written.title.end });
}

function ruleCard(id: string, locale: Locale): Card | undefined {
  const rule = ruleById(id);
  if (!rule) return undefined;
  const { description, clause } = pageOf(id);
  return {
    title: inLocale(rule.title, locale),
    body: [id, inLocale(description, locale), clause ? inLocale(clause, locale) : ''],
  };
}

function quoteCard(report: Report, words: string, quote: Quote, locale: Locale): Card {
  const value = quoteValue(quote, report);
  const blank = inLocale({ zh: '：还没有值', en: ': no value yet' }, locale);
  return {
    title: words + (value === undefined ? blank : ` = ${typeof value === 'number' ? numberText(value) : value}`),
    body: [quote.broken ? [] : quote.terms.flatMap(term => termWords(report, term, quote.terms.length > 1, locale))],
  };
}

function termWords(report: Report, term: Quote['terms'][number], several: boolean, locale: Locale): string[] {
  const meant = resolve(term, report.form);
  const sign = several ? (term.sign < 0 ? '− ' : '+ ') : '';
  const say = (text: Bilingual): string => inLocale(text, locale);
  switch (meant.kind) {
    case 'field':
      return [fields.find(({ key }) => key === meant.key)?.label ?? ''];
    case 'unknown': {
      const near = meant.nearest.join('、');
      const none = say({ zh: `没有“${meant.name}”`, en: `There is no “${meant.name}”` });
      return [near === '' ? none : none + say({ zh: `，是不是：${near}`, en: `; near it: ${near}` })];
    }
    case 'ambiguous':
      return [say({ zh: '要写明是哪一格：', en: 'Say which cell: ' }) + meant.choices.join('、')];
    case 'cells': {
      const table = tableOf(report, meant.table.id);
      return meant.places.map(place => {
        const value = table?.form === meant.table ? (table.sums.grid[place] ?? NaN) : NaN;
        const name = say(nameOfPlace(meant.table, place));
        return `${sign}${name} ${Number.isNaN(value) ? say({ zh: '未填', en: 'blank' }) : numberText(value)}`;
      });
    }
  }
}

const textAt = (report: Report, line: number, { start, end }: Span): string =>
  report.tree.lines[line]?.text.slice(start, end) ?? '';

const holds = (span: Span, column: number): boolean => span.start <= column && column <= span.end;
