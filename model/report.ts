import { formOfYear, forms as allForms, type Form } from '../forms/index.ts';
import { readTree, type Line, type SyntaxTree } from '../grammar/index.ts';
import { readHead } from './head.ts';
import { readHeading, readParts } from './headings.ts';
import { renumbered } from './renumber.ts';
import { sameEnds } from './same-ends.ts';
import { bindTables } from './tables.ts';
import type { Block, Head, Heading, Report, Table } from './types.ts';

/** Reads a text as a report. */
export const readReport = (text: string, forms: readonly Form[] = allForms): Report =>
  bindReport(readTree(text), forms);

/**
 * Reads a tree against the edition that its head asks for. Blocks of `before` whose lines are all the same are taken
 * over as they are: after an edit, only the section in hand is bound anew.
 */
export function bindReport(tree: SyntaxTree, forms: readonly Form[], before?: Report): Report {
  const { lines } = tree;
  const kept = before?.forms === forms ? keptBlocks(lines, before) : nothingKept(lines, forms);
  const { starts } = kept;
  const linesOf = (block: number): readonly Line[] => lines.slice(starts[block], starts[block + 1]);
  const head = before && kept.blocks.length > 0 ? before.head : readHead(linesOf(0));
  const form = formFor(head, forms);
  const isKept = before?.form === form;
  const behind = starts.length - kept.blocksBehind.length;
  const isOther = !isKept || starts.length !== before.starts.length;
  const blocks = starts.map((_, i) => {
    const known = isKept ? (kept.blocks[i] ?? kept.blocksBehind[i - behind]) : undefined;
    if (known) return known;
    const old = isOther ? undefined : before.blocks[i];
    return (old && renumbered(old, linesOf(i))) ?? bindBlock(linesOf(i), i === 0, form, forms);
  });
  const isSame = !isOther && blocks.every(({ shape }, i) => shape === before.blocks[i]?.shape);
  return { tree, forms, form, head, blocks, starts, shape: isSame ? before.shape : {} };
}

/** The blocks above and below an edit, whose lines are the very same, and where all blocks begin now. */
interface Kept {
  readonly blocks: readonly Block[];
  readonly blocksBehind: readonly Block[];
  readonly starts: readonly number[];
}

const nothingKept = (lines: readonly Line[], forms: readonly Form[]): Kept => ({
  blocks: [],
  blocksBehind: [],
  starts: [0, ...headingsIn(lines, forms, 0, lines.length)],
});

function keptBlocks(lines: readonly Line[], { tree, forms, blocks, starts }: Report): Kept {
  const old = tree.lines;
  const { above, below, belowBefore } = sameEnds(old, lines);
  if (above === lines.length && above === old.length) return { blocks, blocksBehind: [], starts };
  const startOf = (block: number): number => starts[block] ?? old.length;
  // A block ends where the next begins: it is whole if that line is the same too.
  let first = 0;
  while (startOf(first + 1) < above) first++;
  let last = blocks.length;
  // The head begins at no heading, so that what it begins with does not tell that it is one.
  while (last > Math.max(first, 1) && startOf(last - 1) >= belowBefore) last--;
  // A line that is the same is a heading if it was one; the head is there without.
  const headings = starts.slice(1);
  return {
    blocks: blocks.slice(0, first),
    blocksBehind: blocks.slice(last),
    starts: [
      0,
      ...headings.filter(start => start < above),
      ...headingsIn(lines, forms, above, below),
      ...headings.filter(start => start >= belowBefore).map(start => start + below - belowBefore),
    ],
  };
}

function headingsIn(lines: readonly Line[], forms: readonly Form[], from: number, to: number): number[] {
  const headings: number[] = [];
  for (let index = from; index < to; index++) {
    const line = lines[index];
    if (line && isHeading(line, forms)) headings.push(index);
  }
  return headings;
}

// Which lines are headings does not depend on the edition asked for: the head ends at the first heading of any.
const isHeading = (line: Line, forms: readonly Form[]): boolean =>
  line.kind === 'section' || (line.kind === 'prose' && forms.some(form => readHeading(line, form) !== undefined));

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

/** The first line of a table, its article included, counted from the block's first. */
export const firstLine = ({ article, header, rows }: Table): number =>
  article?.line ?? header?.line ?? rows[0]?.line ?? 0;

function bindBlock(lines: readonly Line[], isHead: boolean, form: Form, forms: readonly Form[]): Block {
  const [first] = lines;
  const heading: Heading | undefined = isHead || !first ? undefined : headingOf(first, form, forms);
  const section = heading?.match?.section;
  return {
    lines,
    ...(heading && { heading }),
    parts: readParts(lines, section),
    ...bindTables(lines, section, form, forms),
    shape: {},
  };
}

const headingOf = (line: Line, form: Form, forms: readonly Form[]): Heading | undefined => {
  for (const one of [form, ...forms]) {
    const heading = readHeading(line, one);
    if (heading) return heading;
  }
  return undefined;
};
