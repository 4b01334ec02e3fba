import type { SectionForm } from '../../forms/index.ts';
import { isValue } from './bind/cells.ts';
import { lexiconOf } from './bind/bind.ts';
import { rowOf, type SourceBlock, type SourceParagraph, type SourceTable } from './source.ts';

/**
 * Finds the tables that are only lines of words and numbers any more: of consecutive lines the longest run that begins
 * and ends with what a table of the section prints. `readings` are the section in every edition.
 */
export function gatherFlows(blocks: readonly SourceBlock[], readings: readonly SectionForm[]): SourceBlock[] {
  if (readings.length === 0) return [...blocks];
  const lexicons = readings.map(lexiconOf);
  const isKnown = (text: string): boolean => lexicons.some(lexicon => lexicon.find(text) !== undefined);
  const result: SourceBlock[] = [];
  let run: SourceParagraph[] = [];
  let looks: Look[] = [];
  const close = (): void => {
    const end = looks.lastIndexOf('table') + 1;
    if (end > 0) result.push(flowing(run.slice(0, end)));
    result.push(...run.slice(end));
    [run, looks] = [[], []];
  };
  for (const block of blocks) {
    const look = block.kind === 'paragraph' ? lookOf(block.text, isKnown) : 'prose';
    if (block.kind === 'table' || look === 'prose' || (look === 'maybe' && run.length === 0)) {
      close();
      result.push(block);
    } else {
      run.push(block);
      looks.push(look);
    }
  }
  close();
  return result;
}

/** `maybe`: short words that belong to a table if one goes on behind them. */
type Look = 'table' | 'maybe' | 'prose';

/** Words in a table without the end of a sentence are hardly longer. */
const LONGEST_WORDS = 40;

function lookOf(text: string, isKnown: (text: string) => boolean): Look {
  if (isKnown(text)) return 'table';
  const pieces = text.split(/\s+/);
  const known = pieces.filter(piece => isValue(piece) || isKnown(piece)).length;
  if (known * 2 >= pieces.length) return 'table';
  return text.length <= LONGEST_WORDS && !/[。；]$/.test(text) ? 'maybe' : 'prose';
}

const flowing = (paragraphs: readonly SourceParagraph[]): SourceTable => ({
  kind: 'table',
  layout: 'flowing',
  rows: paragraphs.map(({ text, place }) => rowOf(text.split(/\s+/), place)),
});
