import {
  type CompletionItem,
  CompletionItemKind,
  InsertTextFormat,
  InsertTextMode,
  type TextEdit,
} from 'vscode-languageserver-types';
import { pinyin } from '../../forms/later.ts';
import type { Cell } from '../../grammar/index.ts';
import { ordinalOf, wordsOf } from '../../model/index.ts';
import { rangeOf, toHalfWidth, trimSpaces } from '../../text/index.ts';
import type { CompletionRequest } from './completion-request.ts';

/** The word that a completion stands for: what was typed of it, and how far it reaches. */
export interface Word {
  readonly start: number;
  /** Where it ends; behind the cursor where something stands there already. */
  readonly end: number;
  /** Without white space at its ends. */
  readonly typed: string;
}

/** A text with places to fill in. */
export type Piece = string | { readonly stop: string };

/** What an item is resolved by. */
export interface ItemData {
  readonly edition?: string;
  readonly table?: string;
  readonly row?: string;
  readonly section?: string;
  readonly part?: string;
  readonly field?: string;
  readonly rule?: string;
}

/** An item before it is written for a client. */
export interface Draft {
  readonly label: string;
  readonly kind: CompletionItemKind;
  readonly pieces: readonly Piece[];
  readonly word: Word;
  /** What it is found by beside its label: a short name, a title. */
  readonly ways?: readonly string[];
  /** Found by whatever was typed. */
  readonly meant?: boolean;
  /** The first counts most. */
  readonly order: readonly (string | number)[];
  readonly detail?: string;
  readonly description?: string;
  readonly data?: ItemData;
  /** Inserting replaces as much as replacing does: what would be left makes no sense behind it. */
  readonly whole?: boolean;
  readonly also?: readonly TextEdit[];
  readonly preselect?: boolean;
}

export { CompletionItemKind };

/** The word from `start` to `end` with the cursor in it. */
export function wordAt({ line, cursor }: CompletionRequest, start: number, end: number): Word {
  const from = Math.min(start, cursor);
  return { start: from, end: Math.max(end, cursor), typed: trimSpaces(line.text.slice(from, cursor)) };
}

/** The text of a cell; of a blank one nothing, so that its padding is not taken for what was typed. */
export function cellWord(request: CompletionRequest, cell: Cell | undefined): { word: Word; lead: string } {
  const { line, cursor } = request;
  const word = !cell || cell.kind === 'blank' ? wordAt(request, cursor, cursor) : wordAt(request, cell.start, cell.end);
  return { word, lead: /[|｜]/.test(line.text[word.start - 1] ?? '') ? ' ' : '' };
}

/** Writes an item for the client. */
export function itemOf(request: CompletionRequest, draft: Draft): CompletionItem {
  const { options } = request;
  const { text, isSnippet } = written(draft.pieces, options.snippets);
  return {
    label: draft.label,
    kind: draft.kind,
    ...(draft.description !== undefined && { labelDetails: { description: draft.description } }),
    ...(draft.detail !== undefined && { detail: draft.detail }),
    sortText: draft.order.map(part => (typeof part === 'number' ? String(part).padStart(3, '0') : part)).join('-'),
    filterText: filterText(draft),
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    // An editor that indents the lines of a template as the first one would make prose of them.
    ...(/[\r\n]/.test(text) && { insertTextMode: InsertTextMode.asIs }),
    textEdit: editOf(request, draft, text),
    ...(draft.also && draft.also.length > 0 && { additionalTextEdits: [...draft.also] }),
    ...(draft.preselect && { preselect: true }),
    ...(draft.data && { data: draft.data }),
  };
}

/** Whether what was typed may become this: it begins one of its names. Said for lines that may also become prose. */
export function isMeant(typed: string, label: string, ways: readonly string[] = []): boolean {
  if (typed === '' || isLoosely(typed, label)) return true;
  const wanted = typed.toLowerCase();
  return namesOf(label, ways).some(name => name.startsWith(wanted));
}

/**
 * What clients compare with the typed word: the name that it begins comes first, for clients that look at beginnings;
 * the others behind it, each a word of its own, for clients that look for its characters in their order.
 */
function filterText({ label, ways, word: { typed }, meant }: Draft): string {
  const names = namesOf(label, ways ?? []);
  const wanted = typed.toLowerCase();
  if (wanted === '') return names.join(' ');
  const first = names.find(name => name.startsWith(wanted));
  const ahead = first ?? (meant || isLoosely(typed, label) || names.some(name => name.includes(wanted)) ? wanted : '');
  return [...new Set([...(ahead === '' ? [] : [ahead]), ...names])].join(' ');
}

/** The words of the forms come again and again; what was typed is never among them. */
function namesOf(label: string, ways: readonly string[]): readonly string[] {
  const key = [label, ...ways].join('\n');
  const before = known.get(key);
  if (before) return before;
  const names = readNames(label, ways);
  if (known.size > 1024) known.clear();
  known.set(key, names);
  return names;
}

const known = new Map<string, readonly string[]>();

// Visual Studio Code looks at 128 characters, so that initials and words come before whole pinyin, and a long official
// label behind the short one. It takes what stands behind the dot of an ordinal for a beginning anyway.
function readNames(label: string, ways: readonly string[]): readonly string[] {
  const [short = label, ...long] = [label, ...ways].toSorted((a, b) => a.length - b.length);
  const middle = long.filter(way => way === label);
  const names = [[short, ...middle], long].flatMap(group => {
    const spelt = group.map(way => {
      const key = [way, withoutOrdinal(way)].find(word => Object.hasOwn(pinyin, word));
      const [full = '', initials = ''] = (key === undefined ? undefined : pinyin[key]) ?? [];
      return { full, words: [initials, way, toHalfWidth(way)] };
    });
    return [...spelt.flatMap(({ words }) => words), ...spelt.map(({ full }) => full).reverse()];
  });
  const all = [...names, ...[label, ...ways].map(withoutOrdinal)];
  return [...new Set(all.map(name => name.toLowerCase()).filter(name => name !== ''))];
}

const withoutOrdinal = (text: string): string =>
  text.replace(/^(?:[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+、|\d+[.．、])/, '');

/** Whether the typed beginning is that of the label but for its ordinal, width and punctuation. */
function isLoosely(typed: string, label: string): boolean {
  const words = wordsOf(typed);
  if (words !== '') return wordsOf(label).startsWith(words);
  const ordinal = ordinalOf(typed);
  return ordinal !== undefined && ordinal === ordinalOf(label);
}

function written(pieces: readonly Piece[], snippets: boolean): { text: string; isSnippet: boolean } {
  const isSnippet = snippets && pieces.some(piece => typeof piece !== 'string');
  let stops = 0;
  const parts = pieces.map(piece => {
    if (typeof piece === 'string') return isSnippet ? escape(piece) : piece;
    if (!isSnippet) return piece.stop;
    stops++;
    return piece.stop === '' ? `$${stops}` : `\${${stops}:${escape(piece.stop)}}`;
  });
  return { text: parts.join(''), isSnippet };
}

const escape = (text: string): string => text.replace(/[\\$}]/g, '\\$&');

function editOf(
  { line, number, cursor, options }: CompletionRequest,
  { word, whole, pieces }: Draft,
  newText: string,
): NonNullable<CompletionItem['textEdit']> {
  const replace = rangeOf(number, word);
  if (!options.insertReplace) return { range: replace, newText };
  // What stands behind the cursor and ends the new text as well would be doubled by inserting.
  const rest = trimSpaces(line.text.slice(cursor, word.end));
  const end = whole || (rest !== '' && plain(pieces).endsWith(rest)) ? word.end : cursor;
  return { newText, insert: rangeOf(number, { start: word.start, end }), replace };
}

const plain = (pieces: readonly Piece[]): string =>
  pieces.map(piece => (typeof piece === 'string' ? piece : piece.stop)).join('');
