import { applications } from '../shared/applications.ts';
import { disputes } from '../shared/disputes.ts';
import { preface, sections } from '../shared/sections.ts';
import { count } from '../shared/values.ts';
import type { ColumnForm, Form, RowForm, TableForm } from '../types.ts';

const decisions: ColumnForm = {
  key: 'decisions',
  label: '本年处理决定数量',
  name: '处理决定',
  value: count,
  // The bare 处理决定数量 is the head of the 2019 edition.
  misspellings: [
    '处理决定数量',
    '本年处理绝对数量',
    '处理绝对数量',
    '本年处理决定数',
    '本年度处理决定数量',
    '本年（{年度}）处理决定数量',
  ],
};

const disclosure: readonly TableForm[] = [
  {
    id: 'normative',
    name: '规章和行政规范性文件',
    article: '第二十条第（一）项',
    stub: '信息内容',
    columns: [
      {
        key: 'issued',
        label: '本年制发件数',
        name: '制发',
        value: count,
        misspellings: ['本年（{年度}）制发件数', '本年制发数量', '本年制发数', '本年度制发件数', '本年制定件数'],
      },
      {
        key: 'repealed',
        label: '本年废止件数',
        name: '废止',
        value: count,
        misspellings: ['本年（{年度}）废止件数', '本年废止数量', '本年废止数', '本年度废止件数'],
      },
      {
        key: 'inForce',
        label: '现行有效件数',
        name: '现行有效',
        value: count,
        running: true,
        misspellings: ['现行有效件数（历史累计）', '现行有效数量', '现行有效数', '现有有效件数'],
      },
    ],
    rows: [
      {
        key: 'regulation',
        label: '规章',
        name: '规章',
        explanation: {
          zh: '本机关制定的规章：本年制发、本年废止和年底仍然有效的件数；没有规章制定权的机关都填0。',
          en:
            'Rules (规章) made by the organ: issued this year, repealed this year, and in force at its end; always 0 ' +
            'for an organ that has no power to make them.',
        },
      },
      {
        key: 'document',
        label: '行政规范性文件',
        name: '行政规范性文件',
        // The label of the 2019 edition.
        misspellings: ['规范性文件', '行政规范文件'],
        explanation: {
          zh: '本机关制定的行政规范性文件：本年制发、本年废止和年底仍然有效的件数。',
          en:
            'Normative documents (行政规范性文件) made by the organ: issued this year, repealed this year, and in force ' +
            'at its end.',
        },
      },
    ],
    sums: [],
    print: 'down',
  },
  {
    id: 'licensing',
    name: '行政许可',
    article: '第二十条第（五）项',
    stub: '信息内容',
    columns: [decisions],
    rows: [
      {
        key: 'licence',
        label: '行政许可',
        name: '行政许可',
        explanation: {
          zh: '本机关本年作出的行政许可决定件数，不是公布出来的许可信息条数。',
          en: 'Licensing decisions made by the organ this year, not the licensing items it published.',
        },
      },
    ],
    sums: [],
    print: 'down',
  },
  {
    id: 'enforcement',
    name: '行政处罚和行政强制',
    article: '第二十条第（六）项',
    stub: '信息内容',
    columns: [decisions],
    rows: [
      {
        key: 'penalty',
        label: '行政处罚',
        name: '行政处罚',
        explanation: {
          zh: '本机关本年作出的行政处罚决定件数。',
          en: 'Administrative penalty decisions made by the organ this year.',
        },
      },
      {
        key: 'coercion',
        label: '行政强制',
        name: '行政强制',
        explanation: {
          zh: '本机关本年作出的行政强制决定件数。',
          en: 'Decisions on administrative coercive measures or enforcement made by the organ this year.',
        },
      },
    ],
    sums: [],
    print: 'down',
  },
  {
    id: 'fees',
    name: '行政事业性收费',
    article: '第二十条第（八）项',
    stub: '信息内容',
    columns: [
      {
        key: 'amount',
        label: '本年收费金额（单位：万元）',
        name: '收费金额',
        value: { kind: 'money', decimals: 4, unit: '万元' },
        // The first is how the notice says to fill the cell in, copied into the head.
        misspellings: [
          '本年收费金额（单位：万元，保留4位小数）',
          '本年收费金额（单位：万元，保留四位小数）',
          '本年收费金额（万元）',
          '本年收费金额',
          '本年（{年度}）收费金额（单位：万元）',
        ],
      },
    ],
    rows: [
      {
        key: 'fee',
        label: '行政事业性收费',
        name: '行政事业性收费',
        misspellings: ['行政事业收费', '行政性事业收费'],
        explanation: {
          zh: '本机关本年收取的行政事业性收费总额，以万元为单位；信息处理费不在此列，写入第六部分。',
          en:
            'All administrative fees charged by the organ this year, in units of 10,000 yuan; information processing ' +
            'fees are not among them and belong in section six.',
        },
      },
    ],
    sums: [],
    print: 'down',
  },
];

const other: RowForm = {
  key: 'other',
  label: '（六）其他处理',
  name: '其他处理',
  quotable: true,
  misspellings: ['（六）其它处理'],
  explanation: {
    zh: '前五类以外的办理结果，分为三行。',
    en: 'Requests that ended in none of the five ways before, in three rows.',
  },
  rows: [
    {
      key: 'other.uncorrected',
      label: '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
      short: '1.申请人无正当理由逾期不补正',
      name: '逾期不补正',
      aliases: ['1.申请人无正当理由逾期不补正，行政机关不再处理其政府信息公开申请'],
      explanation: {
        zh: '申请内容不明确而要求补正，申请人没有正当理由逾期不补正，视为放弃（条例第三十条）。',
        en:
          'The applicant was asked to amend an unclear request and let the time pass without good reason, which ' +
          'counts as giving it up (Article 30 of the Regulation).',
      },
    },
    {
      key: 'other.unpaid',
      label: '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
      short: '2.申请人逾期未按收费通知要求缴纳费用',
      name: '逾期未缴费',
      aliases: ['2.申请人逾期未按收费通知要求缴纳费用，行政机关不再处理其政府信息公开申请'],
      explanation: {
        zh: '申请超过合理范围，已通知收取信息处理费，申请人逾期没有缴纳（收费依据为条例第四十二条）。',
        en:
          'The applicant did not pay in time the processing fee charged for an excessive request (the fee rests on ' +
          'Article 42 of the Regulation).',
      },
    },
    {
      key: 'other.rest',
      label: '3.其他',
      name: '其他情形',
      misspellings: ['3.其它', '3.其他情形', '3.其他处理'],
      explanation: {
        zh: '以上各行都不适用的办理结果，例如申请人自己撤回申请。',
        en: 'Every other way in which a request ended, such as withdrawal by the applicant.',
      },
    },
  ],
};

/** The edition of 2021, which reports for 2021 and later use. */
export const form: Form = {
  id: '2021',
  notice: {
    number: '国办公开办函〔2021〕30号',
    title: '国务院办公厅政府信息与政务公开办公室关于印发《中华人民共和国政府信息公开工作年度报告格式》的通知',
  },
  years: { from: 2021 },
  preface,
  sections: sections({ disclosure, applications: applications(other), disputes }),
};
