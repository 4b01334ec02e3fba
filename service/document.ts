import { forms as allForms, type Form } from '../forms/index.ts';
import { readLines, readTree, type Line } from '../grammar/index.ts';
import { bindReport, type Report } from '../model/index.ts';
import { comparePositions, type Position, type Range } from '../text/index.ts';

/** A report as it stands at one moment: what every question of an editor is answered from. Never changes. */
export interface Snapshot {
  readonly uri: string;
  readonly version: number;
  readonly report: Report;
}

/** A change of a text: other words in a range, or a whole new text. */
export interface TextChange {
  readonly range?: Range;
  readonly text: string;
}

/** A change that cannot be made as it was said: it would cut a character in two. */
export class SplitCharacterError extends Error {
  override readonly name = 'SplitCharacterError';
}

/** The snapshot of a text that was opened. */
export const openSnapshot = (
  uri: string,
  version: number,
  text: string,
  forms: readonly Form[] = allForms,
): Snapshot => ({ uri, version, report: bindReport(readTree(text), forms) });

/**
 * The snapshot after changes, each meant in the text that the one before it left. Only the lines that a change touches
 * are read anew, and only their sections bound anew; the result is that of a fresh read of the whole text.
 */
export function changeSnapshot(before: Snapshot, version: number, changes: readonly TextChange[]): Snapshot {
  const known = before instanceof ChangedSnapshot ? before : undefined;
  let lines = known ? known.lines : before.report.tree.lines;
  for (const change of changes) {
    lines = change.range ? edited(lines, change.range, change.text) : readLines(change.text);
  }
  return new ChangedSnapshot(before.uri, version, lines, known ? known.bound : before.report);
}

/** A text that was changed. It is bound when it is first asked about, which of many changes at once only the last one is. */
class ChangedSnapshot implements Snapshot {
  readonly uri: string;
  readonly version: number;
  readonly lines: readonly Line[];
  /** The report as it was bound last: this one's, or one some changes before it. */
  bound: Report;

  constructor(uri: string, version: number, lines: readonly Line[], bound: Report) {
    this.uri = uri;
    this.version = version;
    this.lines = lines;
    this.bound = bound;
  }

  get report(): Report {
    if (this.bound.tree.lines !== this.lines) {
      this.bound = bindReport({ lines: this.lines }, this.bound.forms, this.bound);
    }
    return this.bound;
  }
}

/** The text of a snapshot. */
export const textOfSnapshot = ({ report }: Snapshot): string =>
  report.tree.lines.map(line => line.text + line.ending).join('');

function edited(lines: readonly Line[], range: Range, text: string): readonly Line[] {
  const [start, end] = ordered(clamp(lines, range.start), clamp(lines, range.end));
  const first = lines[start.line];
  const last = lines[end.line];
  if (!first || !last) throw new Error('a text has a line at least');
  if (splits(first.text, start.character) || splits(last.text, end.character)) {
    throw new SplitCharacterError(`line ${start.line}, characters ${start.character} to ${end.character}`);
  }
  // A line ending can be made or unmade at the seams (\r before \n), so the neighbours' endings are read along.
  const from = start.line > 0 && lines[start.line - 1]?.ending === '\r' ? start.line - 1 : start.line;
  const head = lines.slice(from, start.line).map(whole).join('') + first.text.slice(0, start.character);
  const touched = readLines(head + text + last.text.slice(end.character) + last.ending);
  // readLines closes a text that ends with a line ending with an empty line, which here is the line that follows.
  if (end.line + 1 < lines.length) touched.pop();
  // Of a long text one copy is made, in one piece; a paste of any length is no list of arguments.
  if (touched.length > 1000) return lines.slice(0, from).concat(touched, lines.slice(end.line + 1));
  const changed = lines.slice();
  changed.splice(from, end.line + 1 - from, ...touched);
  return changed;
}

const whole = (line: Line): string => line.text + line.ending;

/** A position past the end of a line means its end; one past the text, or before it, its end or beginning. */
function clamp(lines: readonly Line[], { line, character }: Position): Position {
  if (line < 0) return { line: 0, character: 0 };
  const last = lines.length - 1;
  if (line > last) return { line: last, character: lines[last]?.text.length ?? 0 };
  return { line, character: Math.max(0, Math.min(character, lines[line]?.text.length ?? 0)) };
}

const ordered = (a: Position, b: Position): [Position, Position] => (comparePositions(a, b) <= 0 ? [a, b] : [b, a]);

/** Whether the column lies between the halves of a surrogate pair. */
const splits = (text: string, column: number): boolean =>
  /[\udc00-\udfff]/.test(text[column] ?? '') && /[\ud800-\udbff]/.test(text[column - 1] ?? '');
