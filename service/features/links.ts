import type { DocumentLink } from 'vscode-languageserver-types';
import type { Form } from '../../forms/index.ts';
import { rangeOf, type Span } from '../../text/index.ts';
import type { Snapshot } from '../document.ts';
import { inLocale, type Locale } from '../words.ts';

/** The language of the links, and the folder of the pages that explain the rules; empty where there is none. */
export interface LinkOptions {
  readonly locale: Locale;
  readonly docs: string;
}

/**
 * The addresses written out in prose, and the notices on the form that it names. These lead to the page on which form
 * belongs to which year: the government's own addresses of them have changed before, and none is invented.
 */
export function documentLinks({ report }: Snapshot, options: LinkOptions): DocumentLink[] {
  const notices = options.docs === '' ? [] : report.forms.map(form => ({ form, pattern: patternOf(form) }));
  return report.tree.lines.flatMap((line, index) => {
    if (line.kind !== 'prose' && line.kind !== 'part') return [];
    const link = (span: Span, target: string, tooltip: string): DocumentLink => ({
      range: rangeOf(index, span),
      target,
      tooltip,
    });
    return [
      ...addressesIn(line.text).map(({ span, target }) =>
        link(span, target, inLocale({ zh: '打开网址', en: 'Open the address' }, options.locale)),
      ),
      ...(line.text.includes('号') ? notices : []).flatMap(({ form, pattern }) =>
        [...line.text.matchAll(pattern)].map(match =>
          link(
            { start: match.index, end: match.index + match[0].length },
            `${options.docs.replace(/\/$/, '')}/wrong-edition.md`,
            noticeWords(form, options.locale),
          ),
        ),
      ),
    ];
  });
}

function addressesIn(line: string): { span: Span; target: string }[] {
  if (!line.includes('://')) return [];
  return [...line.matchAll(address)].flatMap(match => {
    const text = withoutTail(match[0]);
    if (!/^https?:\/\/[^/]*[a-z\d]/i.test(text)) return [];
    // A percent sign that encodes nothing would make the address none.
    const target = text.replace(/%(?![\da-f]{2})/gi, '%25');
    return [{ span: { start: match.index, end: match.index + text.length }, target }];
  });
}

/** What an address is made of; Chinese words and full-width marks follow it without a space. */
const address = /https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]+/gi;

const MARKS = `.,;:!?'*]`;

/** Without the marks of the sentence around it; a bracket stays where it was opened in the address. */
function withoutTail(text: string): string {
  const marks = text.includes('(') ? MARKS : `${MARKS})`;
  let end = text.length;
  while (marks.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** The notice's number, with any brackets and spaces around its year. */
function patternOf({ notice }: Form): RegExp {
  const [, name = '', year = '', number = ''] = /^(.*?)〔(\d+)〕(\d+)号$/.exec(notice.number) ?? [];
  return new RegExp(`${name}\\s*[〔［[（(]\\s*${year}\\s*[〕］\\]）)]\\s*${number}\\s*号`, 'g');
}

function noticeWords({ notice, years }: Form, locale: Locale): string {
  const last = years.to === undefined ? '' : String(years.to);
  return inLocale(
    {
      zh: `${notice.title}，用于 ${years.from} ${last === '' ? '年及以后' : `至 ${last} 年`}的年度报告`,
      en: `${notice.title}: for the reports of ${last === '' ? `${years.from} and later` : `${years.from} to ${last}`}`,
    },
    locale,
  );
}
