import { makeReport, pick, type Random } from '../../kit/index.ts';

/** A town of this number, none like another's. */
export const townNamed = (number: number): string =>
  `${[...String(number)].map(digit => '甲乙丙丁戊己庚辛壬癸'[Number(digit)]).join('')}镇`;

/** What a report is written in, without a stop. */
export const SYLLABLES = makeReport(1).text.replace(/[^\u4e00-\u9fff]/g, '');

/** A paragraph that nobody else has. */
export const paragraph = (random: Random): string =>
  `${Array.from({ length: 12 + random(12) }, () => {
    const at = random(SYLLABLES.length - 6);
    return SYLLABLES.slice(at, at + 2 + random(4)) + pick(random, ['', '，', '、']);
  }).join('')}。`.padEnd(60, '等事项逐项公开');
