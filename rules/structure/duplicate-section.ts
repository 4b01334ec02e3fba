import type { SectionForm } from '../../forms/index.ts';
import { lineOf, tableOf, type Report } from '../../model/index.ts';
import { rangeOf } from '../../text/index.ts';
import { firstBlocks, headingRange, sectionName } from '../sections.ts';
import { say, type Draft, type Rule } from '../rule.ts';

/** A section written twice: only the first is counted, so the figures of the second would be lost unseen. */
export const duplicateSection: Rule = {
  id: 'duplicate-section',
  group: 'structure',
  severity: 'error',
  title: say('部分重复', 'Section given twice'),
  scope: 'report',
  *check(report) {
    const first = firstBlocks(report);
    const told = new Map<string, Pick<Draft, 'message' | 'related'>>();
    for (const [index, block] of report.blocks.entries()) {
      const section = block.heading?.match?.section;
      const earlier = section && first.get(section.id);
      if (section && earlier !== undefined && earlier !== index) {
        let same = told.get(section.id);
        if (!same) told.set(section.id, (same = repeats(report, section, earlier)));
        yield { range: headingRange(report, index), ...same };
      }
      for (const table of block.tables) {
        const home = table.home ? undefined : tableOf(report, table.form.id);
        const row = table.rows[0];
        if (!home?.home || !row) continue;
        yield {
          range: rangeOf(lineOf(report, index, row.line), row.row.label),
          message: say(
            `“${table.form.name}”的表格在它自己的部分已有，这里重复`,
            `The table “${table.form.name}” stands in its own section already`,
          ),
        };
      }
    }
  },
};

function repeats(report: Report, section: SectionForm, earlier: number): Pick<Draft, 'message' | 'related'> {
  const name = sectionName(report, section);
  const line = lineOf(report, earlier, 0) + 1;
  return {
    message: say(`“${name}”重复，第 ${line} 行已有`, `“${name}” is there already, on line ${line}`),
    related: [{ range: headingRange(report, earlier), message: say('第一次在这里', 'First given here') }],
  };
}
