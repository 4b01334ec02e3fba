import type { Block } from '../../model/index.ts';
import { rangeOf } from '../../text/index.ts';
import { paragraphsOf, sentencesOf } from '../paragraphs.ts';
import { say, type Draft, type Rule } from '../rule.ts';

/** Section 五 names problems and what is done about them. */
export const thinSection: Rule = {
  id: 'thin-section',
  group: 'care',
  severity: 'information',
  title: say('问题和改进写得太空', 'Problems and improvements are thin'),
  description: say(
    '第五部分应当写明本年的主要问题，以及已经和将要采取的改进办法。只写“无”、只有一句话、只说成绩，或者只有问题没有改进的，作提示。',
    'Section 五 is to name the main problems of the year and what has been and will be done about them. It is pointed out where it says 无, has but one sentence, only praises, or names problems without improvements.',
  ),
  clause: say('《条例》第五十条第五项', 'Article 50, item 5 of the Regulation'),
  example: {
    failing: '五、存在的主要问题及改进情况\n\n　　无。\n',
    passing:
      '五、存在的主要问题及改进情况\n\n　　部分站所报送不及时，公开的执行结果偏少。下一步按月催报，对新任人员集中辅导。\n',
  },
  scope: 'block',
  *check({ block }) {
    if (block.heading?.match?.section.id !== 'problems') return;
    const said = sayings(block);
    if (said === undefined) return;
    yield { range: rangeOf(0, { start: block.heading.ordinal.start, end: block.heading.title.end }), message: said };
  },
};

/** What is missing; nothing where the section is full enough, or has not been begun. */
function sayings(block: Block): Draft['message'] | undefined {
  const text = paragraphsOf(block)
    .filter(({ line }) => line > 0)
    .map(paragraph => paragraph.text.trim())
    .join('\n');
  if (text === '') return undefined;
  if (NOTHING.test(text)) return say('没有写出问题和改进', 'Neither problems nor improvements are named');
  if (!PROBLEM.test(text)) return say('没有写出存在的问题', 'No problem is named');
  if (!IMPROVEMENT.test(text)) return say('只写了问题，没有写改进', 'Problems are named, improvements are not');
  const sentences = text.split('\n').flatMap(paragraph => [...sentencesOf(paragraph)]).length;
  return sentences === 1 && text.length < SHORT
    ? say('只有一句话，写得太简单', 'One short sentence is all there is')
    : undefined;
}

const SHORT = 20;
const NOTHING = /^(?:暂|本年度|目前)?(?:无|没有|不存在)[^，；]{0,12}[。.]?$/;
const PROBLEM =
  /问题|不足|不够|不高|不强|不深|不到位|不及时|不规范|不平衡|不均衡|不全|不熟|不齐|不清|不一|不准|不便|不多|欠|薄弱|有待|差距|偏少|偏低|偏弱|滞后|单一|短板|缺乏|缺少|弱项|困难|太早|太少|仍|尚未|还未|较少|较慢|较低/;
const IMPROVEMENT =
  /下一步|今后|改进|改为|将|措施|整改|加强|加大|完善|强化|健全|提升|提高|优化|推进|规范|针对|为此|已经|规定|核对|培训|明确|落实|建立/;
