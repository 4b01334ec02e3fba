import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { unzipSync } from 'fflate';
import { findBrowser } from '../../scripts/editor/browser.mjs';
import { FAULTY } from '../editors/kit.ts';

/** The root of the repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** The packaged extension. */
export const vsix = path.join(root, `nianbao-${version()}.vsix`);

/** Whether a real editor can be shown here. Where it cannot, its tests are left out, but never in continuous integration. */
export function canShow(): boolean {
  assert.ok(existsSync(vsix), `${path.basename(vsix)} is missing: npm run package`);
  const there = findBrowser() !== undefined;
  assert.ok(there || !process.env.CI, 'Chromium is missing; in continuous integration the editor must run');
  // eslint-disable-next-line no-console -- nobody should believe that these tests ran
  if (!there) console.warn('\n!!! Chromium is missing: the tests in VS Code DO NOT RUN. See .ci/run.\n');
  return there;
}

/** A folder with the examples and a small faulty report, to be opened and written to; gone with `remove`. */
export class Workspace {
  readonly path = mkdtempSync(path.join(tmpdir(), 'nianbao-workspace-'));

  constructor() {
    cpSync(path.join(root, 'examples'), this.path, { recursive: true });
    this.write('small.年报', FAULTY);
  }

  read(name: string): string {
    return readFileSync(path.join(this.path, name), 'utf8');
  }

  write(name: string, text: string): void {
    writeFileSync(path.join(this.path, name), text);
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The packaged extension unpacked, as an editor in a browser loads it. */
export function unpackExtension(): string {
  const folder = path.join(root, 'out/vscode/extension');
  rmSync(folder, { recursive: true, force: true });
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(vsix)))) {
    if (!name.startsWith('extension/') || name.endsWith('/')) continue;
    const file = path.join(folder, name.slice('extension/'.length));
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  return folder;
}

/** The tests that run inside the editor, bundled into one script: an extension under development that does nothing else. */
export async function bundleInside(): Promise<{ folder: string; script: string }> {
  const folder = path.join(root, 'out/vscode/inside');
  const manifest = { name: 'inside', publisher: 'nianbao-tests', version: '0.0.0', type: 'commonjs' };
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ ...manifest, engines: { vscode: '^1.100.0' } }));
  await build({
    absWorkingDir: root,
    entryPoints: { index: 'test/vscode/inside/index.ts' },
    outdir: folder,
    bundle: true,
    format: 'cjs',
    platform: 'browser',
    target: 'es2022',
    external: ['vscode'],
    // Mocha's bundle for browsers would take the module of this script for its own.
    define: { module: 'undefined' },
    // What the manifest says of side effects is not true of tests.
    ignoreAnnotations: true,
    logLevel: 'warning',
  });
  return { folder, script: 'index.js' };
}

function version(): string {
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
  return version;
}
