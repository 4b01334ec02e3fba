import { textOf } from '../../grammar/index.ts';
import { rangeOf } from '../../text/index.ts';
import { replace } from '../edits.ts';
import { say, type Rule } from '../rule.ts';

/** A label that is certainly one of the form's, but not spelt so. */
export const rowLabel: Rule = {
  id: 'row-label',
  group: 'tables',
  severity: 'warning',
  title: say('行名有出入', 'Label differs'),
  description: say(
    '行名由格式规定。写错、少字、序号或标点不对的行名仍能认出来，数字照常检查，但应当改成格式的写法。',
    'The form fixes the labels. One that is misspelt, cut short or wrongly numbered is recognised and its numbers are checked, but it should be mended.',
  ),
  example: {
    failing:
      '四、政府信息公开行政复议、行政诉讼情况\n\n| 案件类型 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n| 行政复义 | 0 | 0 | 0 | 0 | 0 |\n',
    passing:
      '四、政府信息公开行政复议、行政诉讼情况\n\n| 案件类型 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n| 行政复议 | 0 | 0 | 0 | 0 | 0 |\n',
  },
  scope: 'block',
  *check({ block }) {
    for (const table of block.tables) {
      for (const { line, row, match } of table.rows) {
        if (!match || match.certainty === 'exact') continue;
        const label = textOf(row, row.label);
        yield {
          range: rangeOf(line, row.label),
          message: say(`行名“${label}”应为“${match.label}”`, `The label “${label}” should be “${match.label}”`),
          mends: [
            {
              title: say(`改为“${match.label}”`, `Change to “${match.label}”`),
              edits: [replace(line, row.label, match.label)],
            },
          ],
        };
      }
    }
  },
};
