import assert from 'node:assert/strict';
import { importReport } from '../../service/index.ts';
import { decode } from '../../text/index.ts';
import { layouts, makeReport, pick, seeded } from '../kit/index.ts';
import { printReport } from '../../convert/index.ts';
import { readReport } from '../../model/index.ts';

/** The characters of GB18030 that take two bytes, which is all that reports are written with, and ASCII. */
const gb18030 = new Map<string, readonly number[]>();
const decoder = new TextDecoder('gb18030');
for (let lead = 0x81; lead <= 0xfe; lead++) {
  for (let trail = 0x40; trail <= 0xfe; trail++) {
    const character = decoder.decode(Uint8Array.of(lead, trail));
    if (trail !== 0x7f && character.length === 1 && character !== '\ufffd') gb18030.set(character, [lead, trail]);
  }
}

const utf8 = new TextEncoder();
const utf16 = (text: string, mark: readonly number[], order: readonly [number, number]): Uint8Array =>
  Uint8Array.from([
    ...mark,
    ...[...text].flatMap(character => order.map(shift => (character.charCodeAt(0) >> shift) & 0xff)),
  ]);

const encodings: Readonly<Record<string, (text: string) => Uint8Array>> = {
  'utf-8': text => utf8.encode(text),
  'utf-8 with its mark': text => utf8.encode(`\ufeff${text}`),
  'utf-16le': text => utf16(text, [0xff, 0xfe], [0, 8]),
  'utf-16be': text => utf16(text, [0xfe, 0xff], [8, 0]),
  gb18030: text => Uint8Array.from([...text].flatMap(one => gb18030.get(one) ?? [one.charCodeAt(0)])),
};

const TEXTS = 2000;

describe('import: encodings', function () {
  this.timeout(60_000);
  const texts = layouts.map(({ write }, seed) => write(printReport(readReport(makeReport(seed).text)), seeded(seed)));

  for (const [name, encode] of Object.entries(encodings)) {
    it(`${name}: ${TEXTS} texts are read right`, () => {
      const random = seeded(1);
      for (let i = 0; i < TEXTS; i++) {
        const whole = pick(random, texts);
        const start = random(whole.length - 20);
        const text = whole.slice(start, start + 20 + random(1000));
        const decoded = decode(encode(text));
        assert.ok(decoded.ok && decoded.text === text, `${i}: ${text}`);
        // What is all ASCII is the same in two of them.
        if (/[^ -~\s]/.test(text)) assert.equal(decoded.encoding, name.split(' ')[0]);
      }
    });
  }

  it('makes no difference to the report, but one that had to be found out is told', async () => {
    const [text = ''] = texts;
    const reports = await Promise.all(Object.values(encodings).map(encode => importReport(encode(text))));
    assert.equal(new Set(reports.map(report => report.text)).size, 1);
    assert.deepEqual(
      reports.map(({ remarks }) => remarks.filter(({ message }) => message.zh.includes('GB18030')).length),
      [0, 0, 0, 0, 1],
    );
  });
});
