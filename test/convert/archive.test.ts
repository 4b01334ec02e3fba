import assert from 'node:assert/strict';
import { deflateSync, zipSync } from 'fflate';
import { Archive, type ArchiveLimits } from '../../convert/import/docx/zip.ts';
import { seeded } from '../kit/index.ts';

const words = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Bytes that nothing can pack. */
const noise = (length: number): Uint8Array => Uint8Array.from({ length }, (_, i) => (i * i * 2654435761) >>> 13);

const limits: ArchiveLimits = { entries: 3, part: 1000, total: 1500, ratio: 10, free: 100 };

const fault = (name: string): { fault: string } => ({ fault: name });

describe('import: archives', () => {
  it('give their parts as they were packed, whether deflated or stored', () => {
    const parts = { 'a.xml': words('甲'.repeat(20_000)), 'b/c.xml': noise(40_000), d: new Uint8Array() };
    for (const level of [0, 9] as const) {
      const archive = new Archive(
        zipSync(parts, { level, comment: level === 0 ? 'PK\u0005\u0006' : '', extra: { 7: words('x') } }),
      );
      assert.deepEqual(archive.names, Object.keys(parts));
      for (const [name, bytes] of Object.entries(parts)) assert.deepEqual(archive.read(name), bytes, name);
      assert.equal(archive.read('e'), undefined);
    }
  });

  it('give a part whose packed bytes fill the pieces that they are unpacked in', () => {
    const random = seeded(7);
    const bytes = Uint8Array.from({ length: (1 << 14) - 5 }, () => random(256));
    assert.equal(deflateSync(bytes).length, 1 << 14);
    assert.deepEqual(new Archive(zipSync({ a: bytes })).read('a'), bytes);
  });

  it('may stand anywhere in what they are read from', () => {
    const packed = zipSync({ a: words('甲') });
    const around = new Uint8Array(packed.length + 20);
    around.set(packed, 7);
    assert.deepEqual(new Archive(around.subarray(7, 7 + packed.length)).read('a'), words('甲'));
    // A comment may follow, as long as one can be.
    const commented = new Uint8Array(packed.length + 0xffff);
    commented.set(packed);
    assert.deepEqual(new Archive(commented).names, ['a']);
    assert.throws(() => new Archive(Uint8Array.of(...packed, ...new Uint8Array(0xffff + 1))), fault('damaged'));
  });

  it('unpack no more than they may: parts, each, and all together', () => {
    const of = (...sizes: readonly number[]): Archive =>
      new Archive(zipSync(Object.fromEntries(sizes.map((size, i) => [`${i}`, noise(size)])), { level: 0 }), limits);
    assert.equal(of(1, 1, 1).names.length, 3);
    assert.throws(() => of(1, 1, 1, 1), fault('too-large'));
    assert.equal(of(1000).read('0')?.length, 1000);
    assert.throws(() => of(1001).read('0'), fault('too-large'));
    const three = of(1000, 500, 1);
    assert.deepEqual([three.read('0')?.length, three.read('1')?.length], [1000, 500]);
    assert.throws(() => three.read('2'), fault('too-large'));
  });

  it('unpack no part that grows beyond reason, once it is large', () => {
    const blank = (length: number, own: Partial<ArchiveLimits> = {}): number | undefined =>
      new Archive(zipSync({ a: new Uint8Array(length) }, { level: 9 }), {
        ...limits,
        part: 1e6,
        total: 1e6,
        ...own,
      }).read('a')?.length;
    assert.equal(blank(100), 100);
    assert.throws(() => blank(5000), fault('too-large'));
    assert.equal(blank(5000, { ratio: 1000 }), 5000);
    assert.equal(blank(5000, { free: 5000 }), 5000);
    const packed = deflateSync(new Uint8Array(5000), { level: 9 }).length;
    assert.equal(blank(packed * 250, { ratio: 250, part: packed * 250 }), packed * 250);
    assert.throws(() => blank(5000, { ratio: 1000, part: 4999 }), fault('too-large'));
  });

  it('unpack no part that is too large, in however many pieces it comes', () => {
    const random = seeded(7);
    const packed = zipSync({ a: Uint8Array.from({ length: 60_000 }, () => random(256)) });
    const read = (part: number): number | undefined =>
      new Archive(packed, { ...limits, part, total: 1e6 }).read('a')?.length;
    assert.equal(read(60_000), 60_000);
    assert.throws(() => read(59_999), fault('too-large'));
  });

  it('may hold nothing', () => {
    assert.deepEqual(new Archive(zipSync({})).names, []);
  });

  it('are refused where a field is not what it must be', () => {
    const packed = zipSync({ 'a.xml': words('甲乙丙') });
    const at = Buffer.from(packed).indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    assert.ok(at > 0);
    const end = packed.length - 22;
    const damages: readonly (readonly [string, number, number, string])[] = [
      ['the mark of its end', end, 0, 'damaged'],
      ['where its directory stands', end + 16, 0xff, 'damaged'],
      ['a directory with no room for an entry', end + 16, packed.length - 2, 'damaged'],
      ['the mark of a directory’s entry', at, 0, 'damaged'],
      ['a password', at + 8, 1, 'encrypted'],
      ['how long a name is', at + 29, 0xff, 'damaged'],
    ];
    for (const [name, place, value, expected] of damages) {
      const bytes = Uint8Array.from(packed);
      bytes[place] = value;
      assert.throws(() => new Archive(bytes), fault(expected), name);
    }
    const inside: readonly (readonly [string, number, number])[] = [
      ['how it is packed', at + 10, 9],
      ['how much is packed', at + 21, 0xff],
      ['where a part stands', at + 42, 1],
      ['the mark of a part', 0, 0],
      ['how long a part’s name is', 27, 0xff],
      ['how long a part’s extra field is', 29, 0xff],
    ];
    for (const [name, place, value] of inside) {
      const bytes = Uint8Array.from(packed);
      bytes[place] = value;
      assert.throws(() => new Archive(bytes).read('a.xml'), fault('damaged'), name);
    }
    assert.throws(() => new Archive(new Uint8Array()), fault('damaged'));
  });

  it('are refused where two parts have one name', () => {
    const packed = zipSync({ ab: words('甲'), ac: words('乙') });
    const named = Uint8Array.from(packed, (byte, i) => (byte === 0x63 && packed[i - 1] === 0x61 ? 0x62 : byte));
    assert.throws(() => new Archive(named), fault('damaged'));
  });

  it('are refused where a part is not what was packed', () => {
    const packed = zipSync({ a: words('甲乙丙丁'.repeat(50)) });
    packed[31] = 0xff;
    assert.throws(() => new Archive(packed).read('a'), fault('damaged'));
  });
});
