import type { SectionForm } from '../../forms/index.ts';
import { foldWords, rangeOf } from '../../text/index.ts';
import { paragraphsOf, sentencesOf } from '../paragraphs.ts';
import { say, type Rule } from '../rule.ts';

/** A preface that lists the sections lists those that the form has. */
export const prefaceSections: Rule = {
  id: 'preface-sections',
  group: 'structure',
  severity: 'information',
  title: say('前言所列部分与格式不一致', 'The preface lists other sections'),
  reads: 'prose',
  scope: 'block',
  *check({ block, form }) {
    if (block.heading) return;
    for (const { line, text } of paragraphsOf({ lines: block.lines.slice(0, PREFACE) })) {
      for (const sentence of sentencesOf(text)) {
        if (sentence.text.length > LONGEST || !LISTING.test(sentence.text)) continue;
        const words = foldWords(sentence.text);
        const missing = form.sections.filter(section => !isListed(section, words));
        if (missing.length === 0 || form.sections.length - missing.length < LEAST) continue;
        const names = missing.map(({ title }) => `“${title}”`);
        const start = sentence.start + sentence.text.search(/\S/);
        yield {
          range: rangeOf(line, { start, end: sentence.start + sentence.text.trimEnd().length }),
          message: say(`前言没有列出${names.join('、')}`, `The preface leaves out ${names.join(', ')}`),
        };
      }
    }
  },
};

/** A text without headings is a head from end to end; its preface is not. */
const PREFACE = 60;

/** Six titles in the law's own words are not so long. */
const LONGEST = 600;

const LISTING = /包括|组成|包含|分为|由[^。由]*部分/;

/** So many of the sections make a list of them. */
const LEAST = 3;

/** Titles are cited in many ways: most of the pairs of characters of one are enough. */
const SHARE = 0.7;

const isListed = ({ title, aliases = [], legalAliases = [] }: SectionForm, words: string): boolean =>
  [title, ...aliases, ...legalAliases].some(name => {
    const folded = foldWords(name);
    const pairs = [...folded.slice(1)].map((_, at) => folded.slice(at, at + 2));
    return pairs.filter(pair => words.includes(pair)).length >= pairs.length * SHARE;
  });
