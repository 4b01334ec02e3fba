// `npm test`: everything that must hold before a change goes in, the quick checks first, up to the first that fails.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { binary, install, node } from './steps.mjs';

const folder = mkdtempSync(join(tmpdir(), 'nianbao-'));
const counts = join(folder, 'counts.json');

const reporting = ['--reporter', 'scripts/reporter.mjs', '--reporter-option', `counts=${counts}`];

/** @type {readonly (readonly [name: string, run: () => number])[]} */
const steps = [
  ['install', install],
  ['generated files', () => node('--import', 'tsx', 'scripts/generate.ts', '--check')],
  ['format', () => node(binary('prettier'), '--check', '--log-level=warn', '.')],
  ['lint', () => node(binary('eslint'), '.', '--max-warnings', '0')],
  ['types', () => node(binary('typescript', 'tsc'))],
  ['types without Node', () => node(binary('typescript', 'tsc'), '--project', 'tsconfig.engine.json')],
  ['build', () => node('scripts/build.mjs')],
  // A forgotten `.only` would pass over all other tests in silence.
  ['tests', () => node(binary('mocha'), ...reporting, '--forbid-only')],
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

function readCounts() {
  return existsSync(counts) ? JSON.parse(readFileSync(counts, 'utf8')) : { passes: 0, failures: 0 };
}
