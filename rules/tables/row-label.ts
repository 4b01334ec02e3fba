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
