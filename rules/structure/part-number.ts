import { chineseOrdinal, rangeOf } from '../../text/index.ts';
import { replace } from '../edits.ts';
import { say, type Draft, type Rule } from '../rule.ts';

/** （一）, （二）, （三）: parts are counted from one and none is left out. */
export const partNumber: Rule = {
  id: 'part-number',
  group: 'structure',
  severity: 'information',
  title: say('小标题序号不连续', 'Parts are numbered wrongly'),
  description: say(
    '同一部分里的小标题从（一）起依次编号。从（二）开始、跳过一个或者重复一个，多半是增删时没有改过来。从（一）重新数起不算。',
    'The parts of a section are counted from （一）. One that begins with （二）, leaves a number out or gives one twice was usually not renumbered; beginning again with （一） is left alone.',
  ),
  example: {
    failing: '一、总体情况\n\n（二）主动公开。公开信息12条。\n',
    passing: '一、总体情况\n\n（一）主动公开。公开信息12条。\n（二）依申请公开。无。\n',
  },
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
