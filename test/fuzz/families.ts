import { forms, tablesOf, type TableForm } from '../../forms/index.ts';
import { MAX_LINE } from '../../grammar/index.ts';
import { blankRows, writeRows } from '../../model/index.ts';
import { makeReport } from '../kit/reports.ts';

/** A kind of text that something in us might take too long over, in any length. */
export interface Family {
  readonly name: string;
  readonly make: (length: number) => string;
}

const TITLE = '示范市2025年政府信息公开工作年度报告\n\n';
const OVERVIEW = `${TITLE}一、总体情况\n\n`;

const table = (id: string): TableForm => {
  const found = tablesOf(forms.at(-1)!).find(one => one.id === id);
  if (!found) throw new Error(`no table ${id}`);
  return found;
};

const rowsOf = (id: string, value: (row: number, column: number) => string): string[] => {
  let count = 0;
  return writeRows(blankRows(table(id), () => value(0, count++)));
};

const APPLICATIONS = `${TITLE}三、收到和处理政府信息公开申请情况\n\n`;
const DISPUTES = `${TITLE}四、政府信息公开行政复议、行政诉讼情况\n\n`;
const REPORT = makeReport(1).text;
const LABEL =
  rowsOf('applications', () => '1')[1]
    ?.split('|')[1]
    ?.trim() ?? '';

const repeat =
  (piece: string, head = '', tail = ''): Family['make'] =>
  length =>
    head + piece.repeat(Math.ceil(length / piece.length)) + tail;

/** Pieces of one text that differ by their number. */
const counted =
  (piece: (number: number) => string, head = ''): Family['make'] =>
  length => {
    let text = head;
    for (let number = 1; text.length < length; number++) text += piece(number);
    return text;
  };

/** Lines just about as long as lines are read. */
const inLongLines = (piece: string, head = OVERVIEW): Family['make'] =>
  repeat(`${piece.repeat(Math.ceil(LONGEST / piece.length)).slice(0, LONGEST)}\n`, head);

const LONGEST = MAX_LINE - 10;

const all: Readonly<Record<string, Family['make']>> = {
  'one reading of a right report after another': repeat(REPORT),
  'all rows the same': repeat(`| ${LABEL} | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n`, APPLICATIONS),
  'all rows the same, their sums failing': repeat(`| ${LABEL} | 1 | 2 | 3 | 4 | 5 | 6 | 7 |\n`, APPLICATIONS),
  'whole tables with every sum failing': repeat(`${rowsOf('applications', () => '7').join('\n')}\n\n`, APPLICATIONS),
  'whole tables, computed throughout': repeat(`${rowsOf('applications', () => '=').join('\n')}\n\n`, APPLICATIONS),
  'whole tables, blank throughout': repeat(`${rowsOf('applications', () => '').join('\n')}\n\n`, APPLICATIONS),
  'sections that each hold a failing table': repeat(
    `${APPLICATIONS}${rowsOf('applications', () => '7').join('\n')}\n\n`,
  ),
  'rows of another label each': counted(number => `| 第${number}项 | 1 | 2 | 3 | 4 | 5 |\n`, DISPUTES),
  'labels that nearly match': counted(number => `| ${LABEL.replace('新', String(number % 10))} | 1 |\n`, APPLICATIONS),
  'labels of the form cut short': counted(
    number => `| ${LABEL.slice(0, 1 + (number % LABEL.length))} | 1 |\n`,
    APPLICATIONS,
  ),
  'labels twice as long as the form has them': repeat(`| ${LABEL}${LABEL} | 1 | 2 |\n`, APPLICATIONS),
  'labels of one character': repeat('| 一 | 1 |\n', APPLICATIONS),
  'labels of a thousand characters': repeat(`| ${'本年新收'.repeat(250)} | 1 |\n`, APPLICATIONS),
  'rows without a label': repeat('|  | 1 | 2 |\n', APPLICATIONS),
  'rows of nothing but bars': repeat(`${'|'.repeat(60)}\n`, APPLICATIONS),
  'rows without an end': repeat(`| ${LABEL} | 1\n`, APPLICATIONS),
  'rows of a thousand cells': repeat(`| ${LABEL} ${'| 1 '.repeat(1000)}|\n`, APPLICATIONS),
  'one row without an end to it': repeat('| 1 ', `${APPLICATIONS}| ${LABEL} `),
  'heads of tables and nothing else': repeat(
    '| 案件类型 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n',
    DISPUTES,
  ),
  'articles and nothing else': repeat('第二十条第（一）项\n', `${TITLE}二、主动公开政府信息情况\n\n`),
  'articles each with a row': repeat(
    '第二十条第（一）项\n| 规章 | 1 | 2 | 3 |\n',
    `${TITLE}二、主动公开政府信息情况\n\n`,
  ),
  'headings of one section': repeat('一、总体情况\n'),
  'headings of all sections in turn': counted(number => `${'一二三四五六'[number % 6] ?? ''}、总体情况\n`, TITLE),
  'headings of sections that the form has not': counted(number => `七、附件${number}\n`, TITLE),
  'sections that each say a number': repeat('一、总体情况\n（二）依申请公开。收到政府信息公开申请12件。\n', REPORT),
  'sections that each hold a table of another': repeat('一、总体情况\n| 行政复议 | 1 | 0 | 0 | 0 | 2 |\n', DISPUTES),
  'headings that are none': counted(number => `${number}、另有情况\n`, TITLE),
  'parts and nothing else': repeat('（一）主动公开\n', OVERVIEW),
  'parts about requests': repeat('（二）依申请公开\n　　无\n\n', OVERVIEW),
  'lines that say there is nothing': repeat('　　无\n\n', APPLICATIONS),
  'parts with rising numbers': counted(number => `（${number}）主动公开\n`, OVERVIEW),
  titles: repeat(TITLE.trim() + '\n'),
  'titles of another organ each': counted(number => `示范${number}县2025年政府信息公开工作年度报告\n`),
  fields: repeat('机关：示范市\n', TITLE),
  'fields that nobody knows': counted(number => `字段${number}：值\n`, TITLE),
  'fields that contradict the title': counted(number => `年度：${2000 + (number % 25)}\n机关：另${number}县\n`, TITLE),
  'fields of editions that there are not': counted(number => `格式：${number}\n`, TITLE),
  'one endless line of prose': repeat('全年主动公开政府信息十二件。', OVERVIEW),
  'one endless line without a stop': repeat('年', OVERVIEW),
  'short paragraphs': repeat('　　全年主动公开政府信息 12 件。\n\n', OVERVIEW),
  'paragraphs of numbers': counted(
    number => `　　共收到申请 ${number} 件，办结 ${number} 件，结转 ${number} 件。\n`,
    OVERVIEW,
  ),
  'paragraphs of thousands of numbers': repeat('收到12件，', OVERVIEW),
  'numbers of any length': repeat('1234567890', OVERVIEW),
  'Chinese numerals of any length': repeat('一二三四五六七八九〇', OVERVIEW),
  'years and years': repeat('2024年、', OVERVIEW),
  'doubled words': repeat('公开公开', OVERVIEW),
  'one character over and over': repeat('啊', OVERVIEW),
  'quotes that are right': repeat('收到{本年新收.总计}件。', OVERVIEW),
  'quotes that are right, a line each': repeat('　　收到{本年新收.总计}件。\n', OVERVIEW),
  'quotes that nothing is known of': counted(number => `{第${number}项.总计}\n`, OVERVIEW),
  'quotes of many terms': repeat(`{${'本年新收.总计 + '.repeat(50)}本年新收.总计}\n`, OVERVIEW),
  'braces that are never closed': repeat('{', OVERVIEW),
  'brackets in brackets': length => `${OVERVIEW}${'（'.repeat(length / 2)}${'）'.repeat(length / 2)}`,
  'quotation marks in quotation marks': length => `${OVERVIEW}${'“'.repeat(length / 2)}${'”'.repeat(length / 2)}`,
  'quotation marks that are never closed': repeat('“甲', OVERVIEW),
  'bold marks': repeat('**', OVERVIEW),
  'bold words': repeat('**甲**', OVERVIEW),
  'back slashes': repeat('\\', OVERVIEW),
  'long lines of numbers': inLongLines('1234567890'),
  'long lines of numerals': inLongLines('一二三四五六七八九〇'),
  'long lines of figures': inLongLines('收到12件，'),
  'long lines of figures and their parts': inLongLines('全年收到政府信息公开申请12件，其中自然人3件；'),
  'long lines of years': inLongLines('2024年、'),
  'long lines of last year': inLongLines('2024年，我镇'),
  'long lines of words that the form knows': inLongLines('收到政府信息公开申请'),
  'long lines of nothing': inLongLines('无行政复议、行政诉讼、'),
  'long lines of doubled words': inLongLines('公开公开'),
  'long lines of one character': inLongLines('啊'),
  'long lines of organs': inLongLines('示范头镇'),
  'long lines of half-width punctuation': inLongLines('甲,乙;丙.'),
  'long lines of brackets': inLongLines('（'),
  'long lines of closing brackets': inLongLines('1）'),
  'long lines of quotation marks': inLongLines('“甲'),
  'long lines of titles': inLongLines('《通知》'),
  'long lines of titles that are never closed': inLongLines('《通知'),
  'long lines of notices': inLongLines('《格式》国办公开办函〔2019〕60号'),
  'long lines of fees': inLongLines('收取信息处理费12元'),
  'long lines of gaps': inLongLines('共XX件'),
  'long lines of applicants': inLongLines('申请人王某'),
  'long lines of periods': inLongLines('统计期限为2024年1月1日'),
  'long lines of mail addresses': inLongLines('a.b-c'),
  'long lines of web addresses': inLongLines('www.a'),
  'long lines of quotes': inLongLines('收到{本年新收.总计}件。'),
  'long lines of quotes that nothing is known of': inLongLines('{甲}'),
  'long lines of open braces': inLongLines('{'),
  'long lines of spaces': inLongLines('　'),
  'long lines of letters': inLongLines('a'),
  'long lists of sections in the preface': inLongLines('包括总体情况，', TITLE),
  'long titles': length => `${'示范市2025年政府信息公开'.repeat(Math.ceil(length / 14))}\n`,
  'long lines of titles in the head': inLongLines('示范市2025年政府信息公开', ''),
  'long rows': inLongLines('| 1 ', APPLICATIONS),
  'long cells': inLongLines('9', `${APPLICATIONS}| ${LABEL} | `),
  'dates, a line each': repeat('2026年1月20日\n\n', OVERVIEW),
  comments: repeat('// 待核\n', TITLE),
  'silences of the next line': repeat('// 忽略：row-total 待核\n', TITLE),
  'silences of the whole text': repeat('// 忽略全文：row-total 待核\n', TITLE),
  'silences of many rules': repeat(`// 忽略：${'row-total '.repeat(50)}\n`, TITLE),
  'silences of rules that there are not': counted(
    number => `// 忽略：row-${'abcdefgh'[number % 8]}${'x'.repeat(number % 5)} 待核\n`,
    TITLE,
  ),
  'silences between rows': repeat(
    `// 忽略：duplicate-row 待核\n| ${LABEL} | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n`,
    APPLICATIONS,
  ),
  'line ends': repeat('\n\r\n\r'),
  spaces: repeat(' '),
  'ideographic spaces in lines': repeat('　　\n', OVERVIEW),
  'invisible characters': repeat('\u200b\ufeff', OVERVIEW),
  'halves of characters': repeat('\ud83d', OVERVIEW),
  'half-width punctuation between words': repeat('甲,乙;丙.', OVERVIEW),
  'identity cards': repeat('110101199003078515 ', OVERVIEW),
  addresses: repeat('http://example.com/a ', OVERVIEW),
};

/** All families. */
export const families: readonly Family[] = Object.entries(all).map(([name, make]) => ({ name, make }));
