import type { Preview } from '../../server/index.ts';

type Piece = Preview['pieces'][number];

/** A piece that is drawn. */
interface Drawn extends Piece {
  readonly element: Element;
}

/** A place of the text that something in the page comes from. */
export interface TextPlace {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** The report in the page. */
export class Drawing {
  readonly #page: Element;
  #drawn: readonly Drawn[] = [];
  #cursor: { readonly line: number; readonly character: number } | undefined;

  constructor(page: Element) {
    this.#page = page;
  }

  /** Draws what differs from what is drawn: a piece that is there already stays as it is, wherever lines come or go. */
  draw(pieces: readonly Piece[]): void {
    const there = new Map<string, Element[]>();
    for (const { html, element } of this.#drawn) there.set(html, [...(there.get(html) ?? []), element]);
    this.#drawn = pieces.map(piece => ({ ...piece, element: there.get(piece.html)?.shift() ?? elementOf(piece) }));
    for (const gone of there.values()) for (const element of gone) element.remove();
    let next = this.#page.firstElementChild;
    for (const { element } of this.#drawn) {
      if (element === next) next = element.nextElementSibling;
      else this.#page.insertBefore(element, next);
    }
    if (this.#cursor) this.#mark(this.#cursor.line, this.#cursor.character);
  }

  /** Shows where the cursor is: marks what is printed from there, and moves the page if it is out of sight. */
  point(line: number, character: number): void {
    this.#cursor = { line, character };
    this.#mark(line, character)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  /** Where in the text an element of the page comes from. */
  placeOf(element: Element): TextPlace | undefined {
    const printed = element.closest('[data-line]');
    const piece = this.#drawn.find(drawn => drawn.element.contains(printed));
    if (!printed || !piece) return undefined;
    const { line, start, end } = numbersOf(printed);
    return { line: piece.line + line, start, end };
  }

  #mark(line: number, character: number): Element | undefined {
    const there = this.#drawn.flatMap(piece => printedFrom(piece, line));
    const before = there.filter(element => numbersOf(element).start <= character);
    const marked = before.at(-1) ?? there[0];
    for (const old of this.#page.querySelectorAll('.current')) if (old !== marked) old.classList.remove('current');
    marked?.classList.add('current');
    return marked;
  }
}

function elementOf({ html }: Piece): Element {
  const template = document.createElement('template');
  template.innerHTML = html;
  const element = template.content.firstElementChild;
  if (!element) throw new Error('a piece is an element');
  return element;
}

/** What of a piece is printed from a line, in the order of the columns; the piece itself only where nothing in it is. */
function printedFrom({ element, line: first }: Drawn, line: number): Element[] {
  const selector = `[data-line="${line - first}"]`;
  const inside = [...element.querySelectorAll(selector)].sort((a, b) => numbersOf(a).start - numbersOf(b).start);
  return inside.length === 0 && element.matches(selector) ? [element] : inside;
}

const numbersOf = (element: Element): TextPlace => ({
  line: Number(element.getAttribute('data-line')),
  start: Number(element.getAttribute('data-start')),
  end: Number(element.getAttribute('data-end')),
});
