import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decode, type Decoded, type Encoding } from '../../text/index.ts';

/** Bytes written in hexadecimal, with or without spaces between them. */
const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'));

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const utf16le = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'utf16le'));

const utf16be = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'utf16le').swap16());

const read = (text: string, encoding: Encoding, mark = false): Decoded => ({ ok: true, text, encoding, mark });

const refused = (reason: 'binary' | 'unknown-encoding'): Decoded => ({ ok: false, reason });

describe('text: the bytes of a file', () => {
  const cases: readonly (readonly [string, Uint8Array, Decoded])[] = [
    ['nothing', bytes(''), read('', 'utf-8')],
    ['UTF-8', utf8('示范市\r\n'), read('示范市\r\n', 'utf-8')],
    ['UTF-8 beyond the first plane', utf8('𠮷😀'), read('𠮷😀', 'utf-8')],
    ['UTF-8 with a mark, which is left off', utf8('\ufeff示范市'), read('示范市', 'utf-8', true)],
    // A mark is ef bb bf: 仿 ends with two of these bytes, the others begin with one or two.
    ['UTF-8 that begins nearly as a mark does', utf8('仿宋'), read('仿宋', 'utf-8')],
    ['UTF-8 that begins as a mark and ends as one', utf8('\uf03f甲'), read('\uf03f甲', 'utf-8')],
    ['UTF-8 that begins with two bytes of a mark', utf8('\ufec0甲'), read('\ufec0甲', 'utf-8')],
    ['a mark and nothing else', bytes('ef bb bf'), read('', 'utf-8', true)],
    // The second one is a character of the text, and a fault that must be shown.
    ['two marks', utf8('\ufeff\ufeff示范市'), read('\ufeff示范市', 'utf-8', true)],
    ['UTF-16, little end first', utf16le('\ufeff示范市𠮷'), read('示范市𠮷', 'utf-16le', true)],
    ['UTF-16, big end first', utf16be('\ufeff示范市𠮷'), read('示范市𠮷', 'utf-16be', true)],
    ['UTF-16 with two marks', utf16le('\ufeff\ufeff甲'), read('\ufeff甲', 'utf-16le', true)],
    ['UTF-16 cut inside a character', utf16le('\ufeff示范市').subarray(0, 7), refused('unknown-encoding')],
    ['UTF-16 with half a pair', bytes('ff fe 00 d8 41 00'), refused('unknown-encoding')],
    ['GB18030 in two bytes', bytes('ca be b7 b6 ca d0'), read('示范市', 'gb18030')],
    ['GB18030 in four bytes', bytes('ca be 81 39 ee 39 95 34 b2 35'), read('示㐀𠮷', 'gb18030')],
    ['GB18030 in four bytes, an emoji', bytes('94 39 fc 36'), read('😀', 'gb18030')],
    // Plain GBK has no four-byte forms and puts the euro sign at 80.
    ['GB18030, its euro sign', bytes('a2 e3 ca be'), read('€示', 'gb18030')],
    ['GB18030 that begins with one byte of a mark', bytes('fe 41 ca be'), read('\ufa0d示', 'gb18030')],
    ['GB18030 whose second byte is one of a mark', bytes('b3 fe ca be'), read('楚示', 'gb18030')],
    ['GB18030 cut inside a character', bytes('ca be b7'), refused('unknown-encoding')],
    ['bytes of no encoding', bytes('ff ca be 80 80 0a'), refused('unknown-encoding')],
    ['bytes of no encoding whose second one is of a mark', bytes('41 ff ca be'), refused('unknown-encoding')],
    ['one NUL among words, which the rules point out', utf8('示范市\0年'), read('示范市\0年', 'utf-8')],
    ['an image', bytes('89 50 4e 47 0d 0a 1a 0a 00 00 00 0d 49 48 44 52 00 00'), refused('binary')],
    ['NULs', new Uint8Array(5000), refused('binary')],
    // Without a mark it could be anything; half of it are NULs.
    ['UTF-16 without a mark', utf16le('2025 annual report'), refused('binary')],
  ];
  for (const [name, given, expected] of cases) {
    it(`are read: ${name}`, () => assert.deepEqual(decode(given), expected));
  }

  it('are the text again that was written, in each Unicode encoding', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 50 }), text => {
        fc.pre(!text.startsWith('\ufeff'));
        assert.deepEqual(decode(utf8(text)), read(text, 'utf-8'));
        assert.deepEqual(decode(utf8(`\ufeff${text}`)), read(text, 'utf-8', true));
        assert.deepEqual(decode(utf16le(`\ufeff${text}`)), read(text, 'utf-16le', true));
        assert.deepEqual(decode(utf16be(`\ufeff${text}`)), read(text, 'utf-16be', true));
      }),
      { seed: 1 },
    );
  });

  it('never throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), given => {
        const decoded = decode(given);
        assert.equal(typeof (decoded.ok ? decoded.text : decoded.reason), 'string');
      }),
      { seed: 2, numRuns: 2000 },
    );
  });
});
