import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { nianbao, inFolder, RIGHT, WRONG } from './kit.ts';

describe('cli: export', () => {
  it('prints the text of one report, and writes a Word document beside it', () =>
    inFolder(async ({ path, write, file }) => {
      write('a.nianbao', RIGHT);
      for (const [to, beginning] of [
        ['html', '<!doctype html>'],
        ['md', '# 示范市2025年'],
        ['csv', '\ufeff机关,'],
        ['json', '{'],
      ] as const) {
        const { code, out, err } = await nianbao(['export', 'a.nianbao', '--to', to], { cwd: path });
        assert.deepEqual([code, err, out.startsWith(beginning)], [0, '', true], to);
      }
      const { code, out, err } = await nianbao(['export', 'a.nianbao', '--to', 'docx'], { cwd: path });
      assert.deepEqual([code, out, err], [0, '', '已导出 a.docx\n']);
      assert.equal(readFileSync(file('a.docx')).subarray(0, 2).toString(), 'PK');
    }));

  it('goes by the name behind -o where --to is left out', () =>
    inFolder(async ({ path, write, file }) => {
      write('a.nianbao', RIGHT);
      assert.equal((await nianbao(['export', 'a.nianbao', '-o', 'b.MD'], { cwd: path })).code, 0);
      assert.match(readFileSync(file('b.MD'), 'utf8'), /^# 示范市/);
      for (const rest of [[], ['-o', 'b.pdf'], ['-o', 'b']]) {
        const { code, err } = await nianbao(['export', 'a.nianbao', ...rest], { cwd: path });
        assert.equal(code, 2);
        assert.match(err, /^要用 --to 指明，可以是：docx、html、md、csv、json\n/);
      }
    }));

  it('writes several reports into a folder, or each beside itself, and never two in one place', () =>
    inFolder(async ({ path, write, file }) => {
      write('a.nianbao', RIGHT);
      write('b.年报', RIGHT);
      write('sub/a.nianbao', RIGHT);
      write('out/.keep', '');
      const all = ['a.nianbao', 'b.年报', 'sub/a.nianbao'];
      const beside = await nianbao(['export', ...all, '--to', 'csv'], { cwd: path });
      assert.deepEqual([beside.code, beside.out], [0, '']);
      assert.ok(readdirSync(file('sub')).includes('a.csv'));
      const into = await nianbao(['export', ...all, '--to', 'csv', '-o', 'out', '--force'], { cwd: path });
      assert.equal(into.code, 2);
      assert.match(into.err, /sub\/a\.nianbao：out\/a\.csv 刚刚由另一份同名年报写成，未覆盖/);
      assert.deepEqual(readdirSync(file('out')).sort(), ['.keep', 'a.csv', 'b.csv']);
      const one = await nianbao(['export', ...all, '--to', 'csv', '-o', 'one.csv'], { cwd: path });
      assert.equal(one.code, 2);
    }));

  it('keeps reports with errors in, and exports the others', () =>
    inFolder(async ({ path, write, file }) => {
      write('a.nianbao', WRONG);
      write('b.nianbao', RIGHT);
      write('out/.keep', '');
      const { code, err } = await nianbao(['export', 'a.nianbao', 'b.nianbao', '--to', 'docx', '-o', 'out/'], {
        cwd: path,
      });
      assert.equal(code, 1);
      assert.match(err, /^a\.nianbao：有 \d+ 处错误，未导出.*\n已导出 out\/b\.docx\n$/);
      assert.deepEqual(readdirSync(file('out')).sort(), ['.keep', 'b.docx']);
    }));

  it('never overwrites unasked', () =>
    inFolder(async ({ path, write, file }) => {
      write('a.nianbao', RIGHT);
      write('a.docx', 'mine');
      const argv = ['export', 'a.nianbao', '--to', 'docx'];
      const { code, err } = await nianbao(argv, { cwd: path });
      assert.deepEqual([code, err], [2, 'a.docx：文件已存在，未改动（覆盖请加 --force）\n']);
      assert.equal(readFileSync(file('a.docx'), 'utf8'), 'mine');
      assert.equal((await nianbao([...argv, '--force'], { cwd: path })).code, 0);
      assert.equal(readFileSync(file('a.docx')).subarray(0, 2).toString(), 'PK');
    }));

  it('needs a file for a Word document, and HTML for a form of HTML', async () => {
    for (const rest of [['-'], ['-', '-o', '-'], ['a.nianbao', '-o', '-']]) {
      const { code, err } = await nianbao(['export', ...rest, '--to', 'docx'], { stdin: RIGHT });
      assert.equal(code, 2);
      assert.match(err, /^Word 文档要写入文件，请用 -o 指明\n/);
    }
    const fragment = await nianbao(['export', '-', '--to', 'html', '--html-form', 'fragment'], { stdin: RIGHT });
    assert.match(fragment.out, /^<article/);
    const other = await nianbao(['export', '-', '--to', 'md', '--html-form', 'fragment'], { stdin: RIGHT });
    assert.equal(other.code, 2);
    assert.match(other.err, /^--html-form 只用于 --to html\n/);
  });
});
