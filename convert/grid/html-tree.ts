import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes } from 'parse5';

/** An element. */
export type HtmlElement = DefaultTreeAdapterTypes.Element;

/** What stands between tags: elements, words, comments. */
export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;

/** What holds others: an element, or the document. */
export type HtmlParent = DefaultTreeAdapterTypes.ParentNode;

/** A page that is larger, or nested more deeply, than any that people write. */
export class HtmlTooLargeError extends Error {
  override readonly name = 'HtmlTooLargeError';
}

const MOST_ELEMENTS = 1_000_000;
const DEEPEST = 1000;

/**
 * The tree of a page. Bold left open before many paragraphs is opened anew in each of them, as browsers do, so that a
 * few kilobytes can ask for more elements than there is room for; and each end tag looks through all that is open. The
 * number of elements and how deep they stand are therefore limited, and not only the length of the text.
 */
export function readHtmlTree(html: string): HtmlParent {
  let elements = 0;
  let depth = 0;
  return parse(html, {
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement(...named) {
        if (++elements > MOST_ELEMENTS) throw new HtmlTooLargeError(`more than ${MOST_ELEMENTS} elements`);
        return defaultTreeAdapter.createElement(...named);
      },
      onItemPush() {
        if (++depth > DEEPEST) throw new HtmlTooLargeError(`more than ${DEEPEST} elements inside each other`);
      },
      onItemPop() {
        depth--;
      },
    },
  });
}

/** Whether the node is an element, one of these names if any are given. */
export const isElement = (node: HtmlNode, ...names: readonly string[]): node is HtmlElement =>
  'tagName' in node && (names.length === 0 || names.includes(node.tagName));

/** The value of an attribute. */
export const attribute = (element: HtmlElement, name: string): string | undefined =>
  element.attrs.find(one => one.name === name)?.value;

/**
 * The nodes inside a parent in the order of the text, without a call for each level. `inside` says which elements are
 * gone into; all elements are given, gone into or not.
 */
export function* nodesOf(parent: HtmlParent, inside: (element: HtmlElement) => boolean): Generator<HtmlNode> {
  const waiting: HtmlNode[] = parent.childNodes.toReversed();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    yield node;
    if (isElement(node) && inside(node)) for (const child of node.childNodes.toReversed()) waiting.push(child);
  }
}

/** Elements whose text nobody reads. */
const UNREAD = new Set(['script', 'style', 'head', 'noscript', 'template']);

/** Elements that begin a new line. */
const APART = new Set(['br', 'p', 'div', 'li', 'tr', 'td', 'th', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/** The words in an element, what stands on lines of its own apart by a space. */
export function wordsIn(element: HtmlElement): string {
  let words = '';
  for (const node of nodesOf(element, inner => !UNREAD.has(inner.tagName))) {
    if ('value' in node) words += node.value;
    else if (APART.has(node.nodeName)) words += ' ';
  }
  return words;
}
