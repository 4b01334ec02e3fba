import type { InlayHint } from 'vscode-languageserver-types';
import type { Quote } from '../../grammar/index.ts';
import { quoteValue, resolve, type Report, type Table } from '../../model/index.ts';
import { ruleById, type Finding } from '../../rules/index.ts';
import type { Range } from '../../text/index.ts';
import type { Snapshot } from '../document.ts';
import { inLocale, type Locale } from '../words.ts';
import { blocksBetween, cellOfPlace, nameOfPlace, numberText } from './table-cells.ts';

/** Which hints are wanted. */
export interface ShownHints {
  /** Values of cells with `=`. */
  readonly computed: boolean;
  /** What would be right beside a total that fails. */
  readonly totals: boolean;
  /** What the only blank cell of a sum must be. */
  readonly blanks: boolean;
  /** Values of quotes in prose. */
  readonly quotes: boolean;
}

/** The language of the hints, which of them are wanted, and what was found: it says what would be right. */
export interface InlayOptions {
  readonly locale: Locale;
  readonly show: ShownHints;
  readonly findings: readonly Finding[];
}

/** The numbers that the text does not say, on the lines of a range. */
export function inlayHints({ report }: Snapshot, range: Range, { locale, show, findings }: InlayOptions): InlayHint[] {
  const first = Math.max(0, range.start.line);
  const last = Math.min(range.end.line, report.tree.lines.length - 1);
  const hints: InlayHint[] = [];
  if (show.computed) {
    for (const { block, start } of blocksBetween(report, first, last)) {
      for (const table of block.tables) hints.push(...computedHints(table, start, locale));
    }
  }
  for (const finding of findings) {
    const { line } = finding.range.start;
    if (line >= first && line <= last) hints.push(...findingHints(finding, show, locale));
  }
  if (show.quotes) hints.push(...quoteHints(report, first, last, locale));
  return hints
    .filter(({ position }) => position.line >= first && position.line <= last)
    .sort((a, b) => a.position.line - b.position.line || a.position.character - b.position.character);
}

function computedHints(table: Table, start: number, locale: Locale): InlayHint[] {
  return table.sums.computed.flatMap(place => {
    const found = cellOfPlace(table, place);
    const value = table.sums.grid[place] ?? NaN;
    if (!found || Number.isNaN(value)) return [];
    return [
      {
        position: { line: start + found.line, character: found.cell.end },
        label: numberText(value),
        paddingLeft: true,
        tooltip: inLocale(nameOfPlace(table.form, place), locale),
      },
    ];
  });
}

/** The right value beside a number that is wrong by the sums, or in a cell that they leave one value. */
function findingHints(finding: Finding, show: ShownHints, locale: Locale): InlayHint[] {
  const { expected, range } = finding;
  const blank = finding.rule === 'blank-cell';
  const wanted = blank ? show.blanks : show.totals && ruleById(finding.rule)?.group === 'sums';
  if (expected === undefined || !wanted) return [];
  const value = numberText(expected);
  const certain = finding.mends?.find(mend => !mend.guess);
  // In a blank cell, where its number would end: one column ahead of the bar.
  const character = blank ? Math.max(range.start.character, range.end.character - 1) : range.end.character;
  return [
    {
      position: { line: range.end.line, character },
      label: inLocale(
        blank ? { zh: `应填 ${value}`, en: `fill in ${value}` } : { zh: `应为 ${value}`, en: `should be ${value}` },
        locale,
      ),
      paddingLeft: true,
      tooltip: inLocale(finding.message, locale),
      ...(certain && { textEdits: certain.edits.map(edit => ({ range: edit.range, newText: edit.text })) }),
    },
  ];
}

function* quoteHints(report: Report, first: number, last: number, locale: Locale): Generator<InlayHint> {
  for (let index = first; index <= last; index++) {
    const line = report.tree.lines[index];
    if (line?.kind !== 'prose' && line?.kind !== 'part') continue;
    for (const span of line.spans) {
      if (span.kind !== 'quote') continue;
      const value = quoteValue(span, report);
      if (value === undefined) continue;
      const tooltip = quoteWords(span, report, locale);
      yield {
        position: { line: index, character: span.end },
        label: `= ${typeof value === 'number' ? numberText(value) : value}`,
        paddingLeft: true,
        paddingRight: true,
        ...(tooltip !== '' && { tooltip }),
      };
    }
  }
}

const quoteWords = (quote: Quote, { form }: Report, locale: Locale): string =>
  quote.terms
    .flatMap(term => {
      const meant = resolve(term, form);
      return meant.kind === 'cells' ? meant.places.map(place => inLocale(nameOfPlace(meant.table, place), locale)) : [];
    })
    .join(locale === 'zh' ? '、' : '; ');
