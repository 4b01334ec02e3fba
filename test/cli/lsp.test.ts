import assert from 'node:assert/strict';
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { lsp } from '../../cli/commands/lsp.ts';
import { Session } from '../../cli/session.ts';
import { nianbao } from './kit.ts';

const main = fileURLToPath(new URL('../../cli/main.ts', import.meta.url));
const server = fileURLToPath(new URL('../../dist/server.js', import.meta.url));
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/** The command line as an editor starts it, and what it says. */
class Editor {
  readonly child: ChildProcessWithoutNullStreams;
  out = '';

  constructor(...argv: string[]) {
    this.child = spawn(process.execPath, ['--import', tsx, main, 'lsp', ...argv]);
    this.child.stdout.setEncoding('utf8').on('data', (piece: string) => (this.out += piece));
  }

  say(message: object): this {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.child.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
    return this;
  }

  /** Asks, and waits for the answer. */
  async ask(id: number, method: string, params?: object): Promise<this> {
    this.say({ id, method, ...(params && { params }) });
    while (!this.out.includes(`"id":${id},`)) await once(this.child.stdout, 'data');
    return this;
  }

  begin(): Promise<this> {
    return this.ask(1, 'initialize', { processId: process.pid, rootUri: null, capabilities: {} });
  }

  async ended(): Promise<number | null> {
    const [code] = (await once(this.child, 'close')) as [number | null];
    return code;
  }
}

describe('cli: lsp', () => {
  before(() => assert.ok(existsSync(server), 'dist/server.js is missing: npm run build'));

  it('is the server, to the last of its messages', async () => {
    for (const argv of [['--stdio'], []]) {
      const editor = await new Editor(...argv).begin();
      assert.match(editor.out, /^Content-Length: \d+\r\n\r\n\{/);
      (await editor.ask(2, 'shutdown')).say({ method: 'exit' });
      assert.equal(await editor.ended(), 0);
      assert.match(editor.out, /"id":2,"result":null\}$/);
    }
  });

  it('ends as the server ends', async () => {
    const rude = await new Editor('--stdio').begin();
    rude.say({ method: 'exit' });
    assert.equal(await rude.ended(), 1);
    const gone = await new Editor('--stdio').begin();
    gone.child.stdin.end();
    assert.equal(await gone.ended(), 1);
  });

  it('passes on the signal to end', async () => {
    const editor = await new Editor('--stdio').begin();
    editor.child.kill('SIGTERM');
    assert.equal(await editor.ended(), 143);
  });

  it('tells where the server should be', async () => {
    const said: string[] = [];
    const output = { write: (text: string): void => void said.push(text) };
    const io = { stdin: process.stdin, stdout: output, stderr: output, cwd: '.', env: {} };
    const given = {
      operands: [],
      switches: new Set<string>(),
      values: new Map<string, string>(),
      refusal: () => new Error(),
    };
    assert.equal(await lsp(new Session(io, 'zh'), given, ['/nowhere/server.js']), 2);
    assert.equal(said.join(''), '没有语言服务器 /nowhere/server.js（源代码目录中先运行 npm run build）\n');
  });

  it('is in the help', async () => {
    assert.match((await nianbao(['help'])).out, /^ {2}lsp +为编辑器运行语言服务器$/m);
    assert.match((await nianbao(['help', 'lsp'])).out, /nianbao lsp \[--stdio\]/);
  });
});
