// Bundles what the package ships into dist/. Two builds of the same sources are the same bytes. `--watch` builds anew on every change.
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, context, transformSync } from 'esbuild';
import { packages as allowed } from './packages.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
// A second folder is for comparing two builds.
const outdir = resolve(root, process.env.NIANBAO_DIST ?? 'dist');

/** The program that a shell runs: it begins with the line that says how. */
const executable = 'cli.js';

/** How every file is written. The notices of all packages stand together in licenses.txt. */
const written = /** @type {const} */ ({ minify: true, charset: 'utf8', legalComments: 'none' });

/** For which Node. */
const node = /** @type {const} */ ({ format: 'cjs', platform: 'node', target: 'node20' });

/** A file of Chevrotain's that no start needs, for which an alias cannot stand.
 *
 * @type {import('esbuild').Plugin}
 */
const withoutChecks = {
  name: 'without-checks',
  setup({ onResolve }) {
    onResolve({ filter: /\/checks\.js$/ }, ({ importer }) =>
      /[\\/]chevrotain[\\/]/.test(importer) ? { path: join(root, 'scripts/no-grammar-checks.mjs') } : undefined,
    );
  },
};

/** @type {import('esbuild').BuildOptions} */
const common = {
  ...written,
  absWorkingDir: root,
  outdir,
  bundle: true,
  // Some packages' `main` is a format that cannot be bundled, and their `module` is the same code as ES modules.
  mainFields: ['module', 'main'],
  alias: { '@chevrotain/regexp-to-ast': './scripts/no-regexp-parser.mjs' },
  plugins: [withoutChecks],
  metafile: true,
  write: false,
  logLevel: 'warning',
};

/** @type {import('esbuild').BuildOptions} */
const forNode = { ...common, ...node };

/** @type {import('esbuild').BuildOptions} */
const forBrowser = {
  ...common,
  platform: 'browser',
  target: 'es2022',
  mainFields: ['browser', 'module', 'main'],
};

/** The programs that run in Node: launch/ starts them. */
const programs = {
  cli: 'cli/main.ts',
  server: 'server/main-node.ts',
  'import-worker': 'workers/import-worker.ts',
  'check-worker': 'cli/check-worker.ts',
};

/** The bundles, each with what it needs to run where it runs.
 *
 * @type {readonly import('esbuild').BuildOptions[]}
 */
const bundles = [
  {
    ...forNode,
    // esbuild splits ES modules only; `emit` makes CommonJS of them, of which V8 can be told what it made of it before.
    format: 'esm',
    entryPoints: programs,
    // What only some commands and requests need is loaded when they need it, and what several programs need is there once.
    splitting: true,
    entryNames: 'chunks/[name]-[hash]',
    chunkNames: 'chunks/[name]-[hash]',
  },
  {
    ...forNode,
    entryPoints: { launch: 'launch/index.ts' },
  },
  {
    ...forBrowser,
    entryPoints: { 'server-browser': 'server/main-browser.ts' },
    format: 'iife',
  },
  {
    // What the editor loads; it provides `vscode` itself.
    ...forNode,
    entryPoints: { extension: 'client/extension-node.ts' },
    outExtension: { '.js': '.cjs' },
    external: ['vscode'],
  },
  {
    // What runs in the page of a preview.
    ...forBrowser,
    entryPoints: { preview: 'client/preview/webview.ts' },
    format: 'iife',
  },
  {
    ...forBrowser,
    entryPoints: { 'extension-browser': 'client/extension-browser.ts' },
    format: 'cjs',
    external: ['vscode'],
  },
];

/**
 * What each program must hold, at once or in what it loads later, to be the program that it is. An entry that has lost
 * its last lines is still right JavaScript, and would be bundled to nothing without a word.
 *
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const hearts = {
  'cli/main.ts': ['cli/cli.ts', 'cli/commands/check.ts', 'rules/run.ts'],
  'server/main-node.ts': ['server/session.ts', 'server/requests.ts', 'rules/run.ts'],
  'server/main-browser.ts': ['server/session.ts', 'server/requests.ts', 'server/browser-imports.ts', 'rules/run.ts'],
  'workers/import-worker.ts': ['service/import.ts', 'convert/import/import.ts'],
  'cli/check-worker.ts': ['cli/checking.ts', 'rules/run.ts', 'cli/print/text.ts'],
  'launch/index.ts': ['launch/launch.ts', 'launch/code-cache.ts'],
  'client/extension-node.ts': ['client/extension.ts', 'client/preview/panel.ts'],
  'client/extension-browser.ts': ['client/extension.ts', 'client/preview/panel.ts'],
  'client/preview/webview.ts': ['client/preview/drawing.ts'],
};

if (process.argv.includes('--watch')) {
  for (const bundle of bundles) {
    /** @type {import('esbuild').Plugin} */
    const plugin = { name: 'emit', setup: ({ onEnd }) => onEnd(result => emit([result])) };
    await (await context({ ...bundle, plugins: [withoutChecks, plugin] })).watch();
  }
} else {
  // What keeps esbuild from building it has said itself.
  const results = await Promise.all(bundles.map(bundle => build(bundle))).catch(() => undefined);
  // A chunk of an earlier build must not be shipped with this one's.
  if (results) rmSync(outdir, { recursive: true, force: true });
  if (results) emit(results);
  else process.exitCode = 1;
}

/**
 * Writes the outputs, and the notices of what is in them.
 *
 * @param {readonly import('esbuild').BuildResult[]} results
 */
function emit(results) {
  if (results.some(({ errors }) => errors.length > 0)) return;
  const folders = new Set(results.flatMap(({ metafile }) => (metafile ? packagesOf(metafile) : [])));
  const packages = [...folders].sort();
  const complaints = [
    ...results.flatMap(({ metafile }) => (metafile ? missingFrom(metafile) : [])),
    ...packages.flatMap(notAllowed),
  ];
  for (const complaint of complaints) console.error(complaint);
  if (complaints.length > 0) {
    process.exitCode = 1;
    return;
  }
  for (const { path, text } of results.flatMap(({ outputFiles = [] }) => outputFiles)) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, dirname(path) === join(outdir, 'chunks') ? asCommonJs(text) : text);
  }
  const entries = results.flatMap(({ metafile }) => Object.entries(metafile?.outputs ?? {}));
  for (const [name, source] of Object.entries(programs)) {
    const [path = ''] = entries.find(([, { entryPoint }]) => entryPoint === source) ?? [];
    const call = `require('./launch.js').launch(require.resolve('./chunks/${basename(path)}'));\n`;
    const runs = `${name}.js` === executable;
    writeFileSync(join(outdir, `${name}.js`), runs ? `#!/usr/bin/env node\n${call}` : call);
    if (runs) chmodSync(join(outdir, executable), 0o755);
  }
  // The package's own says that its modules are ES modules.
  writeFileSync(join(outdir, 'package.json'), '{ "type": "commonjs" }\n');
  writeFileSync(join(outdir, 'licenses.txt'), licensesOf(packages));
  writeFileSync(join(outdir, 'bom.json'), `${JSON.stringify(materialsOf(packages), null, 2)}\n`);
}

/**
 * An ES module as launch/ takes it.
 *
 * @param {string} text
 */
function asCommonJs(text) {
  const { code } = transformSync(text, {
    ...written,
    ...node,
    supported: { 'dynamic-import': false },
    define: { 'import.meta.url': 'moduleUrl' },
  });
  return code.replace(/^#!.*\n/, '');
}

/**
 * The programs that do not hold what they must.
 *
 * @param {import('esbuild').Metafile} metafile
 */
function missingFrom({ outputs }) {
  const entries = new Set(bundles.flatMap(({ entryPoints = {} }) => Object.values(entryPoints)));
  return Object.entries(outputs).flatMap(([path, { entryPoint }]) => {
    // What is loaded later is an entry to esbuild, but no program.
    if (!entries.has(entryPoint)) return [];
    const loaded = new Set([path]);
    // What is added on the way is gone through too.
    for (const one of loaded) {
      for (const { path: next, external } of outputs[one].imports) if (!external) loaded.add(next);
    }
    const held = new Set([...loaded].flatMap(one => heldIn(outputs[one])));
    // A program without a list of its own is one that nobody would miss.
    const needed = hearts[entryPoint] ?? [`what hearts should say of ${entryPoint}`];
    return needed.filter(file => !held.has(file)).map(file => `${path} holds nothing of ${file}`);
  });
}

/** @param {import('esbuild').Metafile['outputs'][string]} output */
function heldIn({ inputs }) {
  return Object.keys(inputs).filter(file => inputs[file].bytesInOutput > 0);
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

/** @param {string} folder */
function notAllowed(folder) {
  const { name, license } = JSON.parse(readFileSync(resolve(root, folder, 'package.json'), 'utf8'));
  if (allowed[name]?.licence === license) return [];
  return [`${name} (${license}) is in a bundle and not in scripts/packages.mjs`];
}

/** @param {readonly string[]} folders */
function licensesOf(folders) {
  const notices = folders.map(folder => {
    const { name, version, license } = JSON.parse(readFileSync(resolve(root, folder, 'package.json'), 'utf8'));
    const shipped = readdirSync(resolve(root, folder))
      .filter(file => /^(?:licen[cs]e|notice|copying)/i.test(file))
      .sort();
    // What a package leaves out of its archive is kept here, as its repository has it.
    const files = shipped.length > 0 ? shipped.map(file => join(folder, file)) : [`scripts/notices/${name}.txt`];
    const texts = files.map(file => readFileSync(resolve(root, file), 'utf8').trim());
    return [`${name} ${version} (${license})`, ...texts].join('\n\n');
  });
  const head = 'The files in this folder contain code of these packages, each under the licence below its name.';
  return `${[head, ...notices].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

/**
 * The packages that are in the bundles, as CycloneDX has it, for those who look for weaknesses that become known.
 *
 * @param {readonly string[]} folders
 */
function materialsOf(folders) {
  const components = folders.map(folder => {
    const { name, version, license } = JSON.parse(readFileSync(resolve(root, folder, 'package.json'), 'utf8'));
    const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
    return { type: 'library', 'bom-ref': purl, name, version, purl, licenses: [{ license: { id: license } }] };
  });
  return { bomFormat: 'CycloneDX', specVersion: '1.6', version: 1, components };
}
