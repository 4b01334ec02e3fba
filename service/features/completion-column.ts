import type { CompletionItem } from 'vscode-languageserver-types';
import type { Bilingual } from '../../forms/index.ts';
import type { RowLine } from '../../grammar/index.ts';
import { inLocale } from '../words.ts';
import { cellWord, CompletionItemKind, itemOf } from './completion-item.ts';
import type { CompletionRequest } from './completion-request.ts';

const words = {
  rest: { zh: '表头其余各列', en: 'the rest of the head' },
} satisfies Record<string, Bilingual>;

/** In a cell of a table's head: the columns that it lacks, the one that belongs there first. Nothing in another row. */
export function completeColumn(request: CompletionRequest, line: RowLine, index: number): CompletionItem[] | undefined {
  const table = request.block.tables.find(({ header }) => header?.line === request.inBlock);
  if (!table?.header) return undefined;
  const { columns } = table.form;
  const present = new Set(table.header.columns.flatMap(({ column }, place) => (place === index ? [] : [column])));
  const { word, lead } = cellWord(request, line.cells[index]);
  const isLast = line.cells.slice(index + 1).every(({ kind }) => kind === 'blank');
  return columns.flatMap((column, place) => {
    if (present.has(place)) return [];
    const { label, name, group } = column;
    const draft = {
      label,
      kind: CompletionItemKind.Field,
      word,
      ways: [name],
      order: [place === index ? '0' : '1', place],
      ...(group !== undefined && { detail: group }),
    };
    const item = itemOf(request, { ...draft, pieces: [lead + label] });
    if (place !== index || !isLast || place === columns.length - 1) return [item];
    const rest = columns.slice(place).map(one => one.label);
    return [
      item,
      itemOf(request, {
        ...draft,
        label: `${label} | …`,
        kind: CompletionItemKind.Struct,
        pieces: [`${lead}${rest.join(' | ')} |`],
        word: { ...word, end: request.line.text.length },
        whole: true,
        order: ['0', place, 'b'],
        description: inLocale(words.rest, request.options.locale),
      }),
    ];
  });
}
