import { formOfYear, forms as allForms, type Form } from '../forms/index.ts';
import { readTree, type Line, type SyntaxTree } from '../grammar/index.ts';
import { readHead } from './head.ts';
import { readHeading, readParts } from './headings.ts';
import { bindTables } from './tables.ts';
import type { Block, Head, Heading, Report } from './types.ts';

/** Reads a text as a report. */
export const readReport = (text: string, forms: readonly Form[] = allForms): Report =>
  bindReport(readTree(text), forms);

/**
 * Reads a tree against the edition that its head asks for. Blocks of `before` whose lines are all the same are taken
 * over as they are: after an edit, only the section in hand is bound anew.
 */
export function bindReport(tree: SyntaxTree, forms: readonly Form[], before?: Report): Report {
  const { lines } = tree;
  // Which lines are headings does not depend on the edition asked for: the head ends at the first heading of any.
  const newest = forms.at(-1);
  if (!newest) throw new Error('there is no edition');
  const isHeading = (line: Line): boolean =>
    line.kind === 'section' || (line.kind === 'prose' && forms.some(form => readHeading(line, form) !== undefined));
  const starts = [0];
  lines.forEach((line, index) => {
    if (isHeading(line)) starts.push(index);
  });
  const pieces = starts.map((start, i) => lines.slice(start, starts[i + 1] ?? lines.length));
  const head = readHead(pieces[0] ?? []);
  const form = formFor(head, forms);
  const known = before?.form === form && before.forms === forms ? before.blocks : [];
  const reuse = reusable(known);
  const blocks = pieces.map((piece, i) => reuse(piece) ?? bindBlock(piece, i === 0, form, forms));
  return { tree, forms, form, head, blocks, starts };
}

/** The edition named by `格式`, else the year's, else the first for a year before it and the newest without a year. */
export function formFor(head: Head, forms: readonly Form[]): Form {
  const named = forms.find(form => form.id === head.edition);
  const ofYear = head.year === undefined ? undefined : formOfYear(forms, head.year);
  const found = named ?? ofYear ?? (head.year === undefined ? forms.at(-1) : forms[0]);
  if (!found) throw new Error('there is no edition');
  return found;
}

/** The line of the text that a line of a block is. */
export const lineOf = (report: Report, block: number, line: number): number => (report.starts[block] ?? 0) + line;

function bindBlock(lines: readonly Line[], isHead: boolean, form: Form, forms: readonly Form[]): Block {
  const [first] = lines;
  const heading: Heading | undefined = isHead || !first ? undefined : headingOf(first, form, forms);
  const section = heading?.match?.section;
  return {
    lines,
    ...(heading && { heading }),
    parts: readParts(lines, section),
    ...bindTables(lines, section, form, forms),
  };
}

const headingOf = (line: Line, form: Form, forms: readonly Form[]): Heading | undefined => {
  for (const one of [form, ...forms]) {
    const heading = readHeading(line, one);
    if (heading) return heading;
  }
  return undefined;
};

/** Finds a block that holds the very same lines. Blocks keep their order, so that the search seldom looks further than one. */
function reusable(blocks: readonly Block[]): (lines: readonly Line[]) => Block | undefined {
  const byFirst = new Map<Line | undefined, Block>(blocks.map(block => [block.lines[0], block]));
  return lines => {
    const block = byFirst.get(lines[0]);
    if (block?.lines.length !== lines.length) return undefined;
    return block.lines.every((line, i) => line === lines[i]) ? block : undefined;
  };
}
