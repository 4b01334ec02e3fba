import assert from 'node:assert/strict';
import { CopyIndex, type Asking, type Likeness } from '../../../rules/files/copies.ts';
import type { Facts } from '../../../rules/files/facts.ts';
import { BINS, SIGNATURE_LENGTH } from '../../../rules/files/signature.ts';
import { pick, seeded, type Random } from '../../kit/index.ts';

/** A paragraph in little: what is in its first bins, and the number for its words as a whole. */
interface Little {
  readonly bins: readonly number[];
  readonly whole?: number;
}

/** So many bins, all of a number that no other paragraph has. */
const own = (number: number, bins = 20): Little => ({ bins: Array.from({ length: bins }, () => number) });

/** The paragraph with another number in some of its bins, from the last. */
const changed = ({ bins }: Little, count: number, number = 9999): Little => ({
  bins: bins.map((bin, at) => (at < bins.length - count ? bin : number)),
});

function signaturesOf(all: readonly Little[]): Uint16Array {
  const signatures = new Uint16Array(all.length * SIGNATURE_LENGTH);
  for (const [place, { bins, whole = 0 }] of all.entries()) {
    signatures.set(bins, place * SIGNATURE_LENGTH);
    signatures.set([whole & 0xffff, whole >>> 16], place * SIGNATURE_LENGTH + BINS);
  }
  return signatures;
}

/** A report whose paragraphs stand at the lines 10, 11 and so on. */
const report = (organ: string | undefined, year: number | undefined, ...all: readonly Little[]): Facts => ({
  organ,
  year,
  tables: [],
  paragraphs: { lines: Uint32Array.from(all, (_, place) => 10 + place), signatures: signaturesOf(all) },
});

function indexOf(reports: Readonly<Record<string, Facts>>): CopyIndex {
  const index = new CopyIndex();
  for (const [key, facts] of Object.entries(reports)) index.set(key, facts);
  return index;
}

const find = (index: CopyIndex, paragraph: Little, asking: Asking): Likeness | undefined =>
  index.find(signaturesOf([paragraph]), 0, asking);

const asking: Asking = { organ: '甲镇', year: 2025 };

describe('paragraphs of many reports', () => {
  it('are found again, with where they stand', () => {
    const index = indexOf({ a: report('乙镇', 2025, own(1), own(2)), b: report('丙镇', 2024, own(3)) });
    assert.deepEqual(find(index, own(2), asking), { key: 'a', organ: '乙镇', year: 2025, line: 11, share: 1 });
    assert.equal(find(index, own(4), asking), undefined);
    assert.equal(index.size, 2);
  });

  it('are alike by the bins that are filled and equal among those that are filled', () => {
    const index = indexOf({ a: report('乙镇', 2025, own(1)) });
    const share = (paragraph: Little): number | undefined => find(index, paragraph, asking)?.share;
    assert.equal(share(changed(own(1), 5)), (2 * 0.75) / 1.75);
    // Half of the bins make two thirds of the words; below that they are any two texts.
    assert.equal(share(changed(own(1), 10)), 1 / 1.5);
    assert.equal(share(changed(own(1), 11)), undefined);
    const longer = indexOf({ a: report('乙镇', 2025, own(1, 27)) });
    assert.equal(find(longer, changed(own(1, 27), 14), asking)?.share, 0.65);
    // The number of the words as a whole is no bin.
    const whole = indexOf({ a: report('乙镇', 2025, { ...own(1), whole: 0x10001 }) });
    assert.equal(find(whole, { ...changed(own(1), 5), whole: 0x20002 }, asking)?.share, (2 * 0.75) / 1.75);
    // A bin that only one of them has is a difference.
    assert.equal(share(own(1, 15)), (2 * 0.75) / 1.75);
    assert.equal(share(own(1, 25)), (2 * 0.8) / 1.8);
  });

  it('are found by their words as a whole, though each of their parts is everybody’s', () => {
    const parts = own(1);
    const common = Object.fromEntries(
      Array.from('乙丙丁戊己庚').map(organ => [
        organ,
        report(`${organ}镇`, 2025, changed(parts, 4, organ.charCodeAt(0))),
      ]),
    );
    const index = indexOf({ ...common, copied: report('辛镇', 2025, { ...parts, whole: 0x12345678 }) });
    for (const whole of [0, 0x12345679, 0x12355678]) assert.equal(find(index, { ...parts, whole }, asking), undefined);
    assert.equal(find(index, { ...parts, whole: 0x12345678 }, asking)?.key, 'copied');
  });

  it('are those of an older report of the organ, or of another’s that is not younger', () => {
    const isCopied = (organ: string | undefined, year: number | undefined, by = asking): boolean =>
      find(indexOf({ a: report(organ, year, own(1)) }), own(1), by) !== undefined;
    assert.deepEqual(
      [2024, 2025, 2026, undefined].map(year => isCopied('甲镇', year)),
      [true, false, false, false],
    );
    assert.deepEqual(
      [2024, 2025, 2026, undefined].map(year => isCopied('乙镇', year)),
      [true, true, false, true],
    );
    const undated = { organ: '甲镇', year: undefined };
    assert.deepEqual([isCopied('甲镇', 2024, undated), isCopied('乙镇', 2026, undated)], [false, true]);
  });

  it('are nobody’s own when more than four other organs have them, in whatever years', () => {
    const having = (organs: string): Record<string, Facts> =>
      Object.fromEntries(
        Array.from(organs).flatMap(organ =>
          [2023, 2024].map(year => [`${organ}${year}`, report(`${organ}镇`, year, own(1))] as const),
        ),
      );
    assert.ok(find(indexOf(having('乙丙丁戊')), own(1), asking));
    assert.ok(find(indexOf(having('甲乙丙丁戊')), own(1), asking));
    const known = indexOf(having('乙丙丁戊己'));
    assert.equal(find(known, own(1), asking), undefined);
    // One of the five has it from the other four.
    assert.ok(find(known, own(1), { organ: '己镇', year: 2025 }));
    known.delete('己2023');
    assert.equal(find(known, own(1), asking), undefined);
    known.delete('己2024');
    assert.ok(find(known, own(1), asking));
    known.set('庚', report('庚镇', 2020, own(1)));
    assert.equal(find(known, own(1), asking), undefined);
  });

  it('are everybody’s no more when some are forgotten, or when others become known', () => {
    const having = Array.from('乙丙丁戊己庚辛', organ => [organ, report(`${organ}镇`, 2025, own(1))] as const);
    const few = indexOf(Object.fromEntries(having));
    assert.equal(find(few, own(1), asking), undefined);
    for (const [organ] of having.slice(4)) few.delete(organ);
    assert.ok(find(few, own(1), asking));
    const many = indexOf(Object.fromEntries(having));
    const others = (from: number, to: number): void => {
      for (let at = from; at < to; at++) many.set(String(at), report(`${at}`, 2025));
    };
    others(7, 500);
    assert.equal(find(many, own(1), asking), undefined);
    others(500, 700);
    assert.ok(find(many, own(1), asking));
  });

  it('are counted by organs, however many of those there are', () => {
    for (const count of [64, 65, 66, 67]) {
      const index = indexOf(
        Object.fromEntries(Array.from({ length: count - 1 }, (_, at) => [at, report(`${at}`, 2025)])),
      );
      for (let year = 2015; year < 2025; year++) index.set(String(year), report('乙镇', year, own(1)));
      assert.ok(find(index, own(1), asking), String(count));
    }
  });

  it('are not taken for everybody’s because of those that have one of their parts', () => {
    const parts = Object.fromEntries(
      Array.from('丙丁戊己庚').map(organ => [organ, report(`${organ}镇`, 2025, own(1, 1))]),
    );
    assert.equal(find(indexOf({ a: report('乙镇', 2025, own(1)), ...parts }), own(1), asking)?.key, 'a');
  });

  it('have nothing in common because of the parts that neither has', () => {
    const late = (number: number): Little => ({ bins: [...Array<number>(16).fill(0), ...own(number).bins] });
    const others = Object.fromEntries(
      Array.from('丙丁戊己庚', (organ, at) => [organ, report(`${organ}镇`, 2025, late(at + 2))]),
    );
    assert.equal(find(indexOf({ a: report('乙镇', 2025, late(1)), ...others }), late(1), asking)?.key, 'a');
  });

  it('are nobody’s own when some have one half of them and some the other', () => {
    const half = (organ: string, isFirst: boolean): Facts => {
      const { bins } = own(1);
      const number = organ.charCodeAt(0);
      return report(organ, 2025, { bins: bins.map((bin, at) => (at < 10 === isFirst ? bin : number)) });
    };
    const reports = (organs: string): Record<string, Facts> =>
      Object.fromEntries(Array.from(organs, (organ, at) => [organ, half(organ, at % 2 === 0)]));
    assert.ok(find(indexOf(reports('乙丙丁戊')), own(1), asking));
    assert.equal(find(indexOf(reports('乙丙丁戊己')), own(1), asking), undefined);
  });

  it('are counted against all reports: of a thousand, ten organs may share words', () => {
    const index = indexOf(Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [at, report(`${at}`, 2025)])));
    for (let at = 0; at < 10; at++) index.set(String(at), report(`${at}`, 2025, own(1)));
    assert.ok(find(index, own(1), asking));
    index.set('10', report('10', 2025, own(1)));
    assert.equal(find(index, own(1), asking), undefined);
  });

  it('are the most alike, then the youngest, then the first by name and line', () => {
    const best = (reports: Readonly<Record<string, Facts>>): string[] =>
      [reports, Object.fromEntries(Object.entries(reports).reverse())].map(all => {
        const { key, line } = find(indexOf(all), own(1), asking) ?? {};
        return `${key ?? ''} ${line ?? ''}`;
      });
    const near = changed(own(1), 2);
    assert.deepEqual(best({ p: report('乙镇', 2025, near), q: report('丙镇', 2023, own(1)) }), ['q 10', 'q 10']);
    assert.deepEqual(best({ p: report('乙镇', 2023, own(1)), q: report('丙镇', 2024, own(1)) }), ['q 10', 'q 10']);
    assert.deepEqual(best({ q: report('乙镇', 2024, own(1)), p: report('丙镇', 2024, own(1)) }), ['p 10', 'p 10']);
    assert.deepEqual(best({ p: report('乙镇', 2024, near, own(1), own(1)) }), ['p 11', 'p 11']);
  });

  it('are compared no more where thousands of one text have them', () => {
    const many = (count: number): CopyIndex =>
      indexOf({ a: report('乙镇', 2025, ...Array.from({ length: count }, () => own(1))) });
    assert.ok(find(many(1000), own(1), asking));
    assert.equal(find(many(1001), own(1), asking), undefined);
  });

  it('are looked up by the first sixteen of their parts, whatever the others are', () => {
    const longer = own(1, 40);
    const index = indexOf({ a: report('乙镇', 2025, longer) });
    const beginning = (count: number): Little => ({ bins: longer.bins.map((bin, at) => (at < count ? 9999 : bin)) });
    assert.equal(find(index, beginning(15), asking)?.share, (2 * 0.625) / 1.625);
    assert.equal(find(index, beginning(16), asking), undefined);
  });

  it('are known as they are now, when short ones come in the place of others', () => {
    const index = new CopyIndex();
    for (let number = 1; number < 3000; number++) {
      index.set('a', report('乙镇', 2025, own(number, 1)));
      assert.equal(find(index, own(number, 1), asking)?.key, 'a');
      assert.equal(find(index, own(number - 1, 1), asking), undefined);
    }
  });

  it('are known as they are now, whatever came, went and came again', () => {
    const random = seeded(3);
    const index = new CopyIndex();
    const now = new Map<string, Facts>();
    const texts = Array.from({ length: 40 }, (_, number) => own(number + 1));
    const paragraph = (): Little => changed(pick(random, texts), random(12), 5000 + random(1000));
    for (let step = 0; step < 400; step++) {
      const key = `r${random(30)}`;
      if (random(4) === 0) {
        index.delete(key);
        now.delete(key);
      } else {
        const facts = report(
          pick(random, ['甲镇', '乙镇', '丙镇']),
          2023 + random(3),
          ...Array.from({ length: random(12) }, paragraph),
        );
        index.set(key, facts);
        now.set(key, facts);
      }
      assert.equal(index.size, now.size);
      if (step % 5 === 0) isAsLookedThrough(index, now, paragraph(), random);
    }
  });
});

/** What the index finds is what looking through all paragraphs finds: there are too few organs for common words. */
function isAsLookedThrough(index: CopyIndex, now: ReadonlyMap<string, Facts>, paragraph: Little, random: Random): void {
  const by = { organ: pick(random, ['甲镇', '丁镇']), year: 2024 };
  const all = [...now].flatMap(([key, { organ, year, paragraphs }]) =>
    Array.from(paragraphs.lines, (line, place): Likeness => {
      const bins = paragraphs.signatures.subarray(place * SIGNATURE_LENGTH, place * SIGNATURE_LENGTH + 20);
      const shared = paragraph.bins.filter((bin, at) => bins[at] === bin).length / 20;
      return { key, organ, year, line, share: (2 * shared) / (1 + shared) };
    }),
  );
  const [best] = all
    .filter(({ share, organ, year = 0 }) => share >= 0.65 && year <= (organ === by.organ ? by.year - 1 : by.year))
    .sort(
      (a, b) =>
        b.share - a.share ||
        (b.year ?? 0) - (a.year ?? 0) ||
        (a.key < b.key ? -1 : a.key > b.key ? 1 : a.line - b.line),
    );
  assert.deepEqual(find(index, paragraph, by), best);
}
