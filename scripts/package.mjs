// `npm run package`: the editor extension as one file that can be installed, nianbao-<version>.vsix. Two runs over the
// same sources give the same bytes; with NIANBAO_DIST, as for the build, it is made beside that folder, to compare.
import { cpSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { install, node, root } from './steps.mjs';

/** The limit that the package must stay below, in bytes. */
const LIMIT = 1_000_000;

/** What goes into the package: nothing that is not named here. */
const CONTENTS = [
  'CHANGELOG.md',
  'LICENSE',
  'package.nls.json',
  'package.nls.zh-cn.json',
  'language-configuration.json',
  'dist/bom.json',
  'dist/licenses.txt',
  'docs/rules',
  'examples',
  'l10n',
  'media',
  'schemas',
  'snippets',
  'syntaxes',
];

/** The programs, which bring the chunks that they load. */
const PROGRAMS = [
  'extension.cjs',
  'extension-browser.js',
  'server.js',
  'server-browser.js',
  'import-worker.js',
  'preview.js',
];

/** What of the repository's manifest an editor reads. */
const KEYS = [
  'name',
  'displayName',
  'version',
  'publisher',
  'description',
  'keywords',
  'categories',
  'author',
  'license',
  'icon',
  'galleryBanner',
  'main',
  'browser',
  'l10n',
  'activationEvents',
  'capabilities',
  'contributes',
];

const other = process.env.NIANBAO_DIST;
const dist = resolve(root, other ?? 'dist');

process.exitCode = await make();

async function make() {
  const failed = install() || node('scripts/build.mjs');
  if (failed) return failed;
  const manifest = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'));
  const folder = other === undefined ? resolve(root, 'out/extension') : `${dist}-extension`;
  const file = other === undefined ? resolve(root, `${manifest.name}-${manifest.version}.vsix`) : `${dist}.vsix`;
  stage(folder, manifest);
  // Files in the archive are dated by this, and not by when they were copied.
  process.env.SOURCE_DATE_EPOCH ??= '1767225600';
  const { createVSIX } = await import('@vscode/vsce');
  await createVSIX({ cwd: folder, packagePath: file, dependencies: false, allowMissingRepository: true });
  const { size } = statSync(file);
  if (size < LIMIT) return 0;
  console.error(`${file} has ${size} bytes, which is more than ${LIMIT}`);
  return 1;
}

/**
 * Puts the contents into a folder of their own. The manifest there says neither `type: module`, which would keep the
 * editor in a browser from loading its script, nor what only developers need.
 *
 * @param {string} folder
 * @param {Record<string, unknown>} manifest
 */
function stage(folder, manifest) {
  rmSync(folder, { recursive: true, force: true });
  for (const path of [...CONTENTS, ...withChunks(PROGRAMS.map(name => `dist/${name}`))]) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    cpSync(sourceOf(path), target, { recursive: true });
  }
  cpSync(resolve(root, 'docs/extension.md'), join(folder, 'README.md'));
  const { vscode } = /** @type {Record<string, string>} */ (manifest.engines);
  const own = Object.fromEntries(KEYS.map(key => [key, manifest[key]]));
  write(join(folder, 'package.json'), { ...own, engines: { vscode }, files: ['**'] });
}

/**
 * Files and the chunks that they require, at once or when they need them.
 *
 * @param {readonly string[]} paths
 */
function withChunks(paths) {
  const found = new Set(paths);
  // What is added on the way is gone through too.
  for (const path of found) {
    const text = readFileSync(sourceOf(path), 'utf8');
    const required = text.matchAll(/require(?:\.resolve)?\(["'](\.[^"']+\.js)["']\)/g);
    for (const [, chunk] of required) found.add(join(dirname(path), chunk));
  }
  return found;
}

/** @param {string} path */
function sourceOf(path) {
  return path.startsWith('dist/') ? join(dist, path.slice('dist/'.length)) : resolve(root, path);
}

/**
 * @param {string} path
 * @param {object} content
 */
function write(path, content) {
  writeFileSync(path, `${JSON.stringify(content, null, 2)}\n`);
}
