import type { ImportedRemark } from '../../server/index.ts';

/** The words of a letter in the user's language. */
export interface LetterWords {
  readonly title: string;
  readonly headings: Readonly<Record<ImportedRemark['kind'], string>>;
  readonly line: (number: number) => string;
}

/** What became of an imported file, as Markdown, and which places of it lead to which lines of the report. */
export interface Letter {
  readonly text: string;
  readonly links: readonly LetterLink[];
}

/** Columns of a line of the letter, and the line of the report that they lead to. */
export interface LetterLink {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly target: number;
}

const kinds = ['loss', 'change', 'note'] as const;

/** Writes down what did not go over as it was: first what is lost, since only that has to be put in by hand. */
export function writeLetter(remarks: readonly ImportedRemark[], words: LetterWords): Letter {
  const lines = [`# ${words.title}`];
  const links: LetterLink[] = [];
  for (const kind of kinds) {
    const some = remarks.filter(remark => remark.kind === kind);
    if (some.length === 0) continue;
    lines.push('', `## ${words.headings[kind]} (${some.length})`, '');
    for (const remark of some) {
      const { line: target } = remark;
      if (target === undefined) {
        lines.push(`- ${sayRemark(remark)}`);
        continue;
      }
      const place = words.line(target + 1);
      links.push({ line: lines.length, start: 2, end: 2 + place.length, target });
      lines.push(`- ${place} · ${sayRemark(remark)}`);
    }
  }
  return { text: `${lines.join('\n')}\n`, links };
}

/** The place in the file, its words, and what became of them; the message may have the words already. */
function sayRemark({ place, text, message }: ImportedRemark): string {
  const said = text === '' || message.includes(text) ? '' : `“${text.replace(/\s+/g, ' ')}”`;
  return [place, said, message].filter(part => part !== '').join(' · ');
}
