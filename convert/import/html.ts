import { HtmlTooLargeError, attribute, isElement, nodesOf, readHtmlTree, wordsIn } from '../grid/html-tree.ts';
import type { HtmlElement, HtmlNode, HtmlParent } from '../grid/html-tree.ts';
import { GridTooLargeError } from '../grid/grid.ts';
import { gridOf } from '../grid/html-table.ts';
import { tidied } from '../grid/text-table.ts';
import { ImportError } from './errors.ts';
import { findSection } from './headings.ts';
import { gatherTables } from './soft-tables.ts';
import { rowOf, slice, type LeftOut, type Source, type SourceBlock, type SourceParagraph } from './source.ts';

/** Reads a web page, a part of one, or what a program put on the clipboard as one. */
export function readHtml(html: string): Source {
  const pieces = readPage(html);
  const { blocks, outside } = findReport(pieces.blocks);
  const left = [...pieces.hidden, ...outside.map(({ text, place }): LeftOut => ({ text, place, as: 'outside' }))];
  return { format: 'html', blocks: gatherInLines(blocks), left };
}

/** A block and the element that it stands in. */
interface Piece {
  readonly block: SourceBlock;
  readonly parent: HtmlParent;
}

interface Page {
  readonly blocks: readonly Piece[];
  readonly hidden: readonly LeftOut[];
}

/** Elements whose text nobody reads. */
const UNREAD = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'iframe',
  'object',
  'svg',
  'select',
  'textarea',
  'head',
]);

/** Elements that begin a new line and end it. All others, those that nobody knows too, stand inside one. */
const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hgroup html legend li main menu nav ol p pre search section summary table ' +
    'tbody td tfoot th thead tr ul'
  ).split(' '),
);

function readPage(html: string): Page {
  const reader = new PageReader();
  try {
    reader.read(readHtmlTree(html));
  } catch (error) {
    if (error instanceof HtmlTooLargeError || error instanceof GridTooLargeError) throw new ImportError('too-large');
    throw error;
  }
  return reader;
}

/** Goes through a page without a call for each level: a page may be nested as deeply as it likes. */
class PageReader implements Page {
  readonly blocks: Piece[] = [];
  readonly hidden: LeftOut[] = [];
  #text = '';
  #bold: { start: number; end: number }[] = [];
  #parent: HtmlParent | undefined;
  #level = 0;
  #count = 0;
  #tables = 0;

  read(root: HtmlParent): void {
    const waiting: (HtmlNode | (() => void))[] = [...root.childNodes];
    for (let node = waiting.pop(); node; node = waiting.pop()) {
      if (typeof node === 'function') node();
      else if ('value' in node) this.#words(node.value, node.parentNode);
      else if (isElement(node)) waiting.push(...this.#enter(node).toReversed());
    }
  }

  /** What is still to be read of an element: its children, and what is to be done behind them. */
  #enter(element: HtmlElement): (HtmlNode | (() => void))[] {
    const { tagName } = element;
    if (UNREAD.has(tagName)) return [];
    if (isHidden(element)) {
      this.#hide(element);
      return [];
    }
    if (tagName === 'br' || tagName === 'hr') {
      this.#end();
      return [];
    }
    if (tagName === 'table' && isData(element)) {
      this.#table(element);
      return [];
    }
    if (!BLOCKS.has(tagName)) return isBold(element) ? this.#inBold(element) : [...element.childNodes];
    this.#end();
    const level = /h([1-6])/.exec(tagName)?.[1];
    const marker = tagName === 'li' ? markerOf(element) : '';
    return [
      () => {
        if (level !== undefined) this.#level = Number(level);
        this.#words(marker, element);
      },
      ...element.childNodes,
      () => {
        this.#end();
        if (level !== undefined) this.#level = 0;
      },
    ];
  }

  #inBold(element: HtmlElement): (HtmlNode | (() => void))[] {
    let start = 0;
    return [
      () => (start = this.#text.length),
      ...element.childNodes,
      () => void this.#bold.push({ start, end: this.#text.length }),
    ];
  }

  #words(value: string, parent: HtmlParent | null): void {
    const words = value.replace(/[ \t\r\n\f]+/g, ' ').replace(/\u00a0/g, ' ');
    if (this.#text === '' && words.trim() === '') return;
    this.#parent ??= parent ?? undefined;
    this.#text += words;
  }

  /** Ends the paragraph that has been read so far. */
  #end(): void {
    const [text, bold, parent] = [this.#text, this.#bold, this.#parent];
    [this.#text, this.#bold, this.#parent] = ['', [], undefined];
    if (!parent) return;
    const place = { paragraph: ++this.#count };
    const whole = { kind: 'paragraph', text, bold: merged(bold), level: this.#level, place } as const;
    this.blocks.push({ block: slice(whole, 0), parent });
  }

  #table(table: HtmlElement): void {
    this.#end();
    const number = ++this.#tables;
    const captions = table.childNodes
      .filter((node): node is HtmlElement => isElement(node, 'caption'))
      .map(caption => tidied(wordsIn(caption)))
      .filter(text => text !== '');
    const heads = captions.map(text => rowOf([text], {}).cells);
    const filled = [...heads, ...gridOf(table).rows].map((cells, row) => ({
      cells,
      place: { table: number, row: row + 1 },
    }));
    this.blocks.push({ block: { kind: 'table', layout: 'laid', rows: filled }, parent: table });
  }

  #hide(element: HtmlElement): void {
    let text = '';
    for (const node of nodesOf(element, inner => !UNREAD.has(inner.tagName))) {
      if ('value' in node) text += node.value;
    }
    const words = tidied(text);
    if (words !== '') this.hidden.push({ text: words, place: { paragraph: this.#count + 1 }, as: 'hidden' });
  }
}

const styleOf = (element: HtmlElement): string => attribute(element, 'style') ?? '';

const isHidden = (element: HtmlElement): boolean =>
  attribute(element, 'hidden') !== undefined ||
  /(?:^|;)\s*(?:display\s*:\s*none|mso-hide\s*:\s*all)/i.test(styleOf(element));

const isBold = (element: HtmlElement): boolean =>
  element.tagName === 'b' || element.tagName === 'strong'
    ? !/font-weight\s*:\s*normal/i.test(styleOf(element))
    : /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(styleOf(element));

/** The number of an item in a numbered list. */
function markerOf(item: HtmlElement): string {
  const list = item.parentNode;
  if (!list || !('tagName' in list) || list.tagName !== 'ol') return '';
  const items = list.childNodes.filter(node => isElement(node, 'li'));
  return `${Number(attribute(list, 'start') ?? '1') + items.indexOf(item)}.`;
}

/** A table that holds another one, or whole paragraphs, lays out the page. */
function isData(table: HtmlElement): boolean {
  let length = 0;
  for (const node of nodesOf(table, () => true)) {
    if (isElement(node, 'table', 'h1', 'h2', 'h3')) return false;
    if (isElement(node, 'td', 'th')) length = 0;
    if ('value' in node) {
      length += node.value.trim().length;
      if (length > LONGEST_CELL) return false;
    }
  }
  return true;
}

/** The longest text that a table of the form prints in one cell has 50 characters. */
const LONGEST_CELL = 200;

/** Spans that touch are one. */
function merged(spans: readonly { start: number; end: number }[]): { start: number; end: number }[] {
  const result: { start: number; end: number }[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const before = result.at(-1);
    if (before && span.start <= before.end) before.end = Math.max(before.end, span.end);
    else result.push({ ...span });
  }
  return result;
}

/** The report on a page: what stands in the element that holds all its headings, and its title. */
function findReport(pieces: readonly Piece[]): { blocks: SourceBlock[]; outside: SourceParagraph[] } {
  const inside = holder(pieces);
  const all = pieces.map(({ block }) => block);
  if (!inside) return { blocks: all, outside: [] };
  const isInside = pieces.map(({ parent }) => inside.has(parent));
  const first = isInside.indexOf(true);
  const title = all.findLastIndex((block, at) => at <= first && block.kind === 'paragraph' && isTitleLike(block.text));
  const isKept = (at: number): boolean => isInside[at] === true || at === title;
  return {
    blocks: all.filter((block, at) => block.kind === 'table' || isKept(at)),
    outside: all.flatMap((block, at) => (block.kind === 'paragraph' && !isKept(at) ? [block] : [])),
  };
}

const isTitleLike = (text: string): boolean =>
  text.length < 80 && /信息公开|政务公开/.test(text) && text.endsWith('报告');

/** All elements inside the smallest one that holds the headings of the report; nothing where it has too few. */
function holder(pieces: readonly Piece[]): ReadonlySet<HtmlParent> | undefined {
  const headings = pieces.filter(
    ({ block }) => block.kind === 'paragraph' && findSection(block.text)?.certainty === 'sure',
  );
  const [first, ...rest] = headings;
  if (!first || rest.length === 0) return undefined;
  let common = ancestors(first.parent);
  for (const { parent } of rest) {
    const above = new Set(ancestors(parent));
    common = common.filter(one => above.has(one));
  }
  const [smallest] = common;
  if (!smallest) return undefined;
  const inside = new Set<HtmlParent>([smallest]);
  for (const node of nodesOf(smallest, () => true)) if (isElement(node)) inside.add(node);
  return inside;
}

/** The element and those around it, the innermost first. */
function ancestors(element: HtmlParent): HtmlParent[] {
  const above: HtmlParent[] = [];
  for (let one: HtmlParent | null = element; one; one = 'parentNode' in one ? one.parentNode : null) above.push(one);
  return above;
}

/** Tables that are only lines with tabs or bars on the page. */
function gatherInLines(blocks: readonly SourceBlock[]): SourceBlock[] {
  if (!blocks.some(block => block.kind === 'paragraph' && /[\t|｜]/.test(block.text))) return [...blocks];
  return blocks.flatMap(block =>
    block.kind === 'paragraph' && /[|｜].*[|｜]/.test(block.text) ? gatherTables([block], () => false) : [block],
  );
}
