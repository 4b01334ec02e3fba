import { fields } from '../../forms/index.ts';
import type { SourceBlock } from './source.ts';

/** The end of a report: who issued it, when, and whom to ask, as fields of the head. */
export interface Signature {
  readonly fields: readonly string[];
  /** What stands before it. */
  readonly blocks: readonly SourceBlock[];
}

const organ = /^[\u4e00-\u9fff]{2,30}(?:政府|局|委|委员会|办公室|办事处|厅|部|院|中心|镇|乡|街道|市|县|区)$/;
const day = /^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日$/;
const contact = /^[（(](\S{2,4})[：:](.{1,60})[)）]$/;

/** Takes the signature off the last section: a day, or the organ of the title, on a line of its own behind the text. */
export function readSignature(blocks: readonly SourceBlock[], titled: string | undefined): Signature {
  let end = blocks.length;
  const found = new Map<string, string>();
  const textAt = (at: number): string => {
    const block = blocks[at];
    return block?.kind === 'paragraph' ? block.text.trim() : '';
  };
  const asked = contact.exec(textAt(end - 1));
  const phone = fields.find(({ key }) => key === 'phone');
  if (phone && asked?.[1] === phone.label) {
    found.set('phone', asked[2] ?? '');
    end--;
  }
  const [, year, month = '', date = ''] = day.exec(textAt(end - 1)) ?? [];
  if (year !== undefined) {
    found.set('published', `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`);
    end--;
  }
  const name = textAt(end - 1);
  if (end > 1 && (name === titled || (year !== undefined && organ.test(name)))) {
    found.set('organ', name);
    end--;
  }
  const written = fields.flatMap(({ key, label }) => {
    const value = found.get(key);
    return value === undefined ? [] : [`${label}：${value}`];
  });
  return { fields: written, blocks: blocks.slice(0, end) };
}
