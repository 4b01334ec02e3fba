import type { PartForm, SectionForm, TableForm } from '../types.ts';

/** What an edition fills the fixed sections with. */
export interface SectionTables {
  readonly disclosure: readonly TableForm[];
  readonly applications: TableForm;
  readonly disputes: TableForm;
}

/** What a report says of itself before its first section. */
export const preface =
  '本报告依照《中华人民共和国政府信息公开条例》编制，所列数据的统计期限为{年度}年1月1日至{年度}年12月31日。';

/** The six sections that every edition so far has, with the tables of one edition in them. */
export const sections = ({ disclosure, applications, disputes }: SectionTables): readonly SectionForm[] => [
  {
    id: 'overview',
    title: '总体情况',
    aliases: [
      '政府信息公开总体情况',
      '政府信息公开工作总体情况',
      '政府信息公开工作的总体情况',
      '信息公开总体情况',
      '信息公开工作总体情况',
      '总体工作情况',
      '工作总体情况',
      '总体概况',
    ],
    parts: overviewParts,
    explanation: {
      zh: '综述本机关一年来的政府信息公开工作，分五个方面写。',
      en: "An account of the organ's disclosure work over the year, under five fixed headings.",
    },
  },
  {
    id: 'disclosure',
    title: '主动公开政府信息情况',
    aliases: ['主动公开政府信息的情况', '政府信息主动公开情况', '主动公开信息情况', '主动公开情况', '主动公开工作情况'],
    legalAliases: ['行政机关主动公开政府信息情况', '行政机关主动公开政府信息的情况'],
    tables: disclosure,
    explanation: {
      zh: '用表格报告条例第二十条若干项所列信息的件数或者金额。',
      en: 'Tables with the numbers or amounts for some of the matters listed in Article 20 of the Regulation.',
    },
  },
  {
    id: 'applications',
    title: '收到和处理政府信息公开申请情况',
    aliases: [
      '收到和处理政府信息公开申请的情况',
      '收到和处理政府信息公开申请工作情况',
      '收到及处理政府信息公开申请情况',
      '收到和处理信息公开申请情况',
      '收到和处理政府信息申请情况',
      '政府信息公开申请收到和处理情况',
    ],
    legalAliases: ['行政机关收到和处理政府信息公开申请情况', '行政机关收到和处理政府信息公开申请的情况'],
    tables: [applications],
    explanation: {
      zh: '用一张表报告本年收到了多少件政府信息公开申请、来自哪类申请人、怎样办结。',
      en: 'One table of the requests handled this year: how many, from which kind of applicant, and how they ended.',
    },
  },
  {
    id: 'disputes',
    title: '政府信息公开行政复议、行政诉讼情况',
    aliases: [
      '政府信息公开行政复议和行政诉讼情况',
      '政府信息公开行政复议行政诉讼情况',
      '政府信息公开行政复议、诉讼情况',
      '政府信息公开的行政复议、行政诉讼情况',
      '政府信息公开工作行政复议、行政诉讼情况',
      '政府信息行政复议、行政诉讼情况',
      '信息公开行政复议、行政诉讼情况',
      '行政复议、行政诉讼情况',
      '行政复议和行政诉讼情况',
    ],
    legalAliases: [
      '因政府信息公开工作被申请行政复议、提起行政诉讼情况',
      '因政府信息公开工作被申请行政复议、提起行政诉讼的情况',
      '因政府信息公开被申请行政复议、提起行政诉讼情况',
      '政府信息公开工作被申请行政复议、提起行政诉讼情况',
    ],
    tables: [disputes],
    explanation: {
      zh: '用一张表报告因政府信息公开引起的行政复议和行政诉讼案件各是什么结果。',
      en: 'One table of the administrative reviews and lawsuits over disclosure, counted by outcome.',
    },
  },
  {
    id: 'problems',
    title: '存在的主要问题及改进情况',
    aliases: [
      '存在问题及改进情况',
      '存在的问题及改进情况',
      '存在主要问题及改进情况',
      '存在的主要问题和改进情况',
      '存在的主要问题及改进措施',
      '存在的主要问题及改进的情况',
      '存在问题及改进措施',
      '存在的问题及改进措施',
      '主要问题及改进情况',
      '政府信息公开工作存在的主要问题及改进情况',
      '政府信息公开工作存在主要问题及改进情况',
      '政府信息公开工作存在的问题及改进情况',
      '政府信息公开存在的主要问题及改进情况',
    ],
    explanation: {
      zh: '写明本年政府信息公开工作的主要问题，以及已经采取和将要采取的改进办法。',
      en: 'The main problems of the disclosure work this year, and what has been and will be done about them.',
    },
  },
  {
    id: 'others',
    title: '其他需要报告的事项',
    aliases: [
      '其他需要报告事项',
      '其它需要报告的事项',
      '其它需要报告事项',
      '其他需要报告的情况',
      '其他需要报告的事情',
      '其他需报告的事项',
      '其他报告事项',
      '需要报告的其他事项',
      '需要报告的其他情况',
      '其他事项',
    ],
    explanation: {
      zh: '写前五部分没有涉及而需要说明的事项；收取信息处理费的情况在这里报告，没有可报告的写“无”。',
      en:
        'Whatever the five sections before leave unsaid; information processing fees are reported here, and a section ' +
        'with nothing to report says so.',
    },
  },
];

/** The fixed parts of section 总体情况. */
const overviewParts: readonly PartForm[] = [
  {
    title: '主动公开',
    aliases: [
      '主动公开方面',
      '主动公开情况',
      '主动公开工作',
      '主动公开工作情况',
      '主动公开政府信息',
      '主动公开政府信息情况',
      '政府信息主动公开',
      '政府信息主动公开情况',
    ],
    explanation: {
      zh: '本机关主动向社会公开了哪些政府信息、通过什么途径公开（条例第十九条、第二十条）。',
      en:
        'What the organ has published on its own initiative, and through which channels (Articles 19 and 20 of the ' +
        'Regulation).',
    },
  },
  {
    title: '依申请公开',
    aliases: [
      '依申请公开方面',
      '依申请公开情况',
      '依申请公开工作',
      '依申请公开工作情况',
      '依申请公开政府信息',
      '依申请公开政府信息情况',
      '政府信息依申请公开',
      '政府信息依申请公开情况',
    ],
    table: 'applications',
    explanation: {
      zh: '收到和答复政府信息公开申请的概况，件数要与第三部分的表格一致。',
      en: 'The requests received and answered in outline; the numbers must agree with the table in section three.',
    },
  },
  {
    title: '政府信息管理',
    aliases: [
      '政府信息管理方面',
      '政府信息管理情况',
      '政府信息管理工作',
      '政府信息管理工作情况',
      '政府信息资源管理',
      '信息管理',
      '信息管理方面',
      '信息管理情况',
    ],
    explanation: {
      zh: '政府信息从制作、审查、发布到更新、清理的日常管理。',
      en: 'How government information is made, vetted, published, kept up to date and cleared out day by day.',
    },
  },
  {
    title: '政府信息公开平台建设',
    aliases: [
      '政府信息公开平台建设方面',
      '政府信息公开平台建设情况',
      '政府信息公开平台建设工作',
      '政府信息平台建设',
      '信息公开平台建设',
      '公开平台建设',
      '平台建设',
      '平台建设方面',
      '平台建设情况',
    ],
    explanation: {
      zh: '网站专栏、政务新媒体、公报、查阅场所等公开平台的建设和维护（条例第二十三条至第二十五条）。',
      en:
        'The building and upkeep of the places where information is published: web pages, social media, gazettes, ' +
        'reading rooms (Articles 23 to 25 of the Regulation).',
    },
  },
  {
    title: '监督保障',
    aliases: [
      '监督保障方面',
      '监督保障情况',
      '监督保障工作',
      '监督保障工作情况',
      '政府信息公开监督保障',
      '监督和保障',
      '监督与保障',
    ],
    explanation: {
      zh: '人员和培训、考核和监督；各级人民政府还要写工作考核、社会评议和责任追究结果（条例第五十条）。',
      en:
        'Staff, training, appraisal and supervision; a government also reports the results of appraisal, public ' +
        'evaluation and accountability (Article 50 of the Regulation).',
    },
  },
];
