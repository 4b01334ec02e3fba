import { lineOf, type Report } from '../../model/index.ts';
import { copyWith, isWithin, rangeOf, type Span } from '../../text/index.ts';
import { replace } from '../edits.ts';
import { moveFinding } from '../finding.ts';
import { say, type Draft, type Rule } from '../rule.ts';
import { namesOf, type Named } from './names.ts';

/** A report is of one organ; another's name in it was left from the text that it was written over. */
export const organName: Rule = {
  id: 'organ-name',
  group: 'care',
  severity: 'information',
  title: say('机关名称前后不一', 'The organ is named in two ways'),
  scope: 'report',
  *check(report) {
    const organ = organOf(report);
    if (!organ) return;
    for (const [index, block] of report.blocks.entries()) {
      for (const { line, found } of namesOf(block)) {
        const one = judge(found, organ);
        const at = lineOf(report, index, line);
        if (one && at !== report.head.title?.line) yield moveFinding(one, at);
      }
    }
  },
};

interface Organ {
  /** As the report gives it, without the government behind it: 甲县石桥镇. */
  readonly whole: string;
  /** Without the county before it: 石桥镇. */
  readonly name: string;
  readonly kind: string;
}

function organOf({ head }: Report): Organ | undefined {
  const whole = head.organ?.replace(/(?:人民政府|办事处)$/, '').replace(/委员会$/, '委');
  const name = whole && withoutPlace(whole);
  const [kind] = /(?:街道|[镇乡县市区局委厅])$/.exec(name ?? '') ?? [];
  // 泾县 is a name; 城镇 is none.
  const shortest = kind === '县' ? 2 : (kind?.length ?? 0) + 2;
  return whole !== undefined && name !== undefined && kind !== undefined && name.length >= shortest
    ? { whole, name, kind }
    : undefined;
}

const withoutPlace = (name: string): string => name.replace(/.*(?:省|市|县|区|旗|州)(?=..)/, '');

/** What an organ of a kind does not call itself. A bureau may say 我市 of where it is. */
const NOT_SAID: Readonly<Record<string, readonly string[]>> = {
  镇: ['局', '委', '厅', '乡', '街道'],
  乡: ['局', '委', '厅', '镇', '街道'],
  街道: ['局', '委', '厅', '镇', '乡'],
  县: ['局', '厅', '镇', '乡', '街道'],
  市: ['局', '厅', '县', '镇', '乡', '街道'],
  区: ['局', '厅', '县', '镇', '乡', '街道'],
  局: ['厅', '镇', '乡', '街道'],
  委: ['局', '厅', '镇', '乡', '街道'],
  厅: ['局', '镇', '乡', '街道'],
};

/** What is wrong with a name in the report of an organ; nothing where it may be right. */
function judge(named: Named, organ: Organ): Draft | undefined {
  const { kind, name } = organ;
  const { text } = named;
  switch (named.as) {
    case 'pronoun':
      return isSaid(named.kind, organ)
        ? undefined
        : draft(
            named,
            say(`本报告的机关是${name}，这里写的是“${text}”`, `The report is of ${name}; this says ${text}`),
            named.kind === '县' ? `${text.charAt(0)}区` : text.charAt(0) + kind,
          );
    case 'claim':
      // What may be short for the report's own organ may as well be a slip, wherever it stands.
      return isOther(named, organ)
        ? otherName(named, organ)
        : judge(copyWith(named, { as: 'mention' } as const), organ);
    case 'mention': {
      const from = TOWNSHIPS.includes(kind) ? text.lastIndexOf(name.slice(0, -kind.length)) : -1;
      const written = text.slice(from);
      const isSlip = from >= 0 && named.kind === kind && !written.startsWith(name) && !isGeneral(written, kind);
      return isSlip ? otherName(copyWith(named, { start: named.start + from, text: written }), organ) : undefined;
    }
  }
}

function isSaid(kind: string, organ: Organ): boolean {
  // A town of a district, unless that is in a county of an autonomous region.
  if (kind === '县' && organ.whole.includes('区') && !/县|旗|自治/.test(organ.whole)) return false;
  return !NOT_SAID[organ.kind]?.includes(kind);
}

const TOWNSHIPS = ['镇', '乡', '街道'];

/** Whether a name that must be the report's own is that of another organ of its level. */
function isOther({ text, kind }: Named, organ: Organ): boolean {
  const isLevel = kind === organ.kind || (TOWNSHIPS.includes(kind) && TOWNSHIPS.includes(organ.kind));
  const name = withoutPlace(text);
  if (!isLevel || name.length - kind.length < 2 || isGeneral(name, kind)) return false;
  // 市场监管局 is short for 市场监督管理局.
  return !isWithin(organ.name, name) && !isWithin(name, organ.name);
}

/** 乡镇, 村镇, 重点镇 and 开发区 are not names. */
const isGeneral = (name: string, kind: string): boolean => GENERAL.test(name.slice(0, -kind.length));

const GENERAL =
  /(?:[乡村城集小园区社辖景校新强古名大重省市县个几地近一二三四五六七八九十两]|中心|重点|试点|所辖|下辖|基层|有关|相关|开发|高新|工业|功能|部分|个别|多数|其他|其它|周边|相邻|兄弟|先进|沿线|特色|示范)$/;

const otherName = (named: Named, { name }: Organ): Draft =>
  draft(
    named,
    say(`标题里是“${name}”，这里写的是“${named.text}”`, `“${name}” in the title, “${named.text}” here`),
    name,
  );

const draft = (span: Span, message: Draft['message'], right: string): Draft => ({
  range: rangeOf(0, span),
  message,
  mends: [{ title: say(`改为“${right}”`, `Change to “${right}”`), edits: [replace(0, span, right)], guess: true }],
});
