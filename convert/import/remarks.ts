import type { Bilingual } from '../../forms/index.ts';
import type { Place } from './source.ts';

/**
 * One thing that the writer should know of an import. A `loss` is words of the file that are not in the report; a
 * `change`, words that stand in it otherwise than they were written; a `note`, words whose place was found out.
 */
export interface Remark {
  readonly kind: 'loss' | 'change' | 'note';
  /** The words as the file has them; empty where it has none and should. */
  readonly text: string;
  readonly place: Place;
  readonly message: Bilingual;
  /** The row of the report that it is about: `applications.refused.secret`. */
  readonly target?: string;
}

/** Where something stood, in words. */
export function sayPlace({ line, paragraph, table, row }: Place): Bilingual {
  if (line !== undefined) return { zh: `第 ${line} 行`, en: `line ${line}` };
  if (table !== undefined) {
    const at = row === undefined ? { zh: '', en: '' } : { zh: `第 ${row} 行`, en: `, row ${row}` };
    return { zh: `第 ${table} 张表${at.zh}`, en: `table ${table}${at.en}` };
  }
  return paragraph === undefined ? { zh: '', en: '' } : { zh: `第 ${paragraph} 段`, en: `paragraph ${paragraph}` };
}

/** What the remarks of an import say. */
export const remarkWords = {
  stranger: { zh: '认不出是表中哪一处，没有收入', en: 'belongs to no place of the form and was left out' },
  strangeTable: { zh: '不是规定的表格，没有收入', en: 'is no table of the form and was left out' },
  strangeRow: (label: string): Bilingual => ({
    zh: `表中没有“${label}”这一行，没有收入`,
    en: `the form has no row “${label}”; it was left out`,
  }),
  groupValues: (label: string): Bilingual => ({
    zh: `“${label}”是分组，不填数，没有收入`,
    en: `“${label}” heads a group and has no values; they were left out`,
  }),
  secondRow: (label: string): Bilingual => ({
    zh: `“${label}”已经有一行，这一行没有收入`,
    en: `“${label}” is there already; this row was left out`,
  }),
  unplaced: (label: string, there: number, columns: number): Bilingual => ({
    zh: `“${label}”有 ${there} 个数、${columns} 个格，不能确定各在哪一格，留空`,
    en: `“${label}” has ${there} values for ${columns} cells; where they belong is not certain, all were left blank`,
  }),
  unknownColumn: (label: string): Bilingual => ({
    zh: `“${label}”这一行有数在认不出的列里，没有收入`,
    en: `a value of “${label}” stands in a column that the form does not have and was left out`,
  }),
  blankRow: (label: string): Bilingual => ({
    zh: `“${label}”原文没有填数，留空`,
    en: `“${label}” has no value in the file and was left blank`,
  }),
  missingRow: (label: string): Bilingual => ({
    zh: `原文没有“${label}”这一行，留空`,
    en: `the file has no row “${label}”; it was left blank`,
  }),
  inferred: (label: string): Bilingual => ({
    zh: `“${label}”的数缺格，按勾稽关系只有一种放法，已放入`,
    en: `“${label}” has fewer values than cells; the sums leave one way to place them, which was taken`,
  }),
  label: (written: string, right: string): Bilingual => ({
    zh: `“${written}”改为“${right}”`,
    en: `“${written}” was changed to “${right}”`,
  }),
  joined: { zh: '与前一段合为一段', en: 'was joined to the paragraph before' },
  page: { zh: '是页码或页眉，没有收入', en: 'is a page number or header and was left out' },
  contents: { zh: '是目录，没有收入', en: 'is the table of contents and was left out' },
  bookmark: { zh: '是书签标记，没有收入', en: 'is the mark of a bookmark and was left out' },
  before: { zh: '在标题之前，不是报告正文，没有收入', en: 'stands before the title and was left out' },
  outside: { zh: '是网页上报告以外的文字，没有收入', en: 'stands outside the report on the page and was left out' },
  hidden: { zh: '是隐藏文字，没有收入', en: 'is hidden and was left out' },
  comment: { zh: '是批注，没有收入', en: 'is a comment and was left out' },
  picture: { zh: '是图片，没有收入', en: 'is a picture and was left out' },
  slashes: {
    zh: '以“//”开头的段落会成为注释，斜线已分开',
    en: 'would have become a comment; its slashes were set apart',
  },
  gb18030: { zh: '按 GB18030 编码读取，请核对文字', en: 'was read as GB18030; please look the text over' },
} as const;
