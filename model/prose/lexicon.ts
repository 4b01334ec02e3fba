import { wording, type WordKind } from '../../forms/index.ts';
import { toHalfWidth } from '../../text/index.ts';

/** What a word of prose means: a row or a column of the form, or something that bears on the numbers around it. */
export type Sense =
  | { readonly kind: 'row'; readonly table: string; readonly row: string }
  | { readonly kind: 'column'; readonly table: string; readonly columns: readonly string[] }
  | { readonly kind: WordKind };

/** The longest word that begins at this place of a text in half-width characters. */
export function wordAt(text: string, start: number): { readonly sense: Sense; readonly end: number } | undefined {
  let state = (root ??= build());
  let entry: Entry | undefined;
  let end = start;
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const next = state.next.get(code) ?? after(state, code);
    if (next === NOWHERE) break;
    state = next;
    if (state.entry) [entry, end] = [state.entry, at + 1];
  }
  return entry && { sense: entry.sense, end };
}

/** The characters that words begin with. */
export const firstCharacters = (): string[] =>
  [...(root ??= build()).places.keys()].map(code => String.fromCharCode(code));

/** A wording of the lexicon: pieces of which each is said in one of some ways. */
interface Entry {
  readonly order: number;
  readonly sense: Sense;
  readonly pieces: readonly (readonly string[])[];
}

/** A character that a wording goes on with. */
interface Place {
  readonly entry: Entry;
  readonly piece: number;
  readonly way: string;
  readonly at: number;
}

/**
 * Where the characters read so far have led: the wordings that they begin, and the first that they are. Written out, the
 * few hundred wordings are tens of thousands of words; so a step is worked out when a text first takes it.
 */
interface State {
  readonly next: Map<number, State>;
  readonly places: Map<number, Place[]>;
  entry?: Entry;
}

// Built when the first line of prose is read: a command that reads none has no use for it.
let root: State | undefined;

function build(): State {
  const state: State = { next: new Map(), places: new Map() };
  let order = 0;
  const enter = (patterns: readonly string[], sense: Sense): void => {
    for (const pattern of patterns) goOn(state, { order: order++, sense, pieces: piecesOf(pattern) }, 0);
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
  return state;
}

/** `（甲|乙|）丙`: 甲, 乙 or nothing, then 丙. */
const piecesOf = (pattern: string): string[][] =>
  pattern
    .split(/（|）/)
    .map((piece, place) => (place % 2 === 0 ? [piece] : piece.split('|')))
    .map(ways => ways.map(toHalfWidth));

/** Where no wording goes on. */
const NOWHERE: State = { next: new Map(), places: new Map() };

function after(state: State, code: number): State {
  const places = state.places.get(code);
  const next: State = places ? { next: new Map(), places: new Map() } : NOWHERE;
  state.next.set(code, next);
  if (!places) return next;
  for (const { entry, piece, way, at } of places) {
    if (at + 1 < way.length) put(next, { entry, piece, way, at: at + 1 });
    else goOn(next, entry, piece + 1);
  }
  return next;
}

/** The state may go on with any way of saying this piece, or the next where this one may be left out. */
function goOn(state: State, entry: Entry, piece: number): void {
  const ways = entry.pieces[piece];
  // Of two meanings of one word the one entered first stands: rows before columns before the rest.
  if (!ways && (!state.entry || entry.order < state.entry.order)) state.entry = entry;
  for (const way of ways ?? []) {
    if (way === '') goOn(state, entry, piece + 1);
    else put(state, { entry, piece, way, at: 0 });
  }
}

function put({ places }: State, place: Place): void {
  const code = place.way.charCodeAt(place.at);
  const there = places.get(code);
  if (there) there.push(place);
  else places.set(code, [place]);
}
