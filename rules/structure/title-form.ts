import { rangeOf, type Span } from '../../text/index.ts';
import type { Report, Title, TitleFault } from '../../model/index.ts';
import { replace } from '../edits.ts';
import type { Mend } from '../finding.ts';
import { say, type Draft, type Rule } from '../rule.ts';

/** The title must say whose report of which year it is; how it says so is free. */
export const titleForm: Rule = {
  id: 'title-form',
  group: 'structure',
  severity: 'warning',
  title: say('标题不完整', 'Incomplete title'),
  scope: 'report',
  *check(report) {
    const { title, furtherTitles, year } = report.head;
    if (title) for (const fault of title.faults) yield* draft(fault, title, report);
    const earliest = report.forms[0];
    if (title?.year && year !== undefined && earliest && year < earliest.years.from) {
      yield {
        range: rangeOf(title.line, title.year),
        message: say(
          `${year}年早于现有格式的适用年份（${earliest.years.from}年起），按${report.form.id}年格式检查`,
          `${year} is before the first edition known (${earliest.years.from}); checked against edition ${report.form.id}`,
        ),
      };
    }
    for (const line of furtherTitles) {
      const text = report.tree.lines[line]?.text ?? '';
      yield {
        range: rangeOf(line, { start: 0, end: text.length }),
        message: say('又出现一个标题，全文只应有一个标题', 'One more title; a report has only one'),
        ...(title && {
          related: [{ range: rangeOf(title.line, title.span), message: say('前一个标题', 'The title above') }],
        }),
      };
    }
  },
};

function* draft(fault: TitleFault, title: Title, report: Report): Generator<Draft> {
  const range = rangeOf(title.line, title.span);
  const { organ } = report.head;
  const at = (span: Span, text: string): readonly Mend[] => [
    { title: say(`补上“${text}”`, `Insert “${text}”`), edits: [replace(title.line, span, text)] },
  ];
  switch (fault) {
    case 'no-year': {
      const message = say(
        '标题没有写年度，例如“2025年”；不知道年度就无法核对格式和期限',
        'The title names no year (such as 2025年): edition and period cannot be checked',
      );
      yield { range, message };
      return;
    }
    case 'year-mark': {
      if (!title.year) return;
      const after = { start: title.year.end, end: title.year.end };
      const message = say(`年度“${title.year.value}”后缺“年”字`, `年 is missing behind the year ${title.year.value}`);
      yield { range: rangeOf(title.line, title.year), message, mends: at(after, '年') };
      return;
    }
    case 'no-organ': {
      const before = { start: title.span.start, end: title.span.start };
      const known = organ !== undefined && title.year !== undefined;
      yield {
        range,
        message: say('标题没有写机关名称', 'The title names no organ'),
        ...(known && { mends: at(before, organ) }),
      };
      return;
    }
    case 'wording':
      yield {
        range,
        message: say(
          '标题应当写明是“政府信息公开工作年度报告”',
          'The title must say that this is a 政府信息公开工作年度报告',
        ),
      };
  }
}
