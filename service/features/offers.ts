import type { SemanticTokensLegend } from 'vscode-languageserver-types';
import { rewriteKinds } from './rewrite-kinds.ts';

// What an editor is told at its start. It stands apart so that telling it loads none of what it is about.

/**
 * The characters after which completion is asked for unbidden: a bar (labels), a brace, a dot and the signs of sums
 * (quotes), a colon (values of fields, rules), 、 and a parenthesis (headings), a slash (comments).
 */
export const completionTriggers: readonly string[] = [
  ...['|', '｜', '{', '｛', '.', '．', '+', '＋', '：', ':', '、', '（', '(', '/', '／'],
];

/** The characters after which the table in hand is aligned. */
export const formattingTriggers: readonly string[] = ['|', '｜', '\n'];

/** The characters after which the columns of a row are shown. */
export const signatureTriggers: readonly string[] = ['|', '｜'];

/** The kinds of words that colours are given to by meaning. */
export const tokenTypes = [
  'class',
  'keyword',
  'property',
  'string',
  'variable',
  'enumMember',
  'number',
  'operator',
  'macro',
  'comment',
] as const;

/** What may be said of a word besides its kind. */
export const tokenModifiers = ['declaration', 'readonly', 'deprecated'] as const;

/** The names that the numbers of tokens stand for: all standard, so that every theme has colours for them. */
export const legend: SemanticTokensLegend = { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] };

/** All certain mends of a report at once: what an editor does on saving, if it is told to. */
export const fixAllKind = 'source.fixAll.nianbao';

/** Every kind of code action that there is. */
export const actionKinds: readonly string[] = ['quickfix', ...Object.values(rewriteKinds), fixAllKind];

/** The command that makes all certain mends of one table; its arguments are the report's URI and the table's first line. */
export const MEND_TABLE = 'nianbao.mendTable';
