import { rangeOf, toHalfWidth, type Span } from '../../text/index.ts';
import { replace } from '../edits.ts';
import { perLine, sentencesOf } from '../paragraphs.ts';
import { say, type Draft, type Rule } from '../rule.ts';

/** Reports are written over last year's, and a year is easily left standing. */
export const staleYear: Rule = {
  id: 'stale-year',
  group: 'freshness',
  severity: 'warning',
  title: say('年份没有更新', 'A year left from last year'),
  description: say(
    '说本年工作的句子里写着上一年，或者把报告年度写成将来，多半是沿用了上年的稿子。法规和文件的名称、文号、与上年的比较、上年结转、决算和已经发布的年报都不算。',
    'A sentence on this year’s work that names last year, or that speaks of the report’s year as of the future. Names and numbers of laws and documents, comparisons, requests carried over, and last year’s accounts and report are left alone.',
  ),
  example: {
    failing: '示范镇2025年政府信息公开工作年度报告\n\n一、总体情况\n\n　　2024年，我镇认真落实信息公开要求。\n',
    passing:
      '示范镇2025年政府信息公开工作年度报告\n\n一、总体情况\n\n　　2025年，我镇认真落实信息公开要求，公开信息比2024年增加12条。\n',
  },
  scope: 'block',
  *check({ block, year }) {
    if (year === undefined) return;
    for (const { line, found } of toldOf(block)) {
      const right = rightYear(found, year);
      if (right !== undefined) yield draft(found, right, line);
    }
  },
};

/** A year that a sentence says something of: what was done in it, or what will be. */
interface Told extends Span {
  readonly value: number;
  readonly tense: 'done' | 'planned';
  /** The other years of the sentence. */
  readonly others: readonly number[];
}

/** The year that must be meant; nothing where the year may be right. */
function rightYear({ value, tense, others }: Told, year: number): number | undefined {
  if (tense === 'planned') return value === year ? year + 1 : undefined;
  return value === year - 1 && !others.includes(year) ? year : undefined;
}

const draft = (told: Told, right: number, line: number): Draft => ({
  range: rangeOf(line, told),
  message:
    told.tense === 'planned'
      ? say(`说今后打算写的是${told.value}年，应为${right}年`, `What is planned is of ${right}, not of ${told.value}`)
      : say(`这里说的是报告年度，应为${right}年，不是${told.value}年`, `This speaks of ${right}, not of ${told.value}`),
  mends: [
    {
      title: say(`改为${right}`, `Change to ${right}`),
      edits: [replace(line, told, String(right))],
      guess: true,
    },
  ],
});

const toldOf = perLine((prose): readonly Told[] => {
  if (!/[2２][0０]/.test(prose)) return [];
  const text = toHalfWidth(prose);
  return [...sentencesOf(text)].flatMap(({ start, text: sentence }) => toldIn(sentence, start));
});

function toldIn(sentence: string, start: number): Told[] {
  const years = [...sentence.matchAll(YEAR)].map(found => ({ at: found.index, value: Number(found[0]) }));
  if (years.length === 0 || EXCUSES.test(sentence)) return [];
  const isPlan = PLANNED.test(sentence);
  return years.flatMap(({ at, value }) => {
    const [ahead, behind] = [sentence.slice(0, at), sentence.slice(at + 4)];
    if (!isPlan && !OWN.some(([before, after]) => before.test(ahead) && after.test(behind))) return [];
    const others = years.map(one => one.value).filter(other => other !== value);
    return [
      {
        start: start + at,
        end: start + at + 4,
        value,
        tense: isPlan ? ('planned' as const) : ('done' as const),
        others,
      },
    ];
  });
}

const YEAR = /(?<![\d〔[(.-])20\d\d(?=\s*年)/g;

/** Last year has its place in these, whatever else they say. */
const EXCUSES =
  /较|相比|对比|同比|环比|同期|上年|去年|上一年|往年|以前|此前|历年|曾|结转|转结|顺延|决算|预算|评为|荣获|获得|授予|获评|印发|出台|修订|颁布|施行|制定的|启动|成立|整改|反馈|指出|考核结果|评估结果|测评结果|增加|减少|增长|下降|提高|提升至|持平|由20|从20|自20\d\d年(?!\s*1\s*月\s*1\s*日)|20\d\d\s*[-—–~至]|年报|的基础上|比20|五年/;

/** The work of the year that the report is about: what stands before the year, and behind it. */
const OWN: readonly (readonly [RegExp, RegExp])[] = [
  // 2024年，我镇……  （一）主动公开。2024年以来，……
  [/^[\s\u3000]*$/, /^\s*年(?:度|以来|全年|内)?\s*[,，、]/],
  [/^[\s\u3000]*$/, /^\s*年(?:度|以来|全年|内)?\s*(?:我|本|全|共|累计|通过|收到|未|没有|在|镇|乡|街道|县|市|区|局)/],
  // 我镇2024年度……  本单位2024年……
  [/(?:我|本|全)(?:镇|乡|街道|街|局|委|办|县|市|区|单位|机关|部门|中心)\s*$/, /^\s*年/],
  // 现将2024年政府信息公开情况报告如下
  [/(?:现将|现公布|编制|编写)[^,，]{0,30}$/, /^\s*年(?:度)?(?:的)?(?:政府|政务)?(?:信息)?公开/],
  [/(?:截至|截止到?)\s*$/, /^\s*年\s*(?:12\s*月\s*31\s*日|12\s*月底|底|末)/],
  // What has its own rule, reporting-period, is left to it.
  [/^(?!.*(?:统计|期限|时限))/, /^\s*年\s*1\s*月\s*1\s*日\s*(?:起)?\s*(?:至|到|-|—|~)/],
  [/^(?!.*(?:统计|期限|时限)).*1\s*月\s*1\s*日\s*(?:起)?\s*(?:至|到|-|—|~)\s*$/, /^\s*年\s*12\s*月\s*31\s*日/],
];

/** What is still to be done: 将 by itself may be 把. */
const PLANNED =
  /^[\s\u3000]*20\d\d\s*年(?:度)?\s*[,，]?[^,，。]{0,12}(?:将(?:进一步|继续|着力|不断|持续|加强|加大|重点|从|紧紧|围绕|深入|坚持)|计划|打算|拟)/;
