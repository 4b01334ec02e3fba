import type { CompletionItem } from 'vscode-languageserver-types';
import type { Bilingual, SectionForm, TableForm } from '../../forms/index.ts';
import { textOf } from '../../grammar/index.ts';
import { blankSection, blankTable, partHeading, sectionHeading } from '../../model/index.ts';
import { rangeOf, trimSpan } from '../../text/index.ts';
import { inLocale } from '../words.ts';
import { silenceItems } from './completion-comment.ts';
import { completeHead } from './completion-head.ts';
import { CompletionItemKind, isMeant, itemOf, wordAt, type Draft, type Word } from './completion-item.ts';
import { endingAt, type CompletionRequest } from './completion-request.ts';
import { completeRow } from './completion-row.ts';
import { templatePieces } from './completion-template.ts';

const words = {
  present: { zh: '已有', en: 'already there' },
  blankSection: { zh: '整个部分', en: 'whole section' },
  blankTable: { zh: '空白表格', en: 'blank table' },
} satisfies Record<string, Bilingual>;

/** What may begin on a line on which nothing stands behind the cursor: headings, tables, fields, whole templates. */
export function completeLine(request: CompletionRequest): CompletionItem[] {
  const { line, cursor } = request;
  if (line.text.slice(cursor).trim() !== '') return [];
  const { word, also } = lineWord(request, line.text.length);
  return [
    ...completeHead(request, word, also),
    ...completeRow(request, word, also),
    ...sectionItems(request, word, also),
    ...partItems(request, word, also),
    ...tableItems(request, word, also),
    ...silenceItems(request, word),
  ];
}

/** The sections, in the place of a heading. */
export function completeSection(request: CompletionRequest): CompletionItem[] {
  const { word, also } = lineWord(request, request.line.text.length);
  return sectionItems(request, word, also);
}

/** The parts, in the place of a part's heading, which ends at `end`. */
export function completePart(request: CompletionRequest, end: number): CompletionItem[] {
  const { word, also } = lineWord(request, end);
  return partItems(request, word, also);
}

/** The articles, in the place of one. */
export function completeArticle(request: CompletionRequest): CompletionItem[] {
  const { word, also } = lineWord(request, request.line.text.length);
  return tableItems(request, word, also).filter(({ kind }) => kind === CompletionItemKind.Keyword);
}

interface LineWord {
  readonly word: Word;
  /** Takes away the indentation, with which a heading would be prose. */
  readonly also: NonNullable<Draft['also']>;
}

function lineWord(request: CompletionRequest, end: number): LineWord {
  const { text } = request.line;
  const from = text.startsWith('\ufeff') ? 1 : 0;
  const start = Math.min(trimSpan(text, from, text.length).start, Math.max(from, request.cursor));
  const word = wordAt(request, start, end);
  const isIndented = word.start > from;
  return {
    word,
    also: isIndented ? [{ range: rangeOf(request.number, { start: from, end: word.start }), newText: '' }] : [],
  };
}

/** On a line that is a heading already every heading is offered; on one that may become prose those that it may become. */
const mayBe = ({ line }: CompletionRequest, { typed }: Word, label: string, ways: readonly string[]): boolean =>
  line.kind !== 'prose' || isMeant(typed, label, ways);

function sectionItems(request: CompletionRequest, word: Word, also: LineWord['also']): CompletionItem[] {
  const { report, options } = request;
  const { form, blocks, starts } = report;
  const present = new Set(
    blocks.flatMap(({ heading }, i) =>
      heading?.match && starts[i] !== request.number ? [heading.match.section.id] : [],
    ),
  );
  const last = Math.max(
    0,
    ...blocks.map(({ heading }, i) =>
      (starts[i] ?? 0) < request.number && heading?.match ? heading.match.ordinal : 0,
    ),
  );
  return form.sections.flatMap((section, place) => {
    const label = sectionHeading(form, section);
    const isPresent = present.has(section.id);
    if (!mayBe(request, word, label, [section.title])) return [];
    const base = {
      word,
      also,
      ways: [section.title],
      meant: starts[request.index] === request.number && request.block.heading?.match?.section === section,
      whole: true,
      data: { edition: form.id, section: section.id },
    };
    const rank = isPresent ? 'x' : place + 1 > last ? 'd' : 'e';
    const heading = itemOf(request, {
      ...base,
      label,
      kind: CompletionItemKind.Keyword,
      pieces: [label],
      order: [rank, place, 'a'],
      ...(isPresent && { description: inLocale(words.present, options.locale) }),
    });
    if (isPresent || (!section.parts && !section.tables)) return [heading];
    const template = itemOf(request, {
      ...base,
      label: `${label} …`,
      kind: CompletionItemKind.Snippet,
      pieces: templatePieces(blankSection(form, section), endingAt(request)),
      order: [rank, place, 'b'],
      description: inLocale(words.blankSection, options.locale),
    });
    return [heading, template];
  });
}

function partItems(request: CompletionRequest, word: Word, also: LineWord['also']): CompletionItem[] {
  const { block, inBlock, report, options } = request;
  const section = block.heading?.match?.section;
  if (!section?.parts) return [];
  const present = new Set(block.parts.flatMap(part => (part.form && part.line !== inBlock ? [part.form] : [])));
  return section.parts.flatMap((part, place) => {
    const label = partHeading(section, place);
    const isPresent = present.has(part);
    if (!mayBe(request, word, label, [part.title])) return [];
    return [
      itemOf(request, {
        label,
        kind: CompletionItemKind.Keyword,
        pieces: [label],
        word,
        also,
        ways: [part.title],
        meant: block.parts.some(({ line, form }) => line === inBlock && form === part),
        whole: true,
        order: [isPresent ? 'w' : 'b', place],
        data: { edition: report.form.id, section: section.id, part: part.title },
        ...(isPresent && { description: inLocale(words.present, options.locale) }),
      }),
    ];
  });
}

/** The tables of the section that are missing, with their articles; articles alone too. */
function tableItems(request: CompletionRequest, word: Word, also: LineWord['also']): CompletionItem[] {
  const { block, inBlock, report, options } = request;
  const section: SectionForm | undefined = block.heading?.match?.section;
  // Inside a table nothing else begins.
  const bound = block.tables.filter(({ article }) => article?.line !== inBlock);
  const standing = block.lines.flatMap((line, i) =>
    line.kind === 'article' && i !== inBlock ? [line.text.slice(line.title.start, line.title.end)] : [],
  );
  const isPresent = (table: TableForm): boolean =>
    bound.some(({ form }) => form.id === table.id) || standing.some(text => text === table.article);
  // An article that waits for its table: it is not written once more.
  const above = block.lines.slice(0, inBlock).findLast(({ kind }) => kind !== 'blank' && kind !== 'comment');
  const waiting = above?.kind === 'article' ? textOf(above, above.title) : undefined;
  return (section?.tables ?? []).flatMap((table, place) => {
    const ways = [table.name, table.article ?? ''];
    const there = isPresent(table);
    const base = { word, also, ways, whole: true, data: { edition: report.form.id, table: table.id } };
    const items: CompletionItem[] = [];
    if (table.article !== undefined && mayBe(request, word, table.article, ways)) {
      items.push(
        itemOf(request, {
          ...base,
          label: table.article,
          kind: CompletionItemKind.Keyword,
          pieces: [table.article],
          order: [there ? 'w' : 'a', place, 'b'],
          detail: table.name,
          ...(there && { description: inLocale(words.present, options.locale) }),
        }),
      );
    }
    const isWaiting =
      waiting !== undefined && waiting === table.article && !bound.some(({ form }) => form.id === table.id);
    const label = table.article === undefined || isWaiting ? table.name : `${table.article} ${table.name}`;
    if ((!there || isWaiting) && mayBe(request, word, label, ways)) {
      items.push(
        itemOf(request, {
          ...base,
          label,
          kind: CompletionItemKind.Snippet,
          pieces: templatePieces(blankTable(table).slice(isWaiting ? 1 : 0), endingAt(request)),
          order: [isWaiting ? '0' : 'a', place, 'a'],
          description: inLocale(words.blankTable, options.locale),
        }),
      );
    }
    return items;
  });
}
