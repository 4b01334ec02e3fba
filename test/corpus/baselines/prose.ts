import { readFileSync } from 'node:fs';
import { readReport, tellingLines } from '../../../model/index.ts';
import { pick, seeded, type Random } from '../../kit/random.ts';
import type { Baseline } from './baseline.ts';

/** The clauses of the corpus, each with the mark behind it, put together anew: what nobody thought of. */
const clauses = readFileSync(new URL('../prose/statements.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter(line => line !== '' && !/^[@#]/.test(line))
  .flatMap(line => line.replaceAll(/⟦(.*?)｜.*?⟧/g, '$1').match(/[^，；。：、]+[，；。：、]?/g) ?? []);

const HEADS = ['一、总体情况', '四、政府信息公开行政复议、行政诉讼情况'];
const PARTS = ['（一）主动公开', '（二）依申请公开', '（三）政府信息管理'];
const ORGANS = ['示范市', '示范县', '石桥镇', '示范县教育局'];

/** What new paragraphs state and where they contradict themselves. */
export const prose: Baseline = {
  name: 'prose',
  cases: Array.from({ length: 90 }, (_, seed) => () => say(seeded(seed))),
};

function say(random: Random): string {
  const year = pick(random, [2025, 2025, 2020]);
  const paragraphs = Array.from({ length: 12 }, () => paragraph(random));
  const body = [pick(random, HEADS), '', pick(random, PARTS), ...paragraphs.map(one => `　　${one}`)];
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

function paragraph(random: Random): string {
  let text = Array.from({ length: 2 + random(5) }, () => pick(random, clauses)).join('');
  // A slip of the hand now and then.
  if (random(4) === 0) {
    const at = random(text.length);
    text = text.slice(0, at) + pick(random, ['', '，', '。', '共', '其中', '和', ' ', '约', '3']) + text.slice(at + 1);
  }
  return text;
}
