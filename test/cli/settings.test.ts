import assert from 'node:assert/strict';
import { chmodSync, mkdirSync } from 'node:fs';
import { asNobody, BLANK, inFolder, nianbao, RIGHT, WRONG } from './kit.ts';

const OFF = JSON.stringify({ rules: { 'blank-cell': 'off' } });

describe('cli: settings', () => {
  it('are the nearest up the tree', () =>
    inFolder(async ({ path, write }) => {
      write('.nianbaorc.json', OFF);
      write('a.nianbao', BLANK);
      write('市/区/b.nianbao', BLANK);
      write('县/.nianbaorc.json', '{}');
      write('县/c.nianbao', BLANK);
      const { out } = await nianbao(['check', '.'], { cwd: path });
      const named = new Set([...out.matchAll(/^(?<name>[^\s:]+\.nianbao):/gm)].map(match => match.groups!.name));
      assert.deepEqual([...named], ['县/c.nianbao']);
    }));

  it('hold for standard input where the command runs', () =>
    inFolder(async ({ path, write }) => {
      write('.nianbaorc.json', OFF);
      const { out } = await nianbao(['check', '-'], { cwd: path, stdin: BLANK });
      assert.match(out, /没有发现问题/);
    }));

  it('are refused with file, line and column, and their reports are not checked', () =>
    inFolder(async ({ path, write }) => {
      write('a.nianbao', BLANK);
      write('市/.nianbaorc.json', '{\n  "ignore": [],\n  "rulez": {}\n}\n');
      write('市/b.nianbao', WRONG);
      write('市/区/c.nianbao', WRONG);
      write('县/.nianbaorc.json', '{ "rules": \n');
      write('县/d.nianbao', WRONG);
      const { code, out, err } = await nianbao(['check', '.'], { cwd: path });
      assert.equal(code, 2);
      const places = err
        .trimEnd()
        .split('\n')
        .map(line => line.split('：')[0]);
      assert.equal(places.filter(place => place === '市/.nianbaorc.json:3:3').length, 1);
      assert.ok(places.filter(place => place!.startsWith('县/.nianbaorc.json:')).length >= 1);
      assert.match(out, /检查了 1 个文件：/);
    }));

  it('stop every command that would go by them', () =>
    inFolder(async ({ path, write, file }) => {
      write('.nianbaorc.json', '[');
      write('a.nianbao', RIGHT);
      for (const argv of [
        ['format', '.'],
        ['export', 'a.nianbao', '--to', 'json'],
        ['check', '-'],
      ]) {
        const { code, err } = await nianbao(argv, { cwd: path });
        assert.equal(code, 2, argv.join(' '));
        assert.match(err, /^\.nianbaorc\.json:1:\d+：/);
      }
      const from = await nianbao(['check', file('a.nianbao')], { cwd: '/' });
      assert.match(from.err, /\.nianbaorc\.json:1:\d+：/);
    }));

  it('must be readable', () =>
    inFolder(async ({ path, write, file }) => {
      write('a.nianbao', RIGHT);
      mkdirSync(file('.nianbaorc.json'));
      assert.match((await nianbao(['check', '.'], { cwd: path })).err, /^\.nianbaorc\.json：是文件夹，不是文件\n/);
      write('x/a.nianbao', RIGHT);
      chmodSync(write('x/.nianbaorc.json', '{}'), 0o000);
      const { code, err } = await asNobody(() => nianbao(['check', 'x'], { cwd: path }));
      assert.equal(code, 2);
      assert.equal(err, 'x/.nianbaorc.json：没有权限\n');
      write('y/a.nianbao', RIGHT);
      write('y/.nianbaorc.json', new Uint8Array(50));
      assert.equal((await nianbao(['check', 'y'], { cwd: path })).code, 2);
    }));

  const ignoring: readonly (readonly [string, readonly string[]])[] = [
    ['*.年报', ['旧/a.nianbao', '旧/新/b.nianbao', 'c.nianbao']],
    ['旧', ['c.nianbao', 'd.年报']],
    ['旧/', ['c.nianbao', 'd.年报']],
    ['./旧/', ['c.nianbao', 'd.年报']],
    ['旧/*.nianbao', ['旧/新/b.nianbao', 'c.nianbao', 'd.年报']],
    ['旧/**', ['c.nianbao', 'd.年报']],
    ['新', ['旧/a.nianbao', 'c.nianbao', 'd.年报']],
    ['/新', ['旧/a.nianbao', '旧/新/b.nianbao', 'c.nianbao', 'd.年报']],
    ['b.nianbao', ['旧/a.nianbao', 'c.nianbao', 'd.年报']],
  ];
  for (const [pattern, left] of ignoring) {
    it(`ignore ${pattern}`, () =>
      inFolder(async ({ path, write }) => {
        for (const name of ['旧/a.nianbao', '旧/新/b.nianbao', 'c.nianbao', 'd.年报']) write(name, RIGHT);
        write('.nianbaorc.json', JSON.stringify({ ignore: [pattern] }));
        const { out } = await nianbao(['check', '--format', 'json'], { cwd: path });
        const { files } = JSON.parse(out) as { files: { path: string }[] };
        assert.deepEqual(
          files.map(file => file.path),
          [...left].sort(),
        );
      }));
  }

  it('ignore a named file too, and say so', () =>
    inFolder(async ({ path, write }) => {
      write('a.nianbao', WRONG);
      write('b.nianbao', RIGHT);
      write('.nianbaorc.json', '{"ignore":["a.*"]}');
      const { code, err } = await nianbao(['check', 'a.nianbao', 'b.nianbao'], { cwd: path });
      assert.equal(code, 0);
      assert.equal(err, 'a.nianbao：按设置忽略\n');
    }));

  it('keep the walk out of ignored folders', () =>
    inFolder(async ({ path, write, file }) => {
      write('a.nianbao', RIGHT);
      write('旧/b.nianbao', RIGHT);
      write('.nianbaorc.json', '{"ignore":["旧"]}');
      chmodSync(file('旧'), 0o000);
      const { code, err } = await asNobody(() => nianbao(['check', '.'], { cwd: path }));
      chmodSync(file('旧'), 0o755);
      assert.equal(err, '');
      assert.equal(code, 0);
    }));
});
