import { setFlagsFromString } from 'node:v8';
import {
  createServerPipeTransport,
  createServerSocketTransport,
  IPCMessageReader,
  IPCMessageWriter,
  StreamMessageReader,
  type MessageReader,
  type MessageWriter,
} from 'vscode-jsonrpc/node';
import type { ImportPool } from '../service/index.ts';
import { Connection } from './connection.ts';
import { nodeFiles } from './node-files.ts';
import { startServer } from './session.ts';
import { StreamWriter } from './stream-writer.ts';

/**
 * Of what an edit makes hardly anything is kept; the space for young objects grows all the same, twofold each time.
 * Compiled code is taken only under the switches under which it was kept: so this one is turned when the first files are
 * loaded, and turned back for others, and before the code of this session is kept.
 */
const growth = (factor: number): void => setFlagsFromString(`--semi-space-growth-factor=${factor}`);

/** Imports files while the server answers everything else; started with the first file. */
let importers: ImportPool | undefined;

startServer(new Connection(...transport(process.argv.slice(2))), {
  defer: setImmediate,
  files: nodeFiles,
  exit: code => process.exit(code),
  watchProcess: (id, gone) => void setInterval(() => isAlive(id) || gone(), 3000).unref(),
  settled: async (...client) => {
    growth(2);
    // What most clients ask for next is loaded with it.
    const [{ rehearse }] = await Promise.all([import('./rehearsal.ts'), import('./requests.ts')]);
    growth(1);
    rehearse(setImmediate, ...client);
  },
  importReport: async job => {
    const { importWorkers } = await import('../workers/index.ts');
    return (importers ??= importWorkers(1)).import(job);
  },
});

process.once('exit', () => growth(2));
growth(1);

/** `--node-ipc`, `--socket=1234`, `--pipe=name`; standard input and output where none is named. */
function transport(given: readonly string[]): [MessageReader, MessageWriter] {
  const valueOf = (name: string): string | undefined => {
    const at = given.findIndex(one => one === name || one.startsWith(`${name}=`));
    return at < 0 ? undefined : (given[at]?.split('=')[1] ?? given[at + 1]);
  };
  if (given.includes('--node-ipc')) return [new IPCMessageReader(process), new IPCMessageWriter(process)];
  const [socket, pipe] = [valueOf('--socket'), valueOf('--pipe')];
  if (socket !== undefined) return createServerSocketTransport(Number(socket));
  if (pipe !== undefined) return createServerPipeTransport(pipe);
  return [new StreamMessageReader(process.stdin), new StreamWriter(process.stdout)];
}

function isAlive(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
}
