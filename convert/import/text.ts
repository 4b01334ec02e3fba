import { cutAtHeadings, findSection } from './headings.ts';
import { gatherTables, type TextLine } from './soft-tables.ts';
import type { Source, SourceBlock, SourceParagraph } from './source.ts';

/** Reads a plain text or Markdown. */
export function readText(text: string): Source {
  const lines = text.split(/\r\n|[\n\r\f\v\u0085\u2028\u2029]/);
  const cut = lines.flatMap((line, index): TextLine[] =>
    cutAtHeadings(line).map(piece => ({ text: piece, place: { line: index + 1 } })),
  );
  const blocks = gatherTables(cut, line => findSection(line.replace(hashes, '')) !== undefined);
  const isMarkdown = blocks.some(block => (block.kind === 'table' ? block.layout === 'laid' : hashes.test(block.text)));
  return {
    format: isMarkdown ? 'markdown' : 'text',
    blocks: blocks.map(block =>
      block.kind === 'paragraph' ? readMarks(block, isMarkdown ? withoutEscapes : asWritten) : block,
    ),
    left: [],
  };
}

const hashes = /^\s{0,3}(#{1,6})\s+(?=\S)/;

const asWritten = (text: string): string => text;

/** Markdown takes any mark behind a backslash for the mark itself. */
const withoutEscapes = (text: string): string => text.replace(/\\([!-/:-@[-`{-~])/g, '$1');

/** Takes the marks of Markdown for headings and bold words out of a line. */
function readMarks(block: SourceParagraph, wordsOf: (text: string) => string): SourceBlock {
  const level = hashes.exec(block.text)?.[1]?.length ?? 0;
  const words = block.text.replace(hashes, '').trim();
  const bold: { start: number; end: number }[] = [];
  let text = '';
  let open: number | undefined;
  for (const [index, piece] of words.split('**').entries()) {
    if (index > 0) {
      if (open === undefined) open = text.length;
      else {
        if (text.length > open) bold.push({ start: open, end: text.length });
        open = undefined;
      }
    }
    text += wordsOf(piece);
  }
  // Two stars that nothing closes are two stars.
  if (open !== undefined) text = `${text.slice(0, open)}**${text.slice(open)}`;
  return { ...block, text, bold, level };
}
