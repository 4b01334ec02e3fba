import type { ListPlace } from './numbering.ts';
import { childOf, elementsOf, type XmlElement } from './xml.ts';

/** What a paragraph's style says of it. */
export interface Style {
  /** 1 for the first level of headings, 0 for none. */
  readonly level: number;
  readonly bold: boolean;
  readonly list: Partial<ListPlace>;
}

const PLAIN: Style = { level: 0, bold: false, list: {} };

/** A style may be based on another, and that on another; no document goes further. */
const DEEPEST = 20;

/** The styles of a document by their ids. */
export function readStyles(part: XmlElement | undefined): (id: string | undefined) => Style {
  const all = new Map(elementsOf(part, 'style').map(style => [style.attributes.styleId ?? '', style]));
  return id => {
    const styles: XmlElement[] = [];
    for (let style = all.get(id ?? ''); style && styles.length < DEEPEST;) {
      styles.push(style);
      style = all.get(childOf(style, 'basedOn')?.attributes.val ?? '');
    }
    return styles.reduceRight((base, style) => readStyle(style, base), PLAIN);
  };
}

function readStyle(style: XmlElement, base: Style): Style {
  const paragraph = childOf(style, 'pPr');
  const name = childOf(style, 'name')?.attributes.val ?? '';
  const named = /^(?:heading|标题)\s*([1-9])$/i.exec(name)?.[1];
  return {
    level: levelIn(paragraph) ?? (named === undefined ? base.level : Number(named)),
    bold: isOn(childOf(childOf(style, 'rPr'), 'b')) ?? base.bold,
    list: { ...base.list, ...listIn(paragraph) },
  };
}

/** The level of a heading that properties state; 9 is Word's way to say that it is none. */
export function levelIn(properties: XmlElement | undefined): number | undefined {
  const level = childOf(properties, 'outlineLvl')?.attributes.val;
  return level === undefined ? undefined : level === '9' ? 0 : Number(level) + 1;
}

/** The list that properties put a paragraph in. */
export function listIn(properties: XmlElement | undefined): Partial<ListPlace> {
  const numbered = childOf(properties, 'numPr');
  const list = childOf(numbered, 'numId')?.attributes.val;
  const level = childOf(numbered, 'ilvl')?.attributes.val;
  return { ...(list !== undefined && { list }), ...(level !== undefined && { level: Number(level) || 0 }) };
}

const OFF = new Set(['0', 'false', 'off', 'none']);

/** A property that is on where it stands without a value; nothing where it does not stand. */
export const isOn = (property: XmlElement | undefined): boolean | undefined =>
  property && !OFF.has(property.attributes.val ?? '');
