import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { StreamMessageReader, createMessageConnection, type MessageConnection } from 'vscode-jsonrpc/node';
import type { Diagnostic, DocumentDiagnosticReport, PublishDiagnosticsParams } from 'vscode-languageserver';
import { StreamWriter } from '../server/stream-writer.ts';
import { seeded, type Random } from '../test/kit/index.ts';
import { quantile } from './quantile.ts';

const URI = 'file:///bench/report.nianbao';

/**
 * A language server in a process of its own, driven as an editor does. Its answers are checked: after a number was made
 * wrong there must be more diagnostics than before, after it was put right as many as before.
 */
export class DrivenServer {
  readonly #child: ChildProcess;
  readonly #connection: MessageConnection;
  readonly #random: Random = seeded(1);
  readonly #published: ((params: PublishDiagnosticsParams) => void)[] = [];
  #pulls = false;
  #lines: string[] = [];
  #cells: readonly (readonly [line: number, character: number])[] = [];
  #version = 0;
  /** When something last came from the server: what this side takes to read it is not the server's time. */
  #heard = 0;
  /** How many diagnostics the text has as it is. */
  #usual = 0;

  /** Drives a server with all rules on but for some. */
  constructor(file: string, off: readonly string[] = []) {
    const settings = { rules: Object.fromEntries(off.map(rule => [rule, 'off'])) };
    this.#child = spawn(process.execPath, [file, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const { stdout, stdin } = this.#child;
    if (!stdout || !stdin) throw new Error('the server has no streams');
    stdout.on('data', () => (this.#heard = performance.now()));
    this.#connection = createMessageConnection(new StreamMessageReader(stdout), new StreamWriter(stdin));
    this.#connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      for (const listener of [...this.#published]) listener(params);
    });
    this.#connection.onRequest('workspace/configuration', ({ items }: { items: { section?: string }[] }) =>
      items.map(({ section }) => (section === 'nianbao' ? settings : null)),
    );
    this.#connection.onRequest('client/registerCapability', () => null);
    this.#connection.listen();
  }

  async initialize(): Promise<void> {
    const { capabilities } = await this.#connection.sendRequest<{ capabilities: { diagnosticProvider?: unknown } }>(
      'initialize',
      {
        processId: process.pid,
        rootUri: null,
        workspaceFolders: null,
        capabilities: { workspace: { configuration: true }, textDocument: { diagnostic: {}, publishDiagnostics: {} } },
      },
    );
    this.#pulls = capabilities.diagnosticProvider !== undefined;
    await this.#connection.sendNotification('initialized', {});
  }

  /** Opens a text and waits for its diagnostics. */
  async open(text: string): Promise<void> {
    this.#lines = text.split('\n');
    this.#cells = this.#lines.flatMap((line, index) => {
      const cells = [...line.matchAll(/(?<=\| *)\d+(?= *\|)/g)];
      return cells.length < 7 ? [] : cells.map(cell => [index, cell.index + cell[0].length - 1] as const);
    });
    if (this.#cells.length === 0) throw new Error('the text has no row of seven numbers');
    const textDocument = { uri: URI, languageId: 'nianbao', version: ++this.#version, text };
    const diagnosed = this.#diagnosed(() => true);
    await this.#connection.sendNotification('textDocument/didOpen', { textDocument });
    this.#usual = await diagnosed();
  }

  /** Makes the last digit of some number another one, and puts it right again; how long each took, in milliseconds. */
  async breakAndMend(): Promise<[number, number]> {
    const [line, character] = this.#cells[this.#random(this.#cells.length)] ?? [0, 0];
    const digit = this.#lines[line]?.[character] ?? '0';
    const other = String((Number(digit) + 1 + this.#random(9)) % 10);
    return [
      await this.#settled([[line, character, other]], count => count > this.#usual),
      await this.#settled([[line, character, digit]], count => count === this.#usual),
    ];
  }

  /** Types a character into a paragraph and takes it back; how long each took, in milliseconds. */
  async typeAndDelete(): Promise<[number, number]> {
    const line = this.#lines.findIndex(one => one.startsWith('　　') && one.length > 30);
    const any = (): boolean => true;
    return [await this.#settled([[line, 20, '字', 0]], any), await this.#settled([[line, 20, '']], any)];
  }

  /** So many edits at once, the last of which leaves the text as it was; until that is said. */
  async burst(edits: number): Promise<number> {
    const [line, character] = this.#cells[this.#random(this.#cells.length)] ?? [0, 0];
    const digit = this.#lines[line]?.[character] ?? '0';
    const written = Array.from({ length: edits }, (_, i) => (i === edits - 1 ? digit : String(i % 10)));
    return this.#settled(
      written.map(one => [line, character, one]),
      count => count === this.#usual,
    );
  }

  /** How long the server takes for each of its answers to what an editor asks after an edit; of many times the median. */
  async requests(times: number): Promise<Record<string, number>> {
    const textDocument = { uri: URI };
    const [line, character] = this.#cells[0] ?? [0, 0];
    const position = { line, character };
    const table = { start: { line: line - 1, character: 0 }, end: { line: line + 30, character: 0 } };
    const options = { tabSize: 2, insertSpaces: true };
    let previousResultId = 'none';
    const asked: Record<string, () => Promise<unknown>> = {
      completion: () => this.#connection.sendRequest('textDocument/completion', { textDocument, position }),
      hover: () => this.#connection.sendRequest('textDocument/hover', { textDocument, position }),
      symbols: () => this.#connection.sendRequest('textDocument/documentSymbol', { textDocument }),
      'changed colours': async () => {
        const params = { textDocument, previousResultId };
        const result = await this.#connection.sendRequest<{ resultId?: string }>(
          'textDocument/semanticTokens/full/delta',
          params,
        );
        previousResultId = result.resultId ?? 'none';
      },
      'formatting one table': () =>
        this.#connection.sendRequest('textDocument/rangeFormatting', { textDocument, range: table, options }),
    };
    const taken: Record<string, number[]> = {};
    for (let time = 0; time < times; time++) {
      for (const [name, ask] of Object.entries(asked)) {
        await this.breakAndMend();
        const begin = performance.now();
        await ask();
        (taken[name] ??= []).push(this.#heard - begin);
      }
    }
    return Object.fromEntries(Object.entries(taken).map(([name, all]) => [name, quantile(all, 0.5)]));
  }

  /** The memory that the process holds, in megabytes; unknown where the system has no /proc. */
  memory(): number {
    try {
      const status = readFileSync(`/proc/${this.#child.pid}/status`, 'utf8');
      return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024;
    } catch {
      return NaN;
    }
  }

  async stop(): Promise<void> {
    const ended = once(this.#child, 'exit');
    await this.#connection.sendRequest('shutdown');
    await this.#connection.sendNotification('exit');
    await ended;
    this.#connection.dispose();
  }

  async #settled(
    edits: readonly (readonly [line: number, character: number, text: string, replaced?: number])[],
    wanted: (count: number) => boolean,
  ): Promise<number> {
    const begin = performance.now();
    const diagnosed = this.#diagnosed(wanted, this.#version + edits.length);
    for (const [line, character, text, replaced = 1] of edits) {
      const range = { start: { line, character }, end: { line, character: character + replaced } };
      void this.#connection.sendNotification('textDocument/didChange', {
        textDocument: { uri: URI, version: ++this.#version },
        contentChanges: [{ range, text }],
      });
    }
    await diagnosed();
    return this.#heard - begin;
  }

  /** Waits for diagnostics of this version that are as wanted, from now on; says how many. */
  #diagnosed(wanted: (count: number) => boolean, version = this.#version): () => Promise<number> {
    if (this.#pulls) return () => this.#pull(wanted);
    const count = new Promise<number>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error('INVALID: the diagnostics are not what they should be')), 20_000);
      const listener = (params: PublishDiagnosticsParams): void => {
        const { length } = params.diagnostics as readonly Diagnostic[];
        if ((params.version ?? version) < version || !wanted(length)) return;
        clearTimeout(late);
        this.#published.splice(this.#published.indexOf(listener), 1);
        resolve(length);
      };
      this.#published.push(listener);
    });
    return () => count;
  }

  async #pull(wanted: (count: number) => boolean): Promise<number> {
    const report = await this.#connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri: URI },
    });
    const count = report.kind === 'full' ? report.items.length : NaN;
    if (!wanted(count)) throw new Error(`INVALID: ${count} diagnostics, usually ${this.#usual}`);
    return count;
  }
}
