// Bundles what the package ships into dist/. Two builds of the same sources are the same bytes. `--watch` builds anew on every change.
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, context } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const outdir = resolve(root, 'dist');

/**
 * The bundles. An executable one begins with the line that makes a shell run it.
 *
 * @type {readonly { name: string, entry: string, executable: boolean }[]}
 */
const targets = [{ name: 'cli', entry: 'cli/main.ts', executable: true }];

/** @type {import('esbuild').BuildOptions} */
const options = {
  absWorkingDir: root,
  entryPoints: Object.fromEntries(targets.map(({ name, entry }) => [name, entry])),
  outdir,
  // What only some commands need is loaded when they need it.
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  // Some packages' `main` is a format that cannot be bundled, and their `module` is the same code as ES modules.
  mainFields: ['module', 'main'],
  minifyWhitespace: true,
  minifySyntax: true,
  charset: 'utf8',
  // The notices of all packages stand together in licenses.txt.
  legalComments: 'none',
  metafile: true,
  write: false,
  logLevel: 'info',
};

if (process.argv.includes('--watch')) {
  /** @type {import('esbuild').Plugin} */
  const plugin = { name: 'emit', setup: ({ onEnd }) => onEnd(emit) };
  await (await context({ ...options, plugins: [plugin] })).watch();
} else {
  // What keeps esbuild from building it has said itself.
  const result = await build(options).catch(() => undefined);
  if (result) emit(result);
  else process.exitCode = 1;
}

/**
 * Replaces dist/ with the outputs: a chunk of an earlier build must not be shipped with them.
 *
 * @param {import('esbuild').BuildResult} result
 */
function emit({ errors, outputFiles, metafile }) {
  if (errors.length > 0 || outputFiles === undefined || metafile === undefined) return;
  const licenses = licensesOf(packagesOf(metafile));
  rmSync(outdir, { recursive: true, force: true });
  for (const { path, text } of outputFiles) {
    const executable = targets.some(({ name, executable }) => executable && path === join(outdir, `${name}.js`));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, executable ? `#!/usr/bin/env node\n${text.replace(/^#!.*\n/, '')}` : text);
    if (executable) chmodSync(path, 0o755);
  }
  writeFileSync(join(outdir, 'licenses.txt'), licenses);
}

/**
 * The folders of the packages that code in the bundles comes from.
 *
 * @param {import('esbuild').Metafile} metafile
 */
function packagesOf(metafile) {
  const inputs = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.entries(inputs));
  const folders = inputs
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([path]) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0]);
  return [...new Set(folders)].filter(folder => folder !== undefined).sort();
}

/** @param {readonly string[]} folders */
function licensesOf(folders) {
  const notices = folders.map(folder => {
    const { name, version, license } = JSON.parse(readFileSync(resolve(root, folder, 'package.json'), 'utf8'));
    const files = readdirSync(resolve(root, folder))
      .filter(file => /^(?:licen[cs]e|notice|copying)/i.test(file))
      .sort();
    if (files.length === 0) throw new Error(`${name} ships no licence that could be passed on`);
    const texts = files.map(file => readFileSync(resolve(root, folder, file), 'utf8').trim());
    return [`${name} ${version} (${license})`, ...texts].join('\n\n');
  });
  const head = 'The files in this folder contain code of these packages, each under the licence below its name.';
  return `${[head, ...notices].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}
