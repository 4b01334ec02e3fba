import { allRows, withoutYear, type SectionForm, type TableForm } from '../../../forms/index.ts';
import { fold, foldWords } from '../../../text/index.ts';

/** What a printed text of the form means in one of its tables. `print`: it is printed there and holds nothing. */
export interface Meaning {
  readonly kind: 'article' | 'label' | 'head' | 'print';
  readonly table: TableForm;
}

/** However far its letters are set apart, a text is no longer than so many times what it is without white space. */
const SPACED = 4;

/** All that the tables of a section print, by how it is written apart from width and white space. */
export class Lexicon {
  readonly tables: readonly TableForm[];
  readonly #meanings = new Map<string, Meaning>();
  readonly #beginnings = new Set<string>();
  #longest = 0;

  constructor({ title, tables = [] }: SectionForm) {
    this.tables = tables;
    for (const table of tables) this.#learn(table, title);
  }

  /** What a text means, where it is worded as the form words it, or wrong in a way that is known. */
  find(text: string): Meaning | undefined {
    return this.#meanings.get(this.#folded(text));
  }

  /** Whether one of the form's texts begins so. */
  begins(text: string): boolean {
    return this.#beginnings.has(this.#folded(text));
  }

  #folded(text: string): string {
    return text.length > this.#longest * SPACED ? '' : withoutYear(fold(text));
  }

  #learn(table: TableForm, title: string): void {
    const { note } = table;
    const add = (kind: Meaning['kind'], texts: readonly (string | undefined)[]): void => {
      for (const text of texts) {
        if (text === undefined) continue;
        const key = fold(text);
        this.#longest = Math.max(this.#longest, key.length);
        if (!this.#meanings.has(key)) this.#meanings.set(key, { kind, table });
        let beginning = '';
        for (const character of key) this.#beginnings.add((beginning += character));
      }
    };
    add('article', [table.article]);
    for (const { row } of allRows(table)) {
      add('label', [row.label, row.short, ...(row.aliases ?? []), ...(row.misspellings ?? [])]);
    }
    for (const { label, aliases = [], misspellings = [], group } of table.columns) {
      add('head', [label, ...aliases, ...misspellings]);
      add('print', [group]);
    }
    // What a table is about stands in it where it is printed for those who cannot see it.
    add('print', [table.name, title]);
    // The note is often copied without its brackets.
    add('print', [table.stub, note, note?.slice(1, -1), note && foldWords(note)]);
  }
}
