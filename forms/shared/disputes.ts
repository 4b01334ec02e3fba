import type { TableForm } from '../types.ts';
import { count } from './values.ts';

/** The table of section 四, the same in every edition so far. */
export const disputes: TableForm = {
  id: 'disputes',
  name: '政府信息公开行政复议、行政诉讼情况',
  stub: '案件类型',
  columns: [
    { key: 'upheld', label: '结果维持', name: '结果维持', value: count },
    { key: 'corrected', label: '结果纠正', name: '结果纠正', value: count, misspellings: ['结果纠错'] },
    { key: 'otherOutcome', label: '其他结果', name: '其他结果', value: count, misspellings: ['其它结果'] },
    {
      key: 'pending',
      label: '尚未审结',
      name: '尚未审结',
      value: count,
      misspellings: ['尚未申结', '尚未审理', '尚未办结', '尚未结案'],
    },
    { key: 'total', label: '总计', name: '总计', value: count, misspellings: ['合计', '总数'] },
  ],
  rows: [
    {
      key: 'review',
      label: '行政复议',
      name: '行政复议',
      explanation: {
        zh: '因政府信息公开工作对本机关申请的行政复议案件，按结果计数（条例第五十一条）。',
        en:
          "Administrative reviews applied for over the organ's disclosure work, by outcome (Article 51 of the " +
          'Regulation).',
      },
    },
    {
      key: 'litigation',
      label: '行政诉讼',
      name: '行政诉讼',
      quotable: true,
      explanation: {
        zh: '因政府信息公开工作对本机关提起的行政诉讼案件，按是否先经复议分为两行（条例第五十一条）。',
        en:
          "Administrative lawsuits over the organ's disclosure work, in two rows: brought directly, or after a " +
          'review (Article 51 of the Regulation).',
      },
      rows: [
        {
          key: 'direct',
          label: '未经复议直接起诉',
          name: '未经复议直接起诉',
          misspellings: ['未经行政复议直接起诉', '未经复议直接诉讼', '未经复议起诉'],
          explanation: {
            zh: '没有申请行政复议、直接向法院起诉的案件。',
            en: 'Lawsuits brought straight to the court, without an administrative review first.',
          },
        },
        {
          key: 'afterReview',
          label: '复议后起诉',
          name: '复议后起诉',
          misspellings: ['行政复议后起诉', '经复议后起诉', '复议后诉讼'],
          explanation: {
            zh: '先申请行政复议，对复议结果不服再向法院起诉的案件。',
            en: 'Lawsuits brought by applicants who were not satisfied with the outcome of an administrative review.',
          },
        },
      ],
    },
  ],
  sums: [
    {
      along: 'row',
      rule: 'dispute-total',
      total: 'total',
      parts: ['upheld', 'corrected', 'otherOutcome', 'pending'],
    },
  ],
  print: 'across',
};
