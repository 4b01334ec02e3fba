import assert from 'node:assert/strict';
import { LSPErrorCodes } from 'vscode-languageserver/node';
import { ErrorReply, makeReport, pick, seeded, type Random, type TestClient } from '../../kit/index.ts';
import { assertManners, begun, change, open } from '../../server/sessions.ts';
import { documentSymbols, openSnapshot } from '../../../service/index.ts';
import type { Campaign } from '../campaign.ts';

const CHANGES = 20;
const URI = 'file:///r.nianbao';

export const order: Campaign = {
  name: 'order',
  promise:
    'A change that comes twice, late, inside a character or without sense is noticed and never made; the next whole text makes all right',
  unit: `sessions of ${CHANGES} changes in and out of order`,
  seeds: { short: 10, normal: 100, deep: 2_000 },
  patience: 30,
  async attempt(seed) {
    const random = seeded(seed);
    const client = await begun({ textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } } });
    let text = `${makeReport(seed).text}😀`;
    let version = 1;
    let lost = false;
    open(client, URI, text, version);
    for (let made = 0; made < CHANGES; made++) {
      const whole = random(4) === 0;
      const late = random(3) === 0;
      const told = late ? version - random(3) : version + 1 + random(3);
      const line = pick(random, ['', '一、总体情况\n', '　　无\n']);
      const cut = !whole && random(6) === 0;
      const range = cut ? insideLast(text) : atLine(text, random);
      const senseless = !whole && !cut && random(8) === 0;
      const piece = senseless ? (pick(random, SENSELESS) as never) : { range, text: line };
      change(client, URI, told, whole ? { text: line + text } : piece);
      // That the client's own message is none was meant.
      if (senseless) assert.match(client.check.violations.pop() ?? '', /^client/);
      if (late || ((cut || senseless) && !lost)) lost = true;
      else if (whole || !lost) {
        lost = false;
        version = told;
        text = whole ? line + text : inserted(text, range.start.line, line);
      }
      await holds(client, lost ? undefined : text);
    }
    assertManners();
  },
};

/** What no editor should send as a change. */
const SENSELESS: readonly unknown[] = [
  null,
  { text: 5 },
  { range: { start: null, end: 'x' }, text: '无' },
  { range: { start: { line: 0, character: -1 }, end: { line: 0, character: 0 } }, text: '无' },
];

type Range = ReturnType<typeof atLine>;

const at = (line: number, character: number): { start: Place; end: Place } => ({
  start: { line, character },
  end: { line, character },
});

interface Place {
  line: number;
  character: number;
}

const atLine = (text: string, random: Random): ReturnType<typeof at> => at(random(text.split('\n').length), 0);

/** Between the halves of the character that the text ends with. */
function insideLast(text: string): Range {
  const lines = text.split('\n');
  return at(lines.length - 1, lines.at(-1)!.length - 1);
}

const inserted = (text: string, line: number, piece: string): string =>
  text
    .split('\n')
    .with(line, `${piece}${text.split('\n')[line] ?? ''}`)
    .join('\n');

/** The server answers from this text; from none, if there is none that it could be sure of. */
async function holds(client: TestClient, text: string | undefined): Promise<void> {
  const answer = client.request('textDocument/documentSymbol', { textDocument: { uri: URI } });
  if (text !== undefined) {
    const symbols = documentSymbols(openSnapshot(URI, 0, text), 'zh');
    assert.deepEqual(await answer, JSON.parse(JSON.stringify(symbols)));
    return;
  }
  await assert.rejects(answer, error => error instanceof ErrorReply && error.code === LSPErrorCodes.ContentModified);
}
