import type { Form, PartForm, SectionForm } from '../forms/index.ts';
import { nameAt, type Line, type PartLine } from '../grammar/index.ts';
import { editDistance, fold, foldWords, ordinalValue, trimSpan, type Span } from '../text/index.ts';
import { allowance } from './labels.ts';
import type { Heading, Part, SectionMatch } from './types.ts';

/**
 * The heading of a section on this line, if it is one: `一、…`, or an ordinal written otherwise (`4、`, `四.`, `四 `)
 * before the words of an official title.
 */
export function readHeading(line: Line, form: Form): Heading | undefined {
  if (line.kind === 'section') {
    const ordinal = ordinalAt(line, line.ordinal);
    const title = nameAt(line, line.title);
    const match = matchSection(title.text, ordinal.value, form);
    return { ordinal, title, canonical: true, ...(match && { match }) };
  }
  if (line.kind !== 'prose') return undefined;
  if (!line.lead) return bareHeading(line, form);
  if (line.lead.kind !== 'number') return undefined;
  const span: Span = trimSpan(line.text, line.lead.end, line.text.length);
  const title = nameAt(line, span);
  const match = matchSection(title.text, undefined, form);
  // A numbered sentence in prose is no heading: only the very words of a title make it one.
  if (!match || match.certainty === 'near') return undefined;
  const ordinal = ordinalAt(line, line.lead);
  return { ordinal, title, canonical: false, match };
}

/** A heading that has lost its ordinal: a line that is an official title and nothing else. */
function bareHeading(line: Line, form: Form): Heading | undefined {
  const { text } = line;
  if (!form.sections.some(section => section.title === text)) return undefined;
  const match = matchSection(text, undefined, form);
  const title = { start: 0, end: text.length, text };
  return match && { ordinal: { start: 0, end: 0 }, title, canonical: false, match };
}

/** The parts of a section among its lines. */
export function readParts(lines: readonly Line[], section: SectionForm | undefined): Part[] {
  const parts: Part[] = [];
  lines.forEach((line, index) => {
    if (line.kind === 'part') parts.push(readPart(line, index, section?.parts ?? []));
  });
  return parts;
}

function readPart(line: PartLine, index: number, official: readonly PartForm[]): Part {
  const title = nameAt(line, line.title);
  const { value } = ordinalAt(line, line.ordinal);
  const form = matchPart(title.text, official);
  return { line: index, title, ...(value !== undefined && { ordinal: value }), ...(form && { form }) };
}

function matchPart(title: string, official: readonly PartForm[]): PartForm | undefined {
  const exact = official.find(part => part.title === title);
  if (exact) return exact;
  const words = foldWords(title);
  const namesOf = (part: PartForm): string[] => [part.title, ...(part.aliases ?? [])].map(foldWords);
  return (
    official.find(part => namesOf(part).some(name => words.startsWith(name))) ??
    official.find(part => isNear(words, foldWords(part.title)))
  );
}

function matchSection(title: string, ordinal: number | undefined, form: Form): SectionMatch | undefined {
  const titles = titlesOf(form);
  const at = (place: number, certainty: SectionMatch['certainty']): SectionMatch | undefined => {
    const section = form.sections[place];
    return section && { section, ordinal: place + 1, certainty };
  };
  const exact = titles.exact.get(title) ?? titles.exact.get(fold(title));
  if (exact !== undefined) return at(exact, 'exact');
  const words = foldWords(title);
  const said = titles.said.get(words);
  return said ? at(said.place, said.certainty) : nearest(words, ordinal, titles, at);
}

/** What the sections of a form are called. */
interface Titles {
  /** The places of the sections by their titles, as they are and without widths and spaces. */
  readonly exact: ReadonlyMap<string, number>;
  /** By the words of all that they are called, the official title first. */
  readonly said: ReadonlyMap<string, { readonly place: number; readonly certainty: 'words' | 'known' | 'legal' }>;
}

const knownTitles = new WeakMap<Form, Titles>();

function titlesOf(form: Form): Titles {
  const known = knownTitles.get(form);
  if (known) return known;
  const exact = new Map<string, number>();
  const said = new Map<string, { place: number; certainty: 'words' | 'known' | 'legal' }>();
  const callAll = (
    certainty: 'words' | 'known' | 'legal',
    names: (section: SectionForm) => readonly string[],
  ): void => {
    form.sections.forEach((section, place) => {
      for (const words of names(section).map(foldWords)) if (!said.has(words)) said.set(words, { place, certainty });
    });
  };
  form.sections.forEach(({ title }, place) => {
    for (const text of [title, fold(title)]) exact.set(text, place);
  });
  callAll('words', ({ title }) => [title]);
  callAll('known', ({ aliases = [] }) => aliases);
  callAll('legal', ({ legalAliases = [] }) => legalAliases);
  const titles = { exact, said };
  knownTitles.set(form, titles);
  return titles;
}

function nearest(
  words: string,
  ordinal: number | undefined,
  { said }: Titles,
  at: (place: number, certainty: 'near') => SectionMatch | undefined,
): SectionMatch | undefined {
  let best = -1;
  let bestCost = Infinity;
  said.forEach(({ place }, official) => {
    const limit = allowance(official.length);
    const apart = editDistance(words, official, limit);
    const cost = apart - (ordinal === place + 1 ? 0.5 : 0);
    if (apart > limit || cost >= bestCost) return;
    best = place;
    bestCost = cost;
  });
  return at(best, 'near');
}

const isNear = (words: string, official: string): boolean => {
  const limit = allowance(official.length);
  return editDistance(words, official, limit) <= limit;
};

/** `四、`, `（四）` or `4.` with the number in it. */
function ordinalAt(line: Line, { start, end }: Span): Heading['ordinal'] {
  const value = ordinalValue(line.text.slice(start, end).replace(/[^0-9０-９一二三四五六七八九十]/g, ''));
  return value === undefined ? { start, end } : { start, end, value };
}
