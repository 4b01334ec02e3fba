import type { Position, Range } from './place.ts';

/**
 * What ends a line for editors and the language server protocol. U+2028, U+0085 and the like do not: an editor shows
 * them inside the line, and so must every column that we count.
 */
export type LineEnding = '' | '\n' | '\r\n' | '\r';

/** A text with the offsets at which its lines begin. */
export class TextLines {
  readonly text: string;
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.text = text;
    this.#starts = lineStarts(text);
  }

  get count(): number {
    return this.#starts.length;
  }

  /** The line without its ending; empty past the last. */
  line(index: number): string {
    const start = this.#starts[index];
    if (start === undefined) return '';
    let end = this.#starts[index + 1] ?? this.text.length;
    if (index + 1 < this.count) end -= this.text.charCodeAt(end - 2) === 13 ? 2 : 1;
    return this.text.slice(start, end);
  }

  /** The offset of a position; one past the line's end counts as its end, one past the text as the text's end. */
  offsetAt(position: Position): number {
    const start = this.#starts[position.line];
    if (start === undefined) return position.line < 0 ? 0 : this.text.length;
    return start + Math.max(0, Math.min(position.character, this.line(position.line).length));
  }

  /** The position of an offset. */
  positionAt(offset: number): Position {
    const inside = Math.max(0, Math.min(offset, this.text.length));
    let low = 0;
    let high = this.count;
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) <= inside) low = middle;
      else high = middle;
    }
    return { line: low, character: inside - (this.#starts[low] ?? 0) };
  }

  /** The text in a range. */
  slice(range: Range): string {
    return this.text.slice(this.offsetAt(range.start), this.offsetAt(range.end));
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  // indexOf over both marks runs at memory speed; a regular expression would be several times slower on prose.
  if (!text.includes('\r')) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    return starts;
  }
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
  return starts;
}
