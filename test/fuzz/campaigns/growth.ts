import assert from 'node:assert/strict';
import { checkText } from '../../../service/index.ts';
import type { Campaign } from '../campaign.ts';
import { families, type Family } from '../families.ts';

const STEPS = [1 << 16, 1 << 17, 1 << 18];

/** Twice the text is twice the work; what is above that are caches that no longer hold it all. */
const MOST_GROWTH = 2.6;

const MEGABYTE = 1 << 20;
const SECONDS_A_MEGABYTE = 2;

export const growth: Campaign = {
  name: 'growth',
  promise: `Twice the text costs at most ${MOST_GROWTH} times the time, whatever it is made of; 1 MB is checked in ${SECONDS_A_MEGABYTE} s`,
  unit: 'families of pathological texts at n, 2n and 4n',
  // All of them take a quarter of an hour.
  seeds: { short: 0, normal: 50, deep: families.length },
  patience: 120,
  alone: true,
  attempt(seed) {
    const family = families[seed]!;
    const texts = STEPS.map(family.make);
    // The machine has other things to do as well; what it cannot do twice in a row is be faster than it is.
    for (let tries = 5; ; tries--) {
      const [one = 0, two = 0, four = 0] = texts.map(text => least(text));
      // Below this the clock and the collector say more than the work.
      const grown = Math.max(two / Math.max(one, 0.004), four / Math.max(two, 0.004));
      if (grown <= MOST_GROWTH) break;
      assert.ok(
        tries > 0,
        `${family.name}: ${grown.toFixed(2)} times (${one.toFixed(3)}, ${two.toFixed(3)}, ${four.toFixed(3)} s)`,
      );
    }
    const whole = least(bytes(family.make, MEGABYTE), SECONDS_A_MEGABYTE);
    assert.ok(whole <= SECONDS_A_MEGABYTE, `${family.name}: ${whole.toFixed(1)} s for 1 MB`);
  },
};

/** A text of so many bytes, as a file has them: a Chinese character is three. */
function bytes(make: Family['make'], length: number): string {
  const sample = make(STEPS[0] ?? 0);
  return make(Math.floor((length * sample.length) / Buffer.byteLength(sample)));
}

/** The least of three times, or the first that is no more than enough. */
function least(text: string, enough = 0): number {
  let best = Infinity;
  for (let tries = 3; tries > 0 && best > enough; tries--) best = Math.min(best, seconds(text));
  return best;
}

/**
 * At least what it takes on a machine that has nothing else to do, which two clocks tell: the wall's runs on while others
 * have their turn, the processor's counts twice while V8 collects in two threads.
 */
function seconds(text: string): number {
  globalThis.gc?.();
  const begin = process.cpuUsage();
  const start = performance.now();
  checkText(text);
  return Math.min(process.cpuUsage(begin).user / 1e6, (performance.now() - start) / 1000);
}
