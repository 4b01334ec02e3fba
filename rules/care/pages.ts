import type { RulePage } from '../page.ts';
import { say } from '../rule.ts';

/** What is told of the rules of this group. */
export const pages: Readonly<Record<string, RulePage>> = {
  'fee-statement': {
    description: say(
      '第六部分应当报告收取信息处理费的情况，没有收取也要说明。正文各处的说法应当一致。它与第二部分的行政事业性收费是两回事。',
      'Section 六 reports what was charged as information processing fees, even if nothing was, and the text must say the same throughout. They are not the administrative fees of section 二.',
    ),
    clause: say(
      '《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）',
      'The measures on processing fees, 国办函〔2020〕109号',
    ),
    example: {
      failing: '示范镇2025年政府信息公开工作年度报告\n\n六、其他需要报告的事项\n\n　　没有其他需要报告的事项。\n',
      passing:
        '示范镇2025年政府信息公开工作年度报告\n\n六、其他需要报告的事项\n\n　　本年度未收取信息处理费。没有其他需要报告的事项。\n',
    },
  },
  notice: {
    description: say(
      '报告引用的格式通知应当是本年度适用的那一件，文号和标题要对得上。',
      'The notice on the form that a report cites is to be the one in force for its year, with its own number and title.',
    ),
    example: {
      failing:
        '示范镇2025年政府信息公开工作年度报告\n\n　　根据《关于政府信息公开工作年度报告有关事项的通知》（国办公开办函〔2019〕60号）编制。\n',
      passing:
        '示范镇2025年政府信息公开工作年度报告\n\n　　根据《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）编制。\n',
    },
  },
  'organ-name': {
    description: say(
      '正文里的机关名称应当与标题一致。“本报告由……编制”“2025年，……认真落实”这样说本机关的地方写着同级的别的机关，乡镇报告里的“我局”、局里报告里的“我镇”，多半是照抄别的单位时留下的。',
      'The organ is to be named as in the title. Another of its level where the report speaks of itself (本报告由……编制), 我局 in the report of a township, or 我镇 in that of a bureau was usually left from copying another’s.',
    ),
    example: {
      failing:
        '石桥镇2025年政府信息公开工作年度报告\n\n一、总体情况\n\n　　石桥头镇人民政府认真落实公开要求，我局安排专人负责。\n',
      passing:
        '石桥镇2025年政府信息公开工作年度报告\n\n一、总体情况\n\n　　石桥镇人民政府认真落实公开要求，我镇安排专人负责。\n',
    },
  },
  'personal-data': {
    description: say(
      '年度报告向社会公布，不应当出现身份证号、手机号、银行卡号和申请人的姓名。身份证号和银行卡号按校验位识别。',
      'The report is published; it must not hold identity-card, mobile or bank-card numbers, or the names of applicants. Card numbers are known by their check digits.',
    ),
    clause: say('《条例》第十五条', 'Article 15 of the Regulation'),
    example: {
      failing: '一、总体情况\n\n　　申请人王小明，身份证号11010519491231002X。\n',
      passing: '一、总体情况\n\n　　申请人王某，联系电话0900-6221180。\n',
    },
  },
  punctuation: {
    description: say(
      '汉字之间用全角标点；引号、括号、书名号要成对。',
      'Between Chinese characters marks are full-width; quotation marks and brackets come in pairs.',
    ),
    clause: say('《标点符号用法》（GB/T 15834）', 'The national standard on punctuation, GB/T 15834'),
    example: {
      failing: '一、总体情况\n\n　　落实公开要求,及时发布信息。\n',
      passing: '一、总体情况\n\n　　落实公开要求，及时发布信息。\n',
    },
  },
  'repeated-words': {
    description: say(
      '同一个词、同一句话或者标点连着写了两遍，多半是修改时留下的。“常常”“一件一件”“方方面面”不算。',
      'A word, a sentence or a mark that stands twice in a row is usually left from editing. Words that are doubled by rights, such as 常常 or 一件一件, are left alone.',
    ),
    example: {
      failing: '一、总体情况\n\n　　示范镇示范镇组织开展政务公开日活动。\n',
      passing: '一、总体情况\n\n　　示范镇组织开展政务公开日活动，常常上门听取方方面面的意见。\n',
    },
  },
  'thin-section': {
    description: say(
      '第五部分应当写明本年的主要问题，以及已经和将要采取的改进办法。只写“无”、只有短短一句话、只说成绩，或者句句只说问题的，作提示。',
      'Section 五 is to name the main problems of the year and what has been and will be done about them. It is pointed out where it says 无, has but one short sentence, only praises, or names nothing but problems.',
    ),
    clause: say('《条例》第五十条第五项', 'Article 50, item 5 of the Regulation'),
    example: {
      failing: '五、存在的主要问题及改进情况\n\n　　无。\n',
      passing:
        '五、存在的主要问题及改进情况\n\n　　部分站所报送不及时，公开的执行结果偏少。下一步按月催报，对新任人员集中辅导。\n',
    },
  },
};
