import { leaves } from '../lookup.ts';
import type { ColumnForm, RowForm, TableForm } from '../types.ts';
import { count } from './values.ts';

/** The table of section 三. The editions differ in the row or group （六）其他处理 alone. */
export function applications(other: RowForm): TableForm {
  const handled = [granted, partial, refused, unable, declined, other];
  return {
    id: 'applications',
    name: '收到和处理政府信息公开申请情况',
    stub: '申请人情况',
    note: '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
    columns,
    rows: [received, carriedIn, { ...results, rows: [...handled, concluded] }, carriedOut],
    sums: [
      {
        along: 'row',
        rule: 'row-total',
        total: 'total',
        parts: ['person', 'business', 'research', 'charity', 'legal', 'other'],
      },
      {
        along: 'column',
        rule: 'result-total',
        left: ['concluded'],
        right: leaves(handled).map(row => row.key),
        computes: 'concluded',
      },
      {
        along: 'column',
        rule: 'balance',
        left: ['received', 'carriedIn'],
        right: ['concluded', 'carriedOut'],
        computes: 'carriedOut',
      },
    ],
    print: 'down',
  };
}

const organisation = '法人或其他组织';

const columns: readonly ColumnForm[] = [
  { key: 'person', label: '自然人', name: '自然人', value: count },
  { key: 'business', label: '商业企业', name: '商业企业', value: count, group: organisation },
  { key: 'research', label: '科研机构', name: '科研机构', value: count, group: organisation },
  {
    key: 'charity',
    label: '社会公益组织',
    name: '社会公益组织',
    value: count,
    group: organisation,
    misspellings: ['社会公益', '社会公益机构', '公益组织'],
  },
  {
    key: 'legal',
    label: '法律服务机构',
    name: '法律服务机构',
    value: count,
    group: organisation,
    misspellings: ['法律服务', '法律服务组织'],
  },
  { key: 'other', label: '其他', name: '其他', value: count, group: organisation, misspellings: ['其它'] },
  { key: 'total', label: '总计', name: '总计', value: count, misspellings: ['合计', '总数'] },
];

const received: RowForm = {
  key: 'received',
  label: '一、本年新收政府信息公开申请数量',
  name: '本年新收',
  misspellings: [
    '一、本年新收到政府信息公开申请数量',
    '一、本年新收政府信息公开数量',
    '一、本年新收到政府信息公开数量',
    '一、本年度新收政府信息公开申请数量',
  ],
  explanation: {
    zh: '1月1日至12月31日新收到的政府信息公开申请件数，不含上年没有办完的。',
    en: 'Requests newly received from 1 January to 31 December, without those left over from the year before.',
  },
};

const carriedIn: RowForm = {
  key: 'carriedIn',
  lastYear: 'carriedOut',
  label: '二、上年结转政府信息公开申请数量',
  name: '上年结转',
  misspellings: [
    '二、上年结转政府信息公开数量',
    '二、上年度结转政府信息公开申请数量',
    '二、上年转结政府信息公开申请数量',
  ],
  explanation: {
    zh: '上年收到、到上年年底还没有办完的申请件数，应当等于上年报告的“结转下年度继续办理”。',
    en: "Requests received but not concluded last year; equals what last year's report carried over to this year.",
  },
};

const results = {
  key: 'results',
  label: '三、本年度办理结果',
  name: '办理结果',
  // What its rows add up to has a row and a name of its own: （七）总计.
  quotable: false,
  misspellings: ['三、本年办理结果', '三、本年度处理结果'],
  explanation: {
    zh: '本年办结的申请按结果分类计数，一件申请只计入一类。',
    en: 'The requests concluded this year by their result; each request is counted under one result only.',
  },
} as const;

const granted: RowForm = {
  key: 'granted',
  label: '（一）予以公开',
  name: '予以公开',
  explanation: {
    zh: '所申请的信息全部提供，或者已经主动公开而告知获取途径的件数（条例第三十六条第一项、第二项）。',
    en:
      'Requests answered with all the information asked for, or with where to find it when already published ' +
      '(Article 36, items 1 and 2 of the Regulation).',
  },
};

const partial: RowForm = {
  key: 'partial',
  label: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
  short: '（二）部分公开',
  name: '部分公开',
  misspellings: [
    '（二）部分公开（区分处理的，只计这一情况，不计其他情形）',
    '（二）部分公开（区分处理的，只计这一情况，不计其他情况）',
    '（二）部分公开（区分处理的，只计这一情形，不计其他情况）',
    '（二）部分公开（区分处理的，只计这一情形）',
    '（二）部分公开（区分处理的，只计这一情形，',
  ],
  explanation: {
    zh: '区分处理后只提供一部分信息的件数，没有提供的部分不再计入其他各行（条例第三十七条）。',
    en:
      'Requests granted in part after separating what may not be disclosed; the part held back is not counted in any ' +
      'other row (Article 37 of the Regulation).',
  },
};

const refused: RowForm = {
  key: 'refused',
  label: '（三）不予公开',
  name: '不予公开',
  quotable: true,
  explanation: {
    zh: '信息由本机关掌握，但依照条例决定不公开的件数，按理由分为八行（条例第三十六条第三项）。',
    en:
      'Requests for information that the organ holds and decides not to disclose, in eight rows by the reason ' +
      '(Article 36, item 3 of the Regulation).',
  },
  rows: [
    {
      key: 'refused.secret',
      label: '1.属于国家秘密',
      name: '国家秘密',
      explanation: {
        zh: '所申请的信息已依法确定为国家秘密（条例第十四条）。',
        en: 'The information is a state secret determined by law (Article 14 of the Regulation).',
      },
    },
    {
      key: 'refused.law',
      label: '2.其他法律行政法规禁止公开',
      name: '法律禁止',
      aliases: ['2.其他法律、行政法规禁止公开'],
      misspellings: ['2.其它法律行政法规禁止公开', '2.其他法律法规禁止公开'],
      explanation: {
        zh: '不是国家秘密，但有法律或者行政法规明文禁止公开（条例第十四条）。',
        en:
          'Not a state secret, but a law or an administrative regulation forbids its disclosure (Article 14 of the ' +
          'Regulation).',
      },
    },
    {
      key: 'refused.stability',
      label: '3.危及“三安全一稳定”',
      name: '三安全一稳定',
      misspellings: ['3.危机“三安全一稳定”', '3.危害“三安全一稳定”', '3.涉及“三安全一稳定”'],
      explanation: {
        zh: '公开后可能危及国家安全、公共安全、经济安全或者社会稳定（条例第十四条）。',
        en:
          'Disclosure might endanger national, public or economic security or social stability (Article 14 of the ' +
          'Regulation).',
      },
    },
    {
      key: 'refused.thirdParty',
      label: '4.保护第三方合法权益',
      name: '第三方权益',
      misspellings: ['4.保护第三方合法利益', '4.保护第三方的合法权益'],
      explanation: {
        zh: '涉及商业秘密、个人隐私等，公开会损害第三方合法权益（条例第十五条）。',
        en:
          'Disclosure of trade secrets, personal privacy and the like would harm the lawful interests of a third ' +
          'party (Article 15 of the Regulation).',
      },
    },
    {
      key: 'refused.internal',
      label: '5.属于三类内部事务信息',
      name: '内部事务',
      misspellings: ['5.属于三类内容事务信息', '5.属于三类内部事物信息', '5.属于三类内部事务'],
      explanation: {
        zh: '人事管理、后勤管理、内部工作流程这三类内部事务信息（条例第十六条第一款）。',
        en:
          'Information on internal affairs of three kinds: personnel, logistics, internal working procedures ' +
          '(Article 16, paragraph 1 of the Regulation).',
      },
    },
    {
      key: 'refused.process',
      label: '6.属于四类过程性信息',
      name: '过程性信息',
      misspellings: ['6.属于四类过程信息', '6.属于四类过程性文件'],
      explanation: {
        zh: '履行职能中形成的讨论记录、过程稿、磋商信函、请示报告这四类信息（条例第十六条第二款）。',
        en:
          'Deliberative information of four kinds: records of discussion, drafts, letters of consultation, requests ' +
          'for instructions and reports to superiors (Article 16, paragraph 2 of the Regulation).',
      },
    },
    {
      key: 'refused.caseFile',
      label: '7.属于行政执法案卷',
      name: '执法案卷',
      misspellings: ['7.属于行政法案卷', '7.属于行政执法案件', '7.属于行政执法案卷信息'],
      explanation: {
        zh: '行政处罚等行政执法案卷里的信息（条例第十六条第二款）。',
        en: 'Information in the files of administrative enforcement cases (Article 16, paragraph 2 of the Regulation).',
      },
    },
    {
      key: 'refused.inquiry',
      label: '8.属于行政查询事项',
      name: '行政查询',
      misspellings: ['8.属于行政查询事务', '8.属于行政查询信息'],
      explanation: {
        zh: '工商、不动产登记等资料，其查询另有法律、行政法规规定，告知依照该规定办理（条例第三十六条第七项）。',
        en:
          'Business or real estate registration files and the like, which other laws or administrative regulations ' +
          'say how to consult (Article 36, item 7 of the Regulation).',
      },
    },
  ],
};

const unable: RowForm = {
  key: 'unable',
  label: '（四）无法提供',
  name: '无法提供',
  quotable: true,
  explanation: {
    zh: '没有可以提供的信息，因而无法满足申请的件数，按原因分为三行。',
    en: 'Requests that there is nothing to answer with, in three rows by the reason.',
  },
  rows: [
    {
      key: 'unable.notHeld',
      label: '1.本机关不掌握相关政府信息',
      name: '不掌握',
      misspellings: ['1.本机关不掌握相关信息', '1.本机关不掌握有关政府信息', '1.本单位不掌握相关政府信息'],
      explanation: {
        zh: '经检索没有这一信息，或者信息不由本机关负责公开（条例第三十六条第四项、第五项）。',
        en:
          'A search found no such information, or another organ is responsible for it (Article 36, items 4 and 5 of ' +
          'the Regulation).',
      },
    },
    {
      key: 'unable.notMade',
      label: '2.没有现成信息需要另行制作',
      name: '另行制作',
      aliases: ['2.没有现成信息，需要另行制作'],
      misspellings: ['2.没有现成信息需另行制作', '2.没有现成信息要另行制作', '2.没有现有信息需要另行制作'],
      explanation: {
        zh: '没有现成的信息，要对现有信息加工、分析才能提供（条例第三十八条）。',
        en:
          'Nothing ready-made exists: existing information would have to be processed or analysed first (Article 38 ' +
          'of the Regulation).',
      },
    },
    {
      key: 'unable.unclear',
      label: '3.补正后申请内容仍不明确',
      name: '仍不明确',
      misspellings: ['3.补正后申请内容仍不明确的', '3.补正后申请内容不明确', '3.补充后申请内容仍不明确'],
      explanation: {
        zh: '申请人按要求补正以后，仍看不出要的是什么信息（条例第三十条）。',
        en:
          'Even after the applicant amended the request, it does not say which information is meant (Article 30 of ' +
          'the Regulation).',
      },
    },
  ],
};

const declined: RowForm = {
  key: 'declined',
  label: '（五）不予处理',
  name: '不予处理',
  quotable: true,
  explanation: {
    zh: '不作为政府信息公开申请实体办理的件数，按情形分为五行。',
    en: 'Requests not dealt with as to their substance, in five rows by the reason.',
  },
  rows: [
    {
      key: 'declined.petition',
      label: '1.信访举报投诉类申请',
      name: '信访投诉',
      aliases: ['1.信访、举报、投诉类申请'],
      misspellings: ['1.信访投诉举报类申请', '1.信访举报投诉申请'],
      explanation: {
        zh: '以公开申请的形式信访、投诉、举报，告知通过相应渠道提出（条例第三十九条第一款）。',
        en:
          'Petitions, complaints or reports of wrongdoing in the form of a request, for which there are other ' +
          'channels (Article 39, paragraph 1 of the Regulation).',
      },
    },
    {
      key: 'declined.repeat',
      label: '2.重复申请',
      name: '重复申请',
      explanation: {
        zh: '已经答复过，同一申请人又申请公开相同的信息（条例第三十六条第六项）。',
        en:
          'The same applicant asks again for information already answered about (Article 36, item 6 of the ' +
          'Regulation).',
      },
    },
    {
      key: 'declined.publication',
      label: '3.要求提供公开出版物',
      name: '公开出版物',
      misspellings: ['3.要求提供公开出版物品', '3.要求提供公共出版物'],
      explanation: {
        zh: '要求提供政府公报、报刊、书籍等，告知获取的途径（条例第三十九条第二款）。',
        en:
          'Asks for gazettes, newspapers, books or other publications, which can be had elsewhere (Article 39, ' +
          'paragraph 2 of the Regulation).',
      },
    },
    {
      key: 'declined.excessive',
      label: '4.无正当理由大量反复申请',
      name: '大量反复',
      misspellings: ['4.无正当理由大量重复申请', '4.无正当理由反复大量申请'],
      explanation: {
        zh: '申请的数量、频次明显超过合理范围，说明的理由又不合理（条例第三十五条）。',
        en:
          'Requests clearly beyond a reasonable number or frequency, without a reasonable explanation (Article 35 of ' +
          'the Regulation).',
      },
    },
    {
      key: 'declined.confirm',
      label: '5.要求行政机关确认或重新出具已获取信息',
      name: '确认或重新出具',
      misspellings: [
        '5.要求行政机关确认或重新出具已获取的信息',
        '5.要求行政机关确认或者重新出具已获取信息',
        '5.要求行政机关确认或重新出具已获取政府信息',
      ],
      explanation: {
        zh: '申请人手中已有这一信息，要求行政机关确认其真伪或者再出具一份。',
        en: 'The applicant already has the information and wants it confirmed or issued once more.',
      },
    },
  ],
};

const concluded: RowForm = {
  key: 'concluded',
  label: '（七）总计',
  name: '办结总计',
  misspellings: ['（七）合计', '（七）总数'],
  explanation: {
    zh: '本年办结的申请件数，等于上面各种办理结果之和。',
    en: 'The requests concluded this year: the sum of all the results above.',
  },
};

const carriedOut: RowForm = {
  key: 'carriedOut',
  label: '四、结转下年度继续办理',
  name: '结转下年',
  misspellings: ['四、结转下年继续办理', '四、结转下一年度继续办理', '四、结转下年度继续办理数量'],
  explanation: {
    zh: '到12月31日还没有办结的申请件数，等于本年新收加上年结转减去办结总计。',
    en: 'Requests not concluded by 31 December: those received and carried in, less those concluded.',
  },
};
