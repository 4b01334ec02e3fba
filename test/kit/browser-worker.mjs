// Runs a script with the names that a browser gives its workers. In a context of its own, so that a script that leans on
// Node fails here as it would there.
import { resolveObjectURL } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { parentPort, Worker, workerData } from 'node:worker_threads';

/** A worker that a script starts: what it is sent before its own script is read waits. */
class BrowserWorker {
  /** @type {Promise<Worker>} */
  #worker;
  /** @type {((event: { data: unknown }) => void) | null} */
  onmessage = null;
  /** @type {((event: { message: string }) => void) | null} */
  onerror = null;

  /**
   * @param {string} address
   * @param {{ name: string }} options
   */
  constructor(address, { name }) {
    this.#worker = (async () => {
      const code = await resolveObjectURL(address)?.text();
      const worker = new Worker(new URL(import.meta.url), { workerData: { code, name }, execArgv: [] });
      worker.on('message', data => this.onmessage?.({ data }));
      worker.on('error', error => this.onerror?.({ message: String(error) }));
      return worker;
    })();
  }

  /** @param {unknown} message */
  postMessage(message) {
    void this.#worker.then(worker => worker.postMessage(message));
  }

  terminate() {
    void this.#worker.then(worker => worker.terminate());
  }
}

/** @type {{ code: string, name?: string }} */
const { code, name } =
  typeof workerData === 'string' ? { code: `importScripts(${JSON.stringify(workerData)})` } : workerData;
const names = [
  ...['atob', 'Blob', 'btoa', 'clearInterval', 'clearTimeout', 'console', 'crypto', 'performance', 'queueMicrotask'],
  ...['setInterval', 'setTimeout', 'structuredClone', 'TextDecoder', 'TextEncoder', 'URL'],
  // A decoder throws one of these, which in a browser is the script's own.
  'TypeError',
];
const scope = {
  ...Object.fromEntries(names.map(name => [name, Reflect.get(globalThis, name)])),
  name: name ?? '',
  Worker: BrowserWorker,
  importScripts: (/** @type {string} */ file) => void run(readFileSync(file, 'utf8'), file),
  onmessage: /** @type {((event: { data: unknown }) => void) | undefined} */ (undefined),
  addEventListener: () => undefined,
  postMessage: (/** @type {unknown} */ message) => parentPort?.postMessage(message),
  close: () => process.exit(0),
};
const context = createContext(Object.assign(scope, { self: scope }));
/**
 * @param {string} text
 * @param {string} filename
 */
const run = (text, filename) => runInContext(text, context, { filename });
run(code, 'worker');
parentPort?.on('message', data => scope.onmessage?.({ data }));
