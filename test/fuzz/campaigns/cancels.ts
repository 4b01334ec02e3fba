import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { LSPErrorCodes } from 'vscode-languageserver/node';
import { ErrorReply, fullCapabilities, makeReport, pick, seeded, spoil, type TestClient } from '../../kit/index.ts';
import { advertised, ownQuestions, type Subject } from '../../server/questions.ts';
import { assertManners, change, connected, open } from '../../server/sessions.ts';
import type { Campaign } from '../campaign.ts';

const REQUESTS = 20;
const LIMIT = 200;
const URI = 'file:///r.nianbao';

export const cancels: Campaign = {
  name: 'cancels',
  promise: `A request that is taken back has its reply within ${LIMIT} ms; none, taken back or not, is answered from an older text than it was asked about`,
  unit: `sessions of ${REQUESTS} requests taken back at any time`,
  seeds: { short: 3, normal: 50, deep: 1_000 },
  patience: 60,
  async attempt(seed) {
    const random = seeded(seed);
    const [client, fresh] = [connected(), connected()];
    const { capabilities: offers } = await client.begin(fullCapabilities);
    await fresh.begin(fullCapabilities);
    const questions = [...advertised(offers), ...ownQuestions];
    let text = spoil(makeReport(seed).text, 3, random);
    let version = 0;
    for (const one of [client, fresh]) open(one, URI, text, version);
    const edit = (): void => {
      const piece = pick(random, ['　　无\n', '一、总体情况\n', '| 行政许可 | 1 |\n']);
      text = piece + text;
      change(client, URI, ++version, { range: ORIGIN, text: piece });
    };
    // What is loaded with the first request of its kind is not what is measured.
    if (!warm) for (const [method, ask] of questions) await outcomeOf(client.request(method, ask(subjectAt(0, 0))));
    warm = true;
    for (let asked = 0; asked < REQUESTS; asked++) {
      edit();
      const known = [{ text, version }];
      const [method, ask] = pick(random, questions);
      const params = ask(subjectAt(random(60), random(20)));
      const { id, reply } = client.ask(method, params);
      const outcome = outcomeOf(reply);
      if (random(2) === 0) await pause(random(6));
      if (random(3) === 0) {
        edit();
        known.push({ text, version });
      }
      const since = process.cpuUsage();
      if (random(4) > 0) client.notify('$/cancelRequest', { id });
      const told = await outcome;
      // The processor's time: a machine that has other things to do must not fail a test.
      const took = process.cpuUsage(since).user / 1000;
      assert.ok(took < LIMIT, `${method}: ${took.toFixed(0)} ms`);
      if (told instanceof ErrorReply && told.code === LSPErrorCodes.RequestCancelled) continue;
      const allowed = [];
      for (const one of known) {
        change(fresh, URI, one.version, { text: one.text });
        allowed.push(plain(await outcomeOf(fresh.request(method, params))));
      }
      assert.ok(
        allowed.includes(plain(told)),
        `${method}, version ${version}: ${plain(told)} is none of ${allowed.join()}`,
      );
    }
    assertManners();
  },
};

const ORIGIN = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

let warm = false;

const subjectAt = (line: number, character: number): Subject => ({
  uri: URI,
  position: { line, character },
  range: { start: { line: 0, character: 0 }, end: { line, character } },
  diagnostics: [],
  resultId: '',
});

const outcomeOf = (reply: ReturnType<TestClient['request']>): Promise<unknown> =>
  reply.catch((error: unknown) => error);

/** An answer, or an error's words, without the ids that are not the same in two sessions. */
const plain = (outcome: unknown): string =>
  outcome instanceof ErrorReply
    ? outcome.message
    : JSON.stringify(outcome, (key, one: unknown) => (key === 'resultId' ? undefined : one));
