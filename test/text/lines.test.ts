import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextLines, type Position } from '../../text/index.ts';

/** Where each offset of a text stands, counted one character after the other. */
function places(text: string): Position[] {
  const found: Position[] = [];
  let [line, character] = [0, 0];
  for (let offset = 0; offset <= text.length; offset++) {
    found.push({ line, character });
    const ends = text[offset] === '\n' || (text[offset] === '\r' && text[offset + 1] !== '\n');
    [line, character] = ends ? [line + 1, 0] : [line, character + 1];
  }
  return found;
}

const split = (text: string): string[] => text.split(/\r\n|\r|\n/);

/** The offset of a position found by looking at all of them. */
function offsetOf(text: string, { line, character }: Position): number {
  const lines = split(text);
  if (line < 0) return 0;
  if (line >= lines.length) return text.length;
  const inside = Math.max(0, Math.min(character, lines[line]!.length));
  return places(text).findIndex(place => place.line === line && place.character === inside);
}

/** Texts made mostly of line ends, since that is where places go wrong. */
const texts = fc
  .array(fc.constantFrom('\r', '\n', '\r\n', '\u2028', '\u0085', '\v', 'a', '年', '😀', '\ud83d', ''), {
    maxLength: 12,
  })
  .map(pieces => pieces.join(''));

describe('text: lines', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['', ['']],
    ['甲', ['甲']],
    ['甲\n乙', ['甲', '乙']],
    ['甲\r乙', ['甲', '乙']],
    ['甲\r\n乙', ['甲', '乙']],
    ['甲\n', ['甲', '']],
    ['甲\r\n', ['甲', '']],
    ['\n\r\n\r', ['', '', '', '']],
    ['\r\r\n\n', ['', '', '', '']],
    ['甲\n\r乙', ['甲', '', '乙']],
    ['甲\r\n乙\n丙\r丁', ['甲', '乙', '丙', '丁']],
    // An editor shows these inside the line; so must every column that we count.
    ['甲\u2028乙\u2029丙\u0085丁\v戊\f己', ['甲\u2028乙\u2029丙\u0085丁\v戊\f己']],
  ];
  for (const [text, expected] of cases) {
    it(`end in ${JSON.stringify(text)} where an editor ends them`, () => {
      const lines = new TextLines(text);
      assert.deepEqual(
        Array.from({ length: lines.count }, (_, i) => lines.line(i)),
        expected,
      );
    });
  }

  it('are empty outside the text', () => {
    const lines = new TextLines('甲\n乙');
    assert.deepEqual([lines.line(-1), lines.line(2)], ['', '']);
  });

  it('turn offsets into positions as counting does', () => {
    fc.assert(
      fc.property(texts, text => {
        const lines = new TextLines(text);
        places(text).forEach((place, offset) => assert.deepEqual(lines.positionAt(offset), place));
        assert.deepEqual(lines.positionAt(-1), { line: 0, character: 0 });
        assert.deepEqual(lines.positionAt(text.length + 1), places(text).at(-1));
      }),
      { seed: 1, numRuns: 1000 },
    );
  });

  it('turn positions into offsets as counting does, past the ends too', () => {
    const position = fc.record({ line: fc.integer({ min: -1, max: 13 }), character: fc.integer({ min: -1, max: 25 }) });
    fc.assert(
      fc.property(texts, position, (text, at) => {
        assert.equal(new TextLines(text).offsetAt(at), offsetOf(text, at));
      }),
      { seed: 2, numRuns: 2000 },
    );
  });

  it('are the text between two positions', () => {
    fc.assert(
      fc.property(texts, fc.nat(30), fc.nat(30), (text, a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const lines = new TextLines(text);
        const range = { start: lines.positionAt(from), end: lines.positionAt(to) };
        // A place between CR and LF is no place of an editor's: it counts as the line's end.
        const inside = (offset: number): number => offsetOf(text, lines.positionAt(offset));
        assert.equal(lines.slice(range), text.slice(inside(from), inside(to)));
      }),
      { seed: 3 },
    );
  });
});
