import assert from 'node:assert/strict';
import { fromClient, toClient, type PositionEncoding } from '../../../server/encoding.ts';
import { TextLines, type Position } from '../../../text/index.ts';
import { pick, seeded, type Random } from '../../kit/index.ts';
import { madeAndHeld, type Campaign } from '../campaign.ts';

const PIECES = [
  '年',
  '报',
  'a',
  ' ',
  '\n',
  '\r',
  '\r\n',
  '\u2028',
  '\u0085',
  '\ufeff',
  '😀',
  '𠀀',
  '𠮷',
  'é',
  '|',
  '　',
];

export const positions: Campaign = {
  name: 'positions',
  promise:
    'Positions and offsets agree with an independent reading of the specification in all three encodings, past the end and before the beginning too',
  unit: 'texts, ten positions each',
  seeds: { short: 200, normal: 2_000, deep: 50_000 },
  patience: 10,
  ...madeAndHeld(
    seed => {
      const random = seeded(seed);
      const text = Array.from({ length: random(60) }, () => pick(random, PIECES)).join('');
      return { text, asked: Array.from({ length: 10 }, () => somewhere(oracle(text).length, random)) };
    },
    ({ text, asked }) => {
      const lines = new TextLines(text);
      const places = oracle(text);
      assert.equal(lines.count, places.length);
      for (const position of asked) {
        assert.equal(lines.offsetAt(position), offsetBy(places, position, text), JSON.stringify(position));
      }
      for (let offset = 0; offset <= text.length; offset++) {
        const { line, character } = lines.positionAt(offset);
        assert.equal(places[line]!.start + character, offset);
      }
      for (let line = 0; line < lines.count; line++) encoded(lines.line(line));
    },
  ),
};

/** How long a piece is, counted in the plainest way. */
const lengths: Readonly<Record<PositionEncoding, (piece: string) => number>> = {
  'utf-8': piece => Buffer.byteLength(piece),
  'utf-16': piece => piece.length,
  'utf-32': piece => Array.from(piece).length,
};

/** Every column of a line there and back; one inside a character, or behind the line, is the nearest before it. */
function encoded(line: string): void {
  const characters = Array.from(line);
  for (const encoding of ['utf-8', 'utf-32'] as const) {
    const lengthOf = lengths[encoding];
    let [ours, theirs] = [0, 0];
    for (const character of [...characters, '']) {
      const next = theirs + lengthOf(character);
      for (let column = theirs; column < Math.max(next, theirs + 1); column++) {
        assert.equal(fromClient(line, column, encoding), ours, `${encoding} ${column} of ${JSON.stringify(line)}`);
      }
      for (let column = ours; column < ours + Math.max(character.length, 1); column++) {
        assert.equal(toClient(line, column, encoding), theirs, `${encoding} ${column} of ${JSON.stringify(line)}`);
      }
      [ours, theirs] = [ours + character.length, next];
    }
    for (const past of [1, 1e9]) {
      assert.equal(fromClient(line, theirs + past, encoding), line.length);
      assert.equal(toClient(line, line.length + past, encoding), theirs);
    }
  }
}

interface Place {
  readonly start: number;
  readonly length: number;
}

/** Where the lines begin and how long they are, by splitting at what the protocol calls an end of line. */
function oracle(text: string): Place[] {
  const places: Place[] = [];
  let start = 0;
  const pieces = text.split(/(\r\n|\n|\r)/);
  for (let index = 0; index < pieces.length; index += 2) {
    const line = pieces[index]!;
    places.push({ start, length: line.length });
    start += line.length + (pieces[index + 1] ?? '').length;
  }
  return places;
}

function offsetBy(places: readonly Place[], { line, character }: Position, text: string): number {
  if (line < 0) return 0;
  const place = places[line];
  return place ? place.start + Math.min(Math.max(character, 0), place.length) : text.length;
}

const somewhere = (count: number, random: Random): Position => ({
  line: pick(random, [random(count), random(count), count, -1, 1e9]),
  character: pick(random, [random(20), random(20), -1, 1e9]),
});
