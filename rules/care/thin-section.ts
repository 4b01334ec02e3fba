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
  scope: 'block',
  *check({ block }) {
    if (block.heading?.match?.section.id !== 'problems' || block.lines.length > LONG) return;
    const said = sayings(block);
    if (said === undefined) return;
    yield { range: rangeOf(0, { start: block.heading.ordinal.start, end: block.heading.title.end }), message: said };
  },
};

/** A section with so many lines is not thin, whatever stands in them, and need not be read at each keystroke. */
const LONG = 60;

/** What is missing; nothing where the section is full enough, where it has not been begun, or where one cannot be sure. */
function sayings(block: Block): Draft['message'] | undefined {
  const text = paragraphsOf(block)
    .map(paragraph => paragraph.text.trim())
    .join('\n');
  if (NOTHING.test(text)) return say('没有写出问题和改进', 'Neither problems nor improvements are named');
  // A heading of its own, （二）改进办法, says what its paragraphs are, in whatever words they are written.
  const isHeaded = block.lines.some(({ kind }) => kind === 'part');
  if (isHeaded || INTENT.test(text)) return isShort(text) ? SHORT : undefined;
  const clauses = text.split(/[，。；：！？,;:!?\n]/).filter(clause => clause !== '');
  const critical = clauses.filter(clause => NEGATIVE.test(clause.replace(NOT_NEGATIVE, '')));
  if (critical.length === 0) {
    return PRAISE.test(text) ? say('只说了成绩，没有写出存在的问题', 'It praises; no problem is named') : undefined;
  }
  // A clause that finds no fault may well say what was done about one.
  return critical.length === clauses.length && clauses.every(clause => !ACTION.test(clause.replace(LACKING, '')))
    ? say('只写了问题，没有写改进', 'Problems are named, improvements are not')
    : isShort(text)
      ? SHORT
      : undefined;
}

const SHORT = say('只有一句话，写得太简单', 'One short sentence is all there is');

const isShort = (text: string): boolean => text.length < 20 && [...sentencesOf(text)].length === 1;

const NOTHING = /^(?:暂|本年度|目前)?(?:无|没有|不存在)[^，；]{0,12}[。.]?$/;

/** Whatever finds fault, in any words: a problem can be told in more ways than a list has. */
const NEGATIVE =
  /[不未缺欠少慢弱难低差短浅散乱窄偏滞拖漏粗旧久]|没有|无法|单一|参差|问题|较[快大多高长重]|过[多长高于]|仅|只[是有能限停]|仍|尚|还需|还要|有待|亟[待需]|需要?(?:进一步|加强|提高|完善)|空白|压力|繁重|频繁|薄|矛盾|失误|错|误|晚|迟|堵|僵|生硬|笼统|简单|重复|脱节|形式主义|走过场|流于|瓶颈|制约|短板|弱项/;

/** Words that find no fault, though they hold one of those. */
const NOT_NEGATIVE =
  /不(?:断|仅|但|光|折不扣|遗余力|懈|动产|见面|忘)|未来|青少年|减少|降低|缩短|短(?:视频|信)|弱势|无差错|零(?:差错|失误)|(?:取得|成效|效果|进展)较[大快高好]|较大(?:成效|进展)|没有(?:出现|发生|发现)|未(?:出现|发生|发现)/g;

const PRAISE = /成效|成绩|取得|良好|优异|满意|显著|圆满|好评|肯定|顺利|扎实有效|卓有|有序推进|认可|名列|先进|表彰/;

/** What is meant to be done. */
const INTENT = /下一?步|今后|明年|下年|将|改(?:进|为|正)|整改|针对|为此|对此|努力|力争/;

/** Anything that may have been done about a problem. */
const ACTION =
  /[已要应须拟正逐每按督促改强化建立定查核训清补增设配抓推落实统组织专]|开展|完善|健全|提升|提高|优化|规范|明确|予以|加[快大以]|确保|做好|安排|通过|通报|约谈|辅导|指导/;

/** What is said not to be done, or not well: 更新不及时 and 培训较少 are no remedies. */
const LACKING = /[^、\s]{1,8}(?:不|未|缺|欠|仍|尚|较|偏|有待|薄弱|滞后|单一|太|过于?)[^、\s]{0,8}/g;
