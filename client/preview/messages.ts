import type { Preview } from '../../server/index.ts';

/** What the page is told. */
export type ToPage =
  | { readonly kind: 'report'; readonly pieces: Preview['pieces']; readonly state: PageState }
  | { readonly kind: 'cursor'; readonly line: number; readonly character: number };

/** What the page tells: that it can be told something, or which place of the text was clicked. */
export type FromPage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'go'; readonly line: number; readonly start: number; readonly end: number };

/** What a preview is of. The page keeps it, so that the editor can open it again after a reload. */
export interface PageState {
  readonly uri: string;
  /** Whether it stays with its report when another one is edited. */
  readonly locked: boolean;
}
