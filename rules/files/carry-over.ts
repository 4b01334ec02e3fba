import type { TableForm } from '../../forms/index.ts';
import { addressOf } from '../../model/index.ts';
import { numberMend, rangeOfPlace } from '../cells.ts';
import { moveFinding } from '../finding.ts';
import { say, type Draft, type Rule } from '../rule.ts';
import { cellName, cellNameEnglish } from '../words.ts';
import { differencesIn, type Difference } from './carried.ts';
import { tableIn } from './facts.ts';

/** What last year left for this year is what this year begins with. */
export const carryOver: Rule = {
  id: 'carry-over',
  group: 'across files',
  severity: 'warning',
  title: say('与上年报告衔接不上', 'Does not follow on last year’s report'),
  scope: 'neighbours',
  *check(report, neighbours) {
    const before = neighbours.lastYear(report);
    if (!before) return;
    for (const [index, block] of report.blocks.entries()) {
      for (const now of block.tables) {
        const { form, home, sums } = now;
        for (const difference of differencesIn({ form, home, grid: sums.grid }, tableIn(before.facts, form.id))) {
          const { place } = difference;
          const range = rangeOfPlace(now, place);
          if (!range) continue;
          const expected = difference.kind === 'carried' ? difference.before : undefined;
          const mend = expected === undefined ? undefined : numberMend(now, place, expected);
          const message = messageOf(form, difference);
          const draft: Draft = {
            range,
            message: say(`${message.zh}（${before.name}）`, `${message.en} (${before.name})`),
            ...(expected === undefined && { severity: 'information' as const }),
            cells: [addressOf(form, place)],
            ...(expected !== undefined && { expected, actual: difference.value }),
            ...(mend && { mends: [{ guess: true, ...mend }] }),
          };
          yield moveFinding(draft, report.starts[index] ?? 0);
        }
      }
    }
  },
};

function messageOf(form: TableForm, difference: Difference): Draft['message'] {
  const { place, value, before } = difference;
  const [name, english] = [cellName(form, place), cellNameEnglish(form, place)];
  switch (difference.kind) {
    case 'carried':
      return say(
        `${name}为 ${value}，上年报告结转下年度的是 ${before}`,
        `${english} is ${value}; last year’s report carried over ${before}`,
      );
    case 'stock': {
      const { issued, repealed, expected } = difference;
      return say(
        `${name}为 ${value}，按上年 ${before} 加制发 ${issued} 减废止 ${repealed} 是 ${expected}`,
        `${english} is ${value}; last year’s ${before} plus ${issued} issued less ${repealed} repealed make ${expected}`,
      );
    }
    case 'jump':
      return say(
        `${name}为 ${value}，上年为 ${before}，相差十倍以上，请核对`,
        `${english} is ${value}, and was ${before} last year: ten times apart`,
      );
  }
}
