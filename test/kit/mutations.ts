import { pick, type Random } from './random.ts';

/** What a text may be hit with: the language's own signs, and characters that programs stumble over. */
const SHRAPNEL = [
  '|',
  '｜',
  '||',
  '\n',
  '\r',
  '\r\n',
  '\u2028',
  '\u0085',
  '一、',
  '（一）',
  '(二)',
  '第二十条第（一）项',
  '# ',
  '//',
  '／／',
  '// 忽略：',
  '// 忽略全文：row-total',
  '{',
  '}',
  '｛',
  '{本年新收.自然人}',
  '{+}',
  '**',
  '\\',
  '=',
  '＝',
  '：',
  ':',
  '1,234',
  '１２',
  '-0',
  '1e5',
  '\u0000',
  '\ufeff',
  '\ufffe',
  '\ud83d',
  '\ude00',
  '😀',
  '𠀀',
  '\u202e',
  '\u200b',
  '　',
  '\t',
  ' ',
  '0',
  '四.',
  '机关：',
  '格式：1999',
  '示范市2025年政府信息公开工作年度报告',
  '三、收到和处理政府信息公开申请情况',
];

/** The text cut, doubled, spliced with another, or hit at random places. */
export function mutate(text: string, other: string, random: Random): string {
  let result = text;
  for (let times = 1 + random(4); times > 0; times--) {
    const at = random(result.length + 1);
    const to = Math.min(result.length, at + random(pick(random, [2, 20, 400])));
    switch (random(7)) {
      case 0:
        result = result.slice(0, at) + result.slice(to);
        break;
      case 1:
        result = result.slice(0, to) + result.slice(at);
        break;
      case 2:
        result =
          result.slice(0, at) + other.slice(random(other.length + 1), random(other.length + 1)) + result.slice(to);
        break;
      case 3:
        result = result.slice(0, at) + String.fromCharCode(random(0x10000)) + result.slice(at);
        break;
      case 4:
        result = shuffleLines(result, random);
        break;
      default:
        result = result.slice(0, at) + pick(random, SHRAPNEL) + result.slice(at);
    }
  }
  return result;
}

function shuffleLines(text: string, random: Random): string {
  const lines = text.split('\n');
  for (let times = 3; times > 0; times--) {
    const [a, b] = [random(lines.length), random(lines.length)];
    [lines[a], lines[b]] = [lines[b] ?? '', lines[a] ?? ''];
  }
  return lines.join('\n');
}
