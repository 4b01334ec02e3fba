import { readFileSync } from 'node:fs';
import { readReport, tellingLines } from '../../../model/index.ts';
import { pick, seeded, type Random } from '../../kit/random.ts';
import type { Baseline } from './baseline.ts';

/** The paragraphs of the corpus in clauses, each with the mark behind it. */
const paragraphs = readFileSync(new URL('../prose/statements.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter(line => line !== '' && !/^[@#]/.test(line))
  .map(line => line.replaceAll(/⟦(.*?)｜.*?⟧/g, '$1').match(/[^，；。：、（）]+[，；。：、（）]*/g) ?? []);

const HEADS = ['一、总体情况', '四、政府信息公开行政复议、行政诉讼情况'];
const PARTS = ['（一）主动公开', '（二）依申请公开', '（三）政府信息管理'];
const ORGANS = ['示范市', '示范县', '石桥镇', '示范县教育局'];

/** What new paragraphs state and where they contradict themselves. */
export const prose: Baseline = {
  name: 'prose',
  cases: Array.from({ length: 240 }, (_, seed) => () => say(seeded(seed))),
};

function say(random: Random): string {
  const year = pick(random, [2025, 2025, 2020]);
  const made = Array.from({ length: 16 }, () => paragraph(random));
  const body = [pick(random, HEADS), '', pick(random, PARTS), ...made.map(one => `　　${one}`)];
  const report = readReport(`${pick(random, ORGANS)}${year}年政府信息公开工作年度报告\n\n${body.join('\n')}\n`);
  const told = report.blocks.flatMap((block, index) =>
    tellingLines(block, report.form).map(({ line, told: { statements, slips, alone } }) => {
      const at = (report.starts[index] ?? 0) + line;
      const figures = statements.map(
        ({ start, end, value, quote, year: named, organ, unit }) =>
          `  ${start}-${end} ${value}${unit ?? ''} {${quote}}${organ === undefined ? '' : ` ${organ}`}${named === undefined ? '' : ` ${JSON.stringify(named)}`}`,
      );
      const faults = slips.map(slip => `  ! ${JSON.stringify(slip)}`);
      return [report.tree.lines[at]?.text ?? '', ...figures, ...faults, ...(alone ? ['  alone'] : [])].join('\n');
    }),
  );
  return `${report.head.organ ?? ''} ${report.head.year ?? ''} ${body[0] ?? ''} ${body[2] ?? ''}\n${told.join('\n')}`;
}

/** What nobody thought of: a paragraph that lost a clause or has one of another, another number, another word. */
function paragraph(random: Random): string {
  const clauses = [...pick(random, paragraphs)];
  for (let times = 1 + random(3); times > 0; times--) pick(random, hits)(clauses, random);
  return clauses.join('');
}

const WORDS = '，、。；共 其中 和 约 分别为 均为 未 各 收到 办结 申请 行政复议 自然人 本年 上年 全县 公开'.split(' ');

const hits: readonly ((clauses: string[], random: Random) => void)[] = [
  (clauses, random) => clauses.splice(random(clauses.length), 1),
  (clauses, random) => clauses.splice(random(clauses.length + 1), 0, pick(random, pick(random, paragraphs))),
  (clauses, random) => {
    const [one, other] = [random(clauses.length), random(clauses.length)];
    [clauses[one], clauses[other]] = [clauses[other] ?? '', clauses[one] ?? ''];
  },
  (clauses, random) => {
    const at = random(clauses.length);
    clauses[at] = (clauses[at] ?? '').replace(/\d+/, digits => String(Number(digits) + random(5)));
  },
  (clauses, random) => {
    const at = random(clauses.length);
    const clause = clauses[at] ?? '';
    const from = random(clause.length);
    clauses[at] = clause.slice(0, from) + pick(random, WORDS) + clause.slice(from + random(2));
  },
];
