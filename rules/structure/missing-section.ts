import type { SectionForm } from '../../forms/index.ts';
import { firstLine, lineOf, type Report, type Table } from '../../model/index.ts';
import { rangeOf } from '../../text/index.ts';
import { insertBefore } from '../edits.ts';
import { outOfOrder } from '../order.ts';
import { firstBlocks, headingRange, insertSection, sectionName } from '../sections.ts';
import { say, type Draft, type Rule } from '../rule.ts';

/** The report has its fixed sections even where there is nothing to say in one. */
export const missingSection: Rule = {
  id: 'missing-section',
  group: 'structure',
  severity: 'error',
  title: say('缺少部分', 'Missing section'),
  scope: 'report',
  *check(report) {
    const there = firstBlocks(report);
    const { sections } = report.form;
    let after: number | undefined;
    for (const [place, section] of sections.entries()) {
      const block = there.get(section.id);
      if (block !== undefined) {
        after = block;
        continue;
      }
      const line = lineOfTable(report, section);
      const next = sections.slice(place).find(({ id }) => there.has(id));
      yield line === undefined
        ? draft(report, section, after, next && there.get(next.id))
        : lostHeading(report, section, line);
    }
  },
};

/** Where a table of the section stands under another heading: its own has been lost. */
function lineOfTable(report: Report, section: SectionForm): number | undefined {
  const isLost = (table: Table): boolean => !table.home && table.section.id === section.id;
  const index = report.blocks.findIndex(({ tables }) => tables.some(isLost));
  const lost = report.blocks[index]?.tables.filter(isLost) ?? [];
  const lines = lost.map(firstLine);
  return lines.length > 0 ? lineOf(report, index, Math.min(...lines)) : undefined;
}

function lostHeading(report: Report, section: SectionForm, line: number): Draft {
  const name = sectionName(report, section);
  const gap = report.tree.lines[line - 1]?.kind === 'blank' ? [] : [''];
  return {
    range: rangeOf(line, { start: 0, end: report.tree.lines[line]?.text.length ?? 0 }),
    message: say(`这张表上面缺少标题“${name}”`, `The heading “${name}” is missing above this table`),
    mends: [
      {
        title: say(`补上标题“${name}”`, `Insert the heading “${name}”`),
        edits: [insertBefore(line, [...gap, name, ''])],
      },
    ],
  };
}

function draft(report: Report, section: SectionForm, after: number | undefined, before: number | undefined): Draft {
  const name = `“${sectionName(report, section)}”`;
  const ordinals = [...firstBlocks(report).values()].map(index => report.blocks[index]?.heading?.match?.ordinal ?? 0);
  const { title } = report.head;
  return {
    range: after === undefined && title ? rangeOf(title.line, title.span) : headingRange(report, after ?? 0),
    message: say(`缺少${name}`, `Missing: ${name}`),
    // Where sections are out of order there is no sure place for one more until they are sorted.
    ...(outOfOrder(ordinals).length === 0 && {
      mends: [{ title: say(`补上${name}`, `Insert ${name}`), edits: [insertSection(report, section, before)] }],
    }),
  };
}
