import type { CompletionItem } from 'vscode-languageserver-types';
import type { Bilingual } from '../../forms/index.ts';
import type { CommentLine } from '../../grammar/index.ts';
import { rules } from '../../rules/index.ts';
import { inLocale } from '../words.ts';
import { CompletionItemKind, isMeant, itemOf, wordAt, type Word } from './completion-item.ts';
import type { CompletionRequest } from './completion-request.ts';

/** The two ways to silence a rule, as they are written. */
const silences = [
  {
    text: '// 忽略：',
    ways: ['忽略', 'hulüe', 'hulue', 'hl', '／／'],
    head: false,
    detail: { zh: '下一行不再报告这条规则', en: 'Silence a rule for the next line' },
  },
  {
    text: '// 忽略全文：',
    ways: ['忽略全文', 'hulüequanwen', 'huluequanwen', 'hlqw', '／／'],
    head: true,
    detail: { zh: '全文不再报告这条规则', en: 'Silence a rule for the whole report' },
  },
] as const satisfies readonly { text: string; ways: readonly string[]; head: boolean; detail: Bilingual }[];

/** In a comment: the rules that can be silenced, behind the words that do it; before them, these words. */
export function completeComment(request: CompletionRequest, line: CommentLine): CompletionItem[] {
  const { cursor } = request;
  const before = line.text.slice(0, cursor);
  const inRules = /(?:忽略|忽略全文)[：:]\s*(?:[A-Za-z-]+\s*[、,，]\s*)*([A-Za-z-]*)$/.exec(before);
  if (line.silence && inRules) {
    const typed = inRules[1] ?? '';
    const rest = /^[A-Za-z-]*/.exec(line.text.slice(cursor))?.[0] ?? '';
    return ruleItems(request, wordAt(request, cursor - typed.length, cursor + rest.length));
  }
  const mark = before.search(/\/\/|／／/);
  if (mark < 0 || line.silence || line.text.slice(cursor).trim() !== '') return [];
  return silenceItems(request, wordAt(request, mark, line.text.length));
}

/** The comments that silence, as items for a line that may become one. */
export function silenceItems(request: CompletionRequest, word: Word): CompletionItem[] {
  return silences
    .filter(({ text, ways, head }) => (!head || request.index === 0) && isMeant(word.typed, text, ways))
    .map(({ text, ways, detail }, index) =>
      itemOf(request, {
        label: text,
        kind: CompletionItemKind.Snippet,
        pieces: [text, { stop: '' }],
        word,
        ways,
        order: ['y', index],
        whole: true,
        detail: inLocale(detail, request.options.locale),
      }),
    );
}

function ruleItems(request: CompletionRequest, word: Word): CompletionItem[] {
  const { locale } = request.options;
  const written = request.line.kind === 'comment' ? (request.line.silence?.rules ?? []) : [];
  const others = new Set(written.filter(({ start }) => start !== word.start).map(({ text }) => text));
  return rules.flatMap((rule, index) =>
    others.has(rule.id)
      ? []
      : [
          itemOf(request, {
            label: rule.id,
            kind: CompletionItemKind.Constant,
            pieces: [rule.id],
            word,
            ways: [rule.title.zh],
            order: [index],
            detail: inLocale(rule.title, locale),
            data: { rule: rule.id },
          }),
        ],
  );
}
