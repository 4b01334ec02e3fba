import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { campaigns } from './campaigns.ts';

const replays = new URL('replays/', import.meta.url);

/** What failed once: the number of a case, or what was made of the seed then. */
interface Replay {
  readonly campaign: string;
  readonly seed: number;
  readonly why: string;
  readonly kept?: unknown;
}

describe('promises', () => {
  for (const { name, promise, seeds, patience, attempt, close } of campaigns) {
    describe(name, () => {
      after(() => close?.());

      it(promise, async function () {
        this.timeout(Math.max(120, patience) * 1000);
        for (let seed = 0; seed < seeds.short; seed++) {
          try {
            await attempt(seed, made => made);
          } catch (error) {
            throw new Error(`seed ${seed}: npm run fuzz -- --only ${name} --seed ${seed}`, { cause: error });
          }
        }
      });
    });
  }

  for (const file of readdirSync(replays).filter(name => name.endsWith('.json'))) {
    const { campaign, seed, why, kept } = JSON.parse(readFileSync(new URL(file, replays), 'utf8')) as Replay;
    it(`hold where they once did not: ${campaign}, seed ${seed} (${why})`, async () => {
      const found = campaigns.find(({ name }) => name === campaign);
      if (!found) throw new Error(`there is no campaign ${campaign}`);
      if (!found.retry) return found.attempt(seed, made => made);
      assert.notEqual(kept, undefined, `${file} holds no input`);
      return found.retry(kept as never);
    });
  }
});
