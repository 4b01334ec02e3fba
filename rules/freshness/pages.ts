import type { RulePage } from '../page.ts';
import { say } from '../rule.ts';

/** What is told of the rules of this group. */
export const pages: Readonly<Record<string, RulePage>> = {
  placeholder: {
    description: say(
      '“XX件”“××镇”“____”“待补充”这样的待填处，模板里的填写说明，送审稿里的“请审阅”“贵办”，都不应当出现在公布的报告里。',
      'Gaps such as XX件 or ____, a template’s instructions, and the phrases of a covering letter do not belong in a published report.',
    ),
    example: {
      failing: '一、总体情况\n\n　　全年公开政府信息XX条。\n',
      passing: '一、总体情况\n\n　　全年公开政府信息120条。\n',
    },
  },
  'reporting-period': {
    description: say(
      '所列数据的统计期限应当是报告年度的1月1日至12月31日。写成别的年份，多半是沿用了上年的稿子。',
      'The numbers are those of 1 January to 31 December of the report’s year. Another year was usually left from last year’s text.',
    ),
    clause: say('《条例》第五十条和格式通知', 'Article 50 of the Regulation, and the notice on the form'),
    example: {
      failing: '示范市2025年政府信息公开工作年度报告\n\n　　所列数据的统计期限为2024年1月1日至2024年12月31日。\n',
      passing: '示范市2025年政府信息公开工作年度报告\n\n　　所列数据的统计期限为2025年1月1日至2025年12月31日。\n',
    },
  },
  'stale-year': {
    description: say(
      '说本年工作的句子里写着上一年，把报告年度写成将来，结转、落款和发布日期用了上年稿子里的年份，多半是没有改过来；与前年比较的作提示。法规和文件的名称、文号、与上年的比较、上年结转、决算和已经发布的年报都不算。',
      'A sentence on this year’s work that names last year or speaks of the report’s year as of the future, requests carried over from or to a year too early, and an early day of signing were usually left from last year’s text. A comparison with the year before last is information. Names and numbers of laws and documents, comparisons, requests carried over, and last year’s accounts and report are left alone.',
    ),
    example: {
      failing: '示范镇2025年政府信息公开工作年度报告\n\n一、总体情况\n\n　　2024年，我镇认真落实信息公开要求。\n',
      passing:
        '示范镇2025年政府信息公开工作年度报告\n\n一、总体情况\n\n　　2025年，我镇认真落实信息公开要求，公开信息比2024年增加12条。\n',
    },
  },
};
