import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, readdirSync, symlinkSync } from 'node:fs';
import { rules } from '../../rules/index.ts';
import { pageOf } from '../../rules/later.ts';
import { BLANK, inFolder, nianbao, RIGHT, WRONG } from './kit.ts';

describe('cli: new', () => {
  it('prints a blank form', async () => {
    const { code, out, err } = await nianbao(['new', '示范市', '2025']);
    assert.deepEqual([code, out, err], [0, BLANK, '']);
    assert.equal((await nianbao(['new', ' 示范市 ', '２０２５年度'])).out, BLANK);
  });

  it('takes an edition, and years that need one', async () => {
    const old = await nianbao(['new', '示范市', '2009', '--edition', '2019']);
    assert.equal(old.code, 0);
    assert.match(old.out, /^示范市2009年/);
  });

  it('writes a file, once', () =>
    inFolder(async ({ path, file }) => {
      const argv = ['new', '示范市', '2025', '-o', 'a.nianbao'];
      const first = await nianbao(argv, { cwd: path });
      assert.deepEqual([first.code, first.out, first.err], [0, '', '']);
      assert.equal(readFileSync(file('a.nianbao'), 'utf8'), BLANK);
      const other = argv.with(1, '样例县');
      const second = await nianbao(other, { cwd: path });
      assert.equal(second.code, 2);
      assert.equal(second.err, 'a.nianbao：文件已存在，未改动（覆盖请加 --force）\n');
      assert.equal(readFileSync(file('a.nianbao'), 'utf8'), BLANK);
      assert.equal((await nianbao([...other, '--force'], { cwd: path })).code, 0);
      assert.match(readFileSync(file('a.nianbao'), 'utf8'), /^样例县/);
      assert.deepEqual(readdirSync(path), ['a.nianbao']);
    }));

  it('tells where it cannot write', () =>
    inFolder(async ({ path, file }) => {
      mkdirSync(file('folder'));
      symlinkSync('loop', file('loop'));
      for (const [target, said] of [
        ['folder', '是文件夹，不是文件'],
        ['no/a.nianbao', '文件夹不存在'],
        ['loop', '符号链接循环'],
      ] as const) {
        const { code, err } = await nianbao(['new', '示范市', '2025', '-o', target], { cwd: path });
        assert.deepEqual([code, err], [2, `${target}：${said}\n`]);
      }
      const printed = await nianbao(['new', '示范市', '2025', '-o', '-'], { cwd: path });
      assert.equal(printed.out, BLANK);
      assert.deepEqual(readdirSync(path).sort(), ['folder', 'loop']);
    }));

  it('carries on from last year', () =>
    inFolder(async ({ path, write }) => {
      write('2024.nianbao', RIGHT.replaceAll('2025', '2024').replace(/(?<=\| 规章 +\|(?: 0 \|){2}) 0 /, ' 74 '));
      const argv = ['new', '示范市', '2025', '--from'];
      const { code, out, err } = await nianbao([...argv, '2024.nianbao'], { cwd: path });
      assert.deepEqual([code, err], [0, '']);
      assert.match(out, /^示范市2025年/);
      assert.match(out, /\/\/ .*74/);
      const stdin = RIGHT;
      const warned = await nianbao([...argv, '-'], { stdin });
      assert.equal(warned.code, 0);
      assert.match(warned.err, /2025 年/);
      const missing = await nianbao([...argv, 'nothing'], { cwd: path });
      assert.deepEqual([missing.code, missing.out, missing.err], [2, '', 'nothing：文件不存在\n']);
    }));
});

describe('cli: export --to json', () => {
  it('prints the document of the contract', async () => {
    const { code, out, err } = await nianbao(['export', '-', '--to', 'json'], { stdin: RIGHT });
    assert.deepEqual([code, err], [0, '']);
    const json = JSON.parse(out) as Record<string, unknown>;
    assert.deepEqual([json.edition, json.organ, json.year], ['2021', '示范市', 2025]);
    assert.equal(out, `${JSON.stringify(json, null, 2)}\n`);
  });

  it('exports a report with errors only by force', () =>
    inFolder(async ({ path, write, file }) => {
      write('a.nianbao', WRONG);
      const argv = ['export', 'a.nianbao', '--to', 'json', '-o', 'a.json'];
      const refused = await nianbao(argv, { cwd: path });
      assert.equal(refused.code, 1);
      assert.match(refused.err, /^a\.nianbao：有 \d+ 处错误，未导出.*--force/);
      assert.deepEqual(readdirSync(path), ['a.nianbao']);
      assert.equal((await nianbao([...argv, '--force'], { cwd: path })).code, 0);
      assert.equal(typeof JSON.parse(readFileSync(file('a.json'), 'utf8')), 'object');
    }));

  it('never overwrites', () =>
    inFolder(async ({ path, write, file }) => {
      write('a.nianbao', RIGHT);
      write('a.json', 'mine');
      const argv = ['export', 'a.nianbao', '--to', 'json', '-o', 'a.json'];
      assert.equal((await nianbao(argv, { cwd: path })).code, 2);
      assert.equal(readFileSync(file('a.json'), 'utf8'), 'mine');
    }));

  it('tells what cannot be read', () =>
    inFolder(async ({ path }) => {
      const { code, err } = await nianbao(['export', '.', '--to', 'json'], { cwd: path });
      assert.deepEqual([code, err], [2, '.：是文件夹，不是文件\n']);
    }));
});

describe('cli: rules', () => {
  it('lists all rules under their groups', async () => {
    const { code, out } = await nianbao(['rules']);
    assert.equal(code, 0);
    for (const { id, title } of rules) {
      const line = out.split('\n').find(one => one.startsWith(`  ${id} `));
      assert.ok(line?.endsWith(title.zh), id);
    }
    const english = await nianbao(['rules', '--locale', 'en']);
    for (const { title } of rules) assert.ok(english.out.includes(title.en));
    assert.doesNotMatch(english.out, /undefined/);
  });

  it('explains every rule in both languages', async () => {
    for (const { id } of rules) {
      const { description, clause } = pageOf(id);
      for (const locale of ['zh', 'en'] as const) {
        const { code, out } = await nianbao(['rules', id, '--locale', locale]);
        assert.equal(code, 0);
        assert.ok(out.includes(description[locale]), id);
        assert.ok(!clause || out.includes(clause[locale]), id);
      }
    }
  });

  it('shows an example as it would be written', async () => {
    const { out } = await nianbao(['rules', 'row-total']);
    for (const line of pageOf('row-total').example.failing.trimEnd().split('\n')) {
      assert.ok(out.includes(`    ${line}`.trimEnd()), line);
    }
  });

  it('suggests the nearest', async () => {
    const { code, err } = await nianbao(['rules', 'blank']);
    assert.equal(code, 2);
    assert.match(err, /是不是 blank-cell？/);
  });
});
