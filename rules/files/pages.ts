import type { RulePage } from '../page.ts';
import { say } from '../rule.ts';

const table = (row: string): string =>
  `三、收到和处理政府信息公开申请情况\n\n| 申请人情况 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n${row}\n`;

const PARAGRAPH =
  '　　坚持把群众最想知道的信息放在最容易找到的位置，把补贴发放、工程招标、集体收支三类事项逐户逐项张贴上墙，并请村民代表核对签字后存档备查。';

/** What is told of the rules of this group. */
export const pages: Readonly<Record<string, RulePage>> = {
  'carry-over': {
    description: say(
      '本年“上年结转”的每一列应当等于上年报告的“结转下年度继续办理”。现行有效的件数应当等于上年现行有效加本年制发减本年废止，对不上的作提示；与上年相差十倍以上的也作提示。要有本机关上年的报告在同一个工作区或者一起检查，按机关和年度查找。',
      'In every column, what is carried in equals what last year’s report carried over. The number in force should be last year’s, plus those issued, less those repealed; where it is not, and where a number is ten times last year’s or more, that is pointed out. Last year’s report of the organ has to be in the workspace, or checked together.',
    ),
    example: {
      before: `示范镇2024年政府信息公开工作年度报告\n\n${table('| 四、结转下年度继续办理 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |')}`,
      failing: `示范镇2025年政府信息公开工作年度报告\n\n${table('| 二、上年结转政府信息公开申请数量 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |')}`,
      passing: `示范镇2025年政府信息公开工作年度报告\n\n${table('| 二、上年结转政府信息公开申请数量 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |')}`,
    },
  },
  'copied-prose': {
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
  },
};
