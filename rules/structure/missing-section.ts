import type { SectionForm } from '../../forms/index.ts';
import { firstBlocks, headingRange, insertSections, sectionName } from '../sections.ts';
import { say, type Draft, type Rule } from '../rule.ts';
import type { Report } from '../../model/index.ts';

/** The report has its fixed sections even where there is nothing to say in one. */
export const missingSection: Rule = {
  id: 'missing-section',
  group: 'structure',
  severity: 'error',
  title: say('缺少部分', 'Missing section'),
  description: say(
    '年度报告的各个部分是固定的，没有内容也要保留标题并说明“无”。',
    'The sections of the report are fixed; one with nothing to report keeps its heading and says so.',
  ),
  clause: say('《条例》第五十条和格式通知', 'Article 50 of the Regulation, and the notice on the form'),
  example: {
    failing: '示范市2025年政府信息公开工作年度报告\n\n一、总体情况\n',
    passing:
      '一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n四、政府信息公开行政复议、行政诉讼情况\n五、存在的主要问题及改进情况\n六、其他需要报告的事项\n',
  },
  scope: 'report',
  *check(report) {
    const there = firstBlocks(report);
    // Sections missing side by side are one gap: one finding, and one piece of text to put in.
    let gap: SectionForm[] = [];
    let after: number | undefined;
    for (const section of report.form.sections) {
      const block = there.get(section.id);
      if (block === undefined) gap.push(section);
      else {
        if (gap.length > 0) yield draft(report, gap, after, block);
        gap = [];
        after = block;
      }
    }
    if (gap.length > 0) yield draft(report, gap, after, undefined);
  },
};

function draft(report: Report, gap: readonly SectionForm[], after: number | undefined, before: number | undefined): Draft {
  const names = gap.map(section => `“${sectionName(report, section)}”`);
  const all = gap.length === report.form.sections.length;
  return {
    range: headingRange(report, after ?? 0),
    message: all
      ? say(`${gap.length} 个部分的标题一个也没有`, 'None of the sections is there')
      : say(`缺少${names.join('、')}`, `Missing: ${names.join(', ')}`),
    mends: [
      {
        title: say(`补上${all ? '全部部分' : names.join('、')}`, `Insert ${all ? 'all sections' : names.join(', ')}`),
        edits: [insertSections(report, gap, before)],
      },
    ],
  };
}
