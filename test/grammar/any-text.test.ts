import assert from 'node:assert/strict';
import fc from 'fast-check';
import { forms, type Bilingual } from '../../forms/index.ts';
import { tokens } from '../../grammar/tokens.ts';
import { bindReport } from '../../model/index.ts';
import { checkReport, type Finding } from '../../rules/index.ts';
import { makeReport, mutate, seeded } from '../kit/index.ts';
import { lineOf } from './show.ts';
import { checkNesting, readSoundly } from './nesting.ts';

const TEXTS = 20_000;
const CHUNK = 2_500;
// Making a report costs as much as reading it; these are mutated again and again, each time in another way.
const REPORTS = 500;

describe('grammar: any text is a tree', function () {
  this.timeout(120_000);

  for (let from = 0; from < TEXTS; from += CHUNK) {
    it(`reads mutated reports ${from + 1} to ${from + CHUNK}`, () => {
      for (let seed = from; seed < from + CHUNK; seed++) withSeed(seed, () => readAndCheck(mutated(seed)));
    });
  }

  it('reads any characters', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), readAndCheck), { seed: 1, numRuns: 2000 });
  });

  it('reads any code units, halves of pairs included', () => {
    const unit = fc.integer({ min: 0, max: 0xffff }).map(code => String.fromCharCode(code));
    fc.assert(fc.property(fc.string({ unit, maxLength: 300 }), readAndCheck), { seed: 2, numRuns: 1000 });
  });

  it('reads the signs of the language in any order', () => {
    const unit = fc.constantFrom(
      ...Array.from('|｜{}｛｝.．+-＋－*\\=＝0９,，:：、。()（）一二四条第项/／#\n\r 　a年\ufeff'),
      '忽略：',
      '机关：',
    );
    fc.assert(fc.property(fc.string({ unit, maxLength: 40 }), readAndCheck), { seed: 3, numRuns: 5000 });
  });

  it('would be found out if a piece stood outside', () => {
    // So that the checks above are known to look.
    const row = lineOf('| 规章 | 3 |');
    const quote = lineOf('新收{本年新收}件');
    assert.ok(row.kind === 'row' && quote.kind === 'prose');
    checkNesting(row);
    assert.throws(() => checkNesting({ ...row, cells: [...row.cells, ...row.cells] }));
    assert.throws(() => checkNesting({ ...row, label: { ...row.label, end: 99 } }));
    assert.throws(() => checkNesting({ ...quote, spans: quote.spans.slice(0, 2) }));
    const [before, , behind] = quote.spans;
    const strayed = {
      kind: 'quote' as const,
      start: 2,
      end: 8,
      terms: [{ sign: 1 as const, names: [], start: 0, end: 1 }],
    };
    assert.throws(() => checkNesting({ ...quote, spans: [before!, strayed, behind!] }), /0–1 outside 3–7/);
  });
});

const made = new Map<number, string>();

function report(seed: number): string {
  const known = made.get(seed % REPORTS) ?? makeReport(seed % REPORTS).text;
  made.set(seed % REPORTS, known);
  return known;
}

const mutated = (seed: number): string => mutate(report(seed), report(seed * 7 + 1), seeded(seed));

function readAndCheck(text: string): void {
  const tree = readSoundly(text);
  checkReport(bindReport(tree, forms)).flatMap(messagesOf).forEach(checkWords);
}

const messagesOf = ({ message, related = [], mends = [] }: Finding): Bilingual[] => [
  message,
  ...related.map(place => place.message),
  ...mends.map(mend => mend.title),
];

// Chevrotain's own messages name tokens, which nobody who writes a report knows.
const tokenName = new RegExp(`\\b(?:First)?(?:${Object.keys(tokens).join('|')})\\b`);

function checkWords({ zh, en }: Bilingual): void {
  if (tokenName.test(zh) || tokenName.test(en)) assert.fail(`a token's name in: ${zh} / ${en}`);
}

/** Says which text it was: the same seed makes it again. */
function withSeed(seed: number, check: () => void): void {
  try {
    check();
  } catch (error) {
    throw new Error(`seed ${seed}`, { cause: error });
  }
}
