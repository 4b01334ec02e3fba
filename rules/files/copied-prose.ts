import { lineOf } from '../../model/index.ts';
import { rangeOf } from '../../text/index.ts';
import { say, type Rule } from '../rule.ts';

/** Paragraphs taken over from last year or from another organ: 内容雷同. */
export const copiedProse: Rule = {
  id: 'copied-prose',
  group: 'across files',
  severity: 'information',
  title: say('内容雷同', 'Copied paragraphs'),
  scope: 'neighbours',
  *check(report, neighbours) {
    for (const { block, line, source, name } of neighbours.copies(report)) {
      const text = report.blocks[block]?.lines[line]?.text ?? '';
      const start = text.length - text.trimStart().length;
      const share = Math.round(source.share * 100);
      yield {
        range: rangeOf(lineOf(report, block, line), { start, end: text.trimEnd().length }),
        message:
          source.organ === report.head.organ
            ? say(
                `本段与${source.year ?? '往'}年报告（${name} 第 ${source.line + 1} 行）有 ${share}% 相同`,
                `About ${share}% of this paragraph stands in the report of ${source.year ?? 'before'} (${name}, line ${source.line + 1})`,
              )
            : say(
                `本段与${source.organ ?? '别的机关'}的报告（${name} 第 ${source.line + 1} 行）有 ${share}% 相同`,
                `About ${share}% of this paragraph stands in the report of ${source.organ ?? 'another organ'} (${name}, line ${source.line + 1})`,
              ),
      };
    }
  },
};
