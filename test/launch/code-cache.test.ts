import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { cacheFolder, CodeCache } from '../../launch/index.ts';

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const TEXT = 'exports.sum = (a, b) => a + b;';

describe('launch: the cache of compiled code', () => {
  let folder: string;
  const kept = (): string[] => readdirSync(folder).map(name => path.join(folder, name));
  const file = (): string => kept()[0] ?? assert.fail('nothing was kept');

  /** Compiles as a start does, and says whether V8 took what was kept. */
  function start(program = 'chunks/program-1.js', place: string | undefined = folder): boolean {
    const cache = new CodeCache(place, program);
    const script = cache.compile('/anywhere/part.js', TEXT);
    const exports = {} as { sum: (a: number, b: number) => number };
    (script.runInThisContext() as (exports: object) => void)(exports);
    assert.equal(exports.sum(1, 2), 3);
    cache.keep();
    return script.cachedDataRejected === false;
  }

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'nianbao-cache-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is taken from the second start on, and is for one’s own eyes', () => {
    assert.deepEqual([start(), start(), start()], [false, true, true]);
    assert.equal(kept().length, 1);
    if (process.platform !== 'win32') assert.equal(statSync(file()).mode & 0o777, 0o600);
  });

  it('is not made of what was compiled when the program had turned a switch, which no start would take', () => {
    const cache = new CodeCache(folder, 'chunks/program-1.js');
    cache.compile('/anywhere/part.js', TEXT);
    setFlagsFromString('--semi-space-growth-factor=3');
    cache.keep();
    setFlagsFromString('--semi-space-growth-factor=2');
    assert.deepEqual(kept(), []);
    cache.keep();
    assert.equal(start(), true);
  });

  it('still holds what this start did not load, when it is kept only after the switch is turned back', () => {
    const compile = (cache: CodeCache, name: string): boolean | undefined =>
      cache.compile(`/anywhere/${name}.js`, TEXT).cachedDataRejected;
    const first = new CodeCache(folder, 'chunks/program-1.js');
    compile(first, 'export');
    first.keep();
    const second = new CodeCache(folder, 'chunks/program-1.js');
    compile(second, 'part');
    setFlagsFromString('--semi-space-growth-factor=3');
    second.keep();
    setFlagsFromString('--semi-space-growth-factor=2');
    second.keep();
    const third = new CodeCache(folder, 'chunks/program-1.js');
    assert.deepEqual([compile(third, 'export'), compile(third, 'part')], [false, false]);
    third.keep();
  });

  it('is another one for another program', () => {
    start();
    assert.equal(start('chunks/program-2.js'), false);
    assert.equal(kept().length, 2);
  });

  it('is made anew where a byte of it was changed', () => {
    start();
    const whole = readFileSync(file());
    for (let at = 0; at < whole.length; at += 7) {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ 0x40;
      writeFileSync(file(), changed);
      assert.equal(start(), false, `byte ${at}`);
    }
    assert.equal(start(), true);
  });

  it('is made anew where half of it is gone', () => {
    start();
    writeFileSync(file(), readFileSync(file()).subarray(0, 100));
    assert.deepEqual([start(), start()], [false, true]);
  });

  it('is not taken where others may write to it', function () {
    if (process.platform === 'win32') return this.skip();
    start();
    chmodSync(file(), 0o666);
    assert.equal(start(), false);
  });

  it('goes with what is as old as a version that nobody starts any more', () => {
    writeFileSync(path.join(folder, 'notes.txt'), '');
    start();
    const [old] = kept().filter(name => name.includes('program-1'));
    for (const name of kept()) utimesSync(name, 0, 0);
    start('chunks/program-2.js');
    assert.ok(!kept().includes(old ?? ''));
    assert.ok(
      kept().some(name => name.endsWith('notes.txt')),
      'what is not ours stays',
    );
  });

  it('keeps nobody from starting who cannot write there', () => {
    const blocked = path.join(folder, 'file');
    writeFileSync(blocked, '');
    assert.deepEqual(
      [start('a.js', path.join(blocked, 'below')), start('a.js', path.join(blocked, 'below'))],
      [false, false],
    );
    assert.equal(start('a.js', undefined), false);
  });

  for (const [says, env, place] of [
    ['where it is told', { NIANBAO_CACHE: '/somewhere' }, '/somewhere'],
    ['nowhere if it is off', { NIANBAO_CACHE: 'off' }, undefined],
  ] as const) {
    it(`lies ${says}`, () => assert.equal(cacheFolder(env), place));
  }

  it('lies where the system has such things', function () {
    if (process.platform !== 'linux') return this.skip();
    assert.equal(cacheFolder({ XDG_CACHE_HOME: '/cache' }), '/cache/nianbao');
    // A path that is not absolute is to be ignored: the XDG base directory specification.
    assert.match(cacheFolder({ XDG_CACHE_HOME: 'cache' }) ?? '', /\/\.cache\/nianbao$/);
  });

  it('changes nothing but the time that a program takes', () => {
    const run = (cache: string): unknown => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'rules', '--format', 'json'], {
        env: { ...process.env, NIANBAO_CACHE: cache },
        encoding: 'utf8',
      });
      return { status, stdout, stderr };
    };
    const without = run('off');
    assert.deepEqual([run(folder), run(folder)], [without, without]);
    assert.match(path.basename(file()), /^cli-[A-Z\d]+-[\da-f]+\.code$/);
  });
});
