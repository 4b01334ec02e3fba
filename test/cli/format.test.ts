import assert from 'node:assert/strict';
import { chmodSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { formatText } from '../../service/index.ts';
import { asNobody, inFolder, nianbao, RIGHT } from './kit.ts';

const CANONICAL = formatText(RIGHT).text;
/** The same report with trailing blanks and full-width marks. */
const UNTIDY = CANONICAL.replaceAll('| 规章 ', '｜ 规章   ').replace('\n', '   \n');
// The bytes of GB18030 for 示范市, with trailing blanks.
const GBK = new Uint8Array([0xca, 0xbe, 0xb7, 0xb6, 0xca, 0xd0, 0x20, 0x20, 0x0a]);

describe('cli: format', () => {
  it('rewrites what is not canonical, and nothing else', () =>
    inFolder(async ({ path, write, file }) => {
      write('a.nianbao', UNTIDY);
      write('b.nianbao', CANONICAL);
      const before = statSync(file('b.nianbao'));
      const { code, out, err } = await nianbao(['format'], { cwd: path });
      assert.deepEqual([code, out, err], [0, '已整理 a.nianbao\n', '整理了 1 个文件，1 个无需整理\n']);
      assert.equal(readFileSync(file('a.nianbao'), 'utf8'), CANONICAL);
      const after = statSync(file('b.nianbao'));
      assert.deepEqual([after.ino, after.mtimeMs], [before.ino, before.mtimeMs]);
      assert.deepEqual(readdirSync(path).sort(), ['a.nianbao', 'b.nianbao']);
      assert.equal((await nianbao(['format', '--check'], { cwd: path })).code, 0);
    }));

  it('only lists with --check', () =>
    inFolder(async ({ path, write, file }) => {
      write('a.nianbao', UNTIDY);
      write('b.nianbao', CANONICAL);
      write('c/d.nianbao', UNTIDY);
      const { code, out, err } = await nianbao(['format', '.', '--check'], { cwd: path });
      assert.deepEqual([code, out, err], [1, 'a.nianbao\nc/d.nianbao\n', '2 个文件需要整理，1 个无需整理\n']);
      assert.equal(readFileSync(file('a.nianbao'), 'utf8'), UNTIDY);
    }));

  it('goes from standard input to standard output', async () => {
    assert.deepEqual(await nianbao(['format', '-'], { stdin: UNTIDY }), { code: 0, out: CANONICAL, err: '' });
    assert.equal((await nianbao(['format', '-', '--check'], { stdin: UNTIDY })).code, 1);
    const binary = await nianbao(['format', '-'], { stdin: new Uint8Array(99) });
    assert.deepEqual([binary.code, binary.out], [2, '']);
  });

  it('keeps mark and line endings', () =>
    inFolder(async ({ path, write, file }) => {
      write('a.nianbao', `\ufeff${UNTIDY.replaceAll('\n', '\r\n')}`);
      await nianbao(['format'], { cwd: path });
      assert.equal(readFileSync(file('a.nianbao'), 'utf8'), `\ufeff${CANONICAL.replaceAll('\n', '\r\n')}`);
      const marked = await nianbao(['format', '-'], { stdin: `\ufeff${UNTIDY}` });
      assert.equal(marked.out, `\ufeff${CANONICAL}`);
    }));

  it('does not change an encoding behind anyone’s back', () =>
    inFolder(async ({ path, write, file }) => {
      write('a.nianbao', GBK);
      write('b.nianbao', Buffer.from(`\ufeff${UNTIDY}`, 'utf16le'));
      write('c.nianbao', UNTIDY);
      const { code, out, err } = await nianbao(['format'], { cwd: path });
      assert.equal(code, 2);
      assert.equal(out, '已整理 c.nianbao\n');
      assert.deepEqual(err.split('\n').slice(0, 3), [
        'a.nianbao：按 GB18030 读取',
        'a.nianbao：原文件是 GB18030 编码，未改写（加 --force 则改存为 UTF-8）',
        'b.nianbao：原文件是 UTF-16LE 编码，未改写（加 --force 则改存为 UTF-8）',
      ]);
      assert.deepEqual(new Uint8Array(readFileSync(file('a.nianbao'))), GBK);

      assert.equal((await nianbao(['format', '--force'], { cwd: path })).code, 0);
      assert.match(readFileSync(file('a.nianbao'), 'utf8'), /^示范市\n/);
      assert.equal(readFileSync(file('b.nianbao'), 'utf8'), CANONICAL);
    }));

  it('leaves what it may not write, and tells', () =>
    inFolder(async ({ path, write, file }) => {
      write('a.nianbao', UNTIDY);
      chmodSync(path, 0o555);
      const { code, out, err } = await asNobody(() => nianbao(['format'], { cwd: path }));
      chmodSync(path, 0o755);
      assert.deepEqual([code, out], [2, '']);
      assert.equal(err, 'a.nianbao：没有权限\n');
      assert.equal(readFileSync(file('a.nianbao'), 'utf8'), UNTIDY);
    }));
});
