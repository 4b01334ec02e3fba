#!/usr/bin/env node
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { run } from './cli.ts';
import type { Output } from './io.ts';

/** As a shell tells of a program whose reader went away (SIGPIPE). */
const BROKEN_PIPE = 141;

const interrupt = new AbortController();

// Once only: a second Ctrl+C ends the process at once, whatever it is doing.
process.once('SIGINT', () => {
  interrupt.abort();
  process.stdin.destroy();
});

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  interrupt.abort();
  process.exitCode = error.code === 'EPIPE' ? BROKEN_PIPE : 2;
  if (error.code !== 'EPIPE') process.stderr.write(`nianbao: ${error.message}\n`);
});
// Who does not listen to complaints does not want them.
process.stderr.on('error', () => undefined);

void begin();

async function begin(): Promise<void> {
  const code = await run(process.argv.slice(2), {
    get stdin() {
      return process.stdin;
    },
    stdout: outputTo(process.stdout),
    stderr: outputTo(process.stderr),
    cwd: process.cwd(),
    env: process.env,
    signal: interrupt.signal,
  });
  // Unless standard output has failed meanwhile.
  process.exitCode ??= code;
}

/** Waits where the reader is slower, so that a long result is not kept in memory. */
function outputTo(stream: Writable & { isTTY?: boolean; columns?: number }): Output {
  return {
    get isTTY() {
      return stream.isTTY;
    },
    get columns() {
      return stream.columns;
    },
    async write(text) {
      if (!stream.write(text)) await once(stream, 'drain', { signal: interrupt.signal });
    },
  };
}
