import { forms as allForms, type Form, type SectionForm } from '../../forms/index.ts';
import { readReport } from '../../model/index.ts';
import { chineseOrdinal, foldWords, ordinalValue, toHalfWidth } from '../../text/index.ts';

/** A heading of the official form in a foreign file. */
export interface FoundSection {
  readonly section: SectionForm;
  /** `sure`: its very words; `near`: words like it under its own number. */
  readonly certainty: 'sure' | 'near';
  /** Where in the text the heading ends and other words begin. */
  readonly end: number;
}

const number = '(?:[一二三四五六七八九十]{1,3}|[0-9０-９]{1,2})';
const ordinalAhead = new RegExp(`^\\s*(?:第\\s*)?(${number})\\s*(?:部分|章|、|[.．，,：:]|\\s)\\s*`);

/** A heading with a paragraph run in behind it is looked at up to here. */
const MOST_LOOKED_AT = 4000;

/** A wording as long as this is a title even without its number. */
const LONG_TITLE = 10;

/** Longer texts are paragraphs. */
const LONGEST_HEADING = 60;

/**
 * The official section that a line heads: with its number, with another one, or, where the line is nothing but the
 * title, with none.
 */
export function findSection(text: string, forms: readonly Form[] = allForms): FoundSection | undefined {
  if (text.length > MOST_LOOKED_AT) return undefined;
  const lead = ordinalAhead.exec(text);
  const start = lead?.[0].length ?? 0;
  const written = lead?.[1] ?? '';
  const title = titleAt(text, start, written, forms);
  if (title) return title;
  const ordinal = ordinalValue(toHalfWidth(written));
  if (ordinal === undefined || text.length > LONGEST_HEADING || /[。；，]/.test(text)) return undefined;
  for (const form of forms) {
    // The engine's own reading, so that an import knows the headings that the checks know.
    const { blocks } = readReport(`${chineseOrdinal(ordinal)}、${text.slice(start)}`, [form]);
    const match = blocks[1]?.heading?.match;
    if (match?.ordinal === ordinal) return { section: match.section, certainty: 'near', end: text.length };
  }
  return undefined;
}

/** The official title that a text begins with at a column; words may follow it behind a mark or a space. */
function titleAt(text: string, start: number, written: string, forms: readonly Form[]): FoundSection | undefined {
  const words = foldWords(text.slice(start, start + LONGEST_HEADING));
  let name = '';
  for (const one of titlesOf(forms).keys()) if (words.startsWith(one) && one.length > name.length) name = one;
  const found = titlesOf(forms).get(name);
  if (!found) return undefined;
  let end = start;
  for (let left = name.length; left > 0; end++) {
    if (foldWords(text[end] ?? '') !== '') left--;
  }
  const rest = text.slice(end);
  const isOver = /^[\s。：:.．]*$/.test(rest);
  if (!isOver && (written === '' || !/^[\s。：:]/.test(rest))) return undefined;
  // 1.主动公开情况 is a part of the overview more likely than the section that may also be called so.
  const isOwn = ordinalValue(toHalfWidth(written)) === found.ordinal;
  const isSure = found.official || isOwn || /[一二三四五六七八九十]/.test(written);
  if (!isSure && (written !== '' || name.length < LONG_TITLE)) return undefined;
  return { section: found.section, certainty: 'sure', end };
}

interface KnownTitle {
  readonly section: SectionForm;
  readonly ordinal: number;
  /** Whether it is the title itself, and no other wording of it. */
  readonly official: boolean;
}

const titles = new WeakMap<readonly Form[], ReadonlyMap<string, KnownTitle>>();

/** Every wording of every title, by its words. */
function titlesOf(forms: readonly Form[]): ReadonlyMap<string, KnownTitle> {
  let known = titles.get(forms);
  if (!known) {
    known = new Map(
      forms.flatMap(({ sections }) =>
        sections.flatMap((section, place) =>
          [section.title, ...(section.aliases ?? []), ...(section.legalAliases ?? [])].map(
            title => [foldWords(title), { section, ordinal: place + 1, official: title === section.title }] as const,
          ),
        ),
      ),
    );
    titles.set(forms, known);
  }
  return known;
}

/**
 * A long line in which several official headings stand is a report whose line ends were lost: it is cut before each
 * heading and behind it.
 */
export function cutAtHeadings(text: string, forms: readonly Form[] = allForms): string[] {
  if (text.length <= LONGEST_HEADING) return [text];
  const cuts = new Set<number>();
  let headings = 0;
  // Behind a space only: 包括：一、总体情况；二、… is a sentence.
  for (const { index } of text.matchAll(/(?<=^|[\s\u3000])[一二三四五六七八九1-9１-９][、.．]/g)) {
    const found = findSection(text.slice(index, index + MOST_LOOKED_AT), forms);
    if (found?.certainty !== 'sure') continue;
    headings++;
    cuts.add(index).add(index + found.end);
  }
  if (headings < 3) return [text];
  for (const { index, 0: part, 1: space } of text.matchAll(partMark)) {
    cuts.add(index);
    if (space !== undefined) cuts.add(index + part.length);
  }
  // Behind the last sentence there is the signature.
  const end = text.lastIndexOf('。');
  const signature = text.length - end <= LONGEST_HEADING ? text.slice(end) : '';
  for (const { index } of signature.matchAll(/\s/g)) cuts.add(end + index);
  const title = /^\s*\S[^。]{0,60}?报告(?=[\s\u3000])/.exec(text);
  if (title) cuts.add(title[0].length);
  const places = [0, ...[...cuts].sort((a, b) => a - b), text.length];
  return places
    .slice(1)
    .map((end, i) => text.slice(places[i], end).trim())
    .filter(piece => piece !== '');
}

/** A part, its title, and the space behind it if one is there. */
const partMark = /(?<=[\s\u3000。])[（(][一二三四五六七八九][)）][\u4e00-\u9fff]{2,14}(?:[。：:]|$|(\s))/g;
