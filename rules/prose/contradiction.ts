import { tidy, type Slip } from '../../model/index.ts';
import { rangeOf } from '../../text/index.ts';
import { replace } from '../edits.ts';
import type { Mend } from '../finding.ts';
import { say, type Draft } from '../rule.ts';

/** What is told of a sum, or a whole, that its own sentence contradicts. */
export function draftOfSlip(slip: Slip, line: number): Draft {
  const { kind, whole, addends } = slip;
  const total = totalOf(slip);
  const terms = addends.map(({ value }) => value).join('+');
  const sum = addends.length > 1 ? `${terms}=${total}` : terms;
  const isSum = kind === 'sum';
  return {
    range: rangeOf(line, whole),
    message: isSum
      ? say(`合计写的是 ${whole.value}，前面 ${sum}`, `${whole.value} is given as the sum, but ${sum}`)
      : say(`“其中”${sum}，多于 ${whole.value}`, `The parts, ${sum}, are more than the whole, ${whole.value}`),
    related: addends.map(one => ({
      range: rangeOf(line, one),
      message: isSum ? say('加在一起的数', 'One of the addends') : say('其中的一部分', 'One of the parts'),
    })),
    expected: total,
    actual: whole.value,
    mends: [...mends(slip, line)],
  };
}

const totalOf = ({ addends }: Slip): number => tidy(addends.reduce((sum, { value }) => sum + value, 0));

/** Of more addends than that, one is not offered each. */
const MOST = 3;

/** Any of the numbers may be the wrong one. */
function* mends(slip: Slip, line: number): Generator<Mend> {
  const { whole, addends } = slip;
  const total = totalOf(slip);
  const others = addends.length > MOST ? [] : addends;
  for (const [number, right] of [
    [whole, total] as const,
    ...others.map(one => [one, tidy(whole.value - total + one.value)] as const),
  ]) {
    if (right < 0) continue;
    yield {
      title: say(`文中的 ${number.value} 改为 ${right}`, `Change ${number.value} in the text to ${right}`),
      edits: [replace(line, number, String(right))],
      guess: true,
    };
  }
}
