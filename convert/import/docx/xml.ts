import { SaxesParser } from 'saxes';
import { ImportError } from '../errors.ts';

/** An element of a part: its name without the prefix, its attributes likewise, and what is in it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

const DEEPEST = 256;
const MOST_ELEMENTS = 2_000_000;
const MOST_CHARACTERS = 20_000_000;

/**
 * Reads a part. It must be well formed; a DOCTYPE is refused, so that there are no entities but the five of XML, and
 * nothing outside the part is ever asked for.
 */
export function readXml(bytes: Uint8Array): XmlElement {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const root: Open = { name: '', attributes: {}, children: [] };
  const open: Open[] = [root];
  let elements = 0;
  let characters = 0;
  parser.on('doctype', () => {
    throw new ImportError('doctype');
  });
  parser.on('error', () => {
    throw new ImportError('damaged');
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length > DEEPEST) throw new ImportError('too-deep');
    if (++elements > MOST_ELEMENTS) throw new ImportError('too-large');
    const element: Open = { name: local(name), attributes: localNames(attributes), children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  const words = (text: string): void => {
    characters += text.length;
    if (characters > MOST_CHARACTERS) throw new ImportError('too-large');
    open.at(-1)?.children.push(text);
  };
  parser.on('text', words);
  parser.on('cdata', words);
  for (const piece of decoded(bytes)) parser.write(piece);
  parser.close();
  const [top] = root.children.filter(child => typeof child !== 'string');
  if (!top) throw new ImportError('damaged');
  return top;
}

interface Open extends XmlElement {
  readonly children: (XmlElement | string)[];
}

/** The children of an element that are elements, those of one name if one is given. */
export const elementsOf = (element: XmlElement | undefined, name?: string): readonly XmlElement[] =>
  (element?.children ?? []).filter(
    (child): child is XmlElement => typeof child !== 'string' && (name === undefined || child.name === name),
  );

/** The first child of a name. */
export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((child): child is XmlElement => typeof child !== 'string' && child.name === name);

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

function localNames(attributes: Readonly<Record<string, string>>): Record<string, string> {
  // No prototype: a part may well have an attribute `constructor`.
  const named = Object.create(null) as Record<string, string>;
  for (const [name, value] of Object.entries(attributes)) named[local(name)] = value;
  return named;
}

/** Word writes UTF-8, others UTF-16 with its mark; a piece at a time, so that limits hold before all of it is read. */
function* decoded(bytes: Uint8Array): Generator<string> {
  const mark = (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0);
  const encoding = mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8';
  const decoder = new TextDecoder(encoding, { fatal: true });
  const decode = (piece: Uint8Array, stream: boolean): string => {
    try {
      return decoder.decode(piece, { stream });
    } catch (error) {
      if (error instanceof TypeError) throw new ImportError('damaged');
      throw error;
    }
  };
  for (let at = 0; at < bytes.length; at += PIECE) yield decode(bytes.subarray(at, at + PIECE), true);
  yield decode(new Uint8Array(), false);
}

const PIECE = 65_536;
