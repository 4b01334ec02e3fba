import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { LSPErrorCodes } from 'vscode-languageserver/node';
import {
  checkText,
  documentSymbols,
  formatEdits,
  openSnapshot,
  textOfSnapshot,
  type Snapshot,
} from '../../../service/index.ts';
import { ErrorReply, fullCapabilities, makeReport, pick, seeded, spoil } from '../../kit/index.ts';
import { assertManners, begun, change, open } from '../../server/sessions.ts';
import type { Campaign } from '../campaign.ts';

const REQUESTS = 20;
const LIMIT = 200;
const URI = 'file:///r.nianbao';

/** What can be asked, and what the answer is for a text. */
const questions: readonly (readonly [method: string, answer: (snapshot: Snapshot) => unknown])[] = [
  ['textDocument/documentSymbol', snapshot => documentSymbols(snapshot, 'zh')],
  ['textDocument/formatting', formatEdits],
  ['textDocument/diagnostic', snapshot => checkText(textOfSnapshot(snapshot)).findings.map(({ range }) => range)],
];

export const cancels: Campaign = {
  name: 'cancels',
  promise: `A request that is taken back has its reply within ${LIMIT} ms; none is answered from an older text than it was asked about`,
  unit: `sessions of ${REQUESTS} requests taken back at any time`,
  seeds: { short: 3, normal: 50, deep: 1_000 },
  patience: 30,
  async attempt(seed) {
    const random = seeded(seed);
    const client = await begun(fullCapabilities);
    let text = spoil(makeReport(seed).text, 3, random);
    open(client, URI, text, 0);
    // What is loaded with the first request of its kind is not what is measured.
    for (const [method] of questions) await client.request(method, paramsOf(method));
    for (let version = 1; version <= REQUESTS; version++) {
      const piece = pick(random, ['　　无\n', '一、总体情况\n', '| 行政许可 | 1 |\n']);
      text = piece + text;
      change(client, URI, version, { range: ORIGIN, text: piece });
      const [method, answer] = pick(random, questions);
      const { id, reply } = client.ask(method, paramsOf(method));
      const told = reply.then(
        result => ({ result }),
        (error: unknown) => ({ error }),
      );
      if (random(2) === 0) await pause(random(6));
      const since = process.cpuUsage();
      client.notify('$/cancelRequest', { id });
      const outcome = await told;
      // The processor's time: a machine that has other things to do must not fail a test.
      const took = process.cpuUsage(since).user / 1000;
      assert.ok(took < LIMIT, `${method}: ${took.toFixed(0)} ms`);
      if ('error' in outcome) {
        assert.ok(outcome.error instanceof ErrorReply && outcome.error.code === LSPErrorCodes.RequestCancelled, method);
      } else assert.deepEqual(ofDiagnostics(outcome.result), plain(answer(openSnapshot(URI, 0, text))), method);
    }
    assertManners();
  },
};

const ORIGIN = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

const paramsOf = (method: string): object => ({
  textDocument: { uri: URI },
  ...(method === 'textDocument/formatting' && { options: { tabSize: 2, insertSpaces: true } }),
});

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));

/** Of a report of diagnostics, where they are. */
const ofDiagnostics = (result: unknown): unknown =>
  result !== null && typeof result === 'object' && 'items' in result
    ? (result.items as { range: unknown }[]).map(({ range }) => range)
    : result;
