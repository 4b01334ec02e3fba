import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import type { Figures } from './figures.ts';
import { goals } from './goals.ts';

/** A run, and what ours was compared with. */
export interface Run {
  readonly ours: Figures;
  readonly theirs: Figures;
  readonly ratios: Figures;
  readonly against: string;
}

const [BEGIN, END] = ['<!-- figures -->', '<!-- end of figures -->'];

/** Puts the figures of a run into the page, between the marks; the words around them are written by hand. */
export function writePage(file: string, run: Run): void {
  const page = readFileSync(file, 'utf8');
  const [before, rest] = [page.slice(0, page.indexOf(BEGIN)), page.slice(page.indexOf(END))];
  writeFileSync(file, `${before}${BEGIN}\n\n${tableOf(run)}\n${rest}`);
}

function tableOf({ ours, theirs, ratios, against }: Run): string {
  const rows = Object.entries(ours).map(([name, value]) => {
    const goal = against === 'Langium' ? (goals[name] ?? '') : '';
    return `| ${name} | ${shown(value)} | ${shown(theirs[name])} | ${shown(ratios[name])} | ${goal} |`;
  });
  const machine = `Node ${process.version}, ${cpus().length} cores; milliseconds where nothing else is said.`;
  return [
    machine,
    '',
    `| figure | ours | ${against} | ratio | goal |`,
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

function shown(value: number | undefined): string {
  if (value === undefined) return '';
  return value < 10 ? value.toFixed(2) : value.toFixed(0);
}
