/** What became of a test that ran inside an editor. */
export interface Result {
  readonly title: string;
  /** Why it failed. */
  readonly error?: string;
}

/** What a line of the editor's console begins with when it holds a result. */
export const RESULT = '@result ';
