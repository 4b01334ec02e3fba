import { rangeOf, type Span, type TextEdit } from '../../text/index.ts';
import { replace } from '../edits.ts';
import { moveFinding } from '../finding.ts';
import { matchesIn, perLine } from '../paragraphs.ts';
import { plural } from '../words.ts';
import { say, type Draft, type Rule } from '../rule.ts';

/** Half-width marks among Chinese characters, and brackets and quotation marks that do not close. */
export const punctuation: Rule = {
  id: 'punctuation',
  group: 'care',
  severity: 'information',
  title: say('标点有误', 'Punctuation'),
  reads: 'prose',
  scope: 'block',
  *check({ block }) {
    for (const { line, found } of faultsOf(block)) yield moveFinding(found, line);
  },
};

const faultsOf = perLine(
  ({ text, written }): readonly Draft[] => [...narrow(text), ...unpaired(text, written)],
  ', ; : ? ! “ ” 《 》 （ ） ( ) 「 」 【 】'.split(' '),
);

/** One finding a paragraph: who types half-width marks does so throughout. */
function* narrow(text: string): Generator<Draft> {
  const spans = matchesIn(text, NARROW).map(({ index }) => ({ start: index, end: index + 1 }));
  const [first] = spans;
  if (!first) return;
  const edits: TextEdit[] = spans.map(span => replace(0, span, WIDE[text[span.start] ?? ''] ?? ''));
  yield {
    range: rangeOf(0, first),
    message: say(
      `本段有 ${spans.length} 处半角标点`,
      `There ${spans.length === 1 ? 'is' : 'are'} ${plural(spans.length, 'half-width mark')} in this paragraph`,
    ),
    mends: [{ title: say('改为全角标点', 'Make them full-width'), edits }],
  };
}

const NARROW = /(?<=[\u4e00-\u9fff”》）])[,;:?!](?=[\u4e00-\u9fff“《（])/g;
const WIDE: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！' };

/** What opens and what closes; the widths of brackets may differ. */
const OPENS: Readonly<Record<string, string>> = { '“': '”', '《': '》', '（': '）', '(': '）', '「': '」', '【': '】' };
const CLOSES: Readonly<Record<string, string>> = {
  '”': '”',
  '》': '》',
  '）': '）',
  ')': '）',
  '」': '」',
  '】': '】',
};

/** A mark that opens and does not close in its paragraph, or closes what was not opened; `1)` before an item is none. */
function* unpaired(prose: string, text: string): Generator<Draft> {
  const opened: Record<string, number[]> = {};
  const first = prose.search(/\S/);
  for (const { 0: mark, index: at } of text.matchAll(/[“”《》（）()「」【】]/g)) {
    if (at < first) continue;
    const [opens, closes] = [OPENS[mark], CLOSES[mark]];
    if (opens !== undefined) (opened[opens] ??= []).push(at);
    else if (
      closes !== undefined &&
      opened[closes]?.pop() === undefined &&
      !ITEM.test(text.slice(Math.max(0, at - 4), at))
    ) {
      yield lone({ start: at, end: at + 1 }, mark);
    }
  }
  for (const at of Object.values(opened).flat()) yield lone({ start: at, end: at + 1 }, text[at] ?? '');
}

const ITEM = /(?:^|[\s\u3000。；;，,：:、（(])[\w一二三四五六七八九十①-⑩]{1,3}$/;

const lone = (span: Span, mark: string): Draft => ({
  range: rangeOf(0, span),
  message: say(`“${mark}”没有另一半`, `“${mark}” has no counterpart`),
});
