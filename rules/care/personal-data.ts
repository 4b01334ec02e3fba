import { fields } from '../../forms/index.ts';
import { rangeOf, type Span } from '../../text/index.ts';
import { moveFinding } from '../finding.ts';
import { matchesIn, perLine } from '../paragraphs.ts';
import { say, type Draft, type Rule } from '../rule.ts';

/** A report is published: what identifies a person does not belong in it. */
export const personalData: Rule = {
  id: 'personal-data',
  group: 'care',
  severity: 'warning',
  title: say('个人信息', 'Personal data'),
  reads: 'prose',
  scope: 'block',
  *check({ block }) {
    for (const { line, found } of dataOf(block)) yield moveFinding(found, line);
  },
};

const dataOf = perLine(({ written }): readonly Draft[] => {
  // A run of digits has no sign by which it could be found; this passes over a line in leaps.
  // The number that the office gives for questions is meant to be read.
  const hasNumber = /\d{11}/.test(written) && !written.trimStart().startsWith(PHONE);
  if (!hasNumber && !written.includes('申请人')) return [];
  return DATA.flatMap(({ pattern, zh, en, isReal }) =>
    !hasNumber && pattern !== NAMED
      ? []
      : matchesIn(written, pattern).flatMap(({ 0: whole, 1: name, index }) => {
          const what = name ?? whole;
          const end = index + whole.length;
          return (isReal?.(what) ?? true) ? [draft({ start: end - what.length, end }, zh, en)] : [];
        }),
  );
});

const PHONE = fields.find(({ key }) => key === 'phone')?.label ?? '';

const draft = (span: Span, zh: string, en: string): Draft => ({
  range: rangeOf(0, span),
  message: say(`这里有${zh}，公布前应当删去或者隐去`, `This is ${en}; leave it out before publishing`),
});

interface Kind {
  readonly pattern: RegExp;
  readonly zh: string;
  readonly en: string;
  readonly isReal?: (digits: string) => boolean;
}

/** Family names that begin no common word; 某 hides the name already. */
const NAMED =
  /申请人[:：]?\s?([王李张刘陈杨黄赵吴周徐孙朱胡郭林罗郑梁谢宋唐韩冯邓曹彭肖袁潘蒋蔡杜魏吕沈姚卢姜崔谭汪廖贾邹熊秦邱薛闫侯陶黎贺郝龚邵](?:(?![某的向于在因对为和])[\u4e00-\u9fff]){1,2})(?=向|于20|，|、|,|不服|提出|申请公开)/g;

const DATA: readonly Kind[] = [
  { pattern: /(?<!\w)[1-9]\d{16}[\dXx](?!\w)/g, zh: '身份证号', en: 'an identity-card number', isReal: isIdentity },
  { pattern: /(?<![\w-])1[3-9]\d{9}(?![\w-])/g, zh: '手机号', en: 'a mobile number' },
  {
    pattern: /(?<!\w)[3-6]\d{15,18}(?!\w)/g,
    zh: '银行卡号',
    en: 'a bank-card number',
    isReal: digits => !isIdentity(digits) && isCard(digits),
  },
  { pattern: NAMED, zh: '申请人的姓名', en: 'the name of an applicant' },
];

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** The check digit of an identity card, and a date of birth that can be. */
function isIdentity(text: string): boolean {
  if (text.length !== 18 || !/(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/.test(text.slice(6, 14))) {
    return false;
  }
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(text[place]), 0);
  return '10X98765432'[sum % 11] === text[17]?.toUpperCase();
}

/** The check digit of a bank card (Luhn). */
function isCard(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
