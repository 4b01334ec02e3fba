import { spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { Worker } from 'node:worker_threads';
import type { WireMessage } from './protocol.ts';

/** What carries messages to a server and back. */
export interface Wire {
  readonly send: (message: WireMessage) => void;
  readonly listen: (hear: (message: WireMessage) => void) => void;
}

/** A server that runs by itself. */
export interface Running {
  readonly wire: Wire;
  readonly exit: Promise<number | null>;
  /** Breaks the wire. */
  readonly end: () => void;
  readonly kill: () => void;
}

/** Messages with their lengths before them, as over standard input and output. */
export function streamWire(input: Writable, output: Readable): Wire {
  return {
    send: message => {
      const body = JSON.stringify(message);
      input.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    },
    listen: hear => {
      let rest: Buffer = Buffer.alloc(0);
      output.on('data', (piece: Buffer) => {
        rest = takeMessages(Buffer.concat([rest, piece]), hear);
      });
    },
  };
}

/** A server in a process of its own. */
export function spawnedWire(file: string): Running {
  // What is answered must not depend on what else the machine has to do.
  const env = { ...process.env, NIANBAO_IMPORT_SECONDS: '3600' };
  const child = spawn(process.execPath, [file, '--stdio'], { env, stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.on('error', () => undefined);
  return {
    wire: streamWire(child.stdin, child.stdout),
    exit: new Promise<number | null>(resolve => child.on('exit', resolve)),
    end: () => void child.stdin.end(),
    kill: () => void child.kill(),
  };
}

/** A script made for a browser's worker, in one that has what a browser's has and nothing of Node. */
export function workerWire(file: string): Running {
  const worker = new Worker(new URL('browser-worker.mjs', import.meta.url), { workerData: file, execArgv: [] });
  const exit = new Promise<number>((resolve, reject) => worker.on('exit', resolve).on('error', reject));
  return {
    wire: {
      // A message crosses as it is, not as JSON; what JSON could not say must not be in it all the same.
      send: message => worker.postMessage(JSON.parse(JSON.stringify(message))),
      listen: hear => void worker.on('message', hear),
    },
    exit,
    end: () => void worker.terminate(),
    kill: () => void worker.terminate(),
  };
}

/** Hears the messages that are whole; the rest is left for the next piece. */
function takeMessages(bytes: Buffer, hear: (message: WireMessage) => void): Buffer {
  let rest = bytes;
  for (;;) {
    const end = rest.indexOf('\r\n\r\n');
    if (end < 0) return rest;
    const head = rest.toString('ascii', 0, end);
    const length = Number(/^Content-Length: (\d+)$/m.exec(head)?.[1] ?? NaN);
    if (Number.isNaN(length)) throw new Error(`no message: ${rest.toString()}`);
    const from = end + 4;
    if (rest.length < from + length) return rest;
    hear(JSON.parse(rest.toString('utf8', from, from + length)) as WireMessage);
    rest = rest.subarray(from + length);
  }
}
