// `npm test`: everything that must hold before a change goes in, the quick checks first, up to the first that fails.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { binary, install, node } from './steps.mjs';

const folder = mkdtempSync(join(tmpdir(), 'nianbao-'));

/**
 * Runs tests and keeps their counts. A forgotten `.only` would pass over all other tests in silence.
 *
 * @param {string} counts
 * @param {string[]} args
 */
function mocha(counts, ...args) {
  const reporting = ['--reporter', 'scripts/reporter.mjs', '--reporter-option', `counts=${join(folder, counts)}`];
  return node(binary('mocha'), ...args, ...reporting, '--forbid-only');
}

/** @type {readonly (readonly [name: string, run: () => number])[]} */
const steps = [
  ['install', install],
  ['generated files', () => node('--import', 'tsx', 'scripts/generate.ts', '--check')],
  ['format', () => node(binary('prettier'), '--check', '--log-level=warn', '.')],
  ['lint', () => node(binary('eslint'), '.', '--max-warnings', '0')],
  ['types', () => node(binary('typescript', 'tsc'))],
  ['types without Node', () => node(binary('typescript', 'tsc'), '--project', 'tsconfig.engine.json')],
  ['types of the extension', () => node(binary('typescript', 'tsc'), '--project', 'client')],
  ['build and package', () => node('scripts/package.mjs')],
  // At home the machine has other things to do; in continuous integration a loss of half is to be seen at once.
  ['speed', () => (process.env.CI ? node('--import', 'tsx', 'bench/bench.ts', '--short') : 0)],
  ['tests', () => mocha('tests.json')],
  ['tests in VS Code', () => mocha('vscode.json', '--config', 'test/vscode/mocharc.json')],
];

try {
  const failed = steps.find(([name, run]) => !passes(name, run));
  const { passes: passed, failures } = readCounts();
  // A step that fails without a failing test counts as one, whether it came before the tests or broke them off.
  console.log(`\n${passed} passed, ${failed && failures === 0 ? 1 : failures} failed`);
  process.exitCode = failed ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/**
 * @param {string} name
 * @param {() => number} run
 */
function passes(name, run) {
  console.log(`\n▶ ${name}`);
  const begin = performance.now();
  const passed = run() === 0;
  console.log(`${passed ? '✔' : '✖'} ${name} (${((performance.now() - begin) / 1000).toFixed(1)} s)`);
  return passed;
}

/** The counts of all runs that came to their end. */
function readCounts() {
  const runs = readdirSync(folder).map(name => JSON.parse(readFileSync(join(folder, name), 'utf8')));
  const sum = key => runs.reduce((total, counts) => total + counts[key], 0);
  return { passes: sum('passes'), failures: sum('failures') };
}
