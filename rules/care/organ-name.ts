import { lineOf, type Report } from '../../model/index.ts';
import { rangeOf, type Span } from '../../text/index.ts';
import { replace } from '../edits.ts';
import { moveFinding } from '../finding.ts';
import { perLine } from '../paragraphs.ts';
import { say, type Draft, type Rule } from '../rule.ts';

/** A report is of one organ; another's name in it was left from the text that it was written over. */
export const organName: Rule = {
  id: 'organ-name',
  group: 'care',
  severity: 'information',
  title: say('机关名称前后不一', 'The organ is named in two ways'),
  description: say(
    '正文里的机关名称应当与标题一致。乡镇报告里的“我局”、局里报告里的“我镇”，多半是照抄别的单位时留下的。',
    'The organ is to be named as in the title. 我局 in the report of a township, or 我镇 in that of a bureau, was usually left from copying another’s.',
  ),
  example: {
    failing:
      '石桥镇2025年政府信息公开工作年度报告\n\n一、总体情况\n\n　　石桥头镇人民政府认真落实公开要求，我局安排专人负责。\n',
    passing:
      '石桥镇2025年政府信息公开工作年度报告\n\n一、总体情况\n\n　　石桥镇人民政府认真落实公开要求，我镇安排专人负责。\n',
  },
  scope: 'report',
  *check(report) {
    const organ = organOf(report);
    if (!organ) return;
    for (const [index, block] of report.blocks.entries()) {
      for (const { line, found } of namesOf(block)) {
        const at = lineOf(report, index, line);
        const one = at === report.head.title?.line ? undefined : judge(found, organ);
        if (one) yield moveFinding(one, at);
      }
    }
  },
};

/** A word that names an organ, or says 我 of one of a kind: whether rightly depends on the report. */
interface Named extends Span {
  readonly text: string;
  /** For 我局, 局. */
  readonly own?: string;
}

const namesOf = perLine((text): readonly Named[] => [
  ...[...text.matchAll(PRONOUN)].map(({ 0: whole, 1: own = '', index }) => ({
    start: index,
    end: index + whole.length,
    text: whole,
    own,
  })),
  ...[...text.matchAll(NAMES)].map(({ 1: name = '', index }) => ({
    start: index,
    end: index + name.length,
    text: name,
  })),
]);

const PRONOUN = /(?<![自“‘])我(街道|镇|乡|局|委|厅)(?!党委|班子|托|员|派|任|镇)/g;

/** A name begins anywhere, so that every place is tried; it holds no word that joins. */
const NAMES = /(?=((?:(?![的和与及在是各全本我该村、])[\u4e00-\u9fff]){2,6}?(?:镇|乡|街道)))/g;

interface Organ {
  /** Its name without the county before it and the government behind it: 石桥镇. */
  readonly name: string;
  readonly kind: string;
}

const KINDS = ['街道', '镇', '乡', '县', '市', '区', '局', '委', '厅'];

function organOf({ head }: Report): Organ | undefined {
  const whole = head.organ?.replace(/(?:人民政府|办事处)$/, '');
  const name = whole?.replace(/^.*(?:省|市|县|区|旗|州)(?=..)/, '');
  const kind = KINDS.find(one => name?.endsWith(one));
  return name !== undefined && kind !== undefined && name.length > kind.length + 1 ? { name, kind } : undefined;
}

/** What an organ of a kind does not call itself. A bureau may say 我市 of where it is. */
const NOT_SAID: Readonly<Record<string, readonly string[]>> = {
  镇: ['局', '委', '厅', '乡', '街道'],
  乡: ['局', '委', '厅', '镇', '街道'],
  街道: ['局', '委', '厅', '镇', '乡'],
  县: ['局', '厅', '镇', '乡', '街道'],
  市: ['局', '厅', '镇', '乡', '街道'],
  区: ['局', '厅', '镇', '乡', '街道'],
  局: ['厅', '镇', '乡', '街道'],
  委: ['局', '厅', '镇', '乡', '街道'],
  厅: ['局', '镇', '乡', '街道'],
};

function judge(named: Named, { name, kind }: Organ): Draft | undefined {
  const { text, own } = named;
  if (own !== undefined) {
    if (!NOT_SAID[kind]?.includes(own)) return undefined;
    return draft(
      named,
      say(`本报告的机关是${name}，这里写的是“${text}”`, `The report is of ${name}; this says ${text}`),
      `我${kind}`,
    );
  }
  return isOtherName(text, name, kind)
    ? draft(named, say(`标题里是“${name}”，这里写的是“${text}”`, `“${name}” in the title, “${text}” here`), name)
    : undefined;
}

/** 石桥头镇 for 石桥镇; 石桥乡镇 and 石桥村镇 speak of more than one. */
function isOtherName(text: string, name: string, kind: string): boolean {
  if (kind !== '镇' && kind !== '乡' && kind !== '街道') return false;
  const stem = name.slice(0, -kind.length);
  if (text === name || !text.endsWith(kind) || !text.startsWith(stem) || text.startsWith(name)) return false;
  return !/[乡村城集小]$/.test(text.slice(0, -kind.length));
}

const draft = (span: Span, message: Draft['message'], right: string): Draft => ({
  range: rangeOf(0, span),
  message,
  mends: [{ title: say(`改为“${right}”`, `Change to “${right}”`), edits: [replace(0, span, right)], guess: true }],
});
