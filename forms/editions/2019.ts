import { applications } from '../shared/applications.ts';
import { disputes } from '../shared/disputes.ts';
import { preface, sections } from '../shared/sections.ts';
import { change, count } from '../shared/values.ts';
import type { ColumnForm, Form, RowForm, TableForm } from '../types.ts';

const lastYear: ColumnForm = {
  key: 'lastYear',
  label: '上一年项目数量',
  name: '上年项目',
  value: count,
  misspellings: ['上一年度项目数量', '上年项目数量', '上一年项目数'],
};

const changed: ColumnForm = {
  key: 'change',
  label: '本年增/减',
  name: '增减',
  value: change,
  aliases: ['本年增减', '本年增、减'],
  misspellings: ['本年增\\减', '本年度增/减', '本年（{年度}）增/减'],
};

const decisions: ColumnForm = {
  key: 'decisions',
  label: '处理决定数量',
  name: '处理决定',
  value: count,
  // With 本年 it is the head of the 2021 edition.
  misspellings: ['处理绝对数量', '本年处理决定数量', '处理决定数'],
};

const disclosure: readonly TableForm[] = [
  {
    id: 'normative',
    name: '规章和规范性文件',
    article: '第二十条第（一）项',
    stub: '信息内容',
    columns: [
      {
        key: 'made',
        label: '本年新制作数量',
        name: '新制作',
        value: count,
        misspellings: ['本年（{年度}）新制作数量', '本年度新制作数量', '本年新制作数'],
      },
      {
        key: 'published',
        label: '本年新公开数量',
        name: '新公开',
        value: count,
        misspellings: ['本年（{年度}）新公开数量', '本年度新公开数量', '本年新公开数'],
      },
      {
        key: 'total',
        label: '对外公开总数量',
        name: '公开总数',
        value: count,
        running: true,
        misspellings: ['对外公开总数', '对外公开数量'],
      },
    ],
    rows: [
      {
        key: 'regulation',
        label: '规章',
        name: '规章',
        explanation: {
          zh: '本机关制定的规章：本年新制作、本年新公开和对外公开的总件数；没有规章制定权的机关都填0。',
          en:
            'Rules (规章) made by the organ: newly made this year, newly published this year, and published in all; ' +
            'always 0 for an organ that has no power to make them.',
        },
      },
      {
        key: 'document',
        label: '规范性文件',
        name: '规范性文件',
        // The label of the 2021 edition.
        misspellings: ['行政规范性文件'],
        explanation: {
          zh: '本机关制定的规范性文件：本年新制作、本年新公开和对外公开的总件数。',
          en:
            'Normative documents (规范性文件) made by the organ: newly made this year, newly published this year, and ' +
            'published in all.',
        },
      },
    ],
    sums: [],
    print: 'down',
  },
  {
    id: 'licensing',
    name: '行政许可和其他对外管理服务事项',
    article: '第二十条第（五）项',
    stub: '信息内容',
    columns: [lastYear, changed, decisions],
    rows: [
      {
        key: 'licence',
        label: '行政许可',
        name: '行政许可',
        explanation: {
          zh: '行政许可事项上一年的项数和本年的增减，以及本年作出的许可决定件数；项数和件数不能相加。',
          en:
            'Kinds of licences offered last year and their change this year, then the licensing decisions made this ' +
            'year; kinds and decisions are never added up.',
        },
      },
      {
        key: 'service',
        label: '其他对外管理服务事项',
        name: '其他管理服务事项',
        misspellings: ['其它对外管理服务事项', '其他对外管理服务项目', '其他对外管理服务'],
        explanation: {
          zh: '行政许可以外的对外管理服务事项上一年的项数和本年的增减，以及本年作出的处理决定件数。',
          en:
            'Other administrative services to the public: their kinds last year, the change this year, and the ' +
            'decisions made this year.',
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
    columns: [lastYear, changed, decisions],
    rows: [
      {
        key: 'penalty',
        label: '行政处罚',
        name: '行政处罚',
        explanation: {
          zh: '行政处罚事项上一年的项数和本年的增减，以及本年作出的处罚决定件数。',
          en: 'Kinds of administrative penalties last year, their change this year, and the decisions made this year.',
        },
      },
      {
        key: 'coercion',
        label: '行政强制',
        name: '行政强制',
        explanation: {
          zh: '行政强制事项上一年的项数和本年的增减，以及本年作出的强制决定件数。',
          en: 'Kinds of administrative coercion last year, their change this year, and the decisions made this year.',
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
    columns: [lastYear, changed],
    rows: [
      {
        key: 'fee',
        label: '行政事业性收费',
        name: '行政事业性收费',
        misspellings: ['行政事业收费', '行政性事业收费'],
        explanation: {
          zh: '行政事业性收费项目上一年的项数和本年的增减，不是收费金额。',
          en: 'Kinds of administrative fees last year and their change this year, not amounts of money.',
        },
      },
    ],
    sums: [],
    print: 'down',
  },
  {
    id: 'procurement',
    name: '政府集中采购',
    article: '第二十条第（九）项',
    stub: '信息内容',
    columns: [
      {
        key: 'items',
        label: '采购项目数量',
        name: '采购项目',
        value: count,
        misspellings: ['采购项目数', '采购数量'],
      },
      {
        key: 'amount',
        label: '采购总金额',
        name: '采购金额',
        // Six decimals of 万元 are a cent: the head names no unit and the notice no precision.
        value: { kind: 'money', decimals: 6, unit: 'free' },
        aliases: ['采购总金额（万元）', '采购总金额（元）', '采购总金额（单位：万元）', '采购总金额（单位：元）'],
        misspellings: ['采购金额', '采购总额'],
      },
    ],
    rows: [
      {
        key: 'central',
        label: '政府集中采购',
        name: '政府集中采购',
        misspellings: ['集中采购', '政府采购'],
        explanation: {
          zh: '本机关本年实施的政府集中采购项目数和采购总金额。',
          en: 'Centralised government procurement by the organ this year: the number of projects and the total amount.',
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
  misspellings: ['（六）其它处理'],
  explanation: {
    zh: '前五类以外的办理结果，例如逾期不补正、逾期未缴费、申请人自己撤回申请。',
    en:
      'Requests that ended in none of the five ways before, such as those not amended or not paid for in time, or ' +
      'withdrawn by the applicant.',
  },
};

/** The trial edition of 2019, which reports for 2019 and 2020 use. */
export const form: Form = {
  id: '2019',
  notice: {
    number: '国办公开办函〔2019〕60号',
    title: '国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知',
  },
  years: { from: 2019, to: 2020 },
  preface,
  sections: sections({ disclosure, applications: applications(other), disputes }),
};
