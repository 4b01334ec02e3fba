import type { PartLine, ProseLine } from '../../grammar/index.ts';
import { quoteValue, tidy, type Report } from '../../model/index.ts';
import { trimSpan } from '../../text/index.ts';
import type { PrintedRun } from './types.ts';

/**
 * The words of a line from a column on: escapes as what they stand for, quotes as their values, in bold what stands
 * between two marks. A mark without its fellow is printed as it is written, and so is a quote that has no value.
 */
export function printRuns(line: PartLine | ProseLine, from: number, report: Report): PrintedRun[] {
  const spans = line.spans.filter(({ kind, start }) => start >= from && kind !== 'text' && kind !== 'open-quote');
  const { end } = trimSpan(line.text, from, line.text.length);
  const marks = spans.filter(({ kind }) => kind === 'bold').length;
  const pairedMarks = marks - (marks % 2);
  const runs: { text: string; weight: PrintedRun['weight'] }[] = [];
  let weight: PrintedRun['weight'] = 'plain';
  const write = (text: string): void => {
    const last = runs.at(-1);
    if (last?.weight === weight) last.text += text;
    else if (text !== '') runs.push({ text, weight });
  };
  let done = from;
  let met = 0;
  for (const span of spans) {
    write(line.text.slice(done, span.start));
    done = span.end;
    const written = line.text.slice(span.start, span.end);
    if (span.kind === 'bold' && met++ < pairedMarks) weight = weight === 'bold' ? 'plain' : 'bold';
    else if (span.kind === 'escape') write(written.slice(1));
    else if (span.kind === 'quote') write(valueText(quoteValue(span, report)) ?? written);
    else write(written);
  }
  write(line.text.slice(done, end));
  return runs;
}

const valueText = (value: number | string | undefined): string | undefined =>
  typeof value === 'number' ? String(tidy(value)) : value;
