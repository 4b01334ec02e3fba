import { rangeOf, type Span } from '../../text/index.ts';
import { replace } from '../edits.ts';
import { moveFinding } from '../finding.ts';
import { perLine, sentencesOf } from '../paragraphs.ts';
import { say, type Draft, type Rule } from '../rule.ts';

/** Words, sentences and marks that stand twice. */
export const repeatedWords: Rule = {
  id: 'repeated-words',
  group: 'care',
  severity: 'information',
  title: say('重复的词句', 'Words given twice'),
  description: say(
    '同一个词、同一句话或者标点连着写了两遍，多半是修改时留下的。“常常”“一件一件”“方方面面”不算。',
    'A word, a sentence or a mark that stands twice in a row is usually left from editing. Words that are doubled by rights, such as 常常 or 一件一件, are left alone.',
  ),
  example: {
    failing: '一、总体情况\n\n　　示范镇示范镇组织开展政务公开日活动。\n',
    passing: '一、总体情况\n\n　　示范镇组织开展政务公开日活动，常常上门听取方方面面的意见。\n',
  },
  scope: 'block',
  *check({ block }) {
    for (const { line, found } of repeatsOf(block)) yield moveFinding(found, line);
  },
};

const repeatsOf = perLine((text): readonly Draft[] => [
  ...[WORDS, MARKS].flatMap(pattern =>
    [...text.matchAll(pattern)].map(found => {
      const [whole, ...words] = found;
      // Groups of the alternatives that did not match hold nothing, whatever their type says.
      const once = (words as readonly (string | undefined)[]).find(word => word !== undefined) ?? '';
      return draft({ start: found.index, end: found.index + whole.length }, once);
    }),
  ),
  ...sentencesTwice(text),
]);

/**
 * Three characters and more never stand twice by rights; of two, only words that nothing is made of by doubling
 * (信息信息化 and 公开公开栏 are two words each).
 */
const WORDS =
  /([\u4e00-\u9fff]{3,12})\1|(按照|根据|以及|通过|关于|对于|我们|切实|认真|加强|开展|推进|完善|提高|落实|加大)\2|(的)\3(?!确)/g;

const MARKS = /([，、；：。])\1+/g;

function* sentencesTwice(text: string): Generator<Draft> {
  let before: string | undefined;
  for (const sentence of sentencesOf(text)) {
    const words = sentence.text.trim();
    if (words === before && words.length >= SHORTEST) {
      const start = sentence.start + sentence.text.indexOf(words);
      yield draft({ start, end: start + words.length }, '');
    }
    before = words;
  }
}

/** 无。 and the like may follow one another. */
const SHORTEST = 6;

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
