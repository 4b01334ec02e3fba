import { allRows, withoutYear, type SectionForm, type TableForm } from '../../../forms/index.ts';
import { fold, foldWords } from '../../../text/index.ts';

/** What a printed text of the form means in one of its tables. `print`: it is printed there and holds nothing. */
export interface Meaning {
  readonly kind: 'article' | 'label' | 'head' | 'print';
  readonly table: TableForm;
}

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
    if (text.length > this.#longest * 4) return undefined;
    const folded = fold(text);
    return this.#meanings.get(folded) ?? this.#meanings.get(withoutYear(folded));
  }

  /** Whether one of the form's texts begins so and goes on. */
  begins(text: string): boolean {
    return text.length <= this.#longest * 4 && this.#beginnings.has(fold(text));
  }

  #learn(table: TableForm, title: string): void {
    const add = (kind: Meaning['kind'], texts: readonly (string | undefined)[]): void => {
      for (const text of texts) {
        if (text === undefined) continue;
        const key = fold(text);
        this.#longest = Math.max(this.#longest, key.length);
        if (!this.#meanings.has(key)) this.#meanings.set(key, { kind, table });
        for (let end = 1; end < key.length; end++) this.#beginnings.add(key.slice(0, end));
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
    add('print', [table.stub, table.note, table.note?.slice(1, -1), foldWords(table.note ?? '')]);
  }
}
