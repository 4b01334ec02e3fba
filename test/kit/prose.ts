import assert from 'node:assert/strict';
import type { Form } from '../../forms/index.ts';
import { readLines } from '../../grammar/index.ts';
import { addressOf, resolve } from '../../model/index.ts';
import { chineseOrdinal } from '../../text/index.ts';
import { pick, seeded, type Random } from './random.ts';
import { makeReport, type MadeReport } from './reports.ts';

/** A number in the prose of a made report, and the cells that it states. */
export interface WrittenNumber {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly cells: readonly string[];
}

/** A right report whose prose states its figures. */
export interface StatedReport extends MadeReport {
  readonly numbers: readonly WrittenNumber[];
}

/** Ways of saying the figures of the table of requests, of section 四 and of section 二. The braces are quotes. */
const SAYINGS: Readonly<Record<string, readonly string[]>> = {
  requests: [
    '全年收到政府信息公开申请{本年新收}件。',
    '{年}共收到政府信息公开申请{本年新收}件，均按期答复。',
    '年内受理信息公开申请{本年新收}宗，其中自然人{本年新收.自然人}宗。',
    '我单位共收到{本年新收}份政府信息公开申请，其中自然人提出{本年新收.自然人}份。',
    '本年新收政府信息公开申请{本年新收}件，上年结转{上年结转}件，结转下年度继续办理{结转下年}件。',
    '办理政府信息公开申请{本年新收+上年结转}件，含上年度转至今年的{上年结转}件。',
    '受理申请{本年新收+上年结转}件（其中新收{本年新收}件、结转{上年结转}件）。',
    '新收政府信息公开申请{本年新收}件、上年结转{上年结转}件，共{本年新收+上年结转}件。',
    '全年收到申请{本年新收}件，比上年有所增加，办结{办结总计}件。',
    '从申请人看，自然人提出{本年新收.自然人}件。',
    '收到{本年新收}件申请，办结{办结总计}件，另有{结转下年}件顺延至下一年答复。',
    '政府信息公开申请{本年新收}件。其中，自然人{本年新收.自然人}件，科研机构{本年新收.科研机构}件，法律服务机构{本年新收.法律服务机构}件。',
    '本年新收申请和上年结转申请分别为{本年新收}件、{上年结转}件。',
    '截至{年}12月31日，共收到公民、法人或其他组织提出的政府信息公开申请{本年新收}件次，较上年有所增加，其中自然人{本年新收.自然人}件次。',
    '全年共收到政府信息公开申请{本年新收}件（其中：门户网站3件、邮政寄送1件），结转上年度{上年结转}件，办结{办结总计}件，结转下一年度继续办理{结转下年}件。',
    '去年收到申请7件，今年收到申请{本年新收}件。',
    '{年}，我单位收到公开申请{本年新收}宗，答复{办结总计}宗，{结转下年}宗结转到下一年度办理。',
    '新收申请{本年新收}件，加上上年结转的{上年结转}件，共计{本年新收+上年结转}件，均已登记。',
    '从申请主体看，自然人申请{本年新收.自然人}件，占比最高；商业企业申请{本年新收.商业企业}件。',
  ],
  results: [
    '办结{办结总计}件，其中予以公开{予以公开}件，部分公开{部分公开}件，不予公开{不予公开}件，无法提供{无法提供}件。',
    '共答复政府信息公开申请{办结总计}件：同意公开{予以公开}件；不同意公开{不予公开}件；不予处理{不予处理}件。',
    '{予以公开}件予以公开，{部分公开}件部分公开，{不予公开}件不予公开。',
    '本机关不掌握相关政府信息{不掌握}件，重复申请{重复申请}件，属于过程性信息{过程性信息}件。',
    '因信息不存在等原因无法提供{无法提供}件，其他处理{其他处理}件。',
    '上年度结转{上年结转}件，已办结{办结总计}件，转下年办理{结转下年}件。',
    '予以公开、部分公开、不予公开分别为{予以公开}件、{部分公开}件和{不予公开}件。',
    '从答复结果看，予以公开的{予以公开}件，比重最大；无法提供的{无法提供}件；不予处理的{不予处理}件。',
    '因补正后申请内容仍不明确无法提供{仍不明确}件，属于三类内部事务信息{内部事务}件，属于行政查询事项{行政查询}件。',
    '{不掌握}件因信息不存在无法提供，{不予处理}件不予处理。',
  ],
  disputes: [
    '因政府信息公开被申请行政复议{行政复议}件，其中结果维持{行政复议.结果维持}件，结果纠正{行政复议.结果纠正}件。',
    '政府信息公开行政诉讼{行政诉讼}起，其中尚未审结{行政诉讼.尚未审结}起。',
    '涉及政府信息公开的行政复议{行政复议}件，行政诉讼{行政诉讼}件，共{行政复议+行政诉讼}件。',
    '未经复议直接起诉{未经复议直接起诉}件，复议后起诉{复议后起诉}件。',
    '因政府信息公开引发的行政复议和行政诉讼分别为{行政复议}件、{行政诉讼}件。',
    '因政府信息公开被申请行政复议{行政复议}起，{行政复议.尚未审结}起尚未审结；因信息公开被提起行政诉讼{行政诉讼}起。',
  ],
  documents2021: [
    '制发行政规范性文件{制发.行政规范性文件}件，废止{废止.行政规范性文件}件，现行有效{现行有效.行政规范性文件}件。',
    '全年作出行政许可决定{行政许可}件、行政处罚决定{行政处罚}件。',
    '现行有效的规章{现行有效.规章}件、行政规范性文件{现行有效.行政规范性文件}件。',
    '收取行政事业性收费{行政事业性收费}万元。',
    '制定并公开行政规范性文件{制发.行政规范性文件}件，同步解读3篇。',
    '全年实施行政处罚{行政处罚}件，采取行政强制措施{行政强制}件。',
  ],
  documents2019: [
    '全年制定规范性文件{新制作.规范性文件}件。',
    '新制作规范性文件{新制作.规范性文件}件，新公开{新公开.规范性文件}件。',
    '作出行政处罚决定{行政处罚.处理决定}件、行政强制决定{行政强制.处理决定}件。',
    '政府集中采购项目{政府集中采购.采购项目}个。',
  ],
  /** Numbers that the tables do not count. */
  others: [
    '接听热线63次，均已答复。',
    '主动公开政府信息2017条，其中网站公开1630条。',
    '网上申请8件，当面申请3件。',
    '上年收到申请19件。',
    '接待咨询50余人次，举办培训2期。',
    '公开行政许可信息212条。',
    '办理人大代表建议5件。',
    '12345热线转办件412件，阳光信访平台33件。',
    '上半年收到申请6件，办结5件。',
    '依申请公开12件、主动公开356件文件均已标明属性。',
    '近五年累计受理申请236件，年均47件。',
    '公众号发布推文256篇，阅读量1.2万次。',
  ],
};

/** A right report whose part on requests and section 四 tell its figures in words of the seed's choice. */
export function makeStatedReport(seed: number): StatedReport {
  const made = makeReport(seed);
  const random = seeded(seed ^ 0x7a11);
  const numbers: WrittenNumber[] = [];
  const lines = made.text.split('\n');
  const say = (kind: string): string => pick(random, SAYINGS[kind] ?? []);
  const tell = (at: number, sayings: readonly string[]): void => {
    const told = spoken(sayings.join(''), made, random);
    lines[at] = `　　${told.text}`;
    numbers.push(...told.numbers.map(one => ({ ...one, line: at, start: one.start + 2, end: one.end + 2 })));
  };
  const lineAfter = (heading: string): number => 1 + lines.findIndex(line => line.startsWith(heading));
  tell(lineAfter('（一）'), [say('others'), say(`documents${made.form.id}`), say('others')]);
  tell(lineAfter('（二）'), [say('requests'), say('others'), say('results')]);
  tell(lineAfter('（五）'), [say('others'), say('disputes')]);
  return { ...made, text: lines.join('\n'), numbers };
}

/** The saying with its quotes written out. */
function spoken(
  saying: string,
  made: MadeReport,
  random: Random,
): { text: string; numbers: Omit<WrittenNumber, 'line'>[] } {
  const numbers: Omit<WrittenNumber, 'line'>[] = [];
  let text = '';
  for (const piece of saying.split(/(\{[^}]*\})/)) {
    if (!piece.startsWith('{')) text += piece;
    else if (piece === '{年}') text += `${made.year}年`;
    else {
      const { value, cells } = valueOf(piece, made);
      const isMoney = saying.includes(`${piece}万元`);
      const written = isMoney ? String(value) : numeral(value, random);
      numbers.push({ start: text.length, end: text.length + written.length, value, cells });
      text += written;
    }
  }
  return { text, numbers };
}

function valueOf(quote: string, { form, grids }: MadeReport): { value: number; cells: string[] } {
  const [line] = readLines(`　　${quote}`);
  const [span] = line?.kind === 'prose' ? line.spans : [];
  assert.ok(span?.kind === 'quote', quote);
  const cells = span.terms.flatMap(term => placesOf(term, form).map(({ table, place }) => ({ table, place })));
  const sum = cells.reduce((total, { table, place }) => total + (grids.get(table.id)?.[place] ?? NaN), 0);
  return { value: Math.round(sum * 1e6) / 1e6, cells: cells.map(({ table, place }) => addressOf(table, place)) };
}

function placesOf(
  term: Parameters<typeof resolve>[0],
  form: Form,
): { table: Parameters<typeof addressOf>[0]; place: number }[] {
  const reference = resolve(term, form);
  if (reference.kind !== 'cells') return assert.fail(`${term.names.map(name => name.text).join('.')} is no cell`);
  return reference.places.map(place => ({ table: reference.table, place }));
}

/** A number as somebody writes it. */
export function numeral(value: number, random: Random): string {
  const way = random(6);
  if (way === 0) return String(value).replace(/\d/g, digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  if (way === 1 && Number.isInteger(value) && value >= 1000) return value.toLocaleString('en-US');
  if (way === 2 && Number.isInteger(value) && value > 0 && value < 100 && value !== 2) return chineseOrdinal(value);
  return String(value);
}
