import { fields } from '../../forms/index.ts';
import { toHalfWidth, type Span } from '../../text/index.ts';
import { perLine, sentencesOf } from '../paragraphs.ts';

/**
 * As what a sentence names a year: the one that the report is about, or its first or last day; the one to come (what is
 * planned, the day on which the report is signed); or the one before (what is compared with, what was carried over).
 */
export type Role = 'reported' | 'prefaced' | 'period' | 'planned' | 'signed' | 'compared' | 'carried' | 'carriedOut';

/** A year in a sentence. */
export interface Told extends Span {
  readonly value: number;
  readonly as: Role;
  /** All years of the sentence. */
  readonly years: readonly number[];
  /** What the sentence tells is certainly done: a year to come is wrong. */
  readonly isPast: boolean;
}

const PUBLISHED = fields.find(({ key }) => key === 'published')?.label ?? '';

/** The years that the prose of a block names, and as what. */
export const yearsToldIn = perLine(
  (prose): readonly Told[] => {
    if (!MAYBE.test(prose.written)) return [];
    if (prose.written.length <= LONGEST_DATE) {
      const written = toHalfWidth(prose.written);
      const signed = DATE.exec(written);
      if (signed) return signedIn(signed, written);
    }
    const sentences = [...sentencesOf(toHalfWidth(prose.text))];
    return sentences.flatMap(({ start, text }, place) =>
      toldIn(text, start, sentences[place + 1]?.text.trimStart() ?? ''),
    );
  },
  ['20', '２０', '2０', '２0', PUBLISHED],
);

/** Before anything is done to a line: a year in whatever digits, or the day of publishing. */
const MAYBE = /[2２][0０][\d０-９]{2}(?:\s*年|[-/.])/;

/** 2026年1月20日 or 发布日期：2026-01-20 and nothing else; later than in June, nothing was left from last year. */
const DATE = new RegExp(
  `^(?:[\\s(]*|${PUBLISHED}:\\s*)(?=20\\d\\d\\s*[-/.年]\\s*0?[1-6]\\s*[-/.月]\\s*\\d{1,2}\\s*日?[\\s)]*$)`,
);
const LONGEST_DATE = 40;

function signedIn([lead]: RegExpExecArray, text: string): Told[] {
  const start = lead.length;
  const value = Number(text.slice(start, start + 4));
  return [{ start, end: start + 4, value, as: 'signed', years: [value], isPast: false }];
}

function toldIn(sentence: string, start: number, next: string): Told[] {
  const found = [...sentence.matchAll(YEAR)];
  // A list of years is no sentence on one of them.
  if (found.length > MOST) return [];
  const years = found.map(([whole]) => Number(whole.slice(0, 4)));
  const bare = withoutSpaces(sentence);
  return found.flatMap(({ 0: whole, index: at }, place): Told[] => {
    const value = years[place] ?? NaN;
    const as = roleOf({ sentence: bare, next, value, around: around(sentence, at, at + whole.length) });
    if (as === undefined) return [];
    const isPast = PAST.test(bare) && !AHEAD.test(bare);
    return [{ start: start + at, end: start + at + 4, value, as, years, isPast }];
  });
}

const YEAR = /(?<![\d〔[(.-])20\d\d\s*年/g;
const MOST = 12;

const withoutSpaces = (text: string): string => text.replace(/\s+/g, '');

/** A year with what stands around it, as `around` has it, and its sentence without spaces. */
interface Placed {
  readonly value: number;
  readonly around: string;
  readonly sentence: string;
  readonly next: string;
}

/**
 * As much as tells what a year is, which is `＊` there, without spaces; a mark stands for what is cut off, so that it is
 * not taken for a beginning.
 */
function around(sentence: string, start: number, end: number): string {
  const from = Math.max(0, start - REACH);
  const near = withoutSpaces(`${sentence.slice(from, start)}＊${sentence.slice(end, end + REACH)}`);
  return from === 0 ? near : `…${near}`;
}

const REACH = 80;

function roleOf(placed: Placed): Role | undefined {
  const told = ROLES.find(({ reads }) => reads.test(placed.around));
  if (told) return told.unless?.test(placed.sentence) ? undefined : told.as;
  return PAPERS.test(placed.around) || EXCUSES.test(placed.sentence) || DOCUMENTS.test(placed.around)
    ? undefined
    : workOf(placed);
}

interface Reading {
  readonly as: Role;
  /** What stands around the year `＊`. */
  readonly reads: RegExp;
  /** What the sentence must not say besides. */
  readonly unless?: RegExp;
}

/** In words that leave no doubt; the first that fits. */
const ROLES: readonly Reading[] = [
  // 较2024年增加14条，与2024年相比
  { as: 'compared', reads: /[较比]＊(?:度|全年|同期)*的?[^,。]{0,10}(?:增|减|升|降|多|少|提高|翻|持平)/ },
  { as: 'compared', reads: /[较比与同和]＊(?:度|全年|同期)*(?:相比|比较|对比|基本持平|持平)/ },
  // 2024年结转1件，结转至2026年继续办理2件
  { as: 'carried', reads: /(?<![转延至到入])＊度?(?:结转|转结)/ },
  {
    as: 'carriedOut',
    reads: /(?:^|[,;:])[^,;:、]{0,4}(?:结转|顺延|转)[至到入]?＊度?(?:继续)?(?:办理|答复|处理)/,
    unless: /上年|上一年|去年|[由从自]20/,
  },
  // 2026年，我镇将进一步……; 将 by itself may be 把, and a plan that was carried out is this year’s.
  {
    as: 'planned',
    reads:
      /^(?:(?:下一步|今后|在|展望),?)?＊度?的?(?:工作中)?,?[^,。]{0,12}(?:[将要](?:进一步|继续|着力|不断|持续|加强|加大|重点(?=做|抓|围绕|加|推|从|在|解决|突出)|从|紧紧|围绕|深入|坚持)|计划|打算|拟)/,
    unless: /实际|完成|已|均/,
  },
  // 2025年1月1日至2025年12月31日, where it is not the period of the numbers, which has a rule of its own
  {
    as: 'period',
    reads: /^(?![^＊]*(?:统计|期限|时限))[^＊]*＊1月1日起?[至到—~-]/,
    unless: /行动|规划|计划|有效|任期|期满|[二两三五]年/,
  },
  {
    as: 'period',
    reads: /^(?![^＊]*(?:统计|期限|时限))[^＊]*1月1日起?[至到—~-]+＊12月31日/,
    unless: /行动|规划|计划|有效|任期|期满|[二两三五]年/,
  },
  // 现将2025年政府信息公开情况报告如下
  {
    as: 'reported',
    reads: /(?:(?:现将|编制|编写)[^,]{0,30}|[镇乡道县市区局委府])＊度?的?(?:政府|政务)?(?:信息)?公开[^,]{0,16}如下/,
  },
  // ……编制了2025年政府信息公开工作年度报告, and a line that is the title once more
  {
    as: 'prefaced',
    reads: /(?:(?:现将|编制|编写)[^,]{0,30}|^[^,]{2,24}[镇乡道县市区局委府])＊度?的?(?:政府|政务)?(?:信息)?公开/,
  },
];

/** The work of the year, where neither this sentence nor the next holds it against another year’s. */
function workOf({ around, sentence, next, value }: Placed): Role | undefined {
  const isBeside = next.startsWith(String(value + 1)) || /^(?:今年|本年)/.test(next);
  if (OPENING.some(reads => reads.test(around))) return isBeside && CHANGE.test(next) ? undefined : 'reported';
  return INSIDE.some(reads => reads.test(around)) && !isBeside && !CHANGE.test(sentence) ? 'reported' : undefined;
}

/** 2024年，我镇…… or （一）主动公开。2024年以来，…… What was decided above is another matter. */
const OPENING: readonly RegExp[] = [
  /^＊(?:度|以来|全年|内|期间)?[,、](?!党中央|中央|国务院|国家|全国|党的|习近平|全省|省委|省政府|省人民政府)/,
  /^＊(?:度|以来|全年|内)?(?:我|本|全[^国省]|共|累计|通过|收到|未|没有|在|主动公开|镇|乡|街道|县|市|区|局)/,
  /[,:]＊(?:度|以来|全年)?,?(?:我|本|全)(?:镇|乡|街道|局|委|办|县|市|区|单位|机关|部门|中心)/,
];

/** 我镇2024年度……, 截至2024年12月31日 */
const INSIDE: readonly RegExp[] = [
  /(?<![较比与同和跟].{0,6})(?:我|本|全)(?:镇|乡|街道?|局|委|办|县|市|区|单位|机关|部门|中心)＊/,
  /截[至止]到?＊(?:12月31日|12月底|底|末)/,
];

/** What last year has left behind: its report, its list of tasks, its appraisal. */
const PAPERS =
  /＊度?的?(?:政府|政务|财政|部门|村务)?(?:信息)?(?:公开)?(?:工作)?(?:年度)?(?:报告|年报|要点|考核|测评|评估|计划|总结|清单|台账|目录|数据|统计)/;

const CHANGE = /较|相比|对比|比20|同比|环比|同期|上年|去年|上一年|增加|减少|增长|下降|提高|提升至|持平/;

/** Last year has its place in these, whatever else they say. */
const EXCUSES =
  /今年|往年|以前|此前|历年|曾|结转|转结|顺延|决算|预算|评为|荣获|获得|授予|获评|制定的|启动|成立|整改|反馈|指出|考核结果|评估结果|测评结果|由20|从20|自20\d\d年(?!1月1日)|20\d\d[-—–~至]|年报|相比|的基础上|五年/;

/** A document that was made in the year; one that was made so many times is of the year’s work. */
const DOCUMENTS = /＊[^＊]*(?:印发|出台|修订|颁布|施行)(?!了?[^,;]{0,20}\d+(?:件|份|个|部|期|次))/;

/** What was counted is done. */
const PAST = /共|累计|收到|没有|未|\d余?(?:件|条|次|篇|期|场|人次)|举办|完成了|开展了/;
const AHEAD = /将|拟|计划|打算|预计|力争|争取|要|继续|下一?步|明年|展望/;
