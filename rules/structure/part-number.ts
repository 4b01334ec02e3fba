import { chineseOrdinal, rangeOf } from '../../text/index.ts';
import { replace } from '../edits.ts';
import { say, type Draft, type Rule } from '../rule.ts';

/** （一）, （二）, （三）: parts are counted from one and none is left out. */
export const partNumber: Rule = {
  id: 'part-number',
  group: 'structure',
  severity: 'information',
  title: say('小标题序号不连续', 'Parts are numbered wrongly'),
  reads: 'prose',
  scope: 'block',
  *check({ block }) {
    let before = 0;
    for (const { line, ordinal } of block.parts) {
      if (ordinal === undefined) continue;
      const right = before + 1;
      if (ordinal !== right && ordinal !== 1) {
        const draft = wrongNumber(block.lines[line], line, right);
        if (draft) yield draft;
      }
      before = ordinal;
    }
  },
};

type Lines = Parameters<Extract<Rule, { scope: 'block' }>['check']>[0]['block']['lines'];

function wrongNumber(written: Lines[number] | undefined, line: number, right: number): Draft | undefined {
  if (written?.kind !== 'part') return undefined;
  const number = `（${chineseOrdinal(right)}）`;
  return {
    range: rangeOf(line, written.ordinal),
    message: say(`按顺序应为${number}`, `In order, this should be ${number}`),
    mends: [
      {
        title: say(`改为${number}`, `Change to ${number}`),
        edits: [replace(line, written.ordinal, number)],
        guess: true,
      },
    ],
  };
}
