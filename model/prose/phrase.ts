import type { WordKind } from '../../forms/index.ts';
import type { Token, WordToken } from './tokens.ts';

/** A word that says which figure is meant, and the words that stand next to it without a break. */
export type Cue = WordToken;

/** The words on one side of a number. */
export interface Phrase {
  /** The telling words next to the number: what stands beyond the nearest thing that is not understood is left out. */
  readonly cues: readonly Cue[];
  /** What is not understood, next to the first of them. */
  readonly gap: Token | undefined;
  /** Whether anything stands between the cues and the number that is not understood. */
  readonly loose: boolean;
}

const TELLING: ReadonlySet<string> = new Set<WordKind | 'row' | 'column'>([
  'row',
  'column',
  'receive',
  'accept',
  'request',
  'byRequest',
  'bareRequest',
  'handle',
  'sum',
  'each',
  'respectively',
  'decide',
  'none',
  'carry',
  'citizen',
  'example',
]);

const SILENT: ReadonlySet<string> = new Set<WordKind | 'mark' | 'year'>([
  'filler',
  'among',
  'disclosure',
  'allOrgans',
  'self',
  'thisYear',
  'allChannels',
  'and',
  'more',
  'matter',
  'mark',
  'year',
]);

/** What a word is for the phrase that it stands in. */
export const kindOf = (token: Token): string => (token.kind === 'word' ? token.sense.kind : token.kind);

/** The words before a number, up to it, from the last mark or number on. */
export function before(tokens: readonly Token[], from: number, to: number): Phrase {
  const cues: Cue[] = [];
  for (let at = to - 1; at >= from; at--) {
    const token = tokens[at];
    if (!token) break;
    if (token.kind === 'mark' && token.mark === '）') at = openingOf(tokens, from, at);
    const kind = kindOf(token);
    if (token.kind === 'word' && TELLING.has(kind)) cues.push(token);
    else if (!SILENT.has(kind)) {
      return { cues: cues.reverse(), gap: token, loose: cues.length === 0 };
    }
  }
  return { cues: cues.reverse(), gap: undefined, loose: false };
}

/** Where the bracket opens that ends here: what stands in it is no part of the phrase around it. */
function openingOf(tokens: readonly Token[], from: number, end: number): number {
  let depth = 0;
  for (let at = end; at > from; at--) {
    const token = tokens[at];
    if (token?.kind !== 'mark') continue;
    if (token.mark === '）') depth++;
    else if (token.mark === '（' && --depth === 0) return at;
  }
  return from;
}

/** The words behind a number. */
export function behind(tokens: readonly Token[], from: number, to: number): Phrase {
  const cues: Cue[] = [];
  for (let at = from; at < to; at++) {
    const token = tokens[at];
    if (!token) break;
    const kind = kindOf(token);
    if (token.kind === 'word' && TELLING.has(kind)) cues.push(token);
    else if (!SILENT.has(kind)) return { cues, gap: token, loose: cues.length === 0 };
  }
  return { cues, gap: undefined, loose: false };
}

/** Whether one of the cues is of this kind. */
export const has = (cues: readonly Cue[], ...kinds: readonly (WordKind | 'row' | 'column')[]): boolean =>
  cues.some(({ sense }) => (kinds as readonly string[]).includes(sense.kind));
