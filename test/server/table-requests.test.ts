import assert from 'node:assert/strict';
import { MISSING_ROW, PASTE, type InsertedRow, type Pasted } from '../../server/index.ts';
import { applyEdits } from '../../text/index.ts';
import { marked, type TestClient } from '../kit/index.ts';
import { enforcement } from '../rules/snippets.ts';
import { assertManners, begun, change, open } from './sessions.ts';

const uri = 'file:///reports/r.nianbao';
const source = enforcement('| 行政处罚 | ‸  |');

describe('server: tables', () => {
  afterEach(assertManners);

  it('puts in the next missing row', async () => {
    const { client, params, text } = await opened();
    const row = (await client.request(MISSING_ROW, params)) as InsertedRow;
    assert.equal(edited(text, row), enforcement('| 行政处罚 |                  |', '| 行政强制 |                  |'));
    assert.equal(row.line, 5);
  });

  it('fills in a page that was copied', async () => {
    const { client, params, text } = await opened();
    const clipboard = { text: '', html: '<table><tr><td>12</td></tr><tr><td>3件</td></tr></table>' };
    const pasted = (await client.request(PASTE, { ...params, clipboard })) as Pasted;
    assert.equal(edited(text, pasted), enforcement('| 行政处罚 |               12 |'));
    assert.deepEqual([pasted.placed, pasted.unplaced.map(({ value }) => value)], [1, ['3件']]);
  });

  it('fills in the text that it was asked about, though that changes while the page is read', async () => {
    const { client, params, text } = await opened();
    const clipboard = { text: '', html: '<table><tr><td>12</td></tr></table>' };
    const reply = client.request(PASTE, { ...params, clipboard });
    const start = { line: 0, character: 0 };
    change(client, uri, 2, { range: { start, end: start }, text: '\n' });
    assert.equal(edited(text, (await reply) as Pasted), enforcement('| 行政处罚 |               12 |'));
  });

  it('has no answer for what is no table, and for a report that is not open', async () => {
    const { client, params } = await opened();
    assert.equal(await client.request(PASTE, { ...params, clipboard: { text: '一句话' } }), null);
    assert.equal(await client.request(MISSING_ROW, { ...params, position: { line: 0, character: 0 } }), null);
    const textDocument = { uri: 'file:///reports/other.nianbao' };
    assert.equal(await client.request(MISSING_ROW, { ...params, textDocument }), null);
    assert.equal(await client.request(PASTE, { ...params, textDocument, clipboard: { text: '1\t2' } }), null);
  });
});

interface Opened {
  readonly client: TestClient;
  readonly text: string;
  readonly params: { textDocument: { uri: string }; position: { line: number; character: number } };
}

async function opened(): Promise<Opened> {
  const client = await begun();
  const { text, cursor } = marked(source);
  open(client, uri, text);
  return { client, text, params: { textDocument: { uri }, position: cursor ?? assert.fail('no cursor') } };
}

const edited = (text: string, { edits }: Pick<Pasted, 'edits'>): string =>
  applyEdits(
    text,
    edits.map(({ range, newText }) => ({ range, text: newText })),
  );
