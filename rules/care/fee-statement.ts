import type { Report } from '../../model/index.ts';
import { lineOf } from '../../model/index.ts';
import { copyWith, rangeOf } from '../../text/index.ts';
import { matchesIn, perLine } from '../paragraphs.ts';
import { headingRange, isUnwritten } from '../sections.ts';
import { say, type Draft, type Rule } from '../rule.ts';

/** Section 六 reports the processing fees for large requests, even where there were none. */
export const feeStatement: Rule = {
  id: 'fee-statement',
  group: 'care',
  severity: 'information',
  title: say('信息处理费没有说明', 'Processing fees are not reported'),
  scope: 'report',
  *check(report) {
    const index = report.blocks.findIndex(block => block.heading?.match?.section.id === 'others');
    const section = report.blocks[index];
    if (!section || isUnwritten(section) || (report.head.year ?? FIRST_YEAR) < FIRST_YEAR) return;
    const told = [...feesIn(report)];
    if (!told.some(({ block }) => block === index)) {
      yield {
        range: headingRange(report, index),
        message: say('没有说明信息处理费的收取情况', 'Nothing is said of processing fees'),
      };
    }
    yield* contradiction(told);
  },
};

/** The measures went into force with the year 2021. */
const FIRST_YEAR = 2021;

interface Told {
  readonly block: number;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** Whether anything was charged, where that is said. */
  readonly charged: boolean | undefined;
}

function* feesIn(report: Report): Generator<Told> {
  for (const [index, block] of report.blocks.entries()) {
    for (const { line, found } of feesOf(block)) {
      yield copyWith(found, { block: index, line: lineOf(report, index, line) });
    }
  }
}

function* contradiction(told: readonly Told[]): Generator<Draft> {
  const yes = told.find(({ charged }) => charged === true);
  const no = told.find(({ charged }) => charged === false);
  if (!yes || !no) return;
  yield {
    severity: 'warning',
    range: rangeOf(no.line, no),
    message: say('这里说没有收取信息处理费，别处说收取了', 'No fee was charged, it says here; elsewhere one was'),
    related: [{ range: rangeOf(yes.line, yes), message: say('这里说收取了', 'Charged, it says here') }],
  };
}

const feesOf = perLine(
  ({ text, written }): readonly Omit<Told, 'block' | 'line'>[] => {
    const told = matchesIn(text, FEE).map(({ 0: phrase, index }) => {
      const amount = /([0-9０-９][0-9０-９,，.]*)\s*(?:万元|元)/.exec(phrase)?.[1];
      const isNone = /未|没有|无/.test(phrase) || (amount !== undefined && !/[1-9１-９]/.test(amount));
      const charged = isNone ? false : amount === undefined ? undefined : true;
      return { start: index, end: index + phrase.length, charged };
    });
    // A part's title says what its text is about, whatever words that uses.
    return told.length > 0 ? told : [{ start: 0, end: written.length, charged: undefined }];
  },
  ['处理费'],
);

const FEE = /[^，。；,;]{0,24}(?:信息处理费|处理费用)[^，。；;]{0,16}/g;
