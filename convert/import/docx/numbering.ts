import { chineseOrdinal } from '../../../text/index.ts';
import { childOf, elementsOf, type XmlElement } from './xml.ts';

/** Where a paragraph stands in a list. */
export interface ListPlace {
  readonly list: string;
  readonly level: number;
}

interface Level {
  readonly format: string;
  /** `%1、`, `（%2）`: where the numbers of the levels stand. */
  readonly text: string;
  readonly start: number;
}

/** Counts the numbered paragraphs of a document, and words their numbers as Word prints them. */
export class Numbering {
  readonly #lists = new Map<string, { readonly base: string; readonly levels: readonly Level[] }>();
  readonly #counts = new Map<string, number[]>();

  constructor(part: XmlElement | undefined) {
    const bases = new Map(
      elementsOf(part, 'abstractNum').map(base => [base.attributes.abstractNumId ?? '', elementsOf(base, 'lvl')]),
    );
    for (const list of elementsOf(part, 'num')) {
      const base = childOf(list, 'abstractNumId')?.attributes.val ?? '';
      const overrides = elementsOf(list, 'lvlOverride');
      const levels = (bases.get(base) ?? []).map((level, place) => {
        const override = overrides.find(({ attributes }) => attributes.ilvl === String(place));
        const start = childOf(override, 'startOverride')?.attributes.val;
        return readLevel(childOf(override, 'lvl') ?? level, start);
      });
      // Lists of one base count on from each other, unless one starts anew.
      const own = overrides.length > 0 ? `${base}/${list.attributes.numId ?? ''}` : base;
      this.#lists.set(list.attributes.numId ?? '', { base: own, levels });
    }
  }

  /** The number that Word prints before the next paragraph of a list; empty for a bullet. */
  next({ list, level }: ListPlace): string {
    const found = this.#lists.get(list);
    const form = found?.levels[level];
    if (!form) return '';
    const counts = this.#counts.get(found.base) ?? [];
    this.#counts.set(found.base, counts);
    counts[level] = (counts[level] ?? form.start - 1) + 1;
    counts.length = level + 1;
    if (form.format === 'bullet' || form.format === 'none') return '';
    return form.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const { format, start } = found.levels[at] ?? form;
      return written(counts[at] ?? start, format);
    });
  }
}

function readLevel(level: XmlElement, override: string | undefined): Level {
  const value = (name: string): string | undefined => childOf(level, name)?.attributes.val;
  return {
    format: value('numFmt') ?? 'decimal',
    text: value('lvlText') ?? '',
    start: Number(override ?? value('start') ?? '1') || 0,
  };
}

/** A number in one of the formats that Chinese documents use. */
function written(value: number, format: string): string {
  if (/^(?:chinese|japanese|taiwanese|ideograph(?!Enclosed|Traditional|Zodiac))/i.test(format)) {
    return value > 0 && value < 100 ? chineseOrdinal(value) : String(value);
  }
  if (format.includes('EnclosedCircle') && value > 0 && value <= 20) {
    return String.fromCharCode(0x245f + value);
  }
  if (format === 'lowerLetter' || format === 'upperLetter') {
    const letter = String.fromCharCode((format === 'lowerLetter' ? 96 : 64) + ((value - 1) % 26) + 1);
    return letter.repeat(Math.min(10, Math.floor((value - 1) / 26) + 1));
  }
  if (format === 'decimalFullWidth') {
    return String(value).replace(/\d/g, digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  }
  return String(value);
}
