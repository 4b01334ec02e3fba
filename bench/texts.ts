import { forms } from '../forms/index.ts';
import { makeReport, pick, seeded } from '../test/kit/index.ts';

/** A text to measure on. */
export interface BenchText {
  readonly name: string;
  readonly text: string;
  /** Edits of which each is measured. */
  readonly edits: number;
  /** Rules that would rightly have so much to say of so odd a text that nothing else would be measured. */
  readonly off?: readonly string[];
}

/** A report as most are, the same with a megabyte of prose, and with two hundred tables. */
export const textsFrom = (report: string): readonly [BenchText, BenchText, BenchText] => [
  { name: 'a report', text: report, edits: 500 },
  { name: '1 MB of prose', text: withProse(report, 2 ** 20), edits: 100, off: ['repeated-words'] },
  { name: '200 tables', text: withTables(report, 200), edits: 100, off: ['duplicate-section', 'prose-figure'] },
];

/** The texts of many reports, each another. */
export function reports(count: number): string[] {
  return Array.from({ length: count }, (_, seed) => makeReport(seed, forms.at(-1)).text);
}

/**
 * Reports of some 15 KB, each of another organ and with other paragraphs: numbers that no table states, as most numbers of
 * real prose are.
 */
export function longReports(count: number): string[] {
  return Array.from({ length: count }, (_, seed) => {
    const random = seeded(seed);
    const { organ, text } = makeReport(seed, forms.at(-1));
    const sentence = (): string =>
      `${pick(random, WHO)}${pick(random, DID)}，${pick(random, HOW)}，${pick(random, COUNTED)}${1 + random(4000)}${pick(random, ['件', '条', '次'])}。`;
    const paragraph = (): string => `　　${Array.from({ length: 6 }, sentence).join('')}\n`;
    const long = text.replace(/^（一）.*\n/m, heading => heading + Array.from({ length: 19 }, paragraph).join(''));
    const place = [seed >> 8, seed >> 4, seed].map(digit => PLACES[digit % 16] ?? '').join('');
    return long.replaceAll(organ, `${place}${organ}`);
  });
}

const PLACES = Array.from('东西南北金银铜铁松柏桃李江河湖海');
const WHO = ['各村居', '党政综合办公室', '便民服务中心', '各站所', '镇属学校', '卫生院', '信息员', '分管领导'];
const DID = [
  '逐户张贴补贴发放名单',
  '更新办事流程图',
  '清理过期栏目',
  '整理会议纪要',
  '回访申请人',
  '抽查公开栏',
  '修订公开目录',
];
const HOW = ['按月通报进度', '由专人登记在册', '先审核再发布', '与档案移交一并办理', '请村民代表核对', '结果纳入考核'];
const COUNTED = ['发布动态', '整改问题', '接待来访', '回复留言', '张贴公示', '走访农户'];

/** Of the right reports that the tests make, the one whose size is nearest and whose totals are all written out. */
export function reportOf(bytes: number): string {
  const off = (text: string): number => Math.abs(Buffer.byteLength(text) - bytes);
  const written = reports(200).filter(
    text => !text.includes('=') && text.includes('（一）') && /(?:\| *\d+ *){7}\|/.test(text),
  );
  return written.reduce((best, text) => (off(text) < off(best) ? text : best));
}

function withProse(text: string, bytes: number): string {
  const paragraph =
    '　　修订主动公开目录，逐项明确时限，由专人登记并限时办结，结果纳入考核，公众能更快找到所需内容。\n';
  const prose = paragraph.repeat(Math.ceil(bytes / Buffer.byteLength(paragraph)));
  return text.replace(/^（一）.*\n/m, heading => heading + prose);
}

function withTables(text: string, count: number): string {
  const table = text.slice(text.indexOf('\n三、') + 1, text.indexOf('\n四、') + 1);
  return text.replace(table, () => table.repeat(count));
}
