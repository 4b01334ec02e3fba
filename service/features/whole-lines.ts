import type { Line } from '../../grammar/index.ts';
import { readLines } from '../../grammar/index.ts';
import type { TextEdit } from '../../text/index.ts';
import type { Snapshot } from '../document.ts';

/**
 * Edits that set several lines anew, cut down to the lines that change: putting two rows in order is no reason for an
 * editor to lose its marks in the whole table.
 */
export const wholeLineEdits = ({ report }: Snapshot, edits: readonly TextEdit[]): readonly TextEdit[] =>
  edits.map(edit => cutDown(report.tree.lines, edit));

function cutDown(lines: readonly Line[], edit: TextEdit): TextEdit {
  const { start, end } = edit.range;
  const last = lines[end.line];
  if (start.character !== 0 || end.line - start.line < 2) return edit;
  if (last?.text.length !== end.character) return edit;
  const old = lines.slice(start.line, end.line + 1).map(whole);
  // The ending of the last line stays, whatever is put before it.
  const set = readLines(edit.text + last.ending).map(whole);
  if (last.ending !== '') set.pop();
  const most = Math.min(old.length, set.length) - 1;
  let head = 0;
  while (head < most && old[head] === set[head]) head++;
  let tail = 0;
  while (tail < most - head && old[old.length - 1 - tail] === set[set.length - 1 - tail]) tail++;
  const lastLeft = lines[end.line - tail];
  const text = set.slice(head, set.length - tail).join('');
  if (!lastLeft || !text.endsWith(lastLeft.ending)) return edit;
  return {
    range: {
      start: { line: start.line + head, character: 0 },
      end: { line: end.line - tail, character: lastLeft.text.length },
    },
    text: text.slice(0, text.length - lastLeft.ending.length),
  };
}

const whole = (line: Line): string => line.text + line.ending;
