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
  reads: 'prose',
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
    range: rangeOf(line, told),
    // Who compares may choose another year.
    ...(told.as === 'compared' && { severity: 'information' as const }),
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
