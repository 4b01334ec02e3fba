import { readdirSync, readFileSync } from 'node:fs';
import type { Finding } from '../../../rules/index.ts';
import { checkText, defaultSettings } from '../../../service/index.ts';
import type { Range } from '../../../text/index.ts';
import { spoil } from '../../kit/faults.ts';
import { neighboursOf } from '../../kit/neighbours.ts';
import { pick, seeded } from '../../kit/random.ts';
import { makeReport } from '../../kit/reports.ts';
import type { Baseline } from './baseline.ts';

const folder = new URL('../../rules/passages/', import.meta.url);

/** The passages of all rules, as paragraphs. */
const passages = readdirSync(folder)
  .sort()
  .flatMap(file => readFileSync(new URL(file, folder), 'utf8').split('\n'))
  .filter(line => /^[✓✗]/.test(line))
  .map(line => line.slice(2).replaceAll(/[⟦⟧]/g, ''))
  .map(line =>
    line
      .split('⏎')
      .map(one => (/^[（(]/.test(one) ? one : `　　${one}`))
      .join('\n'),
  );

/** What is wrong with reports that have slips in them, and passages where they may not belong. */
export const findings: Baseline = {
  name: 'findings',
  cases: Array.from({ length: 150 }, (_, seed) => () => say(seed)),
};

function say(seed: number): string {
  const random = seeded(seed);
  const { text: right, year } = makeReport(seed);
  const lines = right.split('\n');
  for (let times = random(5); times > 0; times--) {
    const places = lines.flatMap((line, at) => (/^[一三五六]、|^（.）/.test(line) ? [at + 1] : []));
    lines.splice(pick(random, places), 0, pick(random, passages));
  }
  const text = spoil(lines.join('\n'), random(4), random);
  const before = spoil(lines.join('\n').replaceAll(String(year), String(year - 1)), random(2), random);
  const neighbours = seed % 3 === 0 ? neighboursOf([{ path: 'before.nianbao', text: before }]) : undefined;
  return checkText(text, defaultSettings, undefined, neighbours).findings.flatMap(linesOf).join('\n');
}

function linesOf({ rule, severity, range, message, mends = [], related = [], cells = [] }: Finding): string[] {
  const edits = mends.map(({ title, guess, edits: all }) =>
    [guess === true ? '  ?' : '  =', title.zh, ...all.map(edit => `${placeOf(edit.range)} “${edit.text}”`)].join(' '),
  );
  const places = related.map(one => `  ~ ${placeOf(one.range)} ${one.message.zh}`);
  return [[placeOf(range), severity, rule, ...cells, message.zh].join(' '), ...edits, ...places];
}

const placeOf = ({ start, end }: Range): string =>
  `${start.line + 1}:${start.character}-${end.line === start.line ? '' : `${end.line + 1}:`}${end.character}`;
