// Runs a script with the names that a browser gives its workers. In a context of its own, so that a script that leans on
// Node fails here as it would there.
import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';

const names = [
  ...['atob', 'btoa', 'clearInterval', 'clearTimeout', 'console', 'crypto', 'performance', 'queueMicrotask'],
  ...['setInterval', 'setTimeout', 'structuredClone', 'TextDecoder', 'TextEncoder', 'URL'],
  // A decoder throws one of these, which in a browser is the script's own.
  'TypeError',
];
const scope = {
  ...Object.fromEntries(names.map(name => [name, Reflect.get(globalThis, name)])),
  onmessage: /** @type {((event: { data: unknown }) => void) | undefined} */ (undefined),
  addEventListener: () => undefined,
  postMessage: (/** @type {unknown} */ message) => parentPort?.postMessage(message),
  close: () => process.exit(0),
};
runInContext(readFileSync(workerData, 'utf8'), createContext(Object.assign(scope, { self: scope })), {
  filename: workerData,
});
parentPort?.on('message', data => scope.onmessage?.({ data }));
