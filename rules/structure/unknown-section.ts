import { rangeOf } from '../../text/index.ts';
import { say, type Rule } from '../rule.ts';

/** A heading that the form does not know. */
export const unknownSection: Rule = {
  id: 'unknown-section',
  group: 'structure',
  severity: 'warning',
  title: say('格式中没有的部分', 'Section that the form does not have'),
  scope: 'block',
  *check({ block, form }) {
    const { heading } = block;
    if (!heading || heading.match) return;
    yield {
      range: rangeOf(0, { start: heading.ordinal.start, end: heading.title.end }),
      message: say(
        `格式的${form.sections.length}个部分中没有“${heading.title.text}”；如果是正文，请在行首空两格`,
        `The form has no section “${heading.title.text}”; indent the line if it is prose`,
      ),
      mends: [
        {
          title: say('改成正文', 'Make it prose'),
          edits: [{ range: rangeOf(0, { start: 0, end: 0 }), text: '　　' }],
          guess: true,
        },
      ],
    };
  },
};
