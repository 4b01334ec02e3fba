import { MarkupKind, type MarkupContent } from 'vscode-languageserver-types';

/** A short explanation in plain words: a title, then paragraphs and lists. */
export interface Card {
  readonly title: string;
  readonly body: readonly (string | readonly string[])[];
}

/** The card as Markdown or as plain text. All words are taken as words: nothing in a report becomes markup. */
export function renderCard({ title, body }: Card, markdown: boolean): MarkupContent {
  const say = markdown ? escapeMarkdown : clean;
  const blocks = body
    .filter(block => block.length > 0)
    .map(block => (typeof block === 'string' ? say(block) : block.map(item => `- ${say(item)}`).join('\n')));
  return markdown
    ? { kind: MarkupKind.Markdown, value: [`**${say(title)}**`, ...blocks].join('\n\n') }
    : { kind: MarkupKind.PlainText, value: [say(title), ...blocks].join('\n') };
}

/** The words so written that Markdown shows them as they are: no markup, no link, no HTML, also none by accident. */
export const escapeMarkdown = (text: string): string =>
  clean(text)
    .replace(/[\\`*_[\]<>&~|$@]/g, '\\$&')
    // What GitHub's Markdown and its kin make links of without being asked.
    .replace(/\/(?=\/)/g, '\\/')
    .replace(/\b(www)\./gi, '$1\\.')
    // What means something at the beginning of a line only.
    .replace(/^([#+=-])/, '\\$1')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');

/** The longest piece of a report that an explanation repeats. */
const LONGEST = 400;

/** Without line ends, controls and characters that turn the direction of what follows; shortened where endless. */
function clean(text: string): string {
  const one = text
    .slice(0, LONGEST)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(/[\ud800-\udbff]$/, '')
    .trim();
  return text.length > LONGEST ? `${one}…` : one;
}
