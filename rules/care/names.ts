import type { Span } from '../../text/index.ts';
import { matchesIn, perLine } from '../paragraphs.ts';

/** A word that names an organ, or says 我 of one of a kind: whether rightly depends on the report. */
export interface Named extends Span {
  readonly text: string;
  /**
   * 我局 speaks of the report's own organ, and a claim says that its organ is the one of the report (由……编制). A mention
   * may be of any organ: only one that is nearly the report's own is a slip.
   */
  readonly as: 'pronoun' | 'claim' | 'mention';
  readonly kind: string;
}

/** The words in the prose of a block that name organs. */
export const namesOf = perLine(({ text }): readonly Named[] => {
  const claims = claimsIn(text);
  const claimed = new Set(claims.map(({ end }) => end));
  const mentions = mentionsIn(text).filter(({ end }) => !claimed.has(end));
  return [...pronounsIn(text), ...claims, ...mentions];
}, '镇 乡 街道 我局 我委 我厅 我县 本局 编制 现将 年， 年度， 年以来 年政府信息公开 年度政府信息公开'.split(' '));

/** 自我, 基本局面, 日本 and 根本 are other words; 全局 is one too. */
const PRONOUN =
  /我(?<![自“‘]我)(街道|镇|乡|局|委|厅|县)(?!党委|班子|托|员|派|任|镇|城|限|部分|亲|定|静)|本(?<![基根日版文原样资成“‘]本)(街道|镇|乡|局)(?![部面限势域村土本])/g;

const pronounsIn = (text: string): Named[] =>
  matchesIn(text, PRONOUN).map(({ 0: whole, 1: ours, 2: own, index }) => ({
    start: index,
    end: index + whole.length,
    text: whole,
    as: 'pronoun' as const,
    kind: ours ?? own ?? '',
  }));

/** No name holds these: 各镇 and 青山镇和石桥镇 are not one. */
const NOT_IN_NAMES = '的和与及在是各全本我该村';

/** As much of a line as may be the name of a township. */
const MENTION = new RegExp(
  `(?<kind>镇|乡|街道)(?<=(?<name>(?:(?![${NOT_IN_NAMES}])[\\u4e00-\\u9fff]){2,6}\\k<kind>))`,
  'g',
);

const mentionsIn = (text: string): Named[] =>
  matchesIn(text, MENTION).map(({ index, groups: { name = '', kind = '' } = {} }) => {
    const end = index + kind.length;
    return { start: end - name.length, end, text: name, as: 'mention', kind };
  });

const nameOf = (kinds: string): string =>
  `(?<name>(?:(?![${NOT_IN_NAMES}由])[\\u4e00-\\u9fff]){2,20}?(?<kind>${kinds}))`;
const TOWNSHIP = '街道|镇|乡';
const ANY = nameOf(`${TOWNSHIP}|县|市|区|局`);
const OFFICE = '(?:人民政府|办事处|党委政府|政府)?(?:办公室)?';
const YEAR = '20\\d\\d年';
/** How a sentence on the work of a year goes on. */
const WORK =
  '(?:认真|严格|深入|坚持|切实|积极|紧紧|全面|高度重视|始终|按照|根据|围绕|主动公开|通过|持续|扎实|在|共|累计|收到|未收到|没有收到|以习近平)';

/** Where a name stands that must be the report's own, and a word without which it does not. */
const CLAIMS: readonly { readonly sign: string; readonly pattern: RegExp }[] = [
  // 本报告由石桥镇人民政府编制
  { sign: '编制', pattern: `(?<ahead>报告.{0,4}由)${ANY}${OFFICE}(?=[^，。、县市区镇乡道局]{0,4}编制)` },
  // 现将石桥镇2025年政府信息公开工作情况报告如下
  { sign: '现将', pattern: `(?<ahead>现将)${ANY}${OFFICE}(?=${YEAR}|政府信息公开|政务公开)` },
  // 石桥镇2025年政府信息公开工作年度报告
  {
    sign: '报告',
    pattern: `^(?<ahead>\\s*)${ANY}${OFFICE}(?=${YEAR}度?政府信息公开(?:工作)?(?:年度)?报告\\s*$)`,
  },
  // 2025年，石桥镇认真落实……  A city above a city, or a bureau beside a bureau, may be named here for good reasons.
  {
    sign: '20',
    pattern: `(?<ahead>(?:^|[。；])\\s*${YEAR}(?:度|以来)?[，,]?)${nameOf(`${TOWNSHIP}|县`)}${OFFICE}(?=${WORK})`,
  },
  // 石桥镇人民政府在县委的领导下……
  {
    sign: '',
    pattern: `^(?<ahead>\\s*)${nameOf(TOWNSHIP)}(?:人民政府|办事处|党委政府)(?=认真|严格|深入|坚持|切实|高度重视|始终|在[^，。]{2,16}(?:领导|指导)下)`,
  },
  // 如对本报告有疑问，请与石桥镇人民政府办公室联系
  {
    sign: '联系',
    pattern: `(?<ahead>(?:疑问|报告|咨询)[^。]{0,30}与)${nameOf(TOWNSHIP)}(?:人民政府|办事处|党政|办公室)(?=[^，。]{0,12}联系)`,
  },
].map(({ sign, pattern }) => ({ sign, pattern: new RegExp(pattern, 'g') }));

const claimsIn = (text: string): Named[] =>
  CLAIMS.flatMap(({ sign, pattern }) =>
    text.includes(sign)
      ? matchesIn(text, pattern).map(({ index, groups: { ahead = '', name = '', kind = '' } = {} }) => {
          const start = index + ahead.length;
          return { start, end: start + name.length, text: name, as: 'claim' as const, kind };
        })
      : [],
  );
