import { headingRange, isUnwritten } from '../sections.ts';
import { say, type Rule } from '../rule.ts';

/** A section of prose without a word. */
export const emptySection: Rule = {
  id: 'empty-section',
  group: 'structure',
  severity: 'warning',
  title: say('部分没有内容', 'Empty section'),
  scope: 'report',
  *check(report) {
    const sections = report.blocks.slice(1);
    if (sections.every(isUnwritten)) return;
    for (const [index, block] of report.blocks.entries()) {
      const match = block.heading?.match;
      if (!match || match.section.tables || !isUnwritten(block) || block.lines.some(line => line.kind === 'row')) {
        continue;
      }
      yield {
        range: headingRange(report, index),
        message: say(
          `“${match.section.title}”没有内容，没有事项时请写“无”`,
          'The section is empty; write 无 if there is nothing to report',
        ),
      };
    }
  },
};
