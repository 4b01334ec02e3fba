import type { Line } from '../../grammar/index.ts';
import type { Block, Report } from '../../model/index.ts';
import type { LineEnding, Position } from '../../text/index.ts';
import type { Snapshot } from '../document.ts';
import { blockAt } from '../places.ts';
import type { Locale } from '../words.ts';
import type { Workspace } from '../workspace.ts';

/** What completion must know beside the text. */
export interface CompletionOptions {
  readonly locale: Locale;
  /** Whether the client understands tab stops. */
  readonly snippets: boolean;
  /** Whether the client tells inserting from replacing. */
  readonly insertReplace: boolean;
  readonly workspace: Workspace;
  /** The day of the asking, such as 2026-01-20: the engine has no clock. */
  readonly today: string;
}

/** The year that a report begun today is about. */
export const yearToReport = ({ today }: CompletionOptions): number => Number(today.slice(0, 4)) - 1;

/** Where completion was asked for. */
export interface CompletionRequest {
  readonly report: Report;
  readonly options: CompletionOptions;
  readonly line: Line;
  readonly number: number;
  /** The column of the cursor, inside the line and not inside a character. */
  readonly cursor: number;
  readonly block: Block;
  /** The block's number in the report, and the line's in the block. */
  readonly index: number;
  readonly inBlock: number;
}

/** Looks up the place that completion is asked for; nothing outside the text. */
export function requestAt(
  { report }: Snapshot,
  { line: number, character }: Position,
  options: CompletionOptions,
): CompletionRequest | undefined {
  const line = report.tree.lines[number];
  if (!line) return undefined;
  let cursor = Math.max(0, Math.min(character, line.text.length));
  if (/^[\udc00-\udfff]/.test(line.text.slice(cursor)) && /[\ud800-\udbff]$/.test(line.text.slice(0, cursor))) cursor--;
  const { block, index, line: inBlock } = blockAt(report, number);
  return { report, options, line, number, cursor, block, index, inBlock };
}

/** What ends the lines of a text of several: what ends the line in hand, or the one above. */
export function endingAt({ report, number }: CompletionRequest): LineEnding {
  const { lines } = report.tree;
  return (
    [lines[number]?.ending, lines[number - 1]?.ending].find(ending => ending !== undefined && ending !== '') ?? '\n'
  );
}
