import type { Block } from '../../model/index.ts';
import { rangeOf } from '../../text/index.ts';
import { replace } from '../edits.ts';
import { say, type Draft, type Rule } from '../rule.ts';
import { yearsToldIn, type Role, type Told } from './years.ts';

/** Reports are written over last year's, and a year is easily left standing. */
export const staleYear: Rule = {
  id: 'stale-year',
  group: 'freshness',
  severity: 'warning',
  title: say('年份没有更新', 'A year left from last year'),
  description: say(
    '说本年工作的句子里写着上一年，把报告年度写成将来，结转、落款和发布日期用了上年稿子里的年份，多半是没有改过来；与前年比较的作提示。法规和文件的名称、文号、与上年的比较、上年结转、决算和已经发布的年报都不算。',
    'A sentence on this year’s work that names last year or speaks of the report’s year as of the future, requests carried over from or to a year too early, and an early day of signing were usually left from last year’s text. A comparison with the year before last is information. Names and numbers of laws and documents, comparisons, requests carried over, and last year’s accounts and report are left alone.',
  ),
  example: {
    failing: '示范镇2025年政府信息公开工作年度报告\n\n一、总体情况\n\n　　2024年，我镇认真落实信息公开要求。\n',
    passing:
      '示范镇2025年政府信息公开工作年度报告\n\n一、总体情况\n\n　　2025年，我镇认真落实信息公开要求，公开信息比2024年增加12条。\n',
  },
  scope: 'block',
  *check({ block, year }) {
    if (year === undefined) return;
    for (const { line, found } of yearsToldIn(block)) {
      const right = rightYear(found, year);
      if (right === undefined || !isInPlace(found.as, block, line)) continue;
      yield draft(found, right, line);
    }
  },
};

/** The year that must be meant; nothing where the year may be right. */
function rightYear({ value, as, years, isPast }: Told, year: number): number | undefined {
  switch (as) {
    case 'planned':
    case 'carriedOut':
    case 'signed':
      return value === year ? year + 1 : undefined;
    case 'compared':
    case 'carried':
      return value === year - 2 && !years.includes(year - 1) ? year - 1 : undefined;
    case 'period':
      return value === year - 1 ? year : undefined;
    case 'prefaced':
    case 'reported':
      if (years.includes(year)) return undefined;
      return value === year - 1 || (isPast && value === year + 1) ? year : undefined;
  }
}

const draft = (told: Told, right: number, line: number): Draft => {
  const what = WHAT[told.as];
  return {
    // Who compares may choose another year.
    ...(told.as === 'compared' && { severity: 'information' as const }),
    range: rangeOf(line, told),
    message: say(
      `${what.zh}，应为${right}年，不是${told.value}年`,
      `${what.en}: it should be ${right}, not ${told.value}`,
    ),
    mends: [
      { title: say(`改为${right}`, `Change to ${right}`), edits: [replace(line, told, String(right))], guess: true },
    ],
  };
};

const WHAT: Readonly<Record<Role, Draft['message']>> = {
  period: say('这里说的是报告年度的起止', 'This tells the period of the report'),
  reported: say('这里说的是报告年度', 'This speaks of the year of the report'),
  prefaced: say('这里说的是本报告', 'This speaks of the report itself'),
  carriedOut: say('这里说的是结转下年的申请', 'This speaks of what is carried over to the next year'),
  planned: say('这里说的是今后的打算', 'This speaks of what is planned'),
  signed: say('报告在报告年度之后发布', 'The report is published after its year'),
  compared: say('这里是与上年比较', 'This compares with the year before'),
  carried: say('这里说的是上年结转的申请', 'This speaks of what was carried over from the year before'),
};

/**
 * Only in the preface does a report speak of itself; elsewhere 编制2024年年度报告 is a task of this year. A line with a
 * date alone is the day of signing at the text's end or close below the title.
 */
function isInPlace(as: Role, { lines, heading }: Block, line: number): boolean {
  if (as === 'prefaced') return heading === undefined;
  if (as !== 'signed' || heading === undefined) return line < 6 || as !== 'signed';
  let next = line + 1;
  while (lines[next]?.kind === 'blank') next++;
  return next === lines.length;
}
