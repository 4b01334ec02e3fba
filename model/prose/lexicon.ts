import { wording, type WordKind } from '../../forms/index.ts';
import { toHalfWidth } from '../../text/index.ts';

/** What a word of prose means: a row or a column of the form, or something that bears on the numbers around it. */
export type Sense =
  | { readonly kind: 'row'; readonly table: string; readonly row: string }
  | { readonly kind: 'column'; readonly table: string; readonly columns: readonly string[] }
  | { readonly kind: WordKind };

/** The longest word that begins at this place of a text in half-width characters. */
export function wordAt(text: string, start: number): { readonly sense: Sense; readonly end: number } | undefined {
  let node: Node | undefined = (root ??= build());
  let found: { sense: Sense; end: number } | undefined;
  for (let at = start; at < text.length; at++) {
    node = node.next.get(text.charCodeAt(at));
    if (!node) break;
    if (node.sense) found = { sense: node.sense, end: at + 1 };
  }
  return found;
}

interface Node {
  readonly next: Map<number, Node>;
  sense?: Sense;
}

// Built when the first line of prose is read: a command that reads none has no use for it.
let root: Node | undefined;

function build(): Node {
  const tree: Node = { next: new Map() };
  const enter = (patterns: readonly string[], sense: Sense): void => {
    for (const pattern of patterns) for (const word of spellings(pattern)) put(tree, toHalfWidth(word), sense);
  };
  for (const [address, patterns] of Object.entries(wording.rows)) {
    const dot = address.indexOf('.');
    enter(patterns, { kind: 'row', table: address.slice(0, dot), row: address.slice(dot + 1) });
  }
  for (const [address, patterns] of Object.entries(wording.columns)) {
    const [table = '', columns = ''] = address.split('.');
    enter(patterns, { kind: 'column', table, columns: columns.split('|') });
  }
  for (const [kind, patterns] of Object.entries(wording.words)) enter(patterns, { kind: kind as WordKind });
  return tree;
}

/** Of two meanings of one word the one entered first stands: rows before columns before the rest. */
function put(tree: Node, word: string, sense: Sense): void {
  if (word === '') return;
  let node = tree;
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    let next = node.next.get(code);
    if (!next) node.next.set(code, (next = { next: new Map() }));
    node = next;
  }
  node.sense ??= sense;
}

/** `（甲|乙|）丙` as 甲丙, 乙丙, 丙. */
function spellings(pattern: string): string[] {
  return pattern
    .split(/（|）/)
    .map((piece, place) => (place % 2 === 0 ? [piece] : piece.split('|')))
    .reduce((words, choices) => words.flatMap(word => choices.map(choice => word + choice)), ['']);
}
