import type { Bilingual } from './types.ts';

/** A field of a report's head: `机关：示范市人民政府`. */
export interface FieldForm {
  /** Stable name of the field in JSON and in tests. */
  readonly key: string;
  /** What stands before the colon. */
  readonly label: string;
  /** What may stand behind it. `edition`: the `id` of a form; `date`: a day such as 2026-01-20. */
  readonly value: 'text' | 'year' | 'edition' | 'date';
  readonly explanation: Bilingual;
}

/** The fields that a report's head may have, in their usual order. All may be missing where the title says enough. */
export const fields: readonly FieldForm[] = [
  {
    key: 'organ',
    label: '机关',
    value: 'text',
    explanation: {
      zh: '编制本报告的行政机关全称；不写时取自标题。',
      en: 'The full name of the administrative organ that issues the report; read from the title when left out.',
    },
  },
  {
    key: 'year',
    label: '年度',
    value: 'year',
    explanation: {
      zh: '报告反映的年份，不是发布的年份；不写时取自标题。',
      en: 'The year that the report is about, not the one it is published in; read from the title when left out.',
    },
  },
  {
    key: 'edition',
    label: '格式',
    value: 'edition',
    explanation: {
      zh: '采用的官方格式版本，以印发通知的年份表示；不写时由年度确定。',
      en: 'The edition of the official form, named by the year of its notice; follows from the year when left out.',
    },
  },
  {
    key: 'published',
    label: '发布日期',
    value: 'date',
    explanation: {
      zh: '报告向社会公布的日期：部门不晚于次年1月31日，县级以上地方人民政府不晚于次年3月31日（条例第四十九条）。',
      en:
        'The day the report is published: by 31 January of the following year for a department, by 31 March for a ' +
        'local government at county level or above (Article 49 of the Regulation).',
    },
  },
  {
    key: 'phone',
    label: '联系电话',
    value: 'text',
    explanation: {
      zh: '公众对本报告有疑问时可以拨打的办公电话。',
      en: 'The office telephone number that the public can call with questions about the report.',
    },
  },
];
