import type { CodeLens } from 'vscode-languageserver-types';
import { tellingEquations, type Table } from '../../model/index.ts';
import type { Finding } from '../../rules/index.ts';
import { rangeOf, type Span } from '../../text/index.ts';
import type { Snapshot } from '../document.ts';
import { mendsOf } from '../mend.ts';
import { blockAt } from '../places.ts';
import { inLocale, type Locale } from '../words.ts';
import { MEND_TABLE } from './offers.ts';
import { linesOfTable } from './table-cells.ts';

/** Over each table: how many of its sums hold, and what of it can be mended at once. */
export function codeLenses(
  { uri, report }: Snapshot,
  findings: readonly Finding[],
  { locale }: { readonly locale: Locale },
): CodeLens[] {
  const byLine = new Map<number, Finding[]>();
  for (const finding of findings) {
    const { line } = finding.range.start;
    const here = byLine.get(line);
    if (here) here.push(finding);
    else byLine.set(line, [finding]);
  }
  return report.blocks.flatMap((block, index) => {
    const start = report.starts[index] ?? 0;
    return block.tables.flatMap(table => {
      const { first, last } = linesOfTable(table);
      const line = start + first;
      const range = rangeOf(line, wholeLine(report.tree.lines[line]?.text ?? ''));
      const lenses: CodeLens[] = [];
      if (table.form.sums.length > 0) lenses.push({ range, command: { title: sumsTitle(table, locale), command: '' } });
      const { count } = mendsOf(between(byLine, line, start + last));
      if (count > 0) {
        const title = inLocale({ zh: `改正本表 ${count} 处`, en: `Mend ${count} in this table` }, locale);
        lenses.push({ range, command: { title, command: MEND_TABLE, arguments: [uri, line] } });
      }
      return lenses;
    });
  });
}

/** The findings in the table that has this line: those that the command mends. */
export function findingsOfTable({ report }: Snapshot, findings: readonly Finding[], line: number): readonly Finding[] {
  const at = blockAt(report, line);
  const start = line - at.line;
  const table = at.block.tables.find(one => {
    const { first, last } = linesOfTable(one);
    return first <= at.line && at.line <= last;
  });
  if (!table) return [];
  const { first, last } = linesOfTable(table);
  return findings.filter(({ range }) => range.start.line >= start + first && range.start.line <= start + last);
}

function between(byLine: ReadonlyMap<number, Finding[]>, first: number, last: number): Finding[] {
  const found: Finding[] = [];
  for (let line = first; line <= last; line++) found.push(...(byLine.get(line) ?? []));
  return found;
}

const wholeLine = (text: string): Span => ({ start: 0, end: text.length });

function sumsTitle({ form, sums }: Table, locale: Locale): string {
  const { holding, known } = sums;
  const open = tellingEquations(form, sums).length - known;
  if (known === 0 && open === 0) return inLocale({ zh: '勾稽 全部自动计算', en: 'All sums are computed' }, locale);
  if (known === 0) return inLocale({ zh: `勾稽 ${open} 项待填`, en: `${open} sums wait for numbers` }, locale);
  const wrong = known - holding;
  const [failing, failingEnglish] = wrong === 0 ? ['', ''] : [`，${wrong} 项不符`, `, ${wrong} fail`];
  const [waiting, waitingEnglish] = open === 0 ? ['', ''] : [`，${open} 项待填`, `, ${open} wait for numbers`];
  return inLocale(
    {
      zh: `勾稽 ${holding}/${known} 相符${failing}${waiting}`,
      en: `${holding}/${known} sums hold${failingEnglish}${waitingEnglish}`,
    },
    locale,
  );
}
