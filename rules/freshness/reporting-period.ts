import { rangeOf, toHalfWidth } from '../../text/index.ts';
import { replace } from '../edits.ts';
import { matchesIn, perLine } from '../paragraphs.ts';
import { say, type Rule } from '../rule.ts';

/** The report is about one calendar year, and says so. */
export const reportingPeriod: Rule = {
  id: 'reporting-period',
  group: 'freshness',
  severity: 'warning',
  title: say('统计期限不是报告年度', 'The period is not the year of the report'),
  reads: 'prose',
  scope: 'block',
  *check({ block, year }) {
    if (year === undefined) return;
    for (const { line, found } of periodsOf(block)) {
      if (isWholeYear(found, year)) continue;
      const right = `${year}年1月1日至${year}年12月31日`;
      yield {
        range: rangeOf(line, found),
        message: say(`统计期限写的是“${found.text}”，应为${right}`, `The period should be ${right}`),
        mends: [{ title: say(`改为${right}`, `Change to ${right}`), edits: [replace(line, found, right)] }],
      };
    }
  },
};

interface Period {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly from: Day;
  readonly to: Day;
}

type Day = readonly [year: number, month: number, day: number];

/** Dates that a sentence on the period of the numbers names; other dates are other matters. */
const periodsOf = perLine(({ text: prose, written }): readonly Period[] => {
  if (!/[2２][0０]/.test(written)) return [];
  return matchesIn(toHalfWidth(prose), PERIOD).map(({ 0: whole, 1: lead = '', index, groups = {} }) => {
    const number = (name: string, otherwise: number): number => Number(groups[name] ?? otherwise);
    const [start, end] = [index + lead.length, index + whole.length];
    const year = number('year', NaN);
    return {
      start,
      end,
      text: prose.slice(start, end),
      from: [year, number('month', 1), number('day', 1)],
      to: [number('lastYear', year), number('lastMonth', 12), number('lastDay', 31)],
    };
  });
}, '统计期 统计时 统计周 统计区 统计范 统计的 统计数据 数据期 数据时 数据周 数据区 数据的 数据统计'.split(' '));

/** 2025年1月1日至12月31日, the days or all behind the year left out. */
const PERIOD =
  /((?:统计(?:数据)?(?:的)?(?:期限|时限|时间|时段|周期|区间|范围|期间)|数据(?:统计)?(?:的)?(?:期限|时限|时间|时段|周期|区间|期间))[^。;0-9]{0,16})(?<year>20\d\d)\s*年\s*(?:(?<month>\d{1,2})\s*月(?:\s*(?<day>\d{1,2})\s*日)?\s*(?:起\s*)?(?:[,，]\s*)?(?:至|到|—+|[-–~])\s*(?:(?<lastYear>20\d\d)\s*年\s*)?(?<lastMonth>\d{1,2})\s*月(?:\s*(?<lastDay>\d{1,2})\s*日|底|末)?|度?全年|度(?=[。，;]))/g;

const isWholeYear = ({ from, to }: Period, year: number): boolean =>
  from.join() === `${year},1,1` && to.join() === `${year},12,31`;
