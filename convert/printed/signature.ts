import type { Report } from '../../model/index.ts';
import type { PrintedText } from './types.ts';

/**
 * Who signs, when, and whom to ask: from the fields of the head, in the order and the places that GB/T 9704 has for
 * them. A report that states none of these is printed without.
 */
export function* printSignature({ head }: Report): Generator<PrintedText> {
  const fieldOf = (key: string): (typeof head.fields)[number] | undefined =>
    head.fields.find(field => field.key === key && field.value.text !== '');
  const [organ, date, phone] = [fieldOf('organ'), fieldOf('published'), fieldOf('phone')];
  if (organ) yield line('organ', organ.value.text, organ);
  else if (date && head.organ !== undefined) yield line('organ', head.organ, date);
  if (date) yield line('date', dateText(date.value.text), date);
  if (phone) yield line('contact', `（${phone.name.text}：${phone.value.text}）`, phone);
}

const line = (
  kind: PrintedText['kind'],
  text: string,
  { line, value }: Report['head']['fields'][number],
): PrintedText => ({ kind, runs: [{ text, weight: 'plain' }], source: { line, start: value.start, end: value.end } });

/** 2026-03-25 as 2026年3月25日, without noughts ahead; what is no such date stays as it is. */
function dateText(text: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text) ?? [];
  return year === undefined ? text : `${year}年${Number(month)}月${Number(day)}日`;
}
