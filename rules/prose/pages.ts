import type { RulePage } from '../page.ts';
import { say } from '../rule.ts';

/** What is told of the rules of this group. */
export const pages: Readonly<Record<string, RulePage>> = {
  'prose-figure': {
    description: say(
      '正文里说到的件数、金额应当与表格一致。只有句子说得明确时才比较：“约”“余”“以上”、去年的数字、分渠道的数字、不是表格所计的事项都不比较。改用引用“{本年新收}”，就不会再不一致。不看表格也能看出的也会指出：“其中”各项之和多于总数，“共”与前面各项之和不符。',
      'Counts and amounts in the text must agree with the tables. They are compared only where the sentence leaves no doubt; about, more than, last year’s numbers and whatever the tables do not count are left alone. A quote such as {本年新收} cannot disagree. What a sentence says itself is told without a table too: parts (其中) that are more than their whole, a sum (共) that is not that of the numbers before it.',
    ),
    clause: say('格式通知：数据准确、前后一致', 'The notice on the form: numbers are to be right and to agree'),
    example: {
      failing:
        '示范镇2025年政府信息公开工作年度报告\n\n一、总体情况\n\n（二）依申请公开。全年收到政府信息公开申请12件。\n\n三、收到和处理政府信息公开申请情况\n\n| 申请人情况 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n| 一、本年新收政府信息公开申请数量 | 13 | 0 | 0 | 0 | 0 | 0 | 13 |\n',
      passing:
        '示范镇2025年政府信息公开工作年度报告\n\n一、总体情况\n\n（二）依申请公开。全年收到政府信息公开申请13件。\n\n三、收到和处理政府信息公开申请情况\n\n| 申请人情况 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n| 一、本年新收政府信息公开申请数量 | 13 | 0 | 0 | 0 | 0 | 0 | 13 |\n',
    },
  },
  'unknown-reference': {
    description: say(
      '“{…}”引用表中的数字，写行的简称，不是总计的再写列：“{本年新收}”“{本年新收.自然人}”。名称不对，或者能指好几格的，导出时就没有数字可印。',
      'A quote names a row, and a column if it is not the total: {本年新收}, {本年新收.自然人}. One that names nothing, or several cells, has no number to print.',
    ),
    example: {
      failing: '一、总体情况\n\n　　全年新收申请{本年收到}件。\n',
      passing: '一、总体情况\n\n　　全年新收申请{本年新收}件，其中自然人{本年新收.自然人}件。\n',
    },
  },
};
