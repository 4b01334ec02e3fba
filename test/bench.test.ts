import assert from 'node:assert/strict';
import { limits, measureGrowth, measureReport, plainPass } from '../bench/measure.ts';

// The limits themselves are for `npm run bench:engine -- --check` on a quiet machine. Here the bounds only tell what is out of
// hand: a test must not fail because the machine has something else to do.
describe('bench', function () {
  this.timeout(120_000);

  it('reads and checks a report in no time', () => {
    const { bytes, check, plain } = bestOf(
      3,
      () => measureReport(150),
      ({ check }) => check,
    );
    assert.ok(bytes > 4 * 1024 && bytes < 6.5 * 1024, `${bytes} bytes`);
    assert.ok(check < 4 * limits.report, `${check.toFixed(2)} ms`);
    // Were the plain pass the slower one, it would be no measure.
    assert.ok(plain > 0 && plain < check, `${plain.toFixed(3)} ms`);
  });

  for (const kind of ['prose', 'tables'] as const) {
    it(`takes twice as long for twice the ${kind}`, () => {
      const worst = ({ ratios }: { ratios: readonly number[] }): number => Math.max(...ratios);
      const growth = bestOf(3, () => measureGrowth(kind, 2, [0.25, 0.5, 1]), worst);
      assert.equal(growth.ratios.length, 2);
      assert.ok(worst(growth) < 3, growth.ratios.map(ratio => ratio.toFixed(2)).join());
    });
  }

  it('compares with a pass that does read the numbers', () => {
    assert.equal(plainPass('一、总体情况\n| 规章 | 3 | 5 |\r\n全年12件\r| 总计 |  | 1.5 |'), 9.5);
  });
});

/** What was measured with the least disturbance. */
function bestOf<T>(count: number, measure: () => T, cost: (measured: T) => number): T {
  return Array.from({ length: count }, measure).reduce((best, one) => (cost(one) < cost(best) ? one : best));
}
