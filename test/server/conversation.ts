import assert from 'node:assert/strict';
import {
  type ClientCapabilities,
  type Diagnostic,
  DidCloseTextDocumentNotification,
  DocumentDiagnosticRequest,
  PublishDiagnosticsNotification,
} from 'vscode-languageserver/node';
import { rules as allRules, type RuleSetting } from '../../rules/index.ts';
import { APPLY_EDIT } from '../../server/command-names.ts';
import { EXPORT, IMPORT, PASTE } from '../../server/index.ts';
import { checkText } from '../../service/index.ts';
import { TextLines, type Position, type Range } from '../../text/index.ts';
import {
  fullCapabilities,
  makeReport,
  mutate,
  pick,
  pushedCapabilities,
  seeded,
  type Random,
  type TestClient,
} from '../kit/index.ts';
import { aside, asides, settingsIn, type Pace } from './asides.ts';
import { clipboard, foreignFile } from './foreign.ts';
import { advertised, ownQuestions, type Question } from './questions.ts';
import { answered } from './replies.ts';
import { change, open } from './sessions.ts';

/** How many messages make a conversation. */
export const MESSAGES = 200;

/** Every third client is asked, told, or knows nothing. */
export const clientOf = (seed: number): ClientCapabilities =>
  [fullCapabilities, pushedCapabilities, {}][seed % 3] ?? {};

/** A report that is open, as the client has it. */
interface Open {
  text: string;
  version: number;
  resultId: string;
}

const PIECES = [
  '示',
  '|',
  '\n',
  '\r\n',
  '\r',
  '𠀀',
  '😀',
  '\u2028',
  '{本年新收}',
  '=',
  '0',
  '',
  '三、',
  '// 忽略：row-total',
];

/** A place in the text, in the middle of words and surrogate pairs too, and sometimes past the end. */
function somewhere(lines: readonly string[], random: Random): Position {
  const line = random(12) === 0 ? random(2 ** 31) : random(lines.length + 1);
  const { length } = lines[line] ?? '';
  return { line, character: random(12) === 0 ? random(2 ** 31) : random(length + 3) };
}

const linesOf = (text: string): string[] => text.split(/\r\n|\r|\n/);

function someRange(lines: readonly string[], random: Random): Range {
  const [a, b] = [somewhere(lines, random), somewhere(lines, random)];
  return a.line < b.line || (a.line === b.line && a.character <= b.character)
    ? { start: a, end: b }
    : { start: b, end: a };
}

/**
 * One session with a seed; every request has its reply, none of them an internal error. The client waits for every reply
 * before it goes on, or does not (`hasty`), as editors do. Gives the replies in the order of the questions.
 */
export async function converse(client: TestClient, seed: number, pace: Pace): Promise<unknown[]> {
  const capabilities = clientOf(seed);
  const random = seeded(seed);
  const { capabilities: offers } = await client.begin(capabilities);
  // Where no server reads files: how long that takes is no part of a conversation.
  const uris = [`vfs://nowhere/${seed}.nianbao`, `vfs://nowhere/%E5%B9%B4%20${seed}.nianbao`, 'untitled:Untitled-1'];
  const questions = [...advertised(offers), ...ownQuestions, ...boundless(random)];
  const documents = new Map<string, Open>();
  const replies: Promise<unknown>[] = [];
  // No two texts have the same number, so that what was said of each can be told apart.
  let version = 0;
  let rules: Readonly<Record<string, RuleSetting>> = {};
  for (let sent = 0; sent < MESSAGES; sent++) {
    const uri = pick(random, uris);
    const document = documents.get(uri);
    const act = random(10);
    if (!document || act === 0) {
      if (document && random(2) === 0) {
        client.notify(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
        documents.delete(uri);
      } else if (!document && random(3) > 0) {
        const text = mutate(makeReport(random(1000)).text, makeReport(random(1000)).text, random);
        documents.set(uri, { text, version: (version += MESSAGES * 4), resultId: '' });
        open(client, uri, text, version);
      }
    } else if (act < 4) edit(client, uri, document, random);
    else if (act === 4) {
      const [method, params] = pick(random, asides)(random, uris);
      rules = settingsIn(method, params)?.rules ?? rules;
      await aside(client, method, params, pace);
    }
    const lines = linesOf(document?.text ?? '');
    const [method, ask] = pick(random, questions);
    const subject = {
      uri,
      position: somewhere(lines, random),
      range: someRange(lines, random),
      diagnostics: [],
      resultId: document?.resultId ?? '',
    };
    // Messages are dealt with in turn: what is answered is of the text that the client has now.
    const texts = new Map([...documents].map(([at, { text }]) => [at, new TextLines(text)]));
    const reply = answered(client, method, ask(subject), texts);
    reply.then(
      result => {
        const { resultId } = (result ?? {}) as { resultId?: unknown };
        if (document && typeof resultId === 'string') document.resultId = resultId;
      },
      // It is looked at below, with all the others; until then nobody waits for it.
      () => undefined,
    );
    replies.push(reply);
    if (pace === 'patient' || random(3) > 0) await reply;
  }
  const said = await Promise.all(replies);
  await client.settled();
  assert.deepEqual(client.check.unanswered('client'), []);
  for (const [uri, { text, version }] of documents) {
    assert.deepEqual(
      places(await faultsOf(client, uri, version, capabilities)),
      places(checkedFaults(text, rules)),
      uri,
    );
  }
  return said;
}

/** Questions that are asked in another way each time. */
const boundless = (random: Random): readonly Question[] => [
  [IMPORT, () => foreignFile(random)],
  [PASTE, ({ uri, position }) => ({ textDocument: { uri }, position, clipboard: clipboard(random) })],
  [EXPORT, ({ uri }) => ({ uri, to: pick(random, ['md', 'csv', 'json', 'pdf', '__proto__']) })],
  [
    'workspace/executeCommand',
    ({ uri, range }) => ({
      command: APPLY_EDIT,
      arguments: [uri, random(3) * MESSAGES * 4, { changes: { [uri]: [{ range, newText: '' }] } }],
    }),
  ],
];

/** A change of a piece or two, in the text of the client and told to the server; never one that cuts a character in two. */
function edit(client: TestClient, uri: string, document: Open, random: Random): void {
  const changes = Array.from({ length: 1 + random(3) }, () => {
    const text = pick(random, PIECES);
    if (random(20) === 0) {
      document.text = `${document.text.slice(0, random(document.text.length + 1))}${text}`;
      return { text: document.text };
    }
    const lines = new TextLines(document.text);
    const whole = (offset: number): number =>
      /^[\ud800-\udbff][\udc00-\udfff]/.test(document.text.slice(Math.max(0, offset - 1), offset + 1))
        ? offset - 1
        : offset;
    const start = whole(random(document.text.length + 1));
    const end = whole(Math.min(document.text.length, start + random(pick(random, [1, 4, 60]))));
    const [from, to] = [lines.positionAt(start), lines.positionAt(Math.max(start, end))];
    const [begin, stop] = [lines.offsetAt(from), lines.offsetAt(to)];
    document.text = document.text.slice(0, begin) + text + document.text.slice(stop);
    return { range: { start: from, end: to }, text };
  });
  change(client, uri, ++document.version, ...changes);
}

/** What the server says is wrong with a report, told or asked. */
async function faultsOf(
  client: TestClient,
  uri: string,
  version: number,
  { textDocument }: ClientCapabilities,
): Promise<readonly Diagnostic[]> {
  if (textDocument?.diagnostic) {
    const report = await client.request(DocumentDiagnosticRequest.type, { textDocument: { uri } });
    return report.kind === 'full' ? report.items : assert.fail();
  }
  return client.until(
    () =>
      client.notified(PublishDiagnosticsNotification.type).findLast(one => one.uri === uri && one.version === version)
        ?.diagnostics,
  );
}

const checkedFaults = (text: string, rules: Readonly<Record<string, RuleSetting>>): { code: string; range: Range }[] =>
  checkText(text, { rules, ignore: [] }).findings.map(({ rule, range }) => ({ code: rule, range }));

/** What the other open reports have to do with, one of them alone does not tell. */
const neighbourly: ReadonlySet<unknown> = new Set(
  allRules.flatMap(({ id, scope }) => (scope === 'neighbours' ? [id] : [])),
);

const places = (faults: readonly Pick<Diagnostic, 'code' | 'range'>[]): string[] =>
  faults.flatMap(({ code, range: { start, end } }) =>
    neighbourly.has(code) ? [] : [`${String(code)} ${start.line}:${start.character}-${end.line}:${end.character}`],
  );
