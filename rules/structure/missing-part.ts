import type { PartForm } from '../../forms/index.ts';
import { partHeading, type Block } from '../../model/index.ts';
import { rangeOf, type TextEdit } from '../../text/index.ts';
import { insertAfter } from '../edits.ts';
import type { Mend } from '../finding.ts';
import { say, type Draft, type Rule } from '../rule.ts';
import { isUnwritten } from '../sections.ts';

/** The parts that the form names for section 一. */
export const missingPart: Rule = {
  id: 'missing-part',
  group: 'structure',
  severity: 'information',
  title: say('缺少规定的方面', 'Missing part'),
  scope: 'block',
  *check({ block }) {
    const section = block.heading?.match?.section;
    if (!block.heading || !section?.parts || isUnwritten(block)) return;
    const missing = section.parts.filter(form => !block.parts.some(part => part.form === form));
    if (missing.length === 0) return;
    const { message, title } = wordsOf(missing.map(part => `“${part.title}”`).join('、'));
    const edits = inserted(block, missing);
    yield {
      range: rangeOf(0, { start: block.heading.ordinal.start, end: block.heading.title.end }),
      message,
      ...(edits && { mends: [{ title, edits }] }),
    };
  },
};

/** What is said where these are missing: in most reports that lack one, all of them. */
function wordsOf(names: string): Pick<Draft, 'message'> & Pick<Mend, 'title'> {
  let words = known.get(names);
  if (!words) {
    const english = names.replaceAll('、', ', ');
    words = {
      message: say(`没有分别写到${names}`, `Not under headings of their own: ${english}`),
      title: say(`补上${names}的小标题`, `Insert the headings ${english}`),
    };
    known.set(names, words);
  }
  return words;
}

const known = new Map<string, ReturnType<typeof wordsOf>>();

/** The headings put in where they belong, if what is there bears the official numbers: else they would be numbered twice. */
function inserted(block: Block, missing: readonly PartForm[]): TextEdit[] | undefined {
  const section = block.heading?.match?.section;
  const official = section?.parts ?? [];
  const inPlace = block.parts.every(part => part.form && part.ordinal === official.indexOf(part.form) + 1);
  if (!section || block.parts.length === 0 || !inPlace) return undefined;
  return missing.map(part => {
    const place = official.indexOf(part);
    const next = block.parts.find(({ ordinal }) => ordinal !== undefined && ordinal > place + 1);
    const end = next?.line ?? block.lines.length;
    const after = block.lines.findLastIndex((line, index) => index < end && line.kind !== 'blank');
    return insertAfter(block.lines, Math.max(after, 0), ['', partHeading(section, place)]);
  });
}
