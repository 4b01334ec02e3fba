import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Arguments } from '../command.ts';
import type { Session } from '../session.ts';
import { words } from '../words.ts';

/** Where the server's bundle lies: beside the command line's own, or, from the sources, where the build puts it. */
const places = ['../server.js', '../../dist/server.js'].map(place => fileURLToPath(new URL(place, import.meta.url)));

/** What ends this process is meant for the server, which knows how to end. */
const PASSED_ON = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * `nianbao lsp`: the language server on standard input and output, until it ends. It runs as a process of its own,
 * since only there nothing but its messages goes to standard output.
 */
export async function lsp(
  session: Session,
  _given: Arguments,
  candidates: readonly string[] = places,
): Promise<number> {
  const server = candidates.find(place => existsSync(place));
  if (server === undefined) {
    await session.problem(words.noServer(candidates.at(-1) ?? ''));
    return 2;
  }
  const child = spawn(process.execPath, [server, '--stdio'], { stdio: 'inherit', windowsHide: true });
  const passOn = (signal: NodeJS.Signals): void => void child.kill(signal);
  for (const signal of PASSED_ON) process.on(signal, passOn);
  try {
    const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
    // As a shell tells of a program that a signal ended.
    return code ?? 128 + (signal === null ? 0 : constants.signals[signal]);
  } finally {
    for (const signal of PASSED_ON) process.off(signal, passOn);
  }
}
