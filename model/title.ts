import { nameAt, textOf, type ProseLine } from '../grammar/index.ts';
import { trimSpan, type Span } from '../text/index.ts';
import type { Title, TitleFault } from './types.ts';

const DIGIT = '[0-9０-９]';
const CHINESE_YEAR = '[一二][〇零○ＯO一二三四五六七八九]{3}';
const yearMark = new RegExp(`(?<!${DIGIT})(${DIGIT}{4}|${CHINESE_YEAR})(?!${DIGIT})([ \\u3000]*年)?度?`);
const subject = /(?:政府)?信息公开|政务公开/;

/** Reads the organ and the year off a title in any of the ways in which offices write it. */
export function readTitle(line: ProseLine, index: number): Title {
  const span = trimSpan(line.text, line.lead?.kind === 'hash' ? line.lead.end : 0, line.text.length);
  const text = textOf(line, span);
  const found = yearMark.exec(text);
  const faults: TitleFault[] = [];
  if (!found) faults.push('no-year');
  else if (found[2] === undefined) faults.push('year-mark');
  if (!subject.test(text) || !text.includes('报告')) faults.push('wording');
  const organ = readOrgan(text, found);
  if (!organ) faults.push('no-organ');
  const year = found?.[1];
  return {
    line: index,
    span,
    ...(organ && { organ: nameAt(line, { start: span.start + organ.start, end: span.start + organ.end }) }),
    ...(found &&
      year !== undefined && {
        year: { start: span.start + found.index, end: span.start + found.index + year.length, value: yearValue(year) },
      }),
    faults,
  };
}

/** The organ stands before the year (示范市2025年…), or between the year and the subject (2025年示范市政府信息公开…). */
function readOrgan(text: string, year: RegExpExecArray | null): Span | undefined {
  const ahead = organIn(text, 0, Math.min(year?.index ?? Infinity, subjectAt(text, 0)));
  if (ahead ?? !year) return ahead;
  const from = year.index + year[0].length;
  return organIn(text, from, subjectAt(text, from));
}

/** Where the words 政府信息公开 begin. In 某市人民政府信息公开 the word 政府 belongs to the organ as much as to the subject. */
function subjectAt(text: string, from: number): number {
  const found = text.slice(from).search(subject);
  if (found < 0) return Infinity;
  const at = from + found;
  return text.slice(from, at).endsWith('人民') && text.startsWith('政府', at) ? at + 2 : at;
}

function organIn(text: string, from: number, to: number): Span | undefined {
  if (to === Infinity) return undefined;
  const words = text.slice(from, to);
  const start = /[\s《]*(?:关于\s*)?/.exec(words)?.[0].length ?? 0;
  const [organ = ''] = words.slice(start).split('关于');
  const { length } = organ.replace(/(?<![\s《])[\s《]+$/, '');
  return length > 0 ? { start: from + start, end: from + start + length } : undefined;
}

function yearValue(text: string): number {
  const digits = text.replace(/./g, c => {
    const chinese = '〇一二三四五六七八九'.indexOf(c);
    if (chinese >= 0) return String(chinese);
    if (/[零○ＯO]/.test(c)) return '0';
    return /[０-９]/.test(c) ? String.fromCharCode(c.charCodeAt(0) - 0xfee0) : c;
  });
  return Number(digits);
}
