import { createConnection } from 'vscode-languageserver/node';
import { nodeFiles } from './node-files.ts';
import { startServer } from './session.ts';

// The transport follows from the arguments (`--stdio`, `--node-ipc`, `--socket`), standard input if none is named.
const named = process.argv.some(argument => /^--(?:stdio|node-ipc|socket|pipe)/.test(argument));
const connection = named ? createConnection() : createConnection(process.stdin, process.stdout);

startServer(connection, { defer: setImmediate, files: nodeFiles });
