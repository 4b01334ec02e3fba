import type { Span } from '../../text/index.ts';
import { remarkWords, type Remark } from './remarks.ts';
import { slice, type SourceBlock, type SourceParagraph } from './source.ts';

/** Paragraphs as they were meant, and what was done to them. */
export interface Tidied {
  readonly blocks: readonly SourceBlock[];
  readonly remarks: readonly Remark[];
}

const bookmark = /\[bookmark:[^[\]]{0,60}\]/g;
/** With no white space left. */
const pageMark =
  /^[.·]*(?:第\d{1,3}页(?:[,，/]?共\d{1,3}页)?|[-—－–_]+\d{1,3}[-—－–_]+|Page\d{1,3}(?:of\d{1,3})?)[.·]*$/i;

/** Takes out the marks of bookmarks, page numbers and lines that stand at the head of every page. */
export function dropMarks(blocks: readonly SourceBlock[]): Tidied {
  const remarks: Remark[] = [];
  const headers = repeated(blocks);
  const left = blocks.flatMap((block): SourceBlock[] => {
    if (block.kind === 'table') return [block];
    const kept = withoutBookmarks(block, remarks);
    if (!pageMark.test(kept.text.replace(/\s/g, '')) && !headers.has(kept.text)) return kept.text === '' ? [] : [kept];
    remarks.push({ kind: 'loss', text: kept.text, place: kept.place, message: remarkWords.page });
    return [];
  });
  return { blocks: left, remarks };
}

function withoutBookmarks(block: SourceParagraph, remarks: Remark[]): SourceParagraph {
  let kept = block;
  for (const [mark] of block.text.matchAll(bookmark)) {
    const at = kept.text.indexOf(mark);
    remarks.push({ kind: 'loss', text: mark, place: block.place, message: remarkWords.bookmark });
    kept = join(slice(kept, 0, at), slice(kept, at + mark.length));
  }
  return kept;
}

/** Lines that stand in the text again and again, short and without an end: what is printed at the head of each page. */
function repeated(blocks: readonly SourceBlock[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const block of blocks) {
    if (block.kind === 'paragraph' && /^[^。；：，！？]{6,40}报告$/.test(block.text)) {
      counts.set(block.text, (counts.get(block.text) ?? 0) + 1);
    }
  }
  return new Set([...counts].filter(([, count]) => count > 2).map(([text]) => text));
}

/** Puts paragraphs together again that a page break or a hard line end has cut. */
export function joinCut(paragraphs: readonly SourceParagraph[], isHeading: (text: string) => boolean): Tidied {
  const remarks: Remark[] = [];
  const groups: SourceParagraph[][] = [];
  for (const next of paragraphs) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    const goesOn = before && !isHeading(before.text) && !isHeading(next.text) && isCut(before, next);
    if (group && goesOn) {
      group.push(next);
      remarks.push({ kind: 'change', text: next.text, place: next.place, message: remarkWords.joined });
    } else groups.push([next]);
  }
  return { blocks: groups.map(joinAll), remarks };
}

const ending = /[。！？；：…!?;:.）)”"》】]$/;
const beginning =
  /^(?:[（(]?[一二三四五六七八九十]{1,3}[)）、.．]|\d{1,2}[、.．](?!\d)|[一二三四五六七八九]是|[●■◆·•①-⑳㈠-㈩*-])/;
/** Shorter lines without an end are lines of their own: 无, a name, a date. */
const SHORTEST_CUT = 20;

function isCut(before: SourceParagraph, next: SourceParagraph): boolean {
  if (before.level > 0 || next.level > 0 || ending.test(before.text) || isBold(before)) return false;
  if (/^[，。、；：！？）”》]/.test(next.text)) return true;
  if (beginning.test(next.text)) return false;
  if (/[，、]$/.test(before.text)) return true;
  if (/\d年$/.test(before.text) && /^\d{1,2}月/.test(next.text)) return true;
  // A numbered line without the end of a sentence in it is a heading.
  return before.text.length >= SHORTEST_CUT && !(beginning.test(before.text) && !/[。；]/.test(before.text));
}

/** A line that is bold from end to end heads what follows. */
const isBold = ({ bold, text }: SourceParagraph): boolean =>
  bold.length === 1 && bold[0]?.start === 0 && bold[0].end === text.length;

/** Two paragraphs as one. */
export const join = (a: SourceParagraph, b: SourceParagraph): SourceParagraph => joinAll([a, b]);

/** Paragraphs as one; words of another script keep a space between them. */
function joinAll(paragraphs: readonly SourceParagraph[]): SourceParagraph {
  const [first] = paragraphs;
  if (!first) throw new Error('there is nothing to join');
  let text = '';
  const bold: Span[] = [];
  for (const one of paragraphs) {
    if (/[A-Za-z]/.test(text.slice(-1)) && /^[A-Za-z]/.test(one.text)) text += ' ';
    for (const { start, end } of one.bold) bold.push({ start: start + text.length, end: end + text.length });
    text += one.text;
  }
  return { ...first, text, bold };
}
