import { lineOf, type Report } from '../../model/index.ts';
import { rangeOf, type TextEdit } from '../../text/index.ts';
import { outOfOrder } from '../order.ts';
import { firstBlocks, headingRange, sectionName } from '../sections.ts';
import { say, type Rule } from '../rule.ts';

/** The sections stand in the order of the form. */
export const sectionOrder: Rule = {
  id: 'section-order',
  group: 'structure',
  severity: 'warning',
  title: say('部分次序不对', 'Section out of order'),
  scope: 'report',
  *check(report) {
    const blocks = [...firstBlocks(report).values()];
    const ordinals = blocks.map(index => report.blocks[index]?.heading?.match?.ordinal ?? 0);
    for (const place of outOfOrder(ordinals)) {
      const index = blocks[place] ?? 0;
      const section = report.blocks[index]?.heading?.match?.section;
      if (!section) continue;
      yield {
        range: headingRange(report, index),
        message: say(
          `“${sectionName(report, section)}”不在它的位置上`,
          `“${sectionName(report, section)}” is not in its place`,
        ),
        mends: [{ title: say('按格式的次序重排各部分', 'Put the sections in order'), edits: [sortSections(report)] }],
      };
    }
  },
};

/** All sections in the order of the form; one that the form does not know stays behind the one before it. */
function sortSections(report: Report): TextEdit {
  let ordinal = 0;
  const blocks = report.blocks.slice(1).map(block => {
    ordinal = block.heading?.match?.ordinal ?? ordinal;
    return {
      ordinal,
      text: block.lines
        .map(line => line.text)
        .join('\n')
        .trimEnd(),
    };
  });
  const sorted = blocks.toSorted((a, b) => a.ordinal - b.ordinal).map(({ text }) => text);
  const last = report.tree.lines.length - 1;
  const text = report.tree.lines[last]?.text ?? '';
  const start = rangeOf(lineOf(report, 1, 0), { start: 0, end: 0 }).start;
  return {
    range: { start, end: { line: last, character: text.length } },
    text: sorted.join('\n\n') + (text === '' ? '\n' : ''),
  };
}
