import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  type ClientCapabilities,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type InitializeParams,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node';
import { startServer } from '../../server/session.ts';
import { nodeFiles } from '../../server/node-files.ts';
import { TestClient, type RunningClient } from '../kit/index.ts';

/** The server as it is shipped. */
export const builtServer = fileURLToPath(new URL('../../dist/server.js', import.meta.url));

/** The same for browsers. */
export const builtForBrowsers = fileURLToPath(new URL('../../dist/server-browser.js', import.meta.url));

/** A report without faults, and one with many. */
export const [right, faulty] = ['right', 'faulty'].map(name =>
  readFileSync(new URL(`../../examples/${name}.nianbao`, import.meta.url), 'utf8'),
) as [string, string];

const clients: TestClient[] = [];
const folders: string[] = [];
const kills: (() => void)[] = [];

/** After every test: all that was said on either side was as the protocol has it. */
export function assertManners(): void {
  for (const kill of kills.splice(0)) kill();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  for (const { check } of clients.splice(0)) assert.deepEqual(check.violations, []);
}

/** A client whose messages are looked at after the test. */
export function watched(client: TestClient): TestClient {
  clients.push(client);
  return client;
}

/** A client of the server in a process of its own, which ends with the test at the latest. */
export const spawnedServer = (): RunningClient => running(TestClient.spawned(builtServer));

/** The same of the server that runs in browsers, in a worker. */
export const workerServer = (): RunningClient => running(TestClient.inWorker(builtForBrowsers));

function running(server: RunningClient): RunningClient {
  watched(server.client);
  kills.push(server.kill);
  return server;
}

/** A client of a new server in this process, before it introduces itself. */
export const connected = (): TestClient =>
  watched(TestClient.inProcess(connection => startServer(connection, { defer: setImmediate, files: nodeFiles })));

/** A client that has introduced itself. */
export async function begun(
  capabilities: ClientCapabilities = {},
  params: Partial<InitializeParams> = {},
): Promise<TestClient> {
  const client = connected();
  await client.begin(capabilities, params);
  return client;
}

/** Opens a report in the client. */
export function open(client: TestClient, uri: string, text: string, version = 1): void {
  client.notify(DidOpenTextDocumentNotification.type, {
    textDocument: { uri, languageId: 'nianbao', version, text },
  });
}

/** Changes an open report. */
export function change(
  client: TestClient,
  uri: string,
  version: number,
  ...contentChanges: TextDocumentContentChangeEvent[]
): void {
  client.notify(DidChangeTextDocumentNotification.type, { textDocument: { uri, version }, contentChanges });
}

/** A folder of files that is gone after the test: where it is, and how its files are addressed. */
export function folderOf(files: Readonly<Record<string, string>>): {
  uri: string;
  at: (name: string) => string;
  write: (name: string, text: string) => void;
  remove: (name: string) => void;
} {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'nianbao-')));
  folders.push(folder);
  const write = (name: string, text: string): void => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  for (const [name, text] of Object.entries(files)) write(name, text);
  return {
    uri: pathToFileURL(folder).href,
    at: name => pathToFileURL(join(folder, name)).href,
    write,
    remove: name => rmSync(join(folder, name)),
  };
}
