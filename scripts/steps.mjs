// Runs before anything is installed, so it imports nothing but Node.
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository; every step runs in it. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Runs a Node script with its output shown as it comes, and returns the exit code.
 *
 * @param {string[]} args
 * @returns {number}
 */
export function node(...args) {
  return run(process.execPath, args);
}

/**
 * The script behind a command of an installed package, so that no shell and no `.cmd` file stand in between.
 *
 * @param {string} name the package, which also names the command
 * @param {string} [command]
 * @returns {string}
 */
export function binary(name, command = name) {
  const manifest = resolve(root, 'node_modules', name, 'package.json');
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8'));
  return resolve(dirname(manifest), typeof bin === 'string' ? bin : bin[command]);
}

/**
 * Installs the dependencies where they are missing or older than the lockfile, and returns the exit code.
 *
 * @returns {number}
 */
export function install() {
  // npm writes its own copy of the lockfile last, so its age is the age of a complete installation.
  const installed = changed('node_modules/.package-lock.json');
  if (installed !== undefined && installed >= (changed('package-lock.json') ?? 0)) return 0;
  // No package of ours needs its scripts. Development tools are asked for by name, since NODE_ENV=production would leave them out.
  const args = ['ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  return npm === undefined ? run('npm', args, process.platform === 'win32') : node(npm, ...args);
}

/** @param {string} path */
function changed(path) {
  return statSync(resolve(root, path), { throwIfNoEntry: false })?.mtimeMs;
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {boolean} [shell]
 */
function run(command, args, shell = false) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell });
  if (error) console.error(error.message);
  return status ?? 1;
}
