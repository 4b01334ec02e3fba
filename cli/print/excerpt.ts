import { displayWidth } from '../../text/index.ts';
import { visible } from './visible.ts';

/** A line as it is shown, and where the underline goes, both in columns of the terminal. */
export interface Excerpt {
  readonly text: string;
  /** The columns in front of the underline. */
  readonly indent: number;
  /** The columns that the underline covers, at least one. */
  readonly length: number;
}

/**
 * What fits into `columns` of a line around the fault from `start` to `end`. Only the neighbourhood of the fault is
 * looked at, so that a line of a megabyte costs no more than a short one.
 */
export function excerpt(line: string, start: number, end: number, columns: number): Excerpt {
  const room = Math.max(columns, SMALLEST);
  const from = wholeCharacter(line, Math.max(0, start - room));
  const to = wholeCharacter(line, Math.min(line.length, start + 2 * room));
  const glyphs = glyphsOf(line, from, to);
  const first = indexAt(glyphs, start);
  const last = Math.max(indexAt(glyphs, Math.max(end, start)), first);
  const view = viewOf(glyphs, first, room, { before: from > 0, after: to < line.length });
  const shown = glyphs.slice(view.begin, view.end);
  const before = view.cutBefore ? CUT : '';
  return {
    text: before + shown.map(glyph => glyph.shown).join('') + (view.cutAfter ? CUT : ''),
    indent: columnsOf(before) + widthOf(glyphs.slice(view.begin, first)),
    length: Math.max(1, widthOf(glyphs.slice(first, Math.min(last, view.end)))),
  };
}

/** One character of the line as it is shown. */
interface Glyph {
  readonly shown: string;
  readonly width: number;
  /** Where the character ends in the line. */
  readonly end: number;
}

interface View {
  readonly begin: number;
  readonly end: number;
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}

/** Terminals draw characters of ambiguous width (“”…) one column wide unless they are told otherwise. */
const columnsOf = (text: string): number => displayWidth(text, 1);

const CUT = '…';
const SMALLEST = 24;
const TAB = 4;

/** The glyphs to show: all when they fit, else about a third of the room in front of the fault and the rest behind. */
function viewOf(
  glyphs: readonly Glyph[],
  first: number,
  room: number,
  more: { before: boolean; after: boolean },
): View {
  if (!more.before && !more.after && widthOf(glyphs) <= room) {
    return { begin: 0, end: glyphs.length, cutBefore: false, cutAfter: false };
  }
  let left = room - 2 * columnsOf(CUT);
  let begin = first;
  let end = first;
  const back = (until: number): void => {
    for (let width; begin > 0 && left - (width = glyphs[begin - 1]?.width ?? 0) >= until; begin--) left -= width;
  };
  back(Math.ceil((left * 2) / 3));
  for (let width; end < glyphs.length && left >= (width = glyphs[end]?.width ?? 0); end++) left -= width;
  back(0);
  return { begin, end, cutBefore: begin > 0 || more.before, cutAfter: end < glyphs.length || more.after };
}

function glyphsOf(line: string, from: number, to: number): Glyph[] {
  const glyphs: Glyph[] = [];
  let column = 0;
  let end = from;
  for (const character of line.slice(from, to)) {
    end += character.length;
    const shown = character === '\t' ? ' '.repeat(TAB - (column % TAB)) : visible(character);
    const width = columnsOf(shown);
    column += width;
    glyphs.push({ shown, width, end });
  }
  return glyphs;
}

/** The glyph that holds the code unit at the offset; one past the last where none does. */
function indexAt(glyphs: readonly Glyph[], offset: number): number {
  const index = glyphs.findIndex(glyph => glyph.end > offset);
  return index < 0 ? glyphs.length : index;
}

const widthOf = (glyphs: readonly Glyph[]): number => glyphs.reduce((sum, glyph) => sum + glyph.width, 0);

/** The offset, moved off the middle of a surrogate pair. */
function wholeCharacter(line: string, offset: number): number {
  const code = line.charCodeAt(offset);
  const before = line.charCodeAt(offset - 1);
  return code >= 0xdc00 && code <= 0xdfff && before >= 0xd800 && before <= 0xdbff ? offset - 1 : offset;
}
