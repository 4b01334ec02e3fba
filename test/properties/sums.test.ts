import assert from 'node:assert/strict';
import { valueRows } from '../../forms/index.ts';
import { addressOf, equationsAt, tableOf } from '../../model/index.ts';
import type { Finding } from '../../rules/index.ts';
import { checkText } from '../../service/index.ts';
import { applyEdits, rangeOf } from '../../text/index.ts';
import { makeReport, pick, seeded, type MadeReport, type Random } from '../kit/index.ts';

const REPORTS = 1_000;
const CORRUPTIONS = 10_000;
const SUMS = new Set(['row-total', 'result-total', 'balance', 'dispute-total']);

describe('sums, by construction', () => {
  it(`finds nothing in ${REPORTS} right reports`, () => {
    for (let seed = 0; seed < REPORTS; seed++) {
      const { text } = makeReport(seed);
      assert.deepEqual(checkText(text).findings.map(told), [], `seed ${seed}`);
    }
  });

  it(`finds each of ${CORRUPTIONS} wrong cells, and names it with its true value`, () => {
    for (let seed = 0; seed < CORRUPTIONS; seed++) {
      const random = seeded(seed);
      const report = makeReport(seed % REPORTS);
      const wrong = corrupt(report, random);
      const { findings } = checkText(wrong.text);
      const sums = findings.filter(({ rule }) => SUMS.has(rule));
      assert.ok(sums.length > 0, `seed ${seed}: ${wrong.address} unnoticed`);
      assert.equal(findings.length, sums.length, `seed ${seed}: ${findings.map(told).join()}`);
      if (wrong.sums < 2) continue;
      const [suspect] = sums.filter(finding => finding.suspect);
      assert.equal(suspect?.suspect?.cell, wrong.address, `seed ${seed}`);
      assert.equal(suspect.expected, wrong.truth, `seed ${seed}`);
      assert.equal(suspect.actual, wrong.written, `seed ${seed}`);
      assert.equal(sums.length, 1, `seed ${seed}: one wrong cell is one finding`);
    }
  });
});

const told = ({ rule, message }: Finding): string => `${rule}: ${message.zh}`;

interface Corruption {
  readonly text: string;
  readonly address: string;
  readonly truth: number;
  readonly written: number;
  /** In how many sums the cell stands that are not computed. */
  readonly sums: number;
}

/** Another number in one cell that stands in a sum. */
function corrupt({ text, grids }: MadeReport, random: Random): Corruption {
  const { report } = checkText(text);
  const tables = ['applications', 'disputes'].flatMap(id => tableOf(report, id) ?? []);
  // A table whose totals are all computed has no sum of its own that could fail.
  const table = pick(
    random,
    tables.filter(one => one.sums.known > 0),
  );
  const rows = valueRows(table.form);
  for (;;) {
    const place = random(rows.length * table.form.columns.length);
    const [row, column] = [Math.floor(place / table.form.columns.length), place % table.form.columns.length];
    const found = table.byKey.get(rows[row]?.key ?? '') ?? assert.fail('a row is missing');
    const cell = found.row.cells[column] ?? assert.fail('a cell is missing');
    // A computed total follows whatever its row says: only the sums that are written out can fail.
    const isComputed = (at: number): boolean => {
      const key = rows[Math.floor(at / table.form.columns.length)]?.key ?? '';
      return table.byKey.get(key)?.row.cells[at % table.form.columns.length]?.kind === 'computed';
    };
    if (isComputed(place)) continue;
    const equations = equationsAt(table.form, place).filter(
      one => one.computes === undefined || !isComputed(one.computes),
    );
    if (equations.length === 0) continue;
    const truth = grids.get(table.form.id)?.[place] ?? assert.fail('a number is missing');
    const written = another(truth, random);
    const block = report.blocks.findIndex(one => one.tables.includes(table));
    const range = rangeOf((report.starts[block] ?? 0) + found.line, cell);
    return {
      text: applyEdits(text, [{ range, text: String(written) }]),
      address: addressOf(table.form, place),
      truth,
      written,
      sums: equations.length,
    };
  }
}

/** A slip of the hand: one more or less, a digit more, two digits changed over, any other number. */
function another(truth: number, random: Random): number {
  const swapped = Number([...String(truth)].reverse().join(''));
  const wrong = [truth + 1, Math.max(0, truth - 1), truth * 10 + random(10), swapped, random(5000)][random(5)] ?? 0;
  return wrong === truth ? truth + 1 + random(9) : wrong;
}
