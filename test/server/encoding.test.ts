import assert from 'node:assert/strict';
import type { ClientCapabilities, SemanticTokens, ServerCapabilities } from 'vscode-languageserver/node';
import type { Position } from '../../text/index.ts';
import { ErrorReply, fullCapabilities, type TestClient } from '../kit/index.ts';
import { counted, wordsOf, type Encoding } from './counting.ts';
import { advertised, type Subject } from './questions.ts';
import { assertManners, change, connected, faulty, open } from './sessions.ts';

const uri = 'file:///r.nianbao';
// One character of every length there is, before, in and after what the server has something to say of.
const text = `\ufeff${faulty}`
  .replace('机关：清屏县', '机关：𠀀屏县')
  .replace('　　全年新收', '　　é𠀀😀\u2028全年新收')
  .replace('| 行政许可 |', '| 😀行政许可\u2028 |')
  .replace('| 行政处罚 |', '| 行政𠀀处罚 | ')
  .replace('七）总计', '七）总😀计')
  .replace('无正当理由大量', '无𠀀正当理由大量');
const linesOf = (of: string): string[] => of.split(/\r\n|\r|\n/);

/** Positions between characters, of which the client's own way of counting makes others. */
function* places(lines: readonly string[]): Generator<Position> {
  for (const [line, whole] of lines.entries()) {
    let character = 0;
    for (const one of whole) {
      if (/[\u{10000}-\u{10ffff}\u2028|{]/u.test(whole) && character % 7 < 2) yield { line, character };
      character += one.length;
    }
    yield { line, character };
  }
}

const counting = (...encodings: string[]): ClientCapabilities => ({
  ...fullCapabilities,
  general: { positionEncodings: encodings },
});

async function session(...encodings: Encoding[]): Promise<{ client: TestClient; capabilities: ServerCapabilities }> {
  const client = connected();
  const { capabilities } = await client.begin(counting(...encodings));
  open(client, uri, text);
  return { client, capabilities };
}

/** Stamps differ from session to session, and positions in the answers are what is compared. */
const withoutStamps = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, one: unknown) => (key === 'resultId' ? undefined : one)));

/** The answer, or what the user is told instead. */
const orRefusal = (answer: Promise<unknown>): Promise<unknown> =>
  answer.catch((error: unknown) => (error instanceof ErrorReply ? error.message : assert.fail(String(error))));

describe('server: how characters are counted', () => {
  afterEach(assertManners);

  for (const [offered, chosen] of [
    [undefined, 'utf-16'],
    [[], 'utf-16'],
    [['utf-8'], 'utf-8'],
    [['utf-32', 'utf-8'], 'utf-32'],
    [['utf-8', 'utf-16'], 'utf-16'],
    [['utf-7'], 'utf-16'],
  ] as const) {
    it(`is ${chosen} for a client that offers ${String(offered)}`, async () => {
      const client = connected();
      const { capabilities } = await client.begin(offered ? counting(...offered) : {});
      assert.equal(capabilities.positionEncoding, chosen);
    });
  }

  for (const encoding of ['utf-8', 'utf-32'] as const) {
    it(`is the same in ${encoding} for every question and its answer`, async () => {
      const lines = linesOf(text);
      const [plain, other] = [await session('utf-16'), await session(encoding)];
      const asks = advertised(plain.capabilities).filter(([method]) => !/semanticTokens|^workspace\/d/.test(method));
      const edits = asks.filter(([method]) => method === 'workspace/executeCommand');
      let moved = 0;
      let number = 0;
      const compare = async ([method, ask]: (typeof asks)[number], subject: Subject): Promise<void> => {
        const params = ask(subject);
        const answers = await Promise.all([
          orRefusal(plain.client.request(method, params)),
          orRefusal(other.client.request(method, counted(params, encoding, lines))),
        ]);
        const [expected, actual] = answers.map(withoutStamps);
        assert.deepEqual(
          actual,
          counted(expected, encoding, lines),
          `${method} at ${JSON.stringify(subject.position)}`,
        );
        if (JSON.stringify(actual) !== JSON.stringify(expected)) moved++;
      };
      for (const position of places(lines)) {
        const range = { start: position, end: { line: position.line + 1, character: 0 } };
        const subject = { uri, position, range, diagnostics: [], resultId: '' };
        // Every question at every place would be the same answer many times over.
        const perPlace = asks.filter(
          ([method]) => !/command/i.test(method) && (number++ % 17 === 0 || method.includes('hover')),
        );
        for (const question of perPlace) await compare(question, subject);
      }
      assert.ok(moved > 100, `${moved} answers with other columns`);
      const all = { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } };
      for (const question of edits) {
        await compare(question, { uri, position: all.start, range: all, diagnostics: [], resultId: '' });
      }
      assert.deepEqual(other.client.applied, counted(plain.client.applied, encoding, lines));
      assert.ok(plain.client.applied.length > 0);
    });

    it(`is the same in ${encoding} after edits, and for colours`, async () => {
      const [plain, other] = [await session('utf-16'), await session(encoding)];
      let lines = linesOf(text);
      for (const [version, [before, insertion]] of [
        ['😀', '二'],
        ['\u2028', '𠀁'],
        ['𠀁', '😀\n'],
        ['é', ''],
      ].entries()) {
        const line = lines.findIndex(whole => whole.includes(before!));
        const character = lines[line]!.indexOf(before!) + before!.length;
        const range = { start: { line, character: character - before!.length }, end: { line, character } };
        change(plain.client, uri, version + 2, { range, text: before! + insertion! });
        change(other.client, uri, version + 2, {
          range: counted(range, encoding, lines) as typeof range,
          text: before! + insertion!,
        });
        const whole = lines[line]!;
        lines = linesOf(
          [
            ...lines.slice(0, line),
            whole.slice(0, character) + insertion! + whole.slice(character),
            ...lines.slice(line + 1),
          ].join('\n'),
        );
        for (const { client } of [plain, other]) {
          assert.deepEqual(client.received('window/showMessage'), []);
        }
        const ask = { textDocument: { uri } };
        const [expected, actual] = await Promise.all(
          [plain, other].map(({ client }) => client.request('textDocument/diagnostic', ask)),
        );
        assert.deepEqual(withoutStamps(actual), withoutStamps(counted(expected, encoding, lines)));
        const whole16 = { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } };
        for (const method of ['full', 'range']) {
          const params = method === 'range' ? { ...ask, range: whole16 } : ask;
          const [wanted, got] = await Promise.all(
            [plain, other].map(({ client }) => client.request(`textDocument/semanticTokens/${method}`, params)),
          );
          const words = wordsOf(wanted as SemanticTokens, 'utf-16', lines);
          assert.deepEqual(wordsOf(got as SemanticTokens, encoding, lines), words);
          assert.ok(words.length > 100);
        }
      }
    });
  }
});
