import { formOfYear } from '../../forms/index.ts';
import { replace } from '../edits.ts';
import { say, type Rule } from '../rule.ts';

/** A report without a title says neither whose it is nor of which year. */
export const missingTitle: Rule = {
  id: 'missing-title',
  group: 'structure',
  severity: 'error',
  title: say('缺少标题', 'No title'),
  scope: 'report',
  *check({ head, tree, forms }) {
    if (head.title) return;
    const first = tree.lines.findIndex(line => line.kind !== 'blank' && line.kind !== 'comment');
    const line = Math.max(first, 0);
    const { organ, year } = head;
    const sure = organ !== undefined && year !== undefined && formOfYear(forms, year) !== undefined;
    const title = sure ? `${organ}${year}年政府信息公开工作年度报告` : undefined;
    yield {
      range: { start: { line, character: 0 }, end: { line, character: tree.lines[line]?.text.length ?? 0 } },
      message: say(
        '第一行应当是标题，例如“示范市2025年政府信息公开工作年度报告”',
        'The first line must be the title, such as “示范市2025年政府信息公开工作年度报告”',
      ),
      ...(title !== undefined && {
        mends: [
          {
            title: say(`补上标题“${title}”`, `Insert the title “${title}”`),
            edits: [replace(line, { start: 0, end: 0 }, `${title}\n\n`)],
          },
        ],
      }),
    };
  },
};
