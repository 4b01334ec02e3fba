import type { Form, SectionForm } from '../../forms/index.ts';
import { readReport } from '../../model/index.ts';
import { fold } from '../../text/index.ts';
import { findSection, type FoundSection } from './headings.ts';
import { remarkWords, type Remark } from './remarks.ts';
import { slice, type SourceBlock } from './source.ts';
import { writeHeading } from './write.ts';

/** A foreign file cut into what the report is made of. */
export interface Outline {
  readonly title: string;
  /** What stands between the title and the first section. */
  readonly head: readonly SourceBlock[];
  readonly sections: readonly OutlinedSection[];
  readonly remarks: readonly Remark[];
}

/** A section and what stands below its heading. */
export interface OutlinedSection {
  readonly section: SectionForm;
  readonly blocks: readonly SourceBlock[];
}

/** Finds title and headings. `formOf` tells the edition, and with it the official titles, from the report's title. */
export function outline(blocks: readonly SourceBlock[], forms: readonly Form[]): Outline {
  const headings = findHeadings(blocks, forms);
  const top = blocks.slice(0, headings.found[0]?.at).filter(block => !headings.contents.has(block));
  const title = findTitle(top);
  const { form } = readReport(title.text, forms);
  const remarks: Remark[] = [...headings.contents].flatMap(block => lossOf(block, remarkWords.contents));
  for (const block of top.slice(0, title.start)) {
    remarks.push(...lossOf(block, remarkWords.before));
  }
  const sections = headings.found.map(({ at, found }, index): OutlinedSection => {
    const heading = blocks[at];
    const below = blocks.slice(at + 1, headings.found[index + 1]?.at).filter(block => !headings.contents.has(block));
    if (heading?.kind !== 'paragraph') return { section: found.section, blocks: below };
    const right = writeHeading(form, found.section);
    const written = heading.text.slice(0, found.end);
    if (fold(written) !== fold(right)) {
      const message = remarkWords.label(written, right);
      remarks.push({ kind: 'change', text: written, place: heading.place, message, target: found.section.id });
    }
    const rest = slice(heading, found.end + (/^\s*[。：:]/.exec(heading.text.slice(found.end))?.[0].length ?? 0));
    return { section: found.section, blocks: rest.text === '' ? below : [{ ...rest, level: 0 }, ...below] };
  });
  const tables = top.slice(0, title.start).filter(({ kind }) => kind === 'table');
  return { title: title.text, head: [...tables, ...top.slice(title.end)], sections, remarks };
}

/** A table has remarks of its own. */
const lossOf = (block: SourceBlock, message: Remark['message']): Remark[] =>
  block.kind === 'paragraph' ? [{ kind: 'loss', text: block.text, place: block.place, message }] : [];

interface Headings {
  readonly found: readonly { readonly at: number; readonly found: FoundSection }[];
  /** The lines of a table of contents. */
  readonly contents: ReadonlySet<SourceBlock>;
}

function findHeadings(blocks: readonly SourceBlock[], forms: readonly Form[]): Headings {
  const all = blocks.flatMap((block, at) => {
    const found = block.kind === 'paragraph' ? findSection(block.text, forms) : undefined;
    return found ? [{ at, found, block }] : [];
  });
  const contents = new Set<SourceBlock>();
  let last: number | undefined;
  const real = all.filter(({ at, found, block }, index) => {
    const again = all.slice(index + 1).some(other => other.found.section.id === found.section.id);
    // In a table of contents nothing stands between the headings, and each comes again further down.
    const isContents = again && (all[index + 1]?.at === at + 1 || last === at - 1);
    if (isContents) {
      contents.add(block);
      last = at;
    }
    return !isContents;
  });
  const taken = new Set(real.filter(({ found }) => found.certainty === 'sure').map(({ found }) => found.section.id));
  const found = real.filter(({ found: { section, certainty } }) => {
    const isKept = certainty === 'sure' || !taken.has(section.id);
    taken.add(section.id);
    return isKept;
  });
  for (const block of blocks.slice(0, found[0]?.at)) {
    if (contents.size > 0 && block.kind === 'paragraph' && fold(block.text) === '目录') contents.add(block);
  }
  return { found, contents };
}

/** A title is not written over more lines. */
const MOST_LINES = 4;
const LONGEST_TITLE = 80;

/** Nor does it begin behind more of them. */
const MOST_LOOKED_AT = 400;

/** The lines that together are the best title among those at the top. */
function findTitle(top: readonly SourceBlock[]): {
  readonly text: string;
  readonly start: number;
  readonly end: number;
} {
  let best = { text: '', start: 0, end: 0, cost: Infinity };
  for (let start = 0; start < Math.min(top.length, MOST_LOOKED_AT); start++) {
    let text = '';
    for (let end = start + 1; end <= Math.min(top.length, start + MOST_LINES); end++) {
      const block = top[end - 1];
      if (block?.kind !== 'paragraph' || /[。；，]/.test(block.text)) break;
      text += block.text.replace(/\s/g, '');
      if (text.length > LONGEST_TITLE) break;
      const faults = readReport(text).head.title?.faults ?? ['wording'];
      if (faults.includes('wording') || !text.includes('报告')) continue;
      // The line nearest to the text: a page says its title several times before it comes to it.
      const cost = faults.length * 1000 + (end - start) - start / 1000;
      if (cost < best.cost) best = { text, start, end, cost };
    }
  }
  return best;
}
