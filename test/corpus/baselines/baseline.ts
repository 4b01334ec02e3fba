import { readFileSync } from 'node:fs';

/** What the engine says of many texts, kept in a file: whoever changes it sees in the difference what became otherwise. */
export interface Baseline {
  readonly name: string;
  /** What is said of each text, made when it is asked for. */
  readonly cases: readonly (() => string | Promise<string>)[];
}

/** Stands between two cases. */
const RULE = `\n${'='.repeat(20)}\n`;

/** The file of a baseline. */
export const fileOf = ({ name }: Baseline): URL => new URL(`${name}.txt`, import.meta.url);

/** What was said when the baseline was written. */
export const kept = (baseline: Baseline): readonly string[] => readFileSync(fileOf(baseline), 'utf8').split(RULE);

/** What is said now, as the file has it. */
export async function written({ cases }: Baseline): Promise<string> {
  const said: string[] = [];
  for (const say of cases) said.push(shown(await say()));
  return said.join(RULE);
}

/** What cannot be seen is written so that it can, and that it comes back from any disk. */
export const shown = (text: string): string =>
  text.replaceAll(
    // eslint-disable-next-line no-control-regex -- they are what it looks for
    /[\u0000-\u0009\u000b-\u001f\u007f-\u00a0\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufffe\uffff]/g,
    one => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
