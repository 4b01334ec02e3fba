import { forms, tablesOf, valueRows } from '../../../forms/index.ts';

const table = tablesOf(forms.at(-1)!).find(({ id }) => id === 'applications')!;

/** Rows that add up, by their labels; every other row is 0. */
const numbers: Readonly<Record<string, string>> = {
  '一、本年新收政府信息公开申请数量': '11 | 0 | 0 | 0 | 0 | 0 | 11',
  '二、上年结转政府信息公开申请数量': '2 | 0 | 0 | 0 | 0 | 0 | 2',
  '（一）予以公开': '2 | 0 | 0 | 0 | 0 | 0 | 2',
  '2.重复申请': '8 | 0 | 0 | 0 | 0 | 0 | 8',
  '（七）总计': '10 | 0 | 0 | 0 | 0 | 0 | 10',
  '四、结转下年度继续办理': '3 | 0 | 0 | 0 | 0 | 0 | 3',
};

/** Every row of table 三 that holds values, with other numbers in some. */
export const full = (others: Readonly<Record<string, string>> = {}): string[] =>
  valueRows(table).map(
    ({ label }) => `| ${label} | ${others[label] ?? numbers[label] ?? '0 | 0 | 0 | 0 | 0 | 0 | 0'} |`,
  );
