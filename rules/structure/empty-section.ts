import { headingRange, isUnwritten } from '../sections.ts';
import { say, type Rule } from '../rule.ts';

/** A section of prose without a word. */
export const emptySection: Rule = {
  id: 'empty-section',
  group: 'structure',
  severity: 'warning',
  title: say('部分没有内容', 'Empty section'),
  description: say(
    '没有事项要报告时也应写“无”。还没有动笔的空白表不提示，开始填写后才提示。',
    'A section with nothing to report says 无. A blank form that nobody has begun is left alone; as soon as anything is filled in, empty sections are pointed out.',
  ),
  example: {
    failing: '一、总体情况\n\n　　全年发布信息12条。\n\n六、其他需要报告的事项\n',
    passing: '一、总体情况\n\n　　全年发布信息12条。\n\n六、其他需要报告的事项\n\n　　无。\n',
  },
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
