import { rangeOf } from '../../text/index.ts';
import { replace } from '../edits.ts';
import { say, type Rule } from '../rule.ts';

/** The titles of the sections are fixed to the letter. */
export const sectionTitle: Rule = {
  id: 'section-title',
  group: 'structure',
  severity: 'warning',
  title: say('部分标题有出入', 'Section title differs'),
  scope: 'block',
  *check({ block }) {
    const { heading } = block;
    const match = heading?.match;
    if (!heading || !match || match.certainty === 'exact') return;
    const right = match.section.title;
    yield {
      range: rangeOf(0, heading.title),
      ...(match.certainty === 'legal' && { severity: 'information' as const }),
      message: say(
        `标题“${heading.title.text}”应为“${right}”`,
        `The title “${heading.title.text}” should be “${right}”`,
      ),
      mends: [{ title: say(`改为“${right}”`, `Change to “${right}”`), edits: [replace(0, heading.title, right)] }],
    };
  },
};
