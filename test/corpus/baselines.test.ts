import assert from 'node:assert/strict';
import { baselines, kept, shown } from './baselines/index.ts';

for (const baseline of baselines) {
  describe(`baseline: ${baseline.name}`, () => {
    const before = kept(baseline);

    it('has a case for each text', () => assert.equal(before.length, baseline.cases.length));

    for (const [index, say] of baseline.cases.entries()) {
      it(`${index} is as it was (npm run baselines writes what is said now)`, async () => {
        assert.equal(shown(await say()), before[index]);
      });
    }
  });
}
