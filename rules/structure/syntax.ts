import { faultsOf, type SyntaxFaultKind } from '../../grammar/index.ts';
import type { Bilingual } from '../../forms/index.ts';
import { rangeOf } from '../../text/index.ts';
import { replace } from '../edits.ts';
import { inLines } from '../lines.ts';
import { say, type Rule } from '../rule.ts';

/** Places of a line that cannot be read: quotes and bold that do not end, characters that nobody can see. */
export const syntax: Rule = {
  id: 'syntax',
  group: 'structure',
  severity: 'error',
  title: say('写法有误', 'Cannot be read'),
  scope: 'block',
  *check({ block, form }) {
    for (const { line, found: fault } of faultsIn(block, form)) {
      const text = block.lines[line]?.text.slice(fault.start, fault.end) ?? '';
      // Only the text's first line may begin with a mark; which of the blocks that is cannot be seen from here.
      if (line === 0 && fault.start === 0 && text === '\ufeff') continue;
      const span = fault.kind === 'quote-unclosed' ? { start: fault.start, end: fault.start + 1 } : fault;
      yield {
        range: rangeOf(line, span),
        message: messages[fault.kind](text),
        ...(fault.kind === 'faulty-character' && {
          mends: [{ title: say('删去这个字符', 'Delete the character'), edits: [replace(line, fault, '')] }],
        }),
      };
    }
  },
};

const faultsIn = inLines(line => faultsOf(line, false));

const messages: Readonly<Record<SyntaxFaultKind, (text: string) => Bilingual>> = {
  'quote-unclosed': () =>
    say('“{”后面缺“}”；要写出“{”本身，请写成“\\{”', '“{” is not closed; write “\\{” for the character itself'),
  'quote-empty': () => say('“{}”里要写行名，如“{本年新收}”', 'A row is missing in “{}”, as in {本年新收}'),
  'quote-form': text =>
    '}｝'.includes(text)
      ? say('“}”前面缺行名', 'A name is missing before “}”')
      : say(
          `引用里的“${text}”读不懂；应当像“{本年新收.自然人}”或“{本年新收+上年结转}”`,
          `“${text}” cannot be read; a quote looks like {本年新收.自然人} or {本年新收+上年结转}`,
        ),
  'bold-unpaired': () => say('“**”没有成对', '“**” has no partner'),
  'faulty-character': text =>
    say(`这里有看不见的字符 ${codes(text)}，应当删去`, `Invisible character ${codes(text)}, to be deleted`),
  'line-too-long': text =>
    say(`这一行太长（${text.length}字），没有逐字检查`, `The line is too long (${text.length} characters) to be read`),
};

const codes = (text: string): string =>
  [...text]
    .slice(0, 3)
    .map(c => `U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
    .join(' ');
