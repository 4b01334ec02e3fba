import assert from 'node:assert/strict';
import { readTree } from '../../../grammar/index.ts';
import { formatText } from '../../../service/index.ts';
import { makeReport, mutate, pick, seeded, spoil } from '../../kit/index.ts';
import type { Campaign } from '../campaign.ts';

export const formatting: Campaign = {
  name: 'formatting',
  promise: 'Formatting twice is formatting once; meaning, comments, prose, line endings and marks are kept',
  unit: 'documents',
  seeds: { short: 300, normal: 5_000, deep: 50_000 },
  patience: 20,
  attempt(seed) {
    const random = seeded(seed);
    const right = makeReport(seed % 400).text.replaceAll('\n', pick(random, ['\n', '\r\n', '\r']));
    const text =
      pick(random, ['', '\ufeff']) +
      pick(random, [
        () => right,
        () => spoil(right, 2, random),
        () => mutate(right, makeReport((seed % 7) + 400).text, random),
      ])();
    const once = formatText(text);
    assert.equal(once.unsafe, false);
    assert.equal(formatText(once.text).text, once.text);
    assert.deepEqual(wordsOf(once.text), wordsOf(text));
    assert.equal(once.text.startsWith('\ufeff'), text.startsWith('\ufeff'));
    const endings = new Set(readTree(text).lines.map(({ ending }) => ending));
    for (const { ending } of readTree(once.text).lines) assert.ok(ending === '' || endings.has(ending));
  },
};

/** What a writer wrote in words, to the letter; white space around it is the formatter's. */
const wordsOf = (text: string): string[] =>
  readTree(text)
    .lines.filter(({ kind }) => kind === 'prose' || kind === 'comment')
    .map(line => line.text.trim());
