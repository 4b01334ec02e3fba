import { rangeOf, type Span } from '../../text/index.ts';
import { replace } from '../edits.ts';
import { moveFinding } from '../finding.ts';
import { perLine } from '../paragraphs.ts';
import { say, type Draft, type Rule } from '../rule.ts';
import { repeatsIn } from './repeats.ts';

/** Words, sentences and marks that stand twice. */
export const repeatedWords: Rule = {
  id: 'repeated-words',
  group: 'care',
  severity: 'information',
  title: say('重复的词句', 'Words given twice'),
  reads: 'prose',
  scope: 'block',
  *check({ block }) {
    for (const { line, found } of repeatsOf(block)) yield moveFinding(found, line);
  },
};

const repeatsOf = perLine((prose): readonly Draft[] => {
  const { written } = prose;
  // What stands in a title or a quote is others' words.
  return repeatsIn(written).flatMap(({ start, end, once }) =>
    prose.text.slice(start, end) === written.slice(start, end) ? [draft({ start, end }, once)] : [],
  );
});

const draft = (span: Span, once: string): Draft => ({
  range: rangeOf(0, span),
  message: say('这里重复了', 'This is given twice'),
  mends: [
    {
      title: say('只留一处', 'Keep it once'),
      edits: [replace(0, span, once)],
      guess: true,
    },
  ],
});
