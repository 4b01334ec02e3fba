import { rangeOf } from '../../text/index.ts';
import { moveFinding } from '../finding.ts';
import { matchesIn, perLine } from '../paragraphs.ts';
import { say, type Draft, type Rule } from '../rule.ts';

/** What a template or a covering letter leaves behind. */
export const placeholder: Rule = {
  id: 'placeholder',
  group: 'freshness',
  severity: 'warning',
  title: say('待填内容或模板残留', 'A placeholder left in'),
  reads: 'prose',
  scope: 'block',
  *check({ block }) {
    for (const { line, found } of remnantsOf(block)) yield moveFinding(found, line);
  },
};

const remnantsOf = perLine(
  ({ text }): readonly Draft[] =>
    REMNANTS.flatMap(({ pattern, zh, en }) =>
      matchesIn(text, pattern).map(found => ({
        range: rangeOf(0, { start: found.index, end: found.index + found[0].length }),
        message: say(`“${found[0]}”是${zh}，发布前应当改掉`, `“${found[0]}” is ${en}`),
      })),
    ),
  'X × ╳ ＊ * __ ＿ 〔 【 □ 待填 待补 待核 待完 此处 请填写 表格形式 [bookmark 错误 填写说明 请审 请予审 请批 妥否 贵 此致 敬礼'.split(
    ' ',
  ),
);

const REMNANTS: readonly { readonly pattern: RegExp; readonly zh: string; readonly en: string }[] = [
  {
    // One X is a letter (X光); two, or one that is counted in, are a gap. Behind a family name or digits they hide a part.
    pattern:
      /(?<![A-Za-z]\s?|[王李张刘陈杨黄赵周吴])[X×╳]{2,}(?![A-Za-z])|(?<![\d＊*王李张刘陈杨黄赵周吴])[＊*]{2,}(?![\d＊*])|(?<![A-Za-z0-9])[X×](?=\s*(?:年|月|日|件|条|份|个|次|万元|镇|乡|局|县|市))|(?<=20\d|20)[X×]+(?=年)|_{2,}|＿{2,}|〔\s*〕|【\s*】|□+/g,
    zh: '没有填写的内容',
    en: 'a gap that was not filled in',
  },
  {
    // 制度有待完善 names a problem, and 尚待核实 says what is so.
    pattern:
      /(?<![有亟尚还仍急需等])待(?:填写?|补充|核实)(?!的)|[（(【]\s*待完善\s*[）)】]|此处填写|[（(【]请填写[^）)】]{0,12}[）)】]|[点单]击(?:或点按)?此处(?:输入|添加|键入|填写|选择)[^，。]{0,8}/g,
    zh: '没有填写的内容',
    en: 'a gap that was not filled in',
  },
  {
    pattern:
      /[该本此]部分(?:内容)?以表格形式(?:报告|填报|呈现)|\[bookmark:[^[\]]{0,40}\]|错误[!！]\s*未找到引用源|（?填写说明[:：]/g,
    zh: '模板或文字处理软件的残留',
    en: 'left from a template or a word processor',
  },
  {
    // 申请审核 and 提请审议 are what is done with requests and drafts, 弥足珍贵处 is no office.
    pattern:
      /(?<![申提邀聘报函呈])请(?:予)?(?:审阅|审核|审定|审示|批示)|妥否|(?<![珍宝名昂富可高尊])贵[办局委厅](?![公法理])|此致(?![力])|敬礼(?=[!！。]?\s*$)/g,
    zh: '送审稿的用语',
    en: 'a phrase of a covering letter',
  },
];
