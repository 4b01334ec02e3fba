import assert from 'node:assert/strict';
import {
  DidChangeTextDocumentNotification,
  type DidChangeTextDocumentParams,
  DidCloseTextDocumentNotification,
  type DidCloseTextDocumentParams,
  DidOpenTextDocumentNotification,
  type DidOpenTextDocumentParams,
} from 'vscode-languageserver/node';
import { applyEdits, TextLines } from '../../text/index.ts';
import type { TestClient, WireMessage } from '../kit/index.ts';
import { aside, type Pace } from './asides.ts';
import { answered } from './replies.ts';

/** The same messages again, whatever a seed makes by now; what the answers are of is followed by the messages alone. */
export async function repeat(client: TestClient, messages: readonly WireMessage[], pace: Pace): Promise<unknown[]> {
  const texts = new Map<string, TextLines>();
  const replies: Promise<unknown>[] = [];
  for (const { id, method = '', params } of messages) {
    if (id === undefined) {
      follow(texts, method, params);
      await aside(client, method, params, pace);
      continue;
    }
    const reply = answered(client, method, params, new Map(texts));
    reply.catch(() => undefined);
    replies.push(reply);
    // Before it is introduced a server answers nothing.
    if (pace === 'patient' || method === 'initialize') await reply;
  }
  const said = await Promise.all(replies);
  assert.deepEqual(client.check.unanswered('client'), []);
  return said;
}

/** What a message of the client does to its texts. */
function follow(texts: Map<string, TextLines>, method: string, params: unknown): void {
  if (method === DidCloseTextDocumentNotification.method) {
    texts.delete((params as DidCloseTextDocumentParams).textDocument.uri);
  } else if (method === DidOpenTextDocumentNotification.method) {
    const { uri, text } = (params as DidOpenTextDocumentParams).textDocument;
    texts.set(uri, new TextLines(text));
  } else if (method === DidChangeTextDocumentNotification.method) {
    const { textDocument, contentChanges } = params as DidChangeTextDocumentParams;
    for (const one of contentChanges) {
      const before = texts.get(textDocument.uri)?.text ?? '';
      const text = 'range' in one ? applyEdits(before, [one]) : one.text;
      texts.set(textDocument.uri, new TextLines(text));
    }
  }
}
