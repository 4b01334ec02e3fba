import { forms as allForms, type Form } from '../../forms/index.ts';
import type { Encoding } from '../../text/index.ts';
import { compose } from './compose.ts';
import { readFile, readWords } from './read.ts';
import { remarkWords, type Remark } from './remarks.ts';
import type { SourceFormat } from './source.ts';

export { faultWords, ImportError, type ImportFault } from './errors.ts';
export { sayPlace, type Remark } from './remarks.ts';
export { MOST_BYTES } from './read.ts';
export type { Place, SourceFormat } from './source.ts';

/** A foreign file as a report in the language. */
export interface Imported {
  readonly format: SourceFormat;
  readonly encoding?: Encoding;
  /** The report, not yet mended or laid out. */
  readonly text: string;
  /** What was left out, changed or found out on the way. With `text`, it holds every word of the file. */
  readonly remarks: readonly Remark[];
}

/**
 * Reads a foreign file as a report: its bytes, or its words where they come from a clipboard. A value is placed only
 * where that is certain; what is not is left blank and told. Throws `ImportError` for a file that cannot be read.
 */
export async function readForeign(input: Uint8Array | string, forms: readonly Form[] = allForms): Promise<Imported> {
  const { source, encoding } =
    typeof input === 'string' ? { source: await readWords(input), encoding: undefined } : await readFile(input);
  const { text, remarks } = compose(source, forms);
  const doubt: Remark[] =
    encoding === 'gb18030' ? [{ kind: 'note', text: '', place: {}, message: remarkWords.gb18030 }] : [];
  // What has no line has kept the order of the file, and what no line of it is about comes last.
  const inOrder = remarks.toSorted((a, b) => (a.place.line ?? Infinity) - (b.place.line ?? Infinity) || 0);
  return { format: source.format, ...(encoding !== undefined && { encoding }), text, remarks: [...doubt, ...inOrder] };
}
