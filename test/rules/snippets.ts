/** Pieces of reports for the tests of rules: a section with the rows given, in the edition of 2021 unless a title says otherwise. */

/** A title whose year asks for the edition of 2021. */
export const TITLE = '示范市2025年政府信息公开工作年度报告';

/** A title whose year asks for the edition of 2019. */
export const TITLE_2019 = '示范市2020年政府信息公开工作年度报告';

/** Section 二 with one table of the edition of 2021. */
export const normative = (...rows: readonly string[]): string =>
  disclosure('一', '| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |', ...rows);

/** Section 二 with the table of one cell. */
export const licensing = (...rows: readonly string[]): string =>
  disclosure('五', '| 信息内容 | 本年处理决定数量 |', ...rows);

/** Section 二 with the table of two cells. */
export const enforcement = (...rows: readonly string[]): string =>
  disclosure('六', '| 信息内容 | 本年处理决定数量 |', ...rows);

/** Section 二 with the table that holds money. */
export const fees = (...rows: readonly string[]): string =>
  disclosure('八', '| 信息内容 | 本年收费金额（单位：万元） |', ...rows);

/** Section 三. */
export const applications = (...rows: readonly string[]): string =>
  lines(
    '三、收到和处理政府信息公开申请情况',
    '',
    '| 申请人情况 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |',
    ...rows,
  );

/** Section 四. */
export const disputes = (...rows: readonly string[]): string =>
  lines(
    '四、政府信息公开行政复议、行政诉讼情况',
    '',
    '| 案件类型 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |',
    ...rows,
  );

/** Section 二 with the table of an item of article 20. */
export const disclosure = (item: string, ...rows: readonly string[]): string =>
  lines('二、主动公开政府信息情况', '', `第二十条第（${item}）项`, ...rows);

/** Lines, each with its ending. */
export const lines = (...all: readonly string[]): string => all.map(line => `${line}\n`).join('');

/** The text with the line endings of Windows. */
export const windows = (text: string): string => text.replaceAll('\n', '\r\n');
