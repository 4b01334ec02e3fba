import type { Line } from '../../grammar/index.ts';
import type { Block, Report } from '../../model/index.ts';
import { differencesIn } from './carried.ts';
import { CopyIndex, type Asking, type Likeness } from './copies.ts';
import { areSame, tableIn, type Facts } from './facts.ts';
import { signatureOf, SIGNATURE_LENGTH } from './signature.ts';
import { copyWith, Kept } from '../../text/index.ts';

/** The other reports that a report is checked against. */
export interface Neighbours {
  /** Another object whenever one of them has changed: what was found before is then no longer true. */
  readonly version: (report: Report) => object | undefined;
  /** The same organ's report of the year before, and what its file is called. */
  readonly lastYear: (report: Report) => Named | undefined;
  /** Paragraphs that stand in other reports too. */
  readonly copies: (report: Report) => readonly Copy[];
}

/** A report of another file. */
export interface Named {
  readonly name: string;
  readonly facts: Facts;
}

/** A paragraph that stands, word for word or nearly, in another report. */
export interface Copy {
  /** The block, and the line in it. */
  readonly block: number;
  readonly line: number;
  readonly source: Likeness;
  /** What the other file is called. */
  readonly name: string;
}

/** No other report is known. */
export const noNeighbours: Neighbours = {
  version: () => undefined,
  lastYear: () => undefined,
  copies: () => [],
};

/**
 * Reports that are neighbours of each other, known by keys (their paths, their addresses) and by no more than their
 * facts. Last year's is found by organ and year, not by name.
 */
export class KnownReports implements Neighbours {
  readonly #nameOf: (key: string) => string;
  readonly #facts = new Map<string, Facts>();
  readonly #byYear = new Map<string, Set<string>>();
  readonly #copies = new CopyIndex();
  #version = {};
  readonly #onLines = new Kept<Line, Answered & { readonly source: Likeness | undefined }>();
  readonly #inBlocks = new Kept<Block, Answered & { readonly copies: readonly CopyIn[] }>();

  /** Messages call a report as `nameOf` does. */
  constructor(nameOf = (key: string): string => key) {
    this.#nameOf = nameOf;
  }

  get(key: string): Facts | undefined {
    return this.#facts.get(key);
  }

  keys(): Iterable<string> {
    return this.#facts.keys();
  }

  /** Takes in a report, in place of what was known of it before. Where that is the same, nothing has changed. */
  set(key: string, facts: Facts): void {
    const known = this.#facts.get(key);
    if (known && areSame(known, facts)) return;
    this.delete(key);
    this.#facts.set(key, facts);
    this.#copies.set(key, facts);
    const year = yearOf(facts);
    if (year === undefined) return;
    const same = this.#byYear.get(year);
    if (same) same.add(key);
    else this.#byYear.set(year, new Set([key]));
  }

  /** Forgets a report. */
  delete(key: string): void {
    this.#version = {};
    const facts = this.#facts.get(key);
    if (!facts) return;
    this.#facts.delete(key);
    this.#copies.delete(key);
    const year = yearOf(facts) ?? '';
    const same = this.#byYear.get(year);
    same?.delete(key);
    if (same?.size === 0) this.#byYear.delete(year);
  }

  version(): object {
    return this.#version;
  }

  /** The key of the same organ's report of the year before. Of two it cannot be known which was handed in: then none. */
  before(asking: Pick<Facts, 'organ' | 'year'>): string | undefined {
    const found = this.#byYear.get(yearOf(asking, -1) ?? '');
    const [only] = found?.size === 1 ? found : [];
    return only;
  }

  lastYear(report: Report): Named | undefined {
    const key = this.before({ organ: report.head.organ, year: report.head.year });
    const facts = key === undefined ? undefined : this.#facts.get(key);
    return key === undefined || !facts ? undefined : { name: this.#nameOf(key), facts };
  }

  copies(report: Report): readonly Copy[] {
    const { organ, year } = report.head;
    const asking = { organ, year };
    if (!this.#hasOthers(asking)) return [];
    // The head is left out: it says what every report says.
    return report.blocks.flatMap((block, index) =>
      index === 0 ? [] : this.#copiesIn(block, asking).map(copy => copyWith(copy, { block: index })),
    );
  }

  /**
   * What the others have to say of a report, as a text that is another when that is something else; empty where they have
   * nothing to say, and it need not be read again together with them.
   */
  concern(facts: Facts): string {
    const key = this.before(facts);
    const before = key === undefined ? undefined : this.#facts.get(key);
    const differences = before ? facts.tables.flatMap(now => differencesIn(now, tableIn(before, now.form.id))) : [];
    const copies = this.#hasOthers(facts) ? this.#likenessesOf(facts) : [];
    if (differences.length === 0 && copies.length === 0) return '';
    return JSON.stringify([differences.length > 0 ? key : undefined, differences, copies]);
  }

  #likenessesOf(facts: Facts): readonly [line: number, source: Likeness][] {
    const { lines, signatures } = facts.paragraphs;
    return [...lines].flatMap((line, place): [number, Likeness][] => {
      const source = this.#copies.find(signatures, place * SIGNATURE_LENGTH, facts);
      return source ? [[line, source]] : [];
    });
  }

  /** A report is not copied from itself. */
  #hasOthers(asking: Asking): boolean {
    const [one] = this.#facts.values();
    return this.#facts.size > 1 || (one !== undefined && (one.organ !== asking.organ || one.year !== asking.year));
  }

  #copiesIn(block: Block, asking: Asking): readonly CopyIn[] {
    const before = this.#inBlocks.get(block);
    if (before && this.#holds(before, asking)) return before.copies;
    const copies = block.lines.flatMap((line, index): CopyIn[] => {
      const source = this.#sourceOf(line, asking);
      return source ? [{ line: index, source, name: this.#nameOf(source.key) }] : [];
    });
    this.#inBlocks.set(block, { version: this.#version, ...asking, copies });
    return copies;
  }

  #sourceOf(line: Line, asking: Asking): Likeness | undefined {
    const signature = signatureOf(line);
    if (!signature) return undefined;
    const before = this.#onLines.get(line);
    if (before && this.#holds(before, asking)) return before.source;
    const source = this.#copies.find(signature, 0, asking);
    this.#onLines.set(line, { version: this.#version, ...asking, source });
    return source;
  }

  #holds({ version, organ, year }: Answered, asking: Asking): boolean {
    return version === this.#version && organ === asking.organ && year === asking.year;
  }
}

/** What an answer was given to: an edit leaves most lines as they are, and what they were copied from. */
interface Answered extends Asking {
  readonly version: object;
}

type CopyIn = Omit<Copy, 'block'>;

const yearOf = ({ organ, year }: Asking, shift = 0): string | undefined =>
  organ === undefined || year === undefined ? undefined : `${organ} ${year + shift}`;
