import { lineOf } from '../../model/index.ts';
import { rangeOf } from '../../text/index.ts';
import { say, type Rule } from '../rule.ts';

const PARAGRAPH =
  '　　坚持把群众最想知道的信息放在最容易找到的位置，把补贴发放、工程招标、集体收支三类事项逐户逐项张贴上墙，并请村民代表核对签字后存档备查。';

/** Paragraphs taken over from last year or from another organ: 内容雷同. */
export const copiedProse: Rule = {
  id: 'copied-prose',
  group: 'across files',
  severity: 'information',
  title: say('内容雷同', 'Copied paragraphs'),
  description: say(
    '与本机关往年的报告或者别的机关的报告一字不差或者基本相同的段落。许多报告共有的套话、很短的段落不算，只改了数字的算相同。要有别的报告在同一个工作区或者一起检查。',
    'Paragraphs that stand, word for word or nearly, in the organ’s earlier report or in another’s. What many reports have in common and very short paragraphs are left out; other numbers in the same words count as the same. The other reports have to be in the workspace, or checked together.',
  ),
  clause: say('格式通知：不得内容雷同、敷衍塞责', 'The notice on the form: reports must not be copies'),
  example: {
    before: `示范镇2024年政府信息公开工作年度报告\n\n一、总体情况\n\n${PARAGRAPH}\n`,
    failing: `示范镇2025年政府信息公开工作年度报告\n\n一、总体情况\n\n${PARAGRAPH}\n`,
    passing:
      '示范镇2025年政府信息公开工作年度报告\n\n一、总体情况\n\n　　全年新增托育服务、消费纠纷处理两类公开事项，逐项明确更新时限和责任科室，每季度由分管领导抽查一次，结果在全镇通报。\n',
  },
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
