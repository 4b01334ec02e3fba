import assert from 'node:assert/strict';
import type { SemanticTokens } from 'vscode-languageserver/node';
import { TextLines, type Position } from '../../../text/index.ts';
import {
  ErrorReply,
  fullCapabilities,
  makeReport,
  mutate,
  pick,
  seeded,
  type Random,
  type TestClient,
} from '../../kit/index.ts';
import { counted, lengthOf, wordsOf, type Encoding } from '../../server/counting.ts';
import { advertised, ownQuestions, type Subject } from '../../server/questions.ts';
import { assertManners, change, connected, open } from '../../server/sessions.ts';
import { assertSound } from '../../server/soundness.ts';
import type { Campaign } from '../campaign.ts';

const QUESTIONS = 20;
const URI = 'file:///r.nianbao';

/** Characters of every length there is, and such as end a line for some programs, but not for the protocol. */
const CHARACTERS = ['a', 'é', '年', '\u2028', '\u0085', '\ufeff', '😀', '𠀀', '👨‍👩‍👧', '\r\n', '\r', '\n'];

export const encodings: Campaign = {
  name: 'encodings',
  promise:
    'A place is the same counted in bytes, in UTF-16 or in characters, also inside a character, before the text and past its end; no place in an answer cuts a character in two',
  unit: `reports with characters of all kinds, ${QUESTIONS} places each`,
  seeds: { short: 5, normal: 75, deep: 2_000 },
  patience: 60,
  async attempt(seed) {
    const random = seeded(seed);
    let text = sprinkled(mutate(makeReport(seed).text, makeReport(seed + 1).text, random), random);
    const [plain, bytes, characters] = await Promise.all([
      listening('utf-16', text),
      listening('utf-8', text),
      listening('utf-32', text),
    ]);
    for (let version = 1; version <= QUESTIONS; version++) {
      const edit = somewhere(new TextLines(text), random);
      const piece = pick(random, CHARACTERS);
      for (const { client, encoding } of [plain, bytes, characters]) {
        const at = counted(edit, encoding, linesOf(text)) as Position;
        change(client, URI, version, { range: { start: at, end: at }, text: piece });
      }
      const offset = new TextLines(text).offsetAt(edit);
      text = text.slice(0, offset) + piece + text.slice(offset);
      const lines = new TextLines(text);
      const [method, ask] = pick(random, plain.questions);
      const place = random(3) > 0 ? somewhere(lines, random) : outside(lines, random);
      const expected = await answered(plain, method, ask(subjectAt(place)));
      assertSound(method, expected.answer, URI, () => lines);
      for (const other of [bytes, characters]) {
        const actual = await answered(other, method, ask(subjectAt(placeFor(other.encoding, place, lines, random))));
        assert.deepEqual(
          shared(actual, other.encoding, other.encoding, text),
          shared(expected, 'utf-16', other.encoding, text),
          `${method} at ${JSON.stringify(place)} in ${other.encoding}`,
        );
      }
      const inside = insideOf(lines, place);
      if (inside) assertSound(method, (await answered(plain, method, ask(subjectAt(inside)))).answer, URI, () => lines);
    }
    assertManners();
  },
};

interface Listening {
  readonly client: TestClient;
  readonly encoding: Encoding;
  readonly questions: ReturnType<typeof advertised>;
}

/** A client that counts like this and has the text open. */
async function listening(encoding: Encoding, text: string): Promise<Listening> {
  const client = connected();
  const { capabilities } = await client.begin({ ...fullCapabilities, general: { positionEncodings: [encoding] } });
  assert.equal(capabilities.positionEncoding, encoding);
  open(client, URI, text, 0);
  // Our own extension counts in UTF-16; of what it alone asks, only the edits are counted otherwise too.
  const questions = [...advertised(capabilities), ...ownQuestions.filter(([name]) => /missingRow|paste/.test(name))];
  return { client, encoding, questions };
}

/** The answer, or what the user is told instead, and the edits that the client was bidden to make. */
async function answered(
  { client }: Listening,
  method: string,
  params: unknown,
): Promise<{ answer: unknown; edits: readonly unknown[] }> {
  const answer: unknown = await client
    .request(method, params)
    .catch((error: unknown) => (error instanceof ErrorReply ? error.message : assert.fail(String(error))));
  // That there is no line before the first, the protocol's own types say; a client may have got it wrong all the same.
  const { violations } = client.check;
  violations.splice(0, violations.length, ...violations.filter(one => !one.startsWith('client') || !/: -\d/.test(one)));
  return { answer, edits: client.applied.splice(0) };
}

/** What two answers must have in common: places as the second counts them, and for colours the words that they stand on. */
function shared(outcome: unknown, from: Encoding, to: Encoding, text: string): unknown {
  const lines = linesOf(text);
  const plain = JSON.parse(JSON.stringify(outcome, (key, one: unknown) => (key === 'resultId' ? undefined : one))) as {
    answer: unknown;
  };
  const { answer } = plain;
  const isTokens = typeof answer === 'object' && answer !== null && 'data' in answer;
  if (isTokens) return wordsOf(answer as SemanticTokens, from, lines);
  return from === to ? plain : counted(plain, to, lines);
}

const subjectAt = (position: Position): Subject => ({
  uri: URI,
  position,
  range: { start: { line: 0, character: 0 }, end: position },
  diagnostics: [],
  resultId: '',
});

const linesOf = (text: string): string[] => {
  const lines = new TextLines(text);
  return Array.from({ length: lines.count }, (_, line) => lines.line(line));
};

/** Forty characters more, at places that are none inside another. */
function sprinkled(text: string, random: Random): string {
  const characters = Array.from(text);
  for (let times = 0; times < 40; times++) {
    characters.splice(random(characters.length + 1), 0, pick(random, CHARACTERS));
  }
  // Half a character cannot be said in UTF-8.
  return characters.join('').replace(/\p{Surrogate}/gu, '\ufffd');
}

/** A place between two characters, in UTF-16. */
function somewhere(lines: TextLines, random: Random): Position {
  const line = random(lines.count);
  const characters = Array.from(lines.line(line));
  return { line, character: characters.slice(0, random(characters.length + 1)).join('').length };
}

/** A place that there is not. */
const outside = (lines: TextLines, random: Random): Position =>
  pick(random, [
    { line: -1, character: 0 },
    { line: random(lines.count), character: -1 },
    { line: random(lines.count), character: 1e9 },
    { line: lines.count, character: 0 },
    { line: 1e9, character: 1e9 },
  ]);

/** The same place as another client counts it, or one inside the character behind it, which means the same. */
function placeFor(encoding: Encoding, { line, character }: Position, lines: TextLines, random: Random): Position {
  const text = lines.line(line);
  if (line < 0 || character < 0 || character > text.length || line >= lines.count) return { line, character };
  const [next = ''] = Array.from(text.slice(character));
  const inside = random(Math.max(1, lengthOf(next, encoding)));
  return { line, character: lengthOf(text.slice(0, character), encoding) + inside };
}

/** Between the halves of the character behind a place, if it has two. */
const insideOf = (lines: TextLines, { line, character }: Position): Position | undefined =>
  /^[\ud800-\udbff][\udc00-\udfff]/.test(lines.line(line).slice(character)) && character >= 0
    ? { line, character: character + 1 }
    : undefined;
