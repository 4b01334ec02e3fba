import { join } from '../paragraphs.ts';
import {
  slice,
  type LeftOut,
  type SourceBlock,
  type SourceCell,
  type SourceParagraph,
  type SourceRow,
} from '../source.ts';
import type { Numbering } from './numbering.ts';
import { isOn, levelIn, listIn, type Style } from './styles.ts';
import { childOf, elementsOf, type XmlElement } from './xml.ts';

/** What a document's body refers to. */
export interface Parts {
  readonly styleOf: (id: string | undefined) => Style;
  readonly numbering: Numbering;
  /** The words of footnotes and endnotes by `footnote 2`. */
  readonly notes: ReadonlyMap<string, string>;
}

/** Reads the body of a document: changes as accepted, text boxes behind the paragraph that they hang on. */
export class BodyReader {
  readonly blocks: SourceBlock[] = [];
  readonly left: LeftOut[] = [];
  readonly #parts: Parts;
  #paragraphs = 0;
  #tables = 0;
  /** A paragraph whose mark was deleted goes on with the next one. */
  #open: SourceParagraph | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  read(body: XmlElement): void {
    for (const element of elementsOf(body)) this.#block(element);
    this.#close();
  }

  #block(element: XmlElement): void {
    switch (element.name) {
      case 'p':
        this.#paragraph(element);
        return;
      case 'tbl':
        this.#table(element);
        return;
      case 'del':
      case 'moveFrom':
      case 'sectPr':
        return;
      case 'AlternateContent':
        for (const inner of elementsOf(chosen(element))) this.#block(inner);
        return;
      default:
        // Content controls, insertions, custom elements: what is in them counts.
        for (const inner of elementsOf(element)) this.#block(inner);
    }
  }

  #paragraph(element: XmlElement): void {
    const properties = childOf(element, 'pPr');
    const style = this.#parts.styleOf(childOf(properties, 'pStyle')?.attributes.val);
    const place = { paragraph: ++this.#paragraphs };
    const runs = new RunReader(this.#parts, style.bold);
    runs.read(element);
    const { list, level: depth = 0 } = { ...style.list, ...listIn(properties) };
    const number = list === undefined ? '' : this.#parts.numbering.next({ list, level: depth });
    const level = levelIn(properties) ?? style.level;
    runs.lines.forEach(({ text, bold }, index) => {
      const line = slice({ kind: 'paragraph', text, bold, level, place }, 0);
      const numbered = index === 0 && line.text !== '';
      this.#line(numbered ? join({ ...line, text: number, bold: [] }, line) : line);
    });
    if (isDeleted(childOf(properties, 'rPr'))) this.#open = this.#take();
    for (const text of runs.hidden) this.left.push({ text, place, as: 'hidden' });
    for (const picture of runs.pictures) this.left.push({ text: picture, place, as: 'picture' });
    for (const box of runs.boxes) for (const inner of elementsOf(box)) this.#block(inner);
  }

  #line(line: SourceParagraph): void {
    const open = this.#open;
    this.#open = undefined;
    if (open) this.blocks.push(join(open, line));
    else if (line.text !== '') this.blocks.push(line);
  }

  #take(): SourceParagraph | undefined {
    const last = this.blocks.at(-1);
    if (last?.kind !== 'paragraph') return undefined;
    this.blocks.pop();
    return last;
  }

  #close(): void {
    if (this.#open) this.blocks.push(this.#open);
    this.#open = undefined;
  }

  #table(table: XmlElement): void {
    this.#close();
    const rows = elementsOf(table).flatMap(rowsIn);
    const cells = rows.map(row => elementsOf(row).flatMap(cellsIn));
    // A table that holds another one, or whole paragraphs, lays out the page.
    if (cells.some(row => row.some(isLayout))) {
      for (const cell of cells.flat()) for (const inner of elementsOf(cell)) this.#block(inner);
      return;
    }
    const number = ++this.#tables;
    this.blocks.push({ kind: 'table', layout: 'laid', rows: this.#grid(rows, cells, number) });
  }

  #grid(rows: readonly XmlElement[], cells: readonly (readonly XmlElement[])[], table: number): SourceRow[] {
    /** The row that a merged cell reaches down to, by the column that it begins in. */
    const reached = new Map<number, number>();
    return rows.map((row, at): SourceRow => {
      let column = Number(childOf(childOf(row, 'trPr'), 'gridBefore')?.attributes.val ?? '0') || 0;
      const written: SourceCell[] = [];
      for (const cell of cells[at] ?? []) {
        const properties = childOf(cell, 'tcPr');
        const columns = Math.min(
          Math.max(1, Number(childOf(properties, 'gridSpan')?.attributes.val ?? '1') || 1),
          WIDEST,
        );
        const merge = childOf(properties, 'vMerge');
        const text = this.#cellText(cell);
        const goesOn = merge && merge.attributes.val !== 'restart' && reached.get(column) === at - 1 && text === '';
        if (!goesOn) written.push({ text, column, columns });
        if (merge) reached.set(column, at);
        column += columns;
      }
      return { cells: written, place: { table, row: at + 1 } };
    });
  }

  #cellText(cell: XmlElement): string {
    const reader = new BodyReader(this.#parts);
    reader.read(cell);
    this.left.push(...reader.left);
    return reader.blocks.flatMap(block => (block.kind === 'paragraph' ? block.text : [])).join(' ');
  }
}

/** The widest span that is believed. */
const WIDEST = 1000;

/** The rows of a table, those in content controls and insertions included, deleted ones not. */
function rowsIn(element: XmlElement): readonly XmlElement[] {
  if (element.name === 'tr') return isDeleted(childOf(element, 'trPr')) ? [] : [element];
  return element.name === 'del' || element.name === 'tblPr' ? [] : elementsOf(element).flatMap(rowsIn);
}

function cellsIn(element: XmlElement): readonly XmlElement[] {
  if (element.name === 'tc') return [element];
  return element.name === 'del' ? [] : elementsOf(element).flatMap(cellsIn);
}

/** Longer texts are no cell of a form. */
const LONGEST_CELL = 200;

const isLayout = (cell: XmlElement): boolean => holdsTable(cell) || wordsOf(cell).length > LONGEST_CELL;

const holdsTable = (element: XmlElement): boolean =>
  elementsOf(element).some(inner => inner.name === 'tbl' || holdsTable(inner));

/** Whether a change that was tracked took the mark of a paragraph, or a row, away. */
const isDeleted = (properties: XmlElement | undefined): boolean =>
  childOf(properties, 'del') !== undefined || childOf(properties, 'moveFrom') !== undefined;

/** What a program that knows all of it would show. */
const chosen = (alternates: XmlElement): XmlElement | undefined =>
  childOf(alternates, 'Choice') ?? childOf(alternates, 'Fallback');

/** Reads the runs of one paragraph. */
class RunReader {
  readonly lines: { text: string; bold: { start: number; end: number }[] }[] = [{ text: '', bold: [] }];
  readonly hidden: string[] = [];
  readonly pictures: string[] = [];
  readonly boxes: XmlElement[] = [];
  readonly #parts: Parts;
  readonly #bold: boolean;

  constructor(parts: Parts, bold: boolean) {
    this.#parts = parts;
    this.#bold = bold;
  }

  read(element: XmlElement | undefined): void {
    for (const inner of elementsOf(element)) {
      if (inner.name === 'r') this.#run(inner);
      else if (inner.name === 'AlternateContent') this.read(chosen(inner));
      else if (!LEFT_OUT.has(inner.name)) this.read(inner);
    }
  }

  #run(run: XmlElement): void {
    const properties = childOf(run, 'rPr');
    const bold = isOn(childOf(properties, 'b')) ?? this.#bold;
    if (isOn(childOf(properties, 'vanish'))) {
      const text = wordsOf(run);
      if (text.trim() !== '') this.hidden.push(text);
      return;
    }
    for (const piece of elementsOf(run)) this.#piece(piece, bold);
  }

  #piece(piece: XmlElement, bold: boolean): void {
    const { name, attributes } = piece;
    if (name === 't') this.#words(piece.children.filter(child => typeof child === 'string').join(''), bold);
    else if (name === 'tab' || name === 'ptab') this.#words('\t', false);
    else if (name === 'br' || name === 'cr') this.lines.push({ text: '', bold: [] });
    else if (name === 'noBreakHyphen') this.#words('-', bold);
    else if (name === 'sym') this.#words(symbol(attributes.char), bold);
    else if (name === 'footnoteReference' || name === 'endnoteReference') {
      const note = this.#parts.notes.get(`${name.slice(0, -'Reference'.length)} ${attributes.id ?? ''}`) ?? '';
      if (note !== '') this.#words(`（注：${note}）`, false);
    } else if (name === 'AlternateContent') for (const inner of elementsOf(chosen(piece))) this.#piece(inner, bold);
    else if (name === 'drawing' || name === 'pict' || name === 'object') this.#drawing(piece);
    else for (const inner of elementsOf(piece, 'rubyBase')) this.read(inner);
  }

  #words(text: string, bold: boolean): void {
    const line = this.lines.at(-1);
    if (!line) return;
    const start = line.text.length;
    line.text += text;
    const before = line.bold.at(-1);
    if (!bold) return;
    if (before?.end === start) before.end = line.text.length;
    else line.bold.push({ start, end: line.text.length });
  }

  #drawing(drawing: XmlElement): void {
    const boxes = boxesIn(drawing);
    this.boxes.push(...boxes);
    if (boxes.length === 0) this.pictures.push(pictureName(drawing));
  }
}

/** What stands in a paragraph and is not printed as it stands. */
const LEFT_OUT = new Set(['pPr', 'del', 'moveFrom', 'commentRangeStart', 'commentRangeEnd', 'proofErr']);

function boxesIn(element: XmlElement): readonly XmlElement[] {
  if (element.name === 'txbxContent') return [element];
  const inside = element.name === 'AlternateContent' ? chosen(element) : element;
  return elementsOf(inside).flatMap(boxesIn);
}

/** What a picture is called, where it is called anything. */
function pictureName(element: XmlElement): string {
  for (const inner of elementsOf(element)) {
    const own = inner.name === 'docPr' ? (inner.attributes.descr ?? inner.attributes.name) : undefined;
    const name = own ?? pictureName(inner);
    if (name !== '') return name;
  }
  return '';
}

/** All words in an element, however they are set. */
export const wordsOf = (element: XmlElement): string =>
  element.children
    .map(child =>
      typeof child === 'string' ? (element.name === 't' ? child : '') : child.name === 'del' ? '' : wordsOf(child),
    )
    .join('');

/** A character of a symbol font is kept where it is one of Unicode. */
function symbol(code = ''): string {
  const character = /^[\da-f]{1,4}$/i.test(code) ? String.fromCharCode(parseInt(code, 16)) : '';
  return /[\p{Cc}\p{Cs}]/u.test(character) ? '' : character;
}
