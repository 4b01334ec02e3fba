import type { Finding, RelatedPlace, Severity } from '../../rules/index.ts';
import type { Range, TextLines } from '../../text/index.ts';
import type { Style } from '../colour.ts';
import { words } from '../words.ts';
import { excerpt } from './excerpt.ts';
import { STANDARD_INPUT, type CheckedFile, type Printer, type PrinterOptions } from './printer.ts';
import { visible } from './visible.ts';

/** `--format text`: for people, each finding with its line and the fault underlined. */
export function textPrinter({ locale, paint, columns }: PrinterOptions): Printer {
  return {
    begin: () => '',
    *file(checked) {
      for (const finding of checked.findings) yield [...entry(checked, finding), ''].map(line => line + '\n').join('');
    },
    between: '',
    end: ({ tally, problems }) => `${words.summary(tally, problems.length)[locale]}\n`,
  };

  function* entry({ path, lines }: CheckedFile, finding: Finding): Generator<string> {
    const { range, severity, message, rule } = finding;
    const name = path === STANDARD_INPUT ? words.standardInput[locale] : visible(path);
    const place = `${name}:${range.start.line + 1}:${range.start.character + 1}`;
    const style = STYLES[severity];
    const weight = paint(style, words.severities[severity][locale]);
    yield `${paint('bold', place)} ${weight} ${visible(message[locale])}  ${paint('gray', rule)}`;
    yield* echo(lines, range, style);
    yield* related(finding.related ?? []);
    const mend = finding.mends?.[0];
    if (mend) yield `${INDENT}${paint('green', words.mend(visible(mend.title[locale]))[locale])}`;
  }

  function* echo(lines: TextLines, { start, end }: Range, style: Style): Generator<string> {
    const line = lines.line(start.line);
    const last = end.line === start.line ? end.character : line.length;
    const shown = excerpt(line, start.character, Math.min(last, line.length), columns - GUTTER - 3);
    const number = String(start.line + 1).padStart(GUTTER);
    yield `${paint('gray', `${number} |`)} ${shown.text}`.trimEnd();
    yield `${paint('gray', `${' '.repeat(GUTTER)} |`)} ${' '.repeat(shown.indent)}${paint(style, '^'.repeat(shown.length))}`;
  }

  function* related(places: readonly RelatedPlace[]): Generator<string> {
    for (const { range, message } of places.slice(0, MOST_RELATED)) {
      yield `${INDENT}${words.related(range.start.line + 1, visible(message[locale]))[locale]}`;
    }
    const more = places.length - MOST_RELATED;
    if (more > 0) yield `${INDENT}${words.moreRelated(more)[locale]}`;
  }
}

const STYLES: Readonly<Record<Severity, Style>> = { error: 'red', warning: 'yellow', information: 'cyan' };

/** The width of the line numbers. */
const GUTTER = 5;

/** What belongs to a finding stands under the echoed line's text. */
const INDENT = ' '.repeat(GUTTER + 3);

/** A balance has dozens of addends; the first few show where to look, the other formats have them all. */
const MOST_RELATED = 8;
