/** What a browser's worker has to start another, and to be one; Node's types know neither. */
export interface WorkerScope {
  readonly name?: string;
  readonly Worker?: new (address: string, options: { readonly name: string }) => BrowserWorker;
  readonly postMessage: (message: unknown) => void;
  onmessage: ((event: { readonly data: never }) => void) | null;
}

interface BrowserWorker extends Pick<WorkerScope, 'postMessage' | 'onmessage'> {
  onerror: ((event: { readonly message?: string }) => void) | null;
  readonly terminate: () => void;
}

/** What a worker is called that runs the server's script to import files. */
export const IMPORTER = 'nianbao-importer';
