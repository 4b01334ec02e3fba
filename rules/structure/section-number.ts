import { chineseOrdinal, rangeOf } from '../../text/index.ts';
import { replace } from '../edits.ts';
import { say, type Rule } from '../rule.ts';

/** An official heading bears its own number, written `四、`. */
export const sectionNumber: Rule = {
  id: 'section-number',
  group: 'structure',
  severity: 'warning',
  title: say('部分序号不对', 'Wrong section number'),
  scope: 'block',
  *check({ block }) {
    const { heading } = block;
    if (!heading?.match) return;
    const right = `${chineseOrdinal(heading.match.ordinal)}、`;
    if (heading.canonical && heading.ordinal.value === heading.match.ordinal) return;
    const written = block.lines[0]?.text.slice(heading.ordinal.start, heading.ordinal.end).trim() ?? '';
    yield {
      range: rangeOf(0, written === '' ? heading.title : heading.ordinal),
      message:
        written === ''
          ? say(`标题前缺少序号“${right}”`, `The number “${right}” is missing`)
          : say(`序号“${written}”应为“${right}”`, `The number “${written}” should be “${right}”`),
      mends: [{ title: say(`改为“${right}”`, `Change to “${right}”`), edits: [replace(0, heading.ordinal, right)] }],
    };
  },
};
